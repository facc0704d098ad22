package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Phase.Kind;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
  private static final double BODY = 310.15;
  private static final Faces INSULATED = new Faces(Faces.Kind.INSULATED, BODY);

  private static final Protocol EVERYTHING =
      MixedCase.protocol(
          Kind.FREEZE,
          120,
          Kind.PASSIVE_THAW,
          60,
          Kind.FREEZE,
          60,
          Kind.ACTIVE_THAW,
          120,
          Kind.PASSIVE_THAW,
          30);

  private static Outcome runMixed(StepperKind stepper, Precision precision, int threads) {
    Case asked =
        MixedCase.of(
            1e-3,
            Vec3.mm(-1.3, 0.4, 0.2),
            new Vec3(0.3, 1, 0.2).unit(),
            EVERYTHING,
            MixedCase.numerics(stepper, precision, threads));
    return Simulation.run(asked, MixedCase.anatomy(1e-3, false, false, false));
  }

  @ParameterizedTest
  @CsvSource({"EULER, FP64, 1e-12", "RKL2, FP64, 1e-12", "EULER, FP32, 1e-5", "RKL2, FP32, 1e-5"})
  void energyIsKeptThroughEverything(StepperKind stepper, Precision precision, double bound) {
    EnergyReport e = runMixed(stepper, precision, 1).energy();
    assertThat(e.imbalanceRelative()).isLessThanOrEqualTo(bound);
    assertThat(e.perfusion()).isPositive();
    assertThat(e.metabolism()).isPositive();
    assertThat(e.boundary()).isPositive();
    assertThat(e.vessels()).isPositive();
    assertThat(e.takenByNeedles().get(0)).isPositive();
  }

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"RKL2, FP64", "RKL2, FP32"})
  void theNumberOfThreadsChangesNoBit(StepperKind stepper, Precision precision) {
    Outcome one = runMixed(stepper, precision, 1);
    for (int threads : new int[] {2, 3, 7, 16}) {
      Outcome more = runMixed(stepper, precision, threads);
      assertThat(more.stats().stateHash())
          .as("%s threads", threads)
          .isEqualTo(one.stats().stateHash());
      assertThat(more.stats().steps()).isEqualTo(one.stats().steps());
      assertThat(more.stats().evaluations()).isEqualTo(one.stats().evaluations());
      assertThat(more.energy()).isEqualTo(one.energy());
      assertThat(more.history()).isEqualTo(one.history());
    }
  }

  @Test
  void anInsulatedBoxAtRestStaysAsItIs() {
    Tissue still = Cases.liver(0, FrozenLaw.RABIN);
    Case asked =
        Cases.homogeneous(
            still,
            1e-3,
            List.of(
                Cases.needle(
                    Cases.probe(0.75e-3, 4e-3),
                    Vec3.ZERO,
                    new Vec3(0, 0, 1),
                    MixedCase.protocol(Kind.PASSIVE_THAW, 600))),
            INSULATED,
            300,
            MixedCase.numerics(StepperKind.RKL2, Precision.FP64, 1));
    Outcome o = Simulation.run(asked, Cases.empty(8, 9, 10, 1e-3));
    assertThat(o.energy().stored()).isZero();
    assertThat(o.temperature()).containsOnly(300f);
  }

  @Test
  void heatSpreadsInAnInsulatedBoxAndNoneIsLost() {
    Tissue still = Cases.liver(0, FrozenLaw.RABIN);
    Protocol p = MixedCase.protocol(Kind.FREEZE, 60, Kind.PASSIVE_THAW, 600);
    Case asked =
        Cases.homogeneous(
            still,
            1e-3,
            List.of(Cases.needle(Cases.probe(0.75e-3, 4e-3), Vec3.ZERO, new Vec3(0, 0, 1), p)),
            INSULATED,
            300,
            MixedCase.numerics(StepperKind.RKL2, Precision.FP64, 1));
    EnergyReport e = Simulation.run(asked, Cases.empty(12, 12, 12, 1e-3)).energy();
    assertThat(e.stored()).isCloseTo(-e.takenByNeedles().get(0), within(1e-12 * -e.stored()));
    assertThat(e.perfusion() + e.metabolism() + e.boundary() + e.vessels()).isZero();
  }

  @Tag("slow")
  @Test
  void theFastStepperAgreesWithTheSlowOneInEveryPhase() {
    Map<String, Protocol> ends = new HashMap<>();
    ends.put("freeze 1", MixedCase.protocol(Kind.FREEZE, 120));
    ends.put("thaw", MixedCase.protocol(Kind.FREEZE, 120, Kind.PASSIVE_THAW, 60));
    ends.put(
        "freeze 2", MixedCase.protocol(Kind.FREEZE, 120, Kind.PASSIVE_THAW, 60, Kind.FREEZE, 120));
    ends.put("active", MixedCase.protocol(Kind.FREEZE, 120, Kind.ACTIVE_THAW, 20));
    for (Map.Entry<String, Protocol> end : ends.entrySet()) {
      double[][] radii = new double[2][];
      for (StepperKind stepper : StepperKind.values()) {
        Case asked =
            Cases.homogeneous(
                MixedCase.LIVER,
                1e-3,
                List.of(
                    Cases.needle(
                        Cases.probe(0.75e-3, 12e-3),
                        Vec3.mm(0.2, 0.3, 0),
                        new Vec3(0, 0, 1),
                        end.getValue())),
                MixedCase.HELD,
                BODY,
                MixedCase.numerics(stepper, Precision.FP64, 2));
        Outcome o = Simulation.run(asked, Cases.empty(26, 26, 32, 1e-3));
        radii[stepper == StepperKind.EULER ? 0 : 1] = radii(o);
      }
      for (int z = 0; z < 3; z++) {
        assertThat(radii[1][z]).as(end.getKey()).isCloseTo(radii[0][z], within(0.1));
      }
    }
  }

  /** Radii of spheres as large as the zones now [mm]. */
  private static double[] radii(Outcome o) {
    double[] r = new double[3];
    for (int z = 0; z < 3; z++) {
      Grid g = o.anatomy().labels().grid();
      double threshold = o.asked().thresholds().get(z);
      double volume = ZoneMetrics.volume(g, ColdFraction.of(g, o.temperature(), threshold));
      r[z] = 1e3 * Math.cbrt(3 * volume / (4 * Math.PI));
    }
    return r;
  }

  @Test
  void singlePrecisionIsWithinTwoHundredthsOfAKelvin() {
    float[][] t = new float[2][];
    for (Precision precision : Precision.values()) {
      Case asked =
          Cases.homogeneous(
              MixedCase.LIVER,
              1e-3,
              List.of(
                  Cases.needle(
                      Cases.probe(0.75e-3, 12e-3),
                      Vec3.mm(0.2, 0.3, 0),
                      new Vec3(0, 0, 1),
                      Cases.freeze(600))),
              INSULATED,
              BODY,
              MixedCase.numerics(StepperKind.RKL2, precision, 2));
      t[precision == Precision.FP64 ? 0 : 1] =
          Simulation.run(asked, Cases.empty(36, 36, 36, 1e-3)).temperature();
    }
    double most = 0;
    for (int c = 0; c < t[0].length; c++) {
      most = Math.max(most, Math.abs(t[0][c] - t[1][c]));
    }
    assertThat(most).isLessThanOrEqualTo(0.02);
  }

  @Test
  void livingTissueIsWarmedByBloodAndThawedTissueIsNot() {
    Tissue perfused = Cases.liver(0.016, FrozenLaw.RABIN);
    Anatomy box = Cases.empty(5, 5, 5, 1e-3);
    double rate = 0.016 * Tissue.Blood.HEAT_CAPACITY / (1079 * 3540);
    Outcome living = runBox(perfused, box, 300, MixedCase.protocol(Kind.PASSIVE_THAW, 60));
    double expected = BODY - (BODY - 300) * Math.exp(-rate * 60);
    for (float t : living.temperature()) {
      assertThat((double) t).isCloseTo(expected, within(0.03));
    }
    Outcome frozen =
        runBox(perfused, box, 300, MixedCase.protocol(Kind.FREEZE, 120, Kind.ACTIVE_THAW, 900));
    Outcome after =
        runBox(
            perfused,
            box,
            300,
            MixedCase.protocol(Kind.FREEZE, 120, Kind.ACTIVE_THAW, 900, Kind.PASSIVE_THAW, 3600));
    for (int c = 0; c < frozen.temperature().length; c++) {
      assertThat(frozen.lowest()[c]).isLessThan(272.15f);
      assertThat(frozen.temperature()[c]).isGreaterThan(280f);
    }
    assertThat(after.energy().perfusion()).isEqualTo(frozen.energy().perfusion());
    assertThat(after.energy().stored())
        .isCloseTo(frozen.energy().stored(), within(1e-12 * after.energy().perfusion()));
  }

  private static Outcome runBox(Tissue tissue, Anatomy box, double start, Protocol p) {
    Case asked =
        Cases.homogeneous(
            tissue,
            1e-3,
            List.of(Cases.needle(Cases.probe(0.75e-3, 4e-3), Vec3.ZERO, new Vec3(0, 0, 1), p)),
            INSULATED,
            start,
            MixedCase.numerics(StepperKind.RKL2, Precision.FP64, 1));
    return Simulation.run(asked, box);
  }
}
