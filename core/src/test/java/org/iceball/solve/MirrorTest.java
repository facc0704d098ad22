package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.iceball.device.GasSupply;
import org.iceball.device.Needle;
import org.iceball.device.Phase.Kind;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.NeedlePlacer;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.Vasculature;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A case and its mirror image do the same, to the last bit. */
class MirrorTest {
  /** An exact power of two, so that mirrored coordinates are mirrored to the last bit [m]. */
  private static final double BINARY_MILLIMETRE = 0x1p-10;

  @Tag("slow")
  @ParameterizedTest
  @CsvSource({"x, EULER", "y, EULER", "z, EULER", "x, RKL2", "y, RKL2", "z, RKL2"})
  void mirroredCasesGiveMirroredTemperatures(char axis, StepperKind stepper) {
    float[] plain = temperature(stepper, false, false, false);
    float[] mirrored = temperature(stepper, axis == 'x', axis == 'y', axis == 'z');
    assertMirrored(axis, c -> plain[c], c -> mirrored[c]);
  }

  @ParameterizedTest
  @CsvSource({"x, EULER", "y, EULER", "z, EULER", "x, RKL2", "y, RKL2", "z, RKL2"})
  void mirroredCasesGiveMirroredEnthalpiesToTheLastBit(char axis, StepperKind stepper) {
    double[] plain = enthalpy(stepper, false, false, false);
    double[] mirrored = enthalpy(stepper, axis == 'x', axis == 'y', axis == 'z');
    assertMirrored(axis, c -> plain[c], c -> mirrored[c]);
  }

  private static void assertMirrored(
      char axis, IntToDoubleFunction plain, IntToDoubleFunction mirrored) {
    int different = 0;
    double most = 0;
    for (int k = 0; k < MixedCase.NZ; k++) {
      for (int j = 0; j < MixedCase.NY; j++) {
        for (int i = 0; i < MixedCase.NX; i++) {
          int mi = axis == 'x' ? MixedCase.NX - 1 - i : i;
          int mj = axis == 'y' ? MixedCase.NY - 1 - j : j;
          int mk = axis == 'z' ? MixedCase.NZ - 1 - k : k;
          double a = plain.applyAsDouble(i + MixedCase.NX * (j + MixedCase.NY * k));
          double b = mirrored.applyAsDouble(mi + MixedCase.NX * (mj + MixedCase.NY * mk));
          different += a == b ? 0 : 1;
          most = Math.max(most, Math.abs(a - b));
        }
      }
    }
    assertThat(different).as("cells that differ, by up to %s", most).isZero();
  }

  /** Enthalpies after 40 steps of the mixed case with its needle freezing. */
  private static double[] enthalpy(StepperKind stepper, boolean mx, boolean my, boolean mz) {
    double h = BINARY_MILLIMETRE;
    Case asked = mirrored(stepper, mx, my, mz);
    Anatomy anatomy = MixedCase.anatomy(h, mx, my, mz);
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
            mirrored(stepper, mx, my, mz), MixedCase.anatomy(BINARY_MILLIMETRE, mx, my, mz))
        .temperature();
  }

  private static Case mirrored(StepperKind stepper, boolean mx, boolean my, boolean mz) {
    double h = BINARY_MILLIMETRE;
    Vec3 middle = new Vec3((mx ? 1 : -1) * h * 1.25, (my ? -1 : 1) * h * 0.5, (mz ? -1 : 1) * h);
    Vec3 axis = new Vec3(mx ? -0.25 : 0.25, my ? -1 : 1, mz ? -0.5 : 0.5);
    return MixedCase.of(
        h,
        middle,
        axis,
        MixedCase.protocol(Kind.FREEZE, 60, Kind.PASSIVE_THAW, 30),
        MixedCase.numerics(stepper, Precision.FP64, 2));
  }
}
