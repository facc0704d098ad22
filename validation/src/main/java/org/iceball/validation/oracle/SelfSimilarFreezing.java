package org.iceball.validation.oracle;

import org.apache.commons.math3.special.Erf;
import org.iceball.validation.exact.ExponentialIntegral;
import org.iceball.validation.exact.Roots;

/**
 * Freezing over a range of temperature, with any k(T) and C(T) of ice, that depends on x/sqrt(t) or
 * r/sqrt(t) only: a half space with its surface held cold, or a needle whose wall cools along with
 * the solution. No perfusion; constant properties above the liquidus.
 *
 * <p>With eta = r/sqrt(t) and W = eta^n dQ/deta (n = 0 in the plane, 1 round a needle) the equation
 * is dW/deta = -(eta^(n+1)/2) C dT/deta (Boltzmann, Ann. Phys. 289:959, 1894; Carslaw and Jaeger
 * 1959, 11.2 and 11.6). Temperature is the independent variable here, so that the kinks of C and k
 * are known ends of the integration (classical Runge-Kutta) and latent heat is an ordinary term;
 * the flux at the cold end is shot for until the exact tail beyond the liquidus fits.
 */
public final class SelfSimilarFreezing {
  private static final double STEP = 0.02;

  private final RadialTissue tissue;
  private final boolean radial;
  private final double coldestEta;
  private final double[] temperature;
  private final double[] eta;

  /** d eta/dT just before and just after each node, for k may jump there [m/(sqrt(s) K)]. */
  private final double[] slopeBefore;

  private final double[] slopeAfter;
  private final double amplitude;
  private final double coldFlux;

  private SelfSimilarFreezing(
      RadialTissue tissue, boolean radial, double coldest, double coldestEta) {
    if (tissue.perfusion() != 0 || tissue.metabolicHeat() != 0) {
      throw new IllegalArgumentException("perfused tissue has no self-similar solution");
    }
    if (!tissue.isConstantAboveLiquidus()) {
      throw new IllegalArgumentException("properties must be constant above the liquidus");
    }
    if (!(coldest < tissue.solidus())) {
      throw new IllegalArgumentException("the cold end must be below the solidus");
    }
    this.tissue = tissue;
    this.radial = radial;
    this.coldestEta = coldestEta;
    this.temperature = tissue.temperaturesFrom(coldest, STEP);
    this.eta = new double[temperature.length];
    this.slopeBefore = new double[temperature.length];
    this.slopeAfter = new double[temperature.length];
    // a scale for the flux: that of the constant-property tail
    double scale =
        tissue.unfrozenConductivity()
            * (tissue.bodyTemperature() - coldest)
            * (radial ? 1 : 1 / Math.sqrt(tissue.unfrozenDiffusivity()));
    this.coldFlux = Roots.above(this::mismatch, 0, scale * 0.1);
    double misfit = mismatch(coldFlux);
    if (!(Math.abs(misfit) < 1e-8 * scale)) {
      throw new IllegalStateException("the tail doesn't fit: " + misfit / scale);
    }
    this.amplitude = (tissue.bodyTemperature() - tissue.liquidus()) / tail(liquidusEta());
  }

  /**
   * A half space at body temperature whose surface is held at a temperature from time zero on.
   *
   * @param tissue unperfused
   * @param surface below the solidus [K]
   */
  public static SelfSimilarFreezing slab(RadialTissue tissue, double surface) {
    return new SelfSimilarFreezing(tissue, false, surface, 0);
  }

  /**
   * A needle whose wall cools so that the solution is self-similar: the heat it takes is nearly
   * constant, and the wall's temperature falls with the logarithm of time.
   *
   * @param tissue unperfused
   * @param radius of the needle [m]
   * @param duration of the freeze [s]
   * @param coldest temperature of the wall at the end, below the solidus [K]
   */
  public static SelfSimilarFreezing needle(
      RadialTissue tissue, double radius, double duration, double coldest) {
    return new SelfSimilarFreezing(tissue, true, coldest, radius / Math.sqrt(duration));
  }

  /** Distance [m] of the liquidus from the surface or the axis at time t [s]. */
  public double liquidus(double t) {
    return liquidusEta() * Math.sqrt(t);
  }

  /** Distance [m] at time t [s] of an isotherm between the coldest and the liquidus [K]. */
  public double isotherm(double isotherm, double t) {
    int i = interval(temperature, isotherm);
    double share = (isotherm - temperature[i]) / (temperature[i + 1] - temperature[i]);
    return eta(i, share) * Math.sqrt(t);
  }

  /**
   * Temperature [K] at a distance [m] from the surface or the axis and time t above zero [s]; the
   * coldest one further in than the solution reaches.
   */
  public double temperature(double distance, double t) {
    double at = distance / Math.sqrt(t);
    if (at >= liquidusEta()) {
      return tissue.bodyTemperature() - amplitude * tail(at);
    }
    if (at <= eta[0]) {
      return temperature[0];
    }
    int i = interval(eta, at);
    double share = Roots.between(s -> eta(i, s) - at, 0, 1);
    return temperature[i] + share * (temperature[i + 1] - temperature[i]);
  }

  /** The interval of a rising array that holds a value. */
  private static int interval(double[] rising, double value) {
    int low = 0;
    int high = rising.length - 1;
    while (high - low > 1) {
      int middle = (low + high) / 2;
      if (rising[middle] <= value) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /** eta within an interval of temperature: the cubic through both ends and their slopes. */
  private double eta(int i, double share) {
    double step = temperature[i + 1] - temperature[i];
    double rise = eta[i + 1] - eta[i];
    double early = step * slopeAfter[i] - rise;
    double late = step * slopeBefore[i + 1] - rise;
    double rest = 1 - share;
    return eta[i] + share * (rise + rest * (early * rest - late * share));
  }

  /**
   * Flux constant at the cold end: the heat that a needle takes when its wall is coldest, for one
   * radian [W/m]; a slab's surface flux times the square root of time [W sqrt(s)/m2].
   */
  public double coldFlux() {
    return coldFlux;
  }

  private double liquidusEta() {
    return eta[eta.length - 1];
  }

  /** What the flux at the liquidus exceeds that of the tail by, for a flux at the cold end. */
  private double mismatch(double fluxAtColdest) {
    double at = coldestEta;
    double flux = fluxAtColdest;
    eta[0] = at;
    for (int i = 1; i < temperature.length; i++) {
      double low = temperature[i - 1];
      double step = temperature[i] - low;
      double middle = low + step / 2;
      // a hair inside, for k and C may jump at the nodes
      double below = low + 1e-9 * step;
      double above = low + (1 - 1e-9) * step;
      double k1 = slopeEta(below, at, flux);
      double w1 = slopeFlux(below, at);
      double k2 = slopeEta(middle, at + step / 2 * k1, flux + step / 2 * w1);
      double w2 = slopeFlux(middle, at + step / 2 * k1);
      double k3 = slopeEta(middle, at + step / 2 * k2, flux + step / 2 * w2);
      double w3 = slopeFlux(middle, at + step / 2 * k2);
      double k4 = slopeEta(above, at + step * k3, flux + step * w3);
      double w4 = slopeFlux(above, at + step * k3);
      at += step / 6 * (k1 + 2 * k2 + 2 * k3 + k4);
      flux += step / 6 * (w1 + 2 * w2 + 2 * w3 + w4);
      eta[i] = at;
      slopeAfter[i - 1] = k1;
      slopeBefore[i] = slopeEta(above, at, flux);
      if (!(flux > 0 && at < Double.POSITIVE_INFINITY)) {
        return -1;
      }
    }
    return flux
        - tissue.unfrozenConductivity()
            * (tissue.bodyTemperature() - tissue.liquidus())
            * tailFlux(at);
  }

  private double slopeEta(double t, double at, double flux) {
    double k = tissue.conductivity().applyAsDouble(t);
    return radial ? at * k / flux : k / flux;
  }

  private double slopeFlux(double t, double at) {
    return -0.5 * (radial ? at * at : at) * tissue.apparentCapacity(t);
  }

  /** Shape of the tail [1]: erfc in the plane, E1 round a needle. */
  private double tail(double at) {
    double scaled = at / (2 * Math.sqrt(tissue.unfrozenDiffusivity()));
    return radial ? ExponentialIntegral.e1(scaled * scaled) : Erf.erfc(scaled);
  }

  /** eta^n times the tail's slope over the tail itself, written so that it does not underflow. */
  private double tailFlux(double at) {
    double scaled = at / (2 * Math.sqrt(tissue.unfrozenDiffusivity()));
    if (radial) {
      return 2 / ExponentialIntegral.e1Scaled(scaled * scaled);
    }
    // beyond 20, erfc(z) is exp(-z^2)/(z sqrt(pi)) (1 - 1/(2 z^2)) to 1e-5 (A. and S. 7.1.23)
    double ratio =
        scaled > 20
            ? scaled * Math.sqrt(Math.PI) / (1 - 0.5 / (scaled * scaled))
            : Math.exp(-scaled * scaled) / Erf.erfc(scaled);
    return ratio / Math.sqrt(Math.PI * tissue.unfrozenDiffusivity());
  }
}
