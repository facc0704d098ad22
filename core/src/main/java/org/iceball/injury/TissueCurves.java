package org.iceball.injury;

import java.util.List;
import org.iceball.tissue.EnthalpyCurve;

/**
 * The tissues of a run, as a memory has to know them: temperatures become enthalpies once, so that
 * no look has to turn an enthalpy into a temperature.
 *
 * @param curves one for each material
 */
public record TissueCurves(List<EnthalpyCurve> curves) {
  public TissueCurves {
    curves = List.copyOf(curves);
  }

  /** Number of materials. */
  public int count() {
    return curves.size();
  }

  /** Enthalpy of each material at a temperature [K] [J/m3], shape [materials]; a new array. */
  public double[] enthalpy(double temperature) {
    return curves.stream().mapToDouble(c -> c.enthalpy(temperature)).toArray();
  }

  /** Liquidus of each material [K], shape [materials]; a new array. */
  public double[] liquidus() {
    return curves.stream().mapToDouble(c -> c.law().liquidus()).toArray();
  }

  /** dT/dH of each material above its liquidus [K m3/J], shape [materials]; a new array. */
  public double[] slope() {
    return curves.stream().mapToDouble(EnthalpyCurve::slopeT).toArray();
  }
}
