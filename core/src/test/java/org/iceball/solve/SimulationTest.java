package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.GasSupply;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.device.Phase.Kind;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Anatomy;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.NeedlePlacer;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.Region;
import org.iceball.model.Vasculature;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SimulationTest {
  private static final double BODY = 310.15;
  private static final Faces INSULATED = new Faces(Faces.Kind.INSULATED, BODY);
  private static final Faces HELD = new Faces(Faces.Kind.HELD, BODY);

  /** An exact power of two, so that mirrored coordinates are mirrored to the last bit [m]. */
  private static final double BINARY_MILLIMETRE = 0x1p-10;

  private static final Tissue LIVER =
      Cases.liver(0.016, FrozenLaw.RABIN).with(TissueProperty.METABOLIC_HEAT, Cases.cited(4200));

  /** Fatter, colder to freeze, and with the other frozen law. */
  private static final Tissue FAT =
      Cases.liver(0.0005, FrozenLaw.CONSTANT)
          .with(TissueProperty.CONDUCTIVITY, Cases.cited(0.21))
          .with(TissueProperty.SPECIFIC_HEAT, Cases.cited(2348))
          .with(TissueProperty.DENSITY, Cases.cited(911))
          .with(TissueProperty.LIQUIDUS, Cases.cited(269.15))
          .with(TissueProperty.SOLIDUS, Cases.cited(258.15))
          .with(TissueProperty.METABOLIC_HEAT, Cases.cited(460));

  private static Protocol protocol(Object... kindAndSeconds) {
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < kindAndSeconds.length; i += 2) {
      phases.add(
          new Phase((Kind) kindAndSeconds[i], ((Number) kindAndSeconds[i + 1]).doubleValue()));
    }
    return new Protocol(phases);
  }

  private static Numerics numerics(StepperKind stepper, Precision precision, int threads) {
    return new Numerics(stepper, precision, threads, "cpu");
  }

  /** Liver with a slab of fat and a vessel, faces held, a needle through all of it. */
  private static Case mixed(double h, Vec3 middle, Vec3 axis, Protocol p, Numerics n) {
    Case one =
        Cases.homogeneous(
            LIVER,
            h,
            List.of(Cases.needle(Cases.probe(0.75e-3, 6e-3), middle, axis, p)),
            HELD,
            BODY,
            n);
    return new Case(
        one.title(),
        one.anatomy(),
        List.of(
            new Region(0, "liver", LIVER, Region.Role.ORGAN),
            new Region(1, "fat", FAT, Region.Role.SURROUNDING),
            new Region(2, "vein", LIVER, Region.Role.VESSEL)),
        one.spacing(),
        one.around(),
        one.faces(),
        one.initialTemperature(),
        one.needles(),
        one.thresholds(),
        one.margins(),
        one.lethal(),
        one.snapshotEvery(),
        n);
  }

  private static final int NX = 18;
  private static final int NY = 17;
  private static final int NZ = 15;

  /** Fat at the left, a vessel along y; the indices may be mirrored. */
  private static Anatomy mixedAnatomy(double h, boolean mx, boolean my, boolean mz) {
    Anatomy empty = Cases.empty(NX, NY, NZ, h);
    Grid g = empty.labels().grid();
    byte[] labels = new byte[g.cells()];
    for (int k = 0; k < NZ; k++) {
      for (int j = 0; j < NY; j++) {
        for (int i = 0; i < NX; i++) {
          int label = i < 5 + j / 6 ? 1 : 0;
          label = Math.hypot(i - 13, k - 6) < 1.6 + 0.1 * j ? 2 : label;
          int at = g.index(mx ? NX - 1 - i : i, my ? NY - 1 - j : j, mz ? NZ - 1 - k : k);
          labels[at] = (byte) label;
        }
      }
    }
    return new Anatomy(new Labels(g, labels), null, Vec3.ZERO, 1e-3, 0);
  }

  private static final Protocol EVERYTHING =
      protocol(
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
        mixed(
            1e-3,
            Vec3.mm(-1.3, 0.4, 0.2),
            new Vec3(0.3, 1, 0.2).unit(),
            EVERYTHING,
            numerics(stepper, precision, threads));
    return Simulation.run(asked, mixedAnatomy(1e-3, false, false, false));
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

  @ParameterizedTest
  @CsvSource({"x, EULER", "y, EULER", "z, EULER", "x, RKL2", "y, RKL2", "z, RKL2"})
  void mirroredCasesGiveMirroredTemperatures(String axis, StepperKind stepper) {
    boolean mx = axis.equals("x");
    boolean my = axis.equals("y");
    boolean mz = axis.equals("z");
    float[] plain = temperature(stepper, false, false, false);
    float[] mirrored = temperature(stepper, mx, my, mz);
    int different = 0;
    double most = 0;
    for (int k = 0; k < NZ; k++) {
      for (int j = 0; j < NY; j++) {
        for (int i = 0; i < NX; i++) {
          int mi = mx ? NX - 1 - i : i;
          int mj = my ? NY - 1 - j : j;
          int mk = mz ? NZ - 1 - k : k;
          float a = plain[i + NX * (j + NY * k)];
          float b = mirrored[mi + NX * (mj + NY * mk)];
          different += a == b ? 0 : 1;
          most = Math.max(most, Math.abs(a - b));
        }
      }
    }
    assertThat(different).as("cells that differ, by up to %s K", most).isZero();
  }

  @ParameterizedTest
  @CsvSource({"x, EULER", "y, EULER", "z, EULER", "x, RKL2", "y, RKL2", "z, RKL2"})
  void mirroredCasesGiveMirroredEnthalpiesToTheLastBit(String axis, StepperKind stepper) {
    boolean mx = axis.equals("x");
    boolean my = axis.equals("y");
    boolean mz = axis.equals("z");
    double[] plain = enthalpy(stepper, false, false, false);
    double[] mirrored = enthalpy(stepper, mx, my, mz);
    int different = 0;
    for (int k = 0; k < NZ; k++) {
      for (int j = 0; j < NY; j++) {
        for (int i = 0; i < NX; i++) {
          int mi = mx ? NX - 1 - i : i;
          int mj = my ? NY - 1 - j : j;
          int mk = mz ? NZ - 1 - k : k;
          different += plain[i + NX * (j + NY * k)] == mirrored[mi + NX * (mj + NY * mk)] ? 0 : 1;
        }
      }
    }
    assertThat(different).as("cells that differ").isZero();
  }

  /** Enthalpies after 40 steps of the mixed case with its needle freezing. */
  private static double[] enthalpy(StepperKind stepper, boolean mx, boolean my, boolean mz) {
    double h = BINARY_MILLIMETRE;
    Case asked = mirrored(stepper, mx, my, mz);
    Anatomy anatomy = mixedAnatomy(h, mx, my, mz);
    List<Needle> needles = NeedlePlacer.place(asked, anatomy);
    Model model = ModelCompiler.compile(asked, anatomy.labels(), needles);
    double[] all = new double[model.grid().cells()];
    double[] powers = new double[Powers.size(1)];
    EnergyLedger ledger = new EnergyLedger(powers.length);
    Stepper steps =
        stepper == StepperKind.EULER
            ? new EulerStepper(0.95)
            : new Rkl2Stepper(Rkl2Stepper.TOLERANCE);
    try (CpuBackend backend = new CpuBackend(model, Precision.FP64, 2)) {
      BloodFlow blood = new BloodFlow(model, Vasculature.none(1), BloodSupply.BY_CALIBRE);
      NeedleWalls walls = new NeedleWalls(model, needles, List.of(), GasSupply.ORDINARY);
      double[] clamped = new double[model.materials().size()];
      Drives drives = new Drives(model, backend, walls, blood, clamped);
      drives.begin(0, 60, powers);
      backend.rate(powers);
      for (int step = 0; step < 40; step++) {
        steps.step(backend, powers, 0.25, drives, ledger);
      }
      backend.readEnthalpy(all);
    }
    return all;
  }

  private static float[] temperature(StepperKind stepper, boolean mx, boolean my, boolean mz) {
    return Simulation.run(
            mirrored(stepper, mx, my, mz), mixedAnatomy(BINARY_MILLIMETRE, mx, my, mz))
        .temperature();
  }

  private static Case mirrored(StepperKind stepper, boolean mx, boolean my, boolean mz) {
    double h = BINARY_MILLIMETRE;
    Vec3 middle = new Vec3((mx ? 1 : -1) * h * 1.25, (my ? -1 : 1) * h * 0.5, (mz ? -1 : 1) * h);
    Vec3 axis = new Vec3(mx ? -0.25 : 0.25, my ? -1 : 1, mz ? -0.5 : 0.5);
    return mixed(
        h,
        middle,
        axis,
        protocol(Kind.FREEZE, 60, Kind.PASSIVE_THAW, 30),
        numerics(stepper, Precision.FP64, 2));
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
                    protocol(Kind.PASSIVE_THAW, 600))),
            INSULATED,
            300,
            numerics(StepperKind.RKL2, Precision.FP64, 1));
    Outcome o = Simulation.run(asked, Cases.empty(8, 9, 10, 1e-3));
    assertThat(o.energy().stored()).isZero();
    assertThat(o.temperature()).containsOnly(300f);
  }

  @Test
  void heatSpreadsInAnInsulatedBoxAndNoneIsLost() {
    Tissue still = Cases.liver(0, FrozenLaw.RABIN);
    Protocol p = protocol(Kind.FREEZE, 60, Kind.PASSIVE_THAW, 600);
    Case asked =
        Cases.homogeneous(
            still,
            1e-3,
            List.of(Cases.needle(Cases.probe(0.75e-3, 4e-3), Vec3.ZERO, new Vec3(0, 0, 1), p)),
            INSULATED,
            300,
            numerics(StepperKind.RKL2, Precision.FP64, 1));
    EnergyReport e = Simulation.run(asked, Cases.empty(12, 12, 12, 1e-3)).energy();
    assertThat(e.stored()).isCloseTo(-e.takenByNeedles().get(0), within(1e-12 * -e.stored()));
    assertThat(e.perfusion() + e.metabolism() + e.boundary() + e.vessels()).isZero();
  }

  @Test
  void theFastStepperAgreesWithTheSlowOneInEveryPhase() {
    Map<String, Protocol> ends = new HashMap<>();
    ends.put("freeze 1", protocol(Kind.FREEZE, 120));
    ends.put("thaw", protocol(Kind.FREEZE, 120, Kind.PASSIVE_THAW, 60));
    ends.put("freeze 2", protocol(Kind.FREEZE, 120, Kind.PASSIVE_THAW, 60, Kind.FREEZE, 120));
    ends.put("active", protocol(Kind.FREEZE, 120, Kind.ACTIVE_THAW, 20));
    for (Map.Entry<String, Protocol> end : ends.entrySet()) {
      double[][] radii = new double[2][];
      for (StepperKind stepper : StepperKind.values()) {
        Case asked =
            Cases.homogeneous(
                LIVER,
                1e-3,
                List.of(
                    Cases.needle(
                        Cases.probe(0.75e-3, 12e-3),
                        Vec3.mm(0.2, 0.3, 0),
                        new Vec3(0, 0, 1),
                        end.getValue())),
                HELD,
                BODY,
                numerics(stepper, Precision.FP64, 2));
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
              LIVER,
              1e-3,
              List.of(
                  Cases.needle(
                      Cases.probe(0.75e-3, 12e-3),
                      Vec3.mm(0.2, 0.3, 0),
                      new Vec3(0, 0, 1),
                      Cases.freeze(600))),
              INSULATED,
              BODY,
              numerics(StepperKind.RKL2, precision, 2));
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
    Outcome living = runBox(perfused, box, 300, protocol(Kind.PASSIVE_THAW, 60));
    double expected = BODY - (BODY - 300) * Math.exp(-rate * 60);
    for (float t : living.temperature()) {
      assertThat((double) t).isCloseTo(expected, within(0.03));
    }
    Outcome frozen = runBox(perfused, box, 300, protocol(Kind.FREEZE, 120, Kind.ACTIVE_THAW, 900));
    Outcome after =
        runBox(
            perfused,
            box,
            300,
            protocol(Kind.FREEZE, 120, Kind.ACTIVE_THAW, 900, Kind.PASSIVE_THAW, 3600));
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
            numerics(StepperKind.RKL2, Precision.FP64, 1));
    return Simulation.run(asked, box);
  }
}
