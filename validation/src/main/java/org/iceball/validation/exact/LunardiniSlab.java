package org.iceball.validation.exact;

import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.special.Erf;

/**
 * Lunardini's three-zone freezing of a half space: latent heat is released evenly between liquidus
 * and solidus, and each zone has constant properties (Lunardini, Proc. 4th Int. Offshore Mechanics
 * and Arctic Engineering Symposium, 1985; McKenzie, Voss, Siegel, Adv. Water Resour. 30:966, 2007).
 * The solidus lies at 2 psi sqrt(alpha_f t), the liquidus at 2 gamma sqrt(alpha_m t), where alpha_m
 * is the diffusivity of the freezing zone with its latent heat counted as heat capacity.
 *
 * <p>The error functions underflow where the freezing range is too narrow (below about 0.1 K for
 * tissue); take {@link NeumannSlab} there.
 */
public final class LunardiniSlab {
  private final Material frozen;
  private final Material unfrozen;
  private final double mushyDiffusivity;
  private final double surface;
  private final double solidus;
  private final double liquidus;
  private final double initial;
  private final double psi;
  private final double gamma;

  /**
   * @param frozen properties below the solidus
   * @param mushy properties between solidus and liquidus, without the latent heat
   * @param unfrozen properties above the liquidus
   * @param latentHeat [J/m3]
   * @param surface temperature of the surface from time zero on [K]
   * @param solidus [K]
   * @param liquidus [K]
   * @param initial temperature at the start and far away [K]
   */
  public LunardiniSlab(
      Material frozen,
      Material mushy,
      Material unfrozen,
      double latentHeat,
      double surface,
      double solidus,
      double liquidus,
      double initial) {
    Require.rising("surface, solidus, liquidus, initial", surface, solidus, liquidus, initial);
    Require.positive("latent heat", latentHeat);
    this.frozen = frozen;
    this.unfrozen = unfrozen;
    this.surface = surface;
    this.solidus = solidus;
    this.liquidus = liquidus;
    this.initial = initial;
    double range = liquidus - solidus;
    this.mushyDiffusivity = mushy.conductivity() / (mushy.heatCapacity() + latentHeat / range);

    double toFrozen = frozen.diffusivity() / mushyDiffusivity;
    double toUnfrozen = mushyDiffusivity / unfrozen.diffusivity();
    double liquidusFlux =
        range
            * mushy.conductivity()
            / (Math.sqrt(toUnfrozen) * unfrozen.conductivity() * (initial - liquidus));
    double solidusFlux =
        mushy.conductivity()
            / frozen.conductivity()
            * Math.sqrt(toFrozen)
            * range
            / (solidus - surface);

    // Flux continuity at the liquidus fixes the span erf(gamma) - erf(psi') by gamma alone.
    DoubleUnaryOperator span =
        g ->
            liquidusFlux
                * Math.exp(-g * g * (1 - toUnfrozen))
                * Erf.erfc(g * Math.sqrt(toUnfrozen));
    double least = Roots.above(g -> Erf.erf(g) - span.applyAsDouble(g), 0, 0.1);
    this.gamma =
        Roots.above(
            g -> {
              double p = psi(g, span.applyAsDouble(g), toFrozen);
              return Math.log(span.applyAsDouble(g))
                  - p * p * (1 - toFrozen)
                  - Math.log(solidusFlux * Erf.erf(p));
            },
            least,
            0.1);
    this.psi = psi(gamma, span.applyAsDouble(gamma), toFrozen);
  }

  /**
   * The solidus constant that leaves {@code span} between the error functions, from erfc's side.
   */
  private static double psi(double gamma, double span, double toFrozen) {
    double target = Math.log(Math.min(1, Erf.erfc(gamma) + span));
    return Roots.between(s -> Math.log(Erf.erfc(s)) - target, 0, gamma) / Math.sqrt(toFrozen);
  }

  /** The solidus constant psi [1]. */
  public double psi() {
    return psi;
  }

  /** The liquidus constant gamma [1]. */
  public double gamma() {
    return gamma;
  }

  /** Diffusivity of the freezing zone with its latent heat [m2/s]. */
  public double mushyDiffusivity() {
    return mushyDiffusivity;
  }

  /** Depth of the solidus [m] at time t [s]. */
  public double solidusFront(double t) {
    return 2 * psi * Math.sqrt(frozen.diffusivity() * t);
  }

  /** Depth of the liquidus [m] at time t [s]. */
  public double liquidusFront(double t) {
    return 2 * gamma * Math.sqrt(mushyDiffusivity * t);
  }

  /** Temperature [K] at depth x [m] and time t above zero [s]. */
  public double temperature(double x, double t) {
    if (x < solidusFront(t)) {
      double scaled = x / (2 * Math.sqrt(frozen.diffusivity() * t));
      return surface + (solidus - surface) * Erf.erf(scaled) / Erf.erf(psi);
    }
    if (x < liquidusFront(t)) {
      double inner = psi * Math.sqrt(frozen.diffusivity() / mushyDiffusivity);
      double scaled = x / (2 * Math.sqrt(mushyDiffusivity * t));
      double part = (Erf.erfc(scaled) - Erf.erfc(gamma)) / (Erf.erfc(inner) - Erf.erfc(gamma));
      return liquidus - (liquidus - solidus) * part;
    }
    double outer = gamma * Math.sqrt(mushyDiffusivity / unfrozen.diffusivity());
    double scaled = x / (2 * Math.sqrt(unfrozen.diffusivity() * t));
    return initial - (initial - liquidus) * Erf.erfc(scaled) / Erf.erfc(outer);
  }
}
