package org.iceball.solve;

/** A backend in which heat can be given to cells: term (5), the heat of an electric current. */
public interface HeatSource {

  /**
   * Sets where the heat goes. From the first call on the cells are not divided by pace, all of them
   * are computed, water boils in them, and tissue that boils loses its blood.
   *
   * @param density heat of each cell at an amplitude of one [W/m3], shape [cells], x fastest; not
   *     kept
   */
  void source(double[] density);

  /**
   * Says whether water may boil in any cell before this is called again: steps are then shorter, or
   * of more stages.
   */
  void expectBoiling(boolean soon);

  /**
   * Sets how much of it there is; zero at first.
   *
   * @param factor that the density is multiplied with [1]
   */
  void amplitude(double factor);
}
