package org.iceball.validation.oracle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Stream;
import org.assertj.core.data.Percentage;
import org.iceball.validation.exact.Material;
import org.iceball.validation.exact.PatersonLineSink;
import org.iceball.validation.exact.PerfusedIceball;
import org.iceball.validation.exact.PerfusedMedium;
import org.iceball.validation.exact.Symmetry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class RadialReferenceTest {
  private static final double RADIUS = 0.75e-3;
  private static final double COLD = 133.15;
  private static final Percentage CONVERGED = Percentage.withPercentage(0.02);

  static Stream<RadialTissue> bothLaws() {
    return Stream.of(SampleTissues.constant(), SampleTissues.rabin());
  }

  @ParameterizedTest
  @MethodSource("bothLaws")
  void freezesAsTheSelfSimilarNeedleDoes(RadialTissue tissue) {
    SelfSimilarFreezing exact = SelfSimilarFreezing.needle(tissue, RADIUS, 600, COLD);
    Wall wall = new Wall.Held(t -> exact.temperature(RADIUS, t));
    List<RadialState> states =
        RadialReference.run(tissue, RADIUS, RadialSchedule.of(600, wall), 60, 600);
    for (RadialState state : states) {
      assertThat(state.liquidusRadius()).isCloseTo(exact.liquidus(state.time()), CONVERGED);
      assertThat(state.radius(253.15))
          .isCloseTo(exact.isotherm(253.15, state.time()), Percentage.withPercentage(0.002));
      assertThat(state.radius(233.15))
          .isCloseTo(exact.isotherm(233.15, state.time()), Percentage.withPercentage(0.002));
      for (double r : new double[] {1e-3, 3e-3, 5e-3, 15e-3, 30e-3}) {
        assertThat(state.temperature(r))
            .isCloseTo(exact.temperature(r, state.time()), within(0.02));
      }
    }
  }

  @Test
  void followsPatersonWithinItsFreezingRange() {
    PatersonLineSink exact =
        new PatersonLineSink(
            new Material(2, 1.8e6), new Material(0.5, 3.6e6), 250e6, 500, 272.15, 310.15);
    double drawn = 0;
    for (int i = 0; i < 60_000; i++) {
      drawn += 0.01 * exact.heat(RADIUS, 0.01 * (i + 0.5));
    }
    RadialTissue tissue = RadialTissue.constant(0.5, 2, 3.6e6, 1.8e6, 250e6, 271.65, 272.15);
    Wall wall = new Wall.Drawing(t -> exact.heat(RADIUS, t));
    RadialState state =
        RadialReference.run(tissue, RADIUS, RadialSchedule.of(600, wall), 600).get(0);
    assertThat(state.energy().needle()).isCloseTo(drawn, Percentage.withPercentage(0.01));
    assertThat(exact.front(600)).isBetween(state.radius(271.65), state.liquidusRadius());
    assertThat(state.liquidusRadius()).isCloseTo(exact.front(600), Percentage.withPercentage(0.2));
  }

  @Test
  void endsAtTheSteadyPerfusedIceball() {
    RadialTissue tissue =
        SampleTissues.perfusedRabin().withBlood(SampleTissues.BLOOD, 310.15, 4200);
    double integral = -new ThermalTable(tissue).integral(COLD);
    RadialState state =
        RadialReference.run(
                tissue,
                RADIUS,
                RadialSchedule.of(20_000, Wall.at(COLD)),
                Resolution.STANDARD.longerSteps(20),
                20_000)
            .get(0);
    // without metabolism the exact solution holds; with it the ice, too, makes heat
    PerfusedIceball exact =
        new PerfusedIceball(
            Symmetry.CYLINDER,
            RADIUS,
            integral,
            new PerfusedMedium(new Material(0.52, 3.82e6), SampleTissues.BLOOD, 310.15, 0),
            SampleTissues.LIQUIDUS);
    RadialState plain =
        RadialReference.run(
                SampleTissues.perfusedRabin(),
                RADIUS,
                RadialSchedule.of(20_000, Wall.at(COLD)),
                Resolution.STANDARD.longerSteps(20),
                19_000,
                20_000)
            .get(1);
    assertThat(plain.liquidusRadius()).isCloseTo(exact.radius(), Percentage.withPercentage(0.005));
    assertThat(plain.temperature(exact.radius() + 2e-3))
        .isCloseTo(exact.temperatureOutside(exact.radius() + 2e-3), within(0.01));
    assertThat(state.liquidusRadius()).isLessThan(plain.liquidusRadius());
  }

  @Test
  void radiiAreConvergedInSpaceAndTime() {
    RadialTissue perfused = SampleTissues.perfusedRabin();
    RadialSchedule freeze = RadialSchedule.of(600, Wall.at(COLD));
    Resolution fine = Resolution.STANDARD;
    List<RadialState> states = RadialReference.run(perfused, RADIUS, freeze, fine, 60, 600);
    List<RadialState> cells =
        RadialReference.run(perfused, RADIUS, freeze, fine.coarserCells(0.5), 60, 600);
    List<RadialState> steps =
        RadialReference.run(perfused, RADIUS, freeze, fine.longerSteps(0.5), 60, 600);
    for (int i = 0; i < 2; i++) {
      for (double isotherm : new double[] {273.15, SampleTissues.LIQUIDUS, 253.15, 233.15}) {
        double radius = states.get(i).radius(isotherm);
        assertThat(radius).isCloseTo(cells.get(i).radius(isotherm), CONVERGED);
        assertThat(radius)
            .isCloseTo(steps.get(i).radius(isotherm), Percentage.withPercentage(0.01));
      }
    }
  }

  /** Figures of an explicit program on cells of 0.1 mm, written apart from this one. */
  @ParameterizedTest
  @CsvSource({
    "0.75, 6.292, 8.563, 10.526, 12.402",
    "1.2, 7.127, 9.602, 11.775, 13.907",
    "1.7, 7.918, 10.560, 12.901, 15.248"
  })
  void agreesWithAnExplicitProgram(
      double radius, double at60, double at150, double at300, double at600) {
    DoubleUnaryOperator conductivity =
        t ->
            t > 273
                ? 0.52
                : t > 251
                    ? 0.5 + (273 - t) * 1.248 / 22 + 0.02 * (t - 251) / 22
                    : 1005 * Math.pow(t, -1.15);
    RadialTissue tissue =
        RadialTissue.of(
                conductivity, 3.82e6, t -> 1.9e6, 250e6, 265.15, 272.15, List.of(251.0, 273.0))
            .withBlood(SampleTissues.BLOOD, SampleTissues.BODY, 0);
    List<RadialState> states =
        RadialReference.run(
            tissue,
            1e-3 * radius,
            RadialSchedule.of(600, Wall.at(COLD)),
            Resolution.STANDARD.longerSteps(2),
            60,
            150,
            300,
            600);
    double[] expected = {at60, at150, at300, at600};
    for (int i = 0; i < 4; i++) {
      assertThat(1e3 * states.get(i).liquidusRadius())
          .isCloseTo(expected[i], Percentage.withPercentage(0.1));
    }
  }

  @Test
  void energyIsKeptThroughFreezeThawAndFreeze() {
    RadialTissue tissue =
        SampleTissues.perfusedRabin().withBlood(SampleTissues.BLOOD, 310.15, 4200);
    RadialSchedule schedule =
        RadialSchedule.of(300, new Wall.Settling(COLD, 20))
            .then(120, Wall.insulated())
            .then(300, new Wall.Settling(COLD, 20))
            .then(120, new Wall.Settling(313.15, 10));
    List<RadialState> states =
        RadialReference.run(tissue, RADIUS, schedule, 300, 360, 420, 720, 780, 840);
    assertThat(states)
        .allSatisfy(s -> assertThat(s.energy().imbalance()).isCloseTo(0, within(1e-9)));
    RadialEnergy frozen = states.get(0).energy();
    assertThat(frozen.needle()).isPositive();
    assertThat(frozen.blood()).isPositive();
    assertThat(frozen.metabolism())
        .isCloseTo(4200 * 300 * Math.PI * 0.1 * 0.1, Percentage.withPercentage(1));
    assertThat(states.get(1).energy().needle()).isEqualTo(states.get(0).energy().needle());
    // thawing melts the ice back, but the tissue keeps no blood
    assertThat(states.get(2).liquidusRadius()).isLessThan(states.get(0).liquidusRadius());
    assertThat(states.get(2).stasisRadius()).isGreaterThanOrEqualTo(states.get(0).liquidusRadius());
    assertThat(states.get(3).liquidusRadius()).isGreaterThan(states.get(0).liquidusRadius());
    assertThat(states.get(5).wallTemperature()).isCloseTo(313.15, within(0.01));
    assertThat(states.get(5).radius(253.15)).isZero();
    assertThat(states.get(5).radiusEverReached(253.15))
        .isGreaterThanOrEqualTo(states.get(3).radius(253.15));
  }

  @Test
  void bloodFlowsOnlyBeyondWhatEverFroze() {
    RadialTissue tissue = SampleTissues.perfusedRabin();
    RadialSchedule schedule = RadialSchedule.of(120, Wall.at(COLD)).then(300, Wall.insulated());
    List<RadialState> states = RadialReference.run(tissue, RADIUS, schedule, 300, 301);
    RadialState state = states.get(0);
    assertThat(state.liquidusRadius()).isLessThan(0.9 * state.stasisRadius());
    double brought = 0;
    double everywhere = 0;
    double step = 1e-5;
    for (double r = RADIUS + step / 2; r < 0.1; r += step) {
      double heat = 2 * Math.PI * r * step * SampleTissues.BLOOD * (310.15 - state.temperature(r));
      everywhere += r > state.liquidusRadius() ? heat : 0;
      brought += r > state.stasisRadius() ? heat : 0;
    }
    double booked = states.get(1).energy().blood() - state.energy().blood();
    assertThat(booked).isCloseTo(brought, Percentage.withPercentage(0.5));
    assertThat(booked).isLessThan(0.9 * everywhere);
  }

  @Test
  void refusesTimesOutsideTheSchedule() {
    RadialSchedule schedule = RadialSchedule.of(60, Wall.at(COLD));
    RadialTissue tissue = SampleTissues.constant();
    for (double[] times : new double[][] {{}, {0, 60}, {30, 20}, {61}, {Double.NaN}}) {
      assertThatThrownBy(() -> RadialReference.run(tissue, RADIUS, schedule, times))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> RadialReference.run(tissue, 0.2, schedule, 10))
        .hasMessageContaining("inside the outer radius");
  }
}
