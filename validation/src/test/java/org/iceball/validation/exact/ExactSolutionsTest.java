package org.iceball.validation.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each closed form obeys its own equation, interface and far field, by finite differences. */
class ExactSolutionsTest {
  private static final Material ICE = new Material(2, 1.8e6);
  private static final Material MUSH = new Material(1.25, 2.7e6);
  private static final Material WARM = new Material(0.5, 3.6e6);
  private static final double LATENT = 250e6;
  private static final PerfusedMedium LIVER =
      new PerfusedMedium(new Material(0.52, 3.8e6), 60e3, 310.15, 4200);

  @Test
  void neumannConductsConservesAndStartsAtRest() {
    NeumannSlab slab = new NeumannSlab(ICE, WARM, LATENT, 133.15, 272.15, 310.15);
    double t = 300;
    double s = slab.front(t);
    assertThat(slab.temperature(0, t)).isEqualTo(133.15);
    assertThat(slab.temperature(0.1, t)).isCloseTo(310.15, within(1e-9));
    assertThat(slab.temperature(s * (1 - 1e-12), t)).isCloseTo(272.15, within(1e-8));
    assertThat(slab.temperature(s * (1 + 1e-12), t)).isCloseTo(272.15, within(1e-8));
    assertPlane(slab::temperature, s / 2, t, ICE, null);
    assertPlane(slab::temperature, 1.5 * s, t, WARM, null);
    double released = LATENT * slope(slab::front, t, 1e-3);
    double kept =
        ICE.conductivity() * slope(x -> slab.temperature(x, t), s - 1e-6, 5e-7)
            - WARM.conductivity() * slope(x -> slab.temperature(x, t), s + 1e-6, 5e-7);
    assertThat(kept).isCloseTo(released, Percentage.withPercentage(0.1));
  }

  @Test
  void lunardiniKeepsItsFluxAcrossSolidusAndLiquidus() {
    LunardiniSlab slab = new LunardiniSlab(ICE, MUSH, WARM, LATENT, 133.15, 265.15, 272.15, 310.15);
    double t = 300;
    double solidus = slab.solidusFront(t);
    double liquidus = slab.liquidusFront(t);
    Material slow = new Material(1.25, 1.25 / slab.mushyDiffusivity());
    assertThat(solidus).isLessThan(liquidus);
    assertPlane(slab::temperature, solidus / 2, t, ICE, null);
    assertPlane(slab::temperature, (solidus + liquidus) / 2, t, slow, null);
    assertPlane(slab::temperature, 1.5 * liquidus, t, WARM, null);
    assertFluxKept(slab, solidus, t, ICE, MUSH, 265.15);
    assertFluxKept(slab, liquidus, t, MUSH, WARM, 272.15);
  }

  private static void assertFluxKept(
      LunardiniSlab slab, double x, double t, Material left, Material right, double temperature) {
    DoubleUnaryOperator profile = z -> slab.temperature(z, t);
    double d = 1e-8;
    assertThat(slab.temperature(x - 1e-12, t)).isCloseTo(temperature, within(1e-6));
    assertThat(slab.temperature(x + 1e-12, t)).isCloseTo(temperature, within(1e-6));
    assertThat(left.conductivity() * slope(profile, x - 2 * d, d))
        .isCloseTo(
            right.conductivity() * slope(profile, x + 2 * d, d), Percentage.withPercentage(0.01));
  }

  @Test
  void aNarrowFreezingRangeTendsToNeumann() {
    NeumannSlab sharp = new NeumannSlab(ICE, WARM, LATENT, 133.15, 272.15, 310.15);
    LunardiniSlab narrow =
        new LunardiniSlab(ICE, MUSH, WARM, LATENT, 133.15, 271.95, 272.15, 310.15);
    assertThat(narrow.liquidusFront(600))
        .isCloseTo(sharp.front(600), Percentage.withPercentage(0.1));
  }

  @Test
  void patersonTakesItsHeatFromTheLine() {
    PatersonLineSink sink = new PatersonLineSink(ICE, WARM, LATENT, 500, 272.15, 310.15);
    double t = 300;
    double s = sink.front(t);
    assertRadial(sink::temperature, s / 2, t, ICE, 1, null);
    assertRadial(sink::temperature, 1.5 * s, t, WARM, 1, null);
    double near = s / 1000;
    assertThat(2 * Math.PI * near * 2 * slope(r -> sink.temperature(r, t), near, near / 1e4))
        .isCloseTo(500, Percentage.withPercentage(0.01))
        .isCloseTo(sink.heat(near, t), Percentage.withPercentage(1e-4));
    double released = LATENT * slope(sink::front, t, 1e-3);
    double kept =
        ICE.conductivity() * slope(r -> sink.temperature(r, t), s - 1e-7, 5e-8)
            - WARM.conductivity() * slope(r -> sink.temperature(r, t), s + 1e-7, 5e-8);
    assertThat(kept).isCloseTo(released, Percentage.withPercentage(0.1));
  }

  @ParameterizedTest
  @EnumSource(Symmetry.class)
  void theQuasiSteadyFrontFreezesWhatTheConductedHeatAllows(Symmetry symmetry) {
    QuasiSteadyFront front = new QuasiSteadyFront(symmetry, 0.735e-3, 278, LATENT);
    double r = front.front(300);
    assertThat(front.time(r)).isCloseTo(300, within(1e-8));
    double flux =
        symmetry == Symmetry.CYLINDER
            ? 278 / (r * Math.log(r / 0.735e-3))
            : 278 / (r * r * (1 / 0.735e-3 - 1 / r));
    assertThat(LATENT * slope(front::front, 300, 1e-2))
        .isCloseTo(flux, Percentage.withPercentage(1e-4));
  }

  @ParameterizedTest
  @EnumSource(Symmetry.class)
  void thePerfusedIceballBalancesItsFluxesAndItsBlood(Symmetry symmetry) {
    PerfusedIceball ball = new PerfusedIceball(symmetry, 0.75e-3, 315, LIVER, 272.15);
    double r = ball.radius();
    double area = symmetry == Symmetry.CYLINDER ? 2 * Math.PI * r : 4 * Math.PI * r * r;
    assertThat(ball.temperatureOutside(r)).isCloseTo(272.15, within(1e-9));
    assertThat(area * 0.52 * slope(ball::temperatureOutside, r + 1e-7, 1e-7))
        .isCloseTo(ball.heat(), Percentage.withPercentage(0.01));
    assertThat(-area * slope(ball::conductivityIntegral, r - 1e-7, 1e-7))
        .isCloseTo(ball.heat(), Percentage.withPercentage(0.1));
    assertThat(ball.conductivityIntegral(0.75e-3)).isCloseTo(315, within(1e-9));
    assertThat(ball.conductivityIntegral(r)).isCloseTo(0, within(1e-9));
    // all the heat comes from the blood and the metabolism outside
    double supply = 0;
    int n = 40_000;
    double step = 0.06 / n;
    for (int i = 0; i < n; i++) {
      double at = r + (i + 0.5) * step;
      double shell = symmetry == Symmetry.CYLINDER ? 2 * Math.PI * at : 4 * Math.PI * at * at;
      supply += step * shell * 60e3 * (LIVER.restTemperature() - ball.temperatureOutside(at));
    }
    assertThat(supply).isCloseTo(ball.heat(), Percentage.withPercentage(0.001));
  }

  @Test
  void pennesSolutionsObeyPennes() {
    PennesHalfSpace half = new PennesHalfSpace(LIVER, 273.15);
    PennesSphere ball = new PennesSphere(LIVER, 2e-3, 273.15);
    PointSource source = new PointSource(LIVER);
    assertPlane(half::temperature, 3e-3, 60, LIVER.material(), LIVER);
    assertRadial(ball::temperature, 4e-3, 60, LIVER.material(), 2, LIVER);
    assertRadial(
        (r, t) -> LIVER.restTemperature() + source.underPower(1, r, t),
        4e-3,
        60,
        LIVER.material(),
        2,
        LIVER);
    assertRadial(
        (r, t) -> LIVER.restTemperature() + source.afterPulse(10, r, t),
        4e-3,
        30,
        LIVER.material(),
        2,
        LIVER);
    assertPlane((x, t) -> half.steady(x), 3e-3, 60, LIVER.material(), LIVER);
    assertRadial((r, t) -> ball.steady(r), 4e-3, 60, LIVER.material(), 2, LIVER);
    PennesCylinder rod = new PennesCylinder(LIVER, 1e-3, 273.15);
    assertRadial((r, t) -> rod.steady(r), 4e-3, 60, LIVER.material(), 1, LIVER);
    PennesSlab slab = new PennesSlab(LIVER, 0.02, 273.15, 320);
    assertPlane((x, t) -> slab.steady(x), 3e-3, 60, LIVER.material(), LIVER);
  }

  @Test
  void pennesSolutionsMeetTheirBoundaries() {
    PennesHalfSpace half = new PennesHalfSpace(LIVER, 273.15);
    assertThat(half.temperature(0, 10)).isCloseTo(273.15, within(1e-9));
    assertThat(half.temperature(0.2, 10)).isCloseTo(LIVER.restTemperature(), within(1e-9));
    assertThat(half.temperature(3e-3, 1e5)).isCloseTo(half.steady(3e-3), within(1e-9));
    assertThat(half.temperature(4, 1e-3)).isEqualTo(LIVER.restTemperature());
    PennesSphere ball = new PennesSphere(LIVER, 2e-3, 273.15);
    assertThat(ball.temperature(2e-3, 10)).isCloseTo(273.15, within(1e-9));
    assertThat(ball.temperature(5e-3, 1e5)).isCloseTo(ball.steady(5e-3), within(1e-9));
    PennesSlab slab = new PennesSlab(LIVER, 0.02, 273.15, 320);
    assertThat(slab.steady(0)).isCloseTo(273.15, within(1e-9));
    assertThat(slab.steady(0.02)).isCloseTo(320, within(1e-9));
    PennesSlab thick = new PennesSlab(LIVER, 10, 273.15, 320);
    assertThat(thick.steady(5)).isEqualTo(LIVER.restTemperature());
    assertThat(new PennesCylinder(LIVER, 1e-3, 273.15).steady(1e-3))
        .isCloseTo(273.15, within(1e-9));
  }

  @Test
  void aPulseHoldsItsEnergyLessWhatBloodCarriedAway() {
    PointSource source = new PointSource(LIVER);
    double t = 20;
    double held = 0;
    double step = 1e-5;
    for (int i = 0; i < 6000; i++) {
      double r = (i + 0.5) * step;
      held += 4 * Math.PI * r * r * step * 3.8e6 * source.afterPulse(10, r, t);
    }
    assertThat(held).isCloseTo(10 * Math.exp(-LIVER.rate() * t), Percentage.withPercentage(1e-4));
  }

  @Test
  void theBoxModeDecaysAsItsEquationSays() {
    BoxMode mode = new BoxMode(LIVER, 0.05, 5);
    double x = 0.011;
    double h = 1e-4;
    double t = 40;
    double laplacian =
        curvature(z -> mode.temperature(z, 0.02, 0.03, t), x, h)
            + curvature(z -> mode.temperature(x, z, 0.03, t), 0.02, h)
            + curvature(z -> mode.temperature(x, 0.02, z, t), 0.03, h);
    double blood = 60e3 * (LIVER.restTemperature() - mode.temperature(x, 0.02, 0.03, t));
    assertThat(3.8e6 * slope(s -> mode.temperature(x, 0.02, 0.03, s), t, 1e-2))
        .isCloseTo(0.52 * laplacian + blood, Percentage.withPercentage(0.001));
    assertThat(mode.temperature(0, 0.02, 0.03, t)).isCloseTo(LIVER.restTemperature(), within(1e-9));
  }

  @Test
  void oneFluxCrossesBothTissues() {
    TwoTissueSlab slab = new TwoTissueSlab(0.52, 0.01, 0.21, 0.03, 273.15, 310.15);
    assertThat(0.52 * slope(slab::temperature, 0.005, 1e-3)).isCloseTo(slab.flux(), within(1e-9));
    assertThat(0.21 * slope(slab::temperature, 0.025, 1e-3)).isCloseTo(slab.flux(), within(1e-9));
    assertThat(slab.temperature(0.01)).isEqualTo(slab.interfaceTemperature());
    assertThat(slab.temperature(0.04)).isCloseTo(310.15, within(1e-12));
  }

  @Test
  void theThreeStatesObeyTheirEquations() {
    double f = 0.013;
    ThreeStateDeath death = new ThreeStateDeath(f, 0.99);
    assertThat(death.alive(0)).isCloseTo(0.99, within(1e-12));
    assertThat(death.dead(0)).isCloseTo(0, within(1e-12));
    double dt = 1e-3;
    for (double t : new double[] {1, 50, 200, 400, 900}) {
      double a = death.alive(t);
      double d = death.dead(t);
      double slopeA = (death.alive(t + dt) - death.alive(t - dt)) / (2 * dt);
      double slopeD = (death.dead(t + dt) - death.dead(t - dt)) / (2 * dt);
      assertThat(slopeA).isCloseTo(-f * (1 - a) * a, within(1e-6 * f));
      assertThat(slopeD).isCloseTo(f * (1 - a) * (1 - a - d), within(1e-6 * f));
    }
  }

  @Test
  void injuryAndDoseAreTheirOwnInverse() {
    ArrheniusInjury injury = new ArrheniusInjury(7.39e39, 2.577e5);
    assertThat(injury.omega(323.15, injury.time(323.15))).isCloseTo(1, within(1e-12));
    assertThat(injury.time(injury.temperature(60))).isCloseTo(60, within(1e-9));
    assertThat(ThermalDose.cem43(315.15, 60)).isCloseTo(15, within(1e-12));
    assertThat(ThermalDose.cem43(317.15, 60)).isCloseTo(120, within(1e-12));
  }

  @Test
  void refusesParametersWithoutASolution() {
    assertThatThrownBy(() -> new NeumannSlab(ICE, WARM, LATENT, 280, 272.15, 310.15))
        .hasMessageContaining("must rise strictly");
    assertThatThrownBy(() -> new Material(0, 1)).hasMessageContaining("conductivity");
    assertThatThrownBy(() -> new QuasiSteadyFront(Symmetry.SPHERE, 1e-3, Double.NaN, LATENT))
        .hasMessageContaining("conductivity integral");
  }

  private static void assertPlane(
      DoubleBinaryOperator field, double x, double t, Material material, PerfusedMedium blood) {
    assertRadial(field, x, t, material, 0, blood);
  }

  /** C dT/dt = k (T'' + n T'/r) + p (T_rest - T), where n is 0, 1 or 2. */
  private static void assertRadial(
      DoubleBinaryOperator field,
      double r,
      double t,
      Material material,
      int n,
      PerfusedMedium blood) {
    double h = r * 1e-3;
    DoubleUnaryOperator profile = x -> field.applyAsDouble(x, t);
    double conducted =
        material.conductivity() * (curvature(profile, r, h) + n * slope(profile, r, h) / r);
    double carried =
        blood == null
            ? 0
            : blood.perfusion() * (blood.restTemperature() - field.applyAsDouble(r, t));
    double stored = material.heatCapacity() * slope(s -> field.applyAsDouble(r, s), t, t * 1e-3);
    double scale = Math.abs(conducted) + Math.abs(carried);
    assertThat(stored).isCloseTo(conducted + carried, within(2e-5 * scale));
  }

  private static double slope(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - f.applyAsDouble(x - h)) / (2 * h);
  }

  private static double curvature(DoubleUnaryOperator f, double x, double h) {
    return (f.applyAsDouble(x + h) - 2 * f.applyAsDouble(x) + f.applyAsDouble(x - h)) / (h * h);
  }
}
