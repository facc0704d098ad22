package org.iceball.solve;

/** A backend in which heat can be given to cells: term (5), the heat of an electric current. */
public interface HeatSource {

  /**
   * Sets where the heat goes. From the first call on all cells are computed, water boils in them,
   * and tissue that boils loses its blood.
   *
   * @param density heat of each cell at an amplitude of one [W/m3], shape [cells], x fastest; kept,
   *     and not to be changed while steps are taken
   */
  void source(double[] density);

  /**
   * Says in which cells water may boil before this is called again: steps there are then shorter,
   * or of more stages.
   *
   * @param cells all of them lie in this box, which may be empty
   */
  void expectBoiling(Box cells);

  /**
   * Sets how much of it there is; zero at first.
   *
   * @param factor that the density is multiplied with [1]
   */
  void amplitude(double factor);
}
