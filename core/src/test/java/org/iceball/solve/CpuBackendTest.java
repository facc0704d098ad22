package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.Region;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Backend and steppers on models that no case file can ask for. */
class CpuBackendTest {
  private static final double BODY = 310.15;
  private static final double COLD = 133.15;
  private static final DrivenWalls WALLS = DrivenWalls.held(COLD);
  private static final Tissue STILL = Cases.liver(0, FrozenLaw.RABIN);

  /** One material a tissue, without perfusion unless the tissue has some. */
  private static Model compile(
      Grid grid, byte[] labels, Faces faces, List<Needle> needles, Tissue... tissues) {
    Case one =
        Cases.homogeneous(
            tissues[0],
            grid.spacing(),
            List.of(),
            faces,
            BODY,
            Cases.numerics(StepperKind.EULER, Precision.FP64));
    List<Region> regions = new ArrayList<>();
    for (int t = 0; t < tissues.length; t++) {
      regions.add(new Region(t, "tissue " + t, tissues[t], Region.Role.ORGAN));
    }
    Case asked =
        new Case(
            one.title(),
            one.anatomy(),
            regions,
            one.spacing(),
            one.around(),
            faces,
            BODY,
            List.of(),
            one.thresholds(),
            one.margins(),
            one.lethal(),
            one.snapshotEvery(),
            one.numerics());
    return ModelCompiler.compile(asked, new Labels(grid, labels), needles);
  }

  /** A model with other starting temperatures [K], held where {@code held} says so. */
  private static Model starting(Model model, double[] start, boolean[] held) {
    List<Material> materials = new ArrayList<>();
    for (int m = 0; m < start.length; m++) {
      Material of = model.materials().get(m);
      EnthalpyCurve c = of.curve();
      materials.add(new Material(of.name(), c, of.perfusion(), held[m], c.enthalpy(start[m])));
    }
    return new Model(model.grid(), model.material(), materials, model.needles(), model.faces());
  }

  private static void advance(
      Backend backend, Stepper stepper, int needles, double seconds, double coldestWall) {
    double[] powers = new double[Powers.size(needles)];
    EnergyLedger ledger = new EnergyLedger(powers.length);
    backend.rate(powers);
    double left = seconds;
    while (left > 1e-9 * seconds) {
      left -= stepper.step(backend, powers, left, DrivenWalls.held(coldestWall), ledger);
    }
  }

  @Test
  void twoTissuesInSeriesCarryTheExactSteadyFlux() {
    Tissue left = STILL;
    Tissue right = STILL.with(TissueProperty.CONDUCTIVITY, Cases.cited(0.21));
    double h = 1e-3;
    Grid grid = new Grid(12, 1, 1, h, Vec3.ZERO);
    // the end cells are held, each of its neighbour's tissue
    byte[] labels = {0, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 3};
    Faces faces = new Faces(Faces.Kind.INSULATED, BODY);
    Model model =
        starting(
            compile(grid, labels, faces, List.of(), left, left, right, right),
            new double[] {280, 300, 300, 320},
            new boolean[] {true, false, false, true});
    double[] h1 = new double[12];
    try (CpuBackend backend = new CpuBackend(model, Precision.FP64, 1)) {
      advance(backend, new EulerStepper(0.95), 0, 20_000, Double.POSITIVE_INFINITY);
      backend.readEnthalpy(h1);
    }
    double flux = (320 - 280) / (4.5 * h / 0.52 + 6.5 * h / 0.21);
    for (int i = 0; i + 1 < 12; i++) {
      EnthalpyCurve a = model.materialOf(i).curve();
      EnthalpyCurve b = model.materialOf(i + 1).curve();
      double resistance = i == 4 ? h / 2 / 0.52 + h / 2 / 0.21 : h / (i < 4 ? 0.52 : 0.21);
      double here = (b.temperature(h1[i + 1]) - a.temperature(h1[i])) / resistance;
      assertThat(here / flux - 1).as("face %s", i).isCloseTo(0, within(1e-9));
    }
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(Precision.class)
  void aStepAllocatesNothing(Precision precision) {
    Grid grid = Cases.empty(20, 18, 16, 1e-3).labels().grid();
    Model model = driven(grid);
    double[] powers = new double[Powers.size(1)];
    EnergyLedger ledger = new EnergyLedger(powers.length);
    try (CpuBackend backend = new CpuBackend(model, precision, 1)) {
      drive(backend, model);
      for (Stepper stepper : List.of(new EulerStepper(0.95), new Rkl2Stepper(MONOTONE))) {
        // vectors are objects until the compiler has seen enough of them
        long taken = Long.MAX_VALUE;
        for (int batch = 0; batch < 60 && taken > 0; batch++) {
          taken = allocatedBy(() -> stepper.step(backend, powers, 0.5, WALLS, ledger));
        }
        assertThat(taken).as("bytes in 50 steps").isZero();
      }
    }
  }

  @Test
  void noThreadAllocatesInAStep() {
    Grid grid = Cases.empty(20, 18, 16, 1e-3).labels().grid();
    Model model = driven(grid);
    double[] powers = new double[Powers.size(1)];
    EnergyLedger ledger = new EnergyLedger(powers.length);
    try (CpuBackend backend = new CpuBackend(model, Precision.FP64, 3)) {
      drive(backend, model);
      Stepper stepper = new Rkl2Stepper(MONOTONE);
      ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
      long[] team =
          Thread.getAllStackTraces().keySet().stream()
              .filter(t -> t.getName().matches("iceball-\\d+") || t == Thread.currentThread())
              .mapToLong(Thread::getId)
              .toArray();
      assertThat(team.length).isGreaterThanOrEqualTo(3);
      long taken = Long.MAX_VALUE;
      for (int batch = 0; batch < 60 && taken > 0; batch++) {
        long[] before = threads.getThreadAllocatedBytes(team);
        long[] again = threads.getThreadAllocatedBytes(team);
        for (int n = 0; n < 50; n++) {
          stepper.step(backend, powers, 0.5, WALLS, ledger);
        }
        long[] after = threads.getThreadAllocatedBytes(team);
        taken = 0;
        for (int t = 0; t < team.length; t++) {
          // looking allocates, too, on the thread that looks
          long looking = again[t] - before[t];
          taken += after[t] - again[t] - looking;
        }
      }
      assertThat(taken).as("bytes in 50 steps").isZero();
    }
  }

  /** Bytes that this thread allocates while something is done 50 times. */
  private static long allocatedBy(Runnable step) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long id = Thread.currentThread().getId();
    long before = threads.getThreadAllocatedBytes(id);
    long nothing = threads.getThreadAllocatedBytes(id) - before;
    before = threads.getThreadAllocatedBytes(id);
    for (int n = 0; n < 50; n++) {
      step.run();
    }
    return threads.getThreadAllocatedBytes(id) - before - nothing;
  }

  private static Model driven(Grid grid) {
    Needle needle =
        new Needle(
            "A",
            Cases.probe(0.75e-3, 6e-3),
            Vec3.mm(0.2, 0.1, -3),
            new Vec3(0, 0, 1),
            0,
            Cases.freeze(600));
    Faces faces = new Faces(Faces.Kind.INSULATED, BODY);
    return compile(grid, new byte[grid.cells()], faces, List.of(needle), STILL);
  }

  private static void drive(Backend backend, Model model) {
    double[] wall = new double[model.materials().size()];
    for (int m = 0; m < wall.length; m++) {
      EnthalpyCurve c = model.materials().get(m).curve();
      wall[m] = c.integral(c.enthalpy(COLD));
    }
    backend.drive(wall);
  }

  @Tag("slow")
  @ParameterizedTest
  @EnumSource(StepperKind.class)
  void noCellBecomesColderThanTheWallOrWarmerThanTheStart(StepperKind kind) {
    Model model = driven(Cases.empty(12, 12, 12, 1e-3).labels().grid());
    assertRange(model, kind, 1, COLD, COLD, BODY);
  }

  @ParameterizedTest
  @EnumSource(StepperKind.class)
  void noCellLeavesTheRangeOfFacesAndStart(StepperKind kind) {
    Grid grid = Cases.empty(7, 8, 9, 1e-3).labels().grid();
    Model model =
        compile(grid, new byte[grid.cells()], new Faces(Faces.Kind.HELD, 260), List.of(), STILL);
    assertRange(model, kind, 0, Double.POSITIVE_INFINITY, 260, BODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"INSULATED", "HELD"})
  void noCellLeavesTheRangeOfARaggedStart(Faces.Kind faces) {
    Grid grid = Cases.empty(7, 8, 9, 1e-3).labels().grid();
    byte[] labels = new byte[grid.cells()];
    Random random = new Random(7);
    for (int c = 0; c < labels.length; c++) {
      labels[c] = (byte) random.nextInt(2);
    }
    Model model =
        starting(
            compile(grid, labels, new Faces(faces, 290), List.of(), STILL, STILL),
            new double[] {290, 310},
            new boolean[] {false, false});
    assertRange(model, StepperKind.EULER, 0, Double.POSITIVE_INFINITY, 290, 310);
  }

  /**
   * Tolerance at which RKL2 keeps the range of a face that is 50 K colder at once. At that of
   * ordinary runs a cell beside such a face undershoots it by 3.3 K (docs/numerics.md).
   */
  private static final double MONOTONE = 0.003;

  private static void assertRange(
      Model model, StepperKind kind, int needles, double coldestWall, double low, double high) {
    boolean euler = kind == StepperKind.EULER;
    Stepper stepper = euler ? new EulerStepper(0.95) : new Rkl2Stepper(MONOTONE);
    double slack = euler ? 1e-9 : 1e-3;
    double[] state = new double[model.grid().cells()];
    double least = Double.POSITIVE_INFINITY;
    double most = 0;
    double[] powers = new double[Powers.size(needles)];
    EnergyLedger ledger = new EnergyLedger(powers.length);
    try (CpuBackend backend = new CpuBackend(model, Precision.FP64, 1)) {
      if (needles > 0) {
        drive(backend, model);
      }
      backend.rate(powers);
      double t = 0;
      while (t < 600) {
        t +=
            stepper.step(
                backend, powers, Math.min(20, 600.1 - t), DrivenWalls.held(coldestWall), ledger);
        backend.readEnthalpy(state);
        for (int c = 0; c < state.length; c++) {
          double here = model.materialOf(c).curve().temperature(state[c]);
          least = Math.min(least, here);
          most = Math.max(most, here);
        }
      }
    }
    assertThat(least).isGreaterThanOrEqualTo(low - slack);
    assertThat(most).isLessThanOrEqualTo(high + slack);
  }
}
