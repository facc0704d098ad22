package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Only cells that heat may have reached are computed, and nothing is lost by that. */
class WindowTest {
  private static final double BODY = 310.15;
  private static final double COLD = 133.15;

  /** Tolerance of steps: the window is to be seen, not the error of time. */
  private static final double FINE = 1e-4;

  private static final Tissue LIVER = Cases.liver(0.016, FrozenLaw.RABIN);
  private static final Faces HELD = new Faces(Faces.Kind.HELD, BODY);

  private static final Faces INSULATED = new Faces(Faces.Kind.INSULATED, BODY);

  /** Enthalpies after two minutes beside a cold wall, and how much that took. */
  private record Run(double[] enthalpy, long evaluations, long updates) {}

  private static Run run(StepperKind kind, boolean everywhere) {
    Model model = model(LIVER, BODY, INSULATED);
    double[] h = new double[model.grid().cells()];
    EnthalpyCurve curve = model.materials().get(0).curve();
    double[] powers = new double[Powers.size(1)];
    Stepper stepper = kind == StepperKind.EULER ? new EulerStepper(0.8) : new Rkl2Stepper(FINE);
    try (CpuBackend backend = new CpuBackend(model, Precision.FP64, 2)) {
      if (everywhere) {
        backend.source(new double[h.length]); // no heat, but all cells are computed
      }
      backend.drive(new double[] {curve.integral(curve.enthalpy(COLD))});
      EnergyLedger ledger = new EnergyLedger(powers.length);
      backend.rate(powers);
      for (double left = 120; left > 1e-6; ) {
        left -= stepper.step(backend, powers, left, DrivenWalls.held(COLD), ledger);
      }
      backend.readEnthalpy(h);
      return new Run(h, stepper.evaluations(), backend.cellUpdates());
    }
  }

  @ParameterizedTest
  @EnumSource(StepperKind.class)
  void cellsThatAreNotComputedHardlyWouldHaveChanged(StepperKind kind) {
    Run some = run(kind, false);
    Run all = run(kind, true);
    double most = 0;
    for (int c = 0; c < all.enthalpy().length; c++) {
      most = Math.max(most, Math.abs(all.enthalpy()[c] - some.enthalpy()[c]));
    }
    // the window decides whether short steps for some cells are worth while: other steps, other
    // errors
    double bound = kind == StepperKind.EULER ? ActiveWindow.BOUND : 10 * ActiveWindow.BOUND;
    assertThat(most).isPositive().isLessThan(bound);
    assertThat(some.evaluations()).isCloseTo(all.evaluations(), withinPercentage(2));
    if (kind == StepperKind.EULER) {
      assertThat(some.updates()).isLessThan(all.updates() * 2 / 3);
    }
  }

  private static Model model(Tissue tissue, double start, Faces faces) {
    Grid grid = new Grid(10, 50, 50, 2e-3, Vec3.ZERO);
    Case one =
        Cases.homogeneous(
            tissue,
            2e-3,
            List.of(),
            faces,
            start,
            Cases.numerics(StepperKind.RKL2, Precision.FP64));
    List<Needle> needles =
        List.of(
            new Needle(
                "A",
                Cases.probe(0.75e-3, 6e-3),
                Vec3.mm(10, 50, 46),
                new Vec3(0, 0, 1),
                0,
                Cases.freeze(60)));
    return ModelCompiler.compile(one, new Labels(grid, new byte[grid.cells()]), needles);
  }

  @Test
  void onlyAModelAtRestHasAWindow() {
    Tissue warm = LIVER.with(TissueProperty.METABOLIC_HEAT, Cases.cited(400));
    assertThat(Quiet.atStart(model(LIVER, BODY, HELD))).isTrue();
    assertThat(Quiet.atStart(model(LIVER, BODY, new Faces(Faces.Kind.INSULATED, 280)))).isTrue();
    assertThat(Quiet.atStart(model(LIVER, BODY, new Faces(Faces.Kind.HELD, 310)))).isFalse();
    assertThat(Quiet.atStart(model(LIVER, BODY - 2, INSULATED))).as("blood warms it").isFalse();
    Tissue still = Cases.liver(0, FrozenLaw.RABIN);
    assertThat(Quiet.atStart(model(still, BODY - 1, INSULATED))).isTrue();
    assertThat(Quiet.atStart(model(warm, BODY, HELD))).as("its blood comes cooler").isTrue();
    assertThat(Quiet.atStart(model(warm, BODY - 2, INSULATED))).isFalse();
  }

  @Test
  void theWindowBeginsRoundTheNeedleAndKeepsItsMargin() {
    Model model = model(LIVER, BODY, HELD);
    ActiveWindow active = new ActiveWindow(model);
    Box start = active.atStart();
    assertThat(active.margin()).isEqualTo(4);
    assertThat(start.i0()).isZero();
    assertThat(start.i1()).isEqualTo(10);
    assertThat(start.j0()).isBetween(18, 20);
    assertThat(start.j1()).isBetween(30, 33);
    assertThat(start.cells()).isLessThan(model.grid().cells());
    assertThat(active.mayGrow(start)).isTrue();
    assertThat(active.mayGrow(Box.all(model.grid()))).isFalse();
    Box inner = new Box(0, 10, 24, 26, 24, 26);
    assertThat(active.keeping(start, inner)).isSameAs(start);
    Box grown = active.keeping(start, new Box(3, 5, 15, 26, 24, 26));
    assertThat(grown.j0()).isEqualTo(11);
    assertThat(grown.j1()).isEqualTo(start.j1());
    assertThat(grown.i1()).isEqualTo(10);
    Model moving = model(LIVER, BODY, new Faces(Faces.Kind.HELD, 300));
    assertThat(new ActiveWindow(moving).atStart()).isEqualTo(Box.all(moving.grid()));
    assertThat(new ActiveWindow(moving).mayGrow(start)).isFalse();
  }
}
