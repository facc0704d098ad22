package org.iceball.tissue;

import java.util.Arrays;

/**
 * Temperature and conductivity integral of a tissue as functions of its volumetric enthalpy: the
 * one table that carries heat capacity, latent heat, freezing range and conductivity.
 *
 * <p>Enthalpy H [J/m3] and conductivity integral Q [W/m] are both zero at the liquidus. Between
 * knots both curves are parabolas that meet the {@link ThermalLaw} exactly at the knots. They are
 * stored as a straight line plus one term a knot that is zero above it, so that a kernel evaluates
 * them without a branch, and in the same arithmetic everywhere:
 *
 * <pre>
 *   u_k = |H - h_k| - (H - h_k)                          (twice the depth below knot k, or zero)
 *   T   = liquidus + t H + sum u_k (ta_k + tb_k u_k)
 *   Q   =            q H + sum u_k (qa_k + qb_k u_k)
 * </pre>
 */
public final class EnthalpyCurve {
  /** Number of knots of every curve; the same for all, so that kernels can be unrolled. */
  public static final int KNOTS = 8;

  /** Coldest temperature that the table is made for, below liquid nitrogen [K]. */
  public static final double COLDEST = 75.0;

  /** Knots below 251 K, spread so that Q errs by no more than 0.25 W/m anywhere [K]. */
  private static final double[] COLD_KNOTS = {
    ThermalLaw.POWER_LAW_BELOW, 204.8, 167.2, 136.7, 111.9, 91.6
  };

  /** Further off than any rounding of {@link #root} [J/m3]. */
  private static final double OFF = 1e-3;

  private final ThermalLaw law;
  private final double[] knot = new double[KNOTS];
  private final double slopeT;
  private final double slopeQ;
  private final double[] ta = new double[KNOTS];
  private final double[] tb = new double[KNOTS];
  private final double[] qa = new double[KNOTS];
  private final double[] qb = new double[KNOTS];
  private final double solidusEnthalpy;
  private final Boiling boiling;

  /** Compiles the table of a law. */
  public EnthalpyCurve(ThermalLaw law) {
    this.law = law;
    double[] t = knotTemperatures(law);
    slopeT = 1 / law.capacity(law.liquidus());
    slopeQ = law.conductivity() * slopeT;
    boiling = Boiling.of(law, slopeT, slopeQ);
    double h = 0;
    double slopeAboveT = -slopeT;
    double slopeAboveQ = -slopeQ;
    double bendAboveT = 0;
    double bendAboveQ = 0;
    double solid = 0;
    for (int k = 0; k < KNOTS; k++) {
      double warm = t[k];
      double cold = k + 1 < KNOTS ? t[k + 1] : COLDEST;
      Segment s = new Segment(law, warm, cold);
      knot[k] = h;
      ta[k] = (s.startT - slopeAboveT) / 2;
      tb[k] = (s.bendT - bendAboveT) / 4;
      qa[k] = (s.startQ - slopeAboveQ) / 2;
      qb[k] = (s.bendQ - bendAboveQ) / 4;
      slopeAboveT = s.startT + 2 * s.bendT * s.depth;
      slopeAboveQ = s.startQ + 2 * s.bendQ * s.depth;
      bendAboveT = s.bendT;
      bendAboveQ = s.bendQ;
      h -= s.depth;
      if (k == 0) {
        solid = h;
      }
    }
    solidusEnthalpy = solid;
  }

  /** Strictly falling; the first two are liquidus and solidus. */
  private static double[] knotTemperatures(ThermalLaw law) {
    double[] t = new double[KNOTS];
    t[0] = law.liquidus();
    t[1] = law.solidus();
    for (int k = 2; k < KNOTS; k++) {
      // a solidus below a standard knot pushes the rest towards the cold end
      double standard = COLD_KNOTS[k - 2];
      double room = t[k - 1] - (t[k - 1] - COLDEST) / (KNOTS - k + 1);
      t[k] = standard < t[k - 1] - 1 ? standard : room;
    }
    return t;
  }

  /** A stretch between two temperatures as parabolas in the depth v below its warm end [J/m3]. */
  private static final class Segment {
    private static final int PANELS = 64;
    final double depth;
    final double startT;
    final double bendT;
    final double startQ;
    final double bendQ;

    Segment(ThermalLaw law, double warm, double cold) {
      double width = (warm - cold) / PANELS;
      double heat = 0;
      double integral = 0;
      for (int p = 0; p < PANELS; p++) {
        // three-point Gauss: no end point, so a jump at a knot is not sampled
        double mid = warm - (p + 0.5) * width;
        double off = 0.5 * width * StrictMath.sqrt(0.6);
        heat += gauss(law.capacity(mid - off), law.capacity(mid), law.capacity(mid + off));
        integral +=
            gauss(law.conductivity(mid - off), law.conductivity(mid), law.conductivity(mid + off));
      }
      depth = heat * width;
      double drop = integral * width;
      double inside = (warm - cold) * 1e-9;
      double cWarm = law.capacity(warm - inside);
      double cCold = law.capacity(cold + inside);
      bendT = (-1 / cCold + 1 / cWarm) / (2 * depth);
      startT = -(warm - cold) / depth - bendT * depth;
      bendQ =
          (-law.conductivity(cold + inside) / cCold + law.conductivity(warm - inside) / cWarm)
              / (2 * depth);
      startQ = -drop / depth - bendQ * depth;
    }

    private static double gauss(double left, double middle, double right) {
      return (5 * left + 8 * middle + 5 * right) / 18;
    }
  }

  /** The law that the table was made from. */
  public ThermalLaw law() {
    return law;
  }

  /** Temperature [K] at an enthalpy [J/m3]. */
  public double temperature(double enthalpy) {
    double sum = law.liquidus() + slopeT * enthalpy;
    for (int k = 0; k < KNOTS && enthalpy < knot[k]; k++) {
      double d = enthalpy - knot[k];
      double u = Math.abs(d) - d;
      sum += u * (ta[k] + tb[k] * u);
    }
    return enthalpy > boiling.from() ? sum + boiling.temperature(enthalpy) : sum;
  }

  /** Conductivity integral [W/m] at an enthalpy [J/m3]; zero at the liquidus. */
  public double integral(double enthalpy) {
    double sum = slopeQ * enthalpy;
    for (int k = 0; k < KNOTS && enthalpy < knot[k]; k++) {
      double d = enthalpy - knot[k];
      double u = Math.abs(d) - d;
      sum += u * (qa[k] + qb[k] * u);
    }
    return enthalpy > boiling.from() ? sum + boiling.integral(enthalpy) : sum;
  }

  /** dQ/dH, the diffusivity [m2/s] at an enthalpy [J/m3]. */
  public double diffusivity(double enthalpy) {
    return slope(enthalpy, slopeQ, qa, qb);
  }

  /** Conductivity [W/(m K)] at an enthalpy [J/m3], dQ/dH over dT/dH. */
  public double conductivity(double enthalpy) {
    return diffusivity(enthalpy) / slope(enthalpy, slopeT, ta, tb);
  }

  private double slope(double enthalpy, double base, double[] a, double[] b) {
    if (enthalpy > boiling.from()) {
      return base * boiling.slope(enthalpy);
    }
    double sum = base;
    for (int k = 0; k < KNOTS && enthalpy < knot[k]; k++) {
      sum -= 2 * a[k] + 8 * b[k] * (knot[k] - enthalpy);
    }
    return sum;
  }

  /** Enthalpy [J/m3] at a temperature [K]: the inverse of {@link #temperature}. */
  public double enthalpy(double temperature) {
    if (temperature > ThermalLaw.BOILS_FROM && boiling.happens()) {
      return boiling.enthalpy(temperature);
    }
    if (temperature >= law.liquidus()) {
      return (temperature - law.liquidus()) / slopeT;
    }
    double low = knot[KNOTS - 1] - 1e9;
    double high = 0;
    // the curve rises, so what lies off the root of its parabola need not be looked at
    double root = root(temperature);
    double below = temperature(root - OFF) < temperature ? root - OFF : low;
    double above = temperature(root + OFF) >= temperature ? root + OFF : high;
    for (int i = 0; i < 200 && high > low; i++) {
      double mid = 0.5 * (low + high);
      if (mid <= low || mid >= high) {
        break;
      }
      if (mid <= below || (mid < above && temperature(mid) < temperature)) {
        low = mid;
      } else {
        high = mid;
      }
    }
    return high;
  }

  /**
   * Where the parabola of a temperature's stretch reaches it [J/m3], to rounding: written about H =
   * 0 with the formula that does not cancel, see Press et al., Numerical Recipes (2007), section
   * 5.6.
   */
  private double root(double temperature) {
    double square = 0;
    double slope = slopeT;
    double rest = law.liquidus() - temperature;
    int k = 0;
    do {
      square += 4 * tb[k];
      slope -= 2 * ta[k] + 8 * tb[k] * knot[k];
      rest += (2 * ta[k] + 4 * tb[k] * knot[k]) * knot[k];
      k++;
    } while (k < KNOTS && (square * knot[k] + slope) * knot[k] + rest >= 0);
    double off = Math.sqrt(Math.max(0, slope * slope - 4 * square * rest));
    return -2 * rest / (slope + off);
  }

  /** The stretch of the table in which the tissue's water boils. */
  public Boiling boiling() {
    return boiling;
  }

  /** Fraction of the freezable water that is ice [1] at an enthalpy [J/m3]. */
  public double frozenFraction(double enthalpy) {
    return Math.min(1, Math.max(0, enthalpy / solidusEnthalpy));
  }

  /** Volumetric latent heat [J/m3]. */
  public double latentHeat() {
    return law.density() * law.latentHeat();
  }

  /**
   * Largest diffusivity [m2/s] of any state not colder than the given enthalpy [J/m3]. Between
   * knots the diffusivity is a straight line, so only knots and the end need a look.
   */
  public double largestDiffusivityAbove(double enthalpy) {
    double largest = Math.max(slopeQ, diffusivity(enthalpy));
    for (double h : knot) {
      if (h > enthalpy) {
        double inside = 1e-9 * (Math.abs(h) + 1e6);
        largest = Math.max(largest, Math.max(diffusivity(h - inside), diffusivity(h + inside)));
      }
    }
    return largest;
  }

  /** Knots [J/m3], falling; a copy. */
  public double[] knots() {
    return knot.clone();
  }

  /** dT/dH above the liquidus [K m3/J]. */
  public double slopeT() {
    return slopeT;
  }

  /** dQ/dH above the liquidus [m2/s]. */
  public double slopeQ() {
    return slopeQ;
  }

  /** Coefficients ta, tb, qa, qb in this order, each of shape [KNOTS]; a copy. */
  public double[][] coefficients() {
    return new double[][] {ta.clone(), tb.clone(), qa.clone(), qb.clone()};
  }

  /** Two curves are equal where their laws are: then faces between them need no special care. */
  @Override
  public boolean equals(Object o) {
    return o instanceof EnthalpyCurve c && c.law.equals(law);
  }

  @Override
  public int hashCode() {
    return law.hashCode();
  }

  @Override
  public String toString() {
    return "EnthalpyCurve" + Arrays.toString(knot) + " of " + law;
  }
}
