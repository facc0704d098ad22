package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.grid.Vec3;
import org.iceball.injury.HotIsotherm;
import org.iceball.injury.InjuryKind;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.LawZone;
import org.iceball.injury.NamedLaw;
import org.iceball.io.casefile.InjuryLibrary;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Laws with memory in whole runs. */
class InjuryRunTest {
  private static final Protocol PROTOCOL =
      new Protocol(
          List.of(
              new Phase(Phase.Kind.FREEZE, 120),
              new Phase(Phase.Kind.ACTIVE_THAW, 90),
              new Phase(Phase.Kind.FREEZE, 60)));

  static Case asked(Numerics numerics, List<NamedLaw> laws) {
    return Cases.homogeneous(
            Cases.liver(0.016, FrozenLaw.RABIN),
            2e-3,
            Cases.list(
                Cases.needle(Cases.probe(0.75e-3, 12e-3), Vec3.ZERO, new Vec3(0, 0, 1), PROTOCOL)),
            new Faces(Faces.Kind.HELD, 310.15),
            310.15,
            numerics)
        .withInjury(laws);
  }

  private static Outcome run(
      Numerics.StepperKind stepper, Numerics.Precision precision, int threads, boolean laws) {
    List<NamedLaw> all = List.copyOf(InjuryLibrary.bundled().all());
    Numerics numerics = new Numerics(stepper, precision, threads, "cpu");
    return Simulation.run(asked(numerics, laws ? all : List.of()), Cases.empty(26, 26, 26, 2e-3));
  }

  private static Map<String, LawZone> zones(Outcome outcome) {
    Map<String, LawZone> zones = new HashMap<>();
    outcome.injury().zones().forEach(z -> zones.put(z.name(), z));
    return zones;
  }

  @Test
  void watchingChangesNothingAndTheThreadsNothingEither() {
    Numerics.StepperKind rkl2 = Numerics.StepperKind.RKL2;
    Outcome bare = run(rkl2, Numerics.Precision.FP64, 2, false);
    Outcome one = run(rkl2, Numerics.Precision.FP64, 1, true);
    Outcome three = run(rkl2, Numerics.Precision.FP64, 3, true);
    assertThat(bare.injury()).isNull();
    assertThat(one.stats().stateHash()).isEqualTo(bare.stats().stateHash());
    assertThat(three.injury().zones()).isEqualTo(one.injury().zones());
    assertThat(three.injury().agreeing()).isEqualTo(one.injury().agreeing());
  }

  @Test
  void theLawsStandToEachOtherAsTheyMust() {
    Map<String, LawZone> z =
        zones(run(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 2, true));
    String[] falling = {"cold-16.1", "cold-19.4", "cold-20", "cold-25", "cold-30", "cold-40"};
    for (int n = 1; n < falling.length; n++) {
      assertThat(z.get(falling[n]).volume()).isLessThan(z.get(falling[n - 1]).volume());
    }
    double cold = z.get("cold-20").volume();
    assertThat(z.get("hold-20").volume()).isBetween(0.3 * cold, cold);
    assertThat(z.get("twice-20").volume()).isBetween(0.02 * cold, 0.9 * cold);
    assertThat(z.get("fast-20").volume()).isBetween(0.05 * cold, cold);
    assertThat(z.get("combined").volume())
        .isGreaterThanOrEqualTo(z.get("cold-40").volume())
        .isGreaterThanOrEqualTo(z.get("hold-20").volume())
        .isLessThanOrEqualTo(cold * (1 + 1e-6));
    assertThat(z.get("edge-4mm").volume()).isLessThan(z.get("edge-1.1mm").volume());
    for (String heat : new String[] {"hot-50", "arrhenius", "three-state", "cem43"}) {
      assertThat(z.get(heat).volume()).as(heat).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"RKL2,FP32", "EULER,FP64"})
  void otherStepsAndDigitsGiveTheSameDead(
      Numerics.StepperKind stepper, Numerics.Precision precision) {
    Map<String, LawZone> wanted =
        zones(run(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 2, true));
    Map<String, LawZone> found = zones(run(stepper, precision, 2, true));
    for (String law : new String[] {"hold-20", "twice-20", "fast-20", "edge-4mm", "combined"}) {
      double volume = wanted.get(law).volume();
      assertThat(found.get(law).volume()).as(law).isCloseTo(volume, within(0.02 * volume));
    }
  }

  /** Hot perfused tissue cools through its blood, unless its blood stands still. */
  @ParameterizedTest
  @EnumSource(Numerics.Precision.class)
  void coagulatedTissueHasNoBlood(Numerics.Precision precision) {
    Tissue liver = Cases.liver(0.05, FrozenLaw.RABIN);
    EnthalpyCurve curve = new EnthalpyCurve(ThermalLaw.of(liver));
    Material hot =
        new Material(
            "liver",
            curve,
            PerfusionLaw.of(liver, curve, 1e-3, 310.15),
            false,
            curve.enthalpy(333.15));
    Model model =
        new Model(
            Cases.empty(6, 6, 6, 1e-3).labels().grid(),
            new byte[216],
            List.of(hot),
            List.of(),
            new Faces(Faces.Kind.INSULATED, 310.15));
    InjuryLaw law = new HotIsotherm(323.15);
    NamedLaw named =
        new NamedLaw("hot", "hot", true, InjuryKind.HOTTER_THAN, Map.of(), List.of(), law);
    double[] end = new double[2];
    for (int stop = 0; stop < 2; stop++) {
      try (CpuBackend backend = new CpuBackend(model, precision, 1)) {
        InjuryWatch watch = new InjuryWatch(model, List.of(named), 0);
        Stepper stepper = new Rkl2Stepper(Rkl2Stepper.TOLERANCE, watch);
        double[] powers = new double[Powers.size(0)];
        EnergyLedger ledger = new EnergyLedger(powers.length);
        double before = backend.totalEnthalpy();
        DrivenWalls walls = DrivenWalls.held(Double.POSITIVE_INFINITY);
        for (double time = 0; time < 60; ) {
          time += stepper.step(backend, powers, 60 - time, walls, ledger);
          if (stop == 1 && watch.stopBlood(backend)) {
            stepper.changed();
          }
        }
        float[] temperature = new float[216];
        backend.readTemperature(temperature);
        end[stop] = temperature[100];
        double stored = backend.totalEnthalpy() - before;
        double wide = precision == Numerics.Precision.FP64 ? 1e-9 : 1e-4;
        assertThat(ledger.sum()).isCloseTo(stored, within(wide * Math.abs(stored)));
      }
    }
    assertThat(end[0]).isLessThan(333.15 - 5);
    assertThat(end[1]).isGreaterThan(333.15 - 3);
  }
}
