package org.iceball.injury;

import java.util.Arrays;
import java.util.List;

/** What a law of heat remembers. Tissue that is never hot is nothing to it. */
abstract class HeatMemory extends CellMemory {
  /** Enthalpy from which heat matters [J/m3], shape [materials]. */
  protected final double[] hot;

  /** Temperature at the liquidus [K], shape [materials]. */
  protected final double[] liquidus;

  /** Rise of the temperature above it with enthalpy [K m3/J], shape [materials]. */
  protected final double[] slope;

  /**
   * @param from temperature from which heat matters, above any liquidus [K]
   * @param names of the arrays, with units
   * @param initial what a cell remembers before anything happened, shape [arrays]
   */
  HeatMemory(TissueCurves tissues, double from, List<String> names, double... initial) {
    super(names, initial);
    hot = tissues.enthalpy(from);
    liquidus = tissues.liquidus();
    slope = tissues.slope();
  }

  @Override
  protected final double[] coldInterest() {
    double[] none = new double[hot.length];
    Arrays.fill(none, Double.NEGATIVE_INFINITY);
    return none;
  }

  @Override
  protected final double[] hotInterest() {
    return hot.clone();
  }
}
