package org.iceball.electric;

import java.util.List;
import org.iceball.model.Model;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/**
 * Electrical conductivity of the cells as a function of their enthalpy: sigma0 (1 + b (T - 37
 * degC)) up to boiling, and from there down to a hundredth as the water becomes steam.
 */
public final class Conductor {
  /** Conductivity of tissue full of steam over that before it boiled (MITA-model: 1e-4 to 1e-2). */
  public static final double STEAM = 0.01;

  /**
   * Part of the water [1] whose steam already fills the tissue so that it conducts no better than
   * {@link #STEAM}. Steam takes up some 1600 times the room of its water, so a small part is
   * enough; how small nobody has told. See docs/physics.md.
   */
  public static final double FULL_OF_STEAM = 0.05;

  /** Coldest temperature that the linear law is used for: above it conducts [K]. */
  private static final double FROZEN = 273.15;

  private final byte[] kind;
  private final byte[] material;
  private final double[] sigma;
  private final double[] rise;
  private final boolean[] wet;
  private final double[] liquidus;
  private final double[] slope;
  private final double[] boils;
  private final double[] full;

  /**
   * @param model whose cells conduct
   * @param kind index into {@code tissues} of each cell, shape [cells]; not modified
   * @param tissues what the cells are made of
   * @param wet cells that saline keeps wet, shape [cells], or null for none; not modified
   */
  public Conductor(Model model, byte[] kind, List<Tissue> tissues, boolean[] wet) {
    this.kind = kind;
    this.wet = wet;
    material = model.material();
    sigma =
        tissues.stream()
            .mapToDouble(t -> t.value(TissueProperty.ELECTRICAL_CONDUCTIVITY))
            .toArray();
    rise = tissues.stream().mapToDouble(t -> t.value(TissueProperty.ELECTRICAL_RISE)).toArray();
    int n = model.materials().size();
    liquidus = new double[n];
    slope = new double[n];
    boils = new double[n];
    full = new double[n];
    for (int m = 0; m < n; m++) {
      EnthalpyCurve curve = model.materials().get(m).curve();
      liquidus[m] = curve.law().liquidus();
      slope[m] = curve.slopeT();
      boils[m] = curve.boiling().from();
      full[m] = Math.max(1, FULL_OF_STEAM * (curve.boiling().to() - boils[m]));
    }
  }

  /** Conductivity [S/m] of a cell at an enthalpy [J/m3]. */
  public double at(int cell, double enthalpy) {
    int m = material[cell] & 0xff;
    int of = kind[cell] & 0xff;
    double unboiled = Math.min(enthalpy, boils[m]);
    double t = Math.max(FROZEN, liquidus[m] + slope[m] * unboiled);
    double now = sigma[of] * Math.max(0.05, 1 + rise[of] * (t - Tissue.Blood.TEMPERATURE));
    if (enthalpy <= boils[m] || (wet != null && wet[cell])) {
      return now;
    }
    double steam = Math.min(1, (enthalpy - boils[m]) / full[m]);
    return now * (1 - (1 - STEAM) * steam);
  }
}
