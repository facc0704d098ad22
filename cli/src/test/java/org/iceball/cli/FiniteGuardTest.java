package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.iceball.grid.Grid;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.solve.Backends;
import org.iceball.solve.Checkpoints;
import org.iceball.state.StateIn;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A cell that is no longer a number stops the run, wherever and whenever it is planted. */
class FiniteGuardTest {
  private static final String CASE =
      SmallCase.patient("Something goes wrong", "48 mm, 48 mm, 48 mm", "12 mm")
              .replace("outside, tissue: liver", "outside, tissue: fat")
          + """
            needles:
              - name: A
                probe: {base: 17G, active_length: 12 mm}
                target: {from: target_centre}
                direction: [0.1, 0, 1]
            protocol: freeze 4 min, thaw 2 min passive
            injury: []
            grid: {spacing: 3 mm, around: everything}
            """;

  @TempDir static Path folder;

  @Test
  void aHundredPlantedOnTheCpuAreFound() throws Exception {
    for (int seed = 0; seed < 100; seed++) {
      Precision precision = seed % 3 == 0 ? Precision.FP32 : Precision.FP64;
      StepperKind stepper = seed % 5 == 0 ? StepperKind.EULER : StepperKind.RKL2;
      plant(new Numerics(stepper, precision, 1, "cpu"), seed);
    }
  }

  @Test
  void aDozenPlantedOnOpenClAreFound() throws Exception {
    plantOnOpenCl(0, 12);
  }

  @Test
  @Tag("long")
  void aHundredPlantedOnOpenClAreFound() throws Exception {
    plantOnOpenCl(12, 112);
  }

  private static void plantOnOpenCl(int from, int to) throws Exception {
    boolean found = Backends.providers().stream().anyMatch(p -> !p.devices().isEmpty());
    assertThat(found || !"1".equals(System.getenv("ICEBALL_NEEDS_OPENCL"))).isTrue();
    assumeTrue(found, "no OpenCL");
    for (int seed = from; seed < to; seed++) {
      Precision precision = seed % 3 == 0 ? Precision.FP32 : Precision.FP64;
      plant(new Numerics(StepperKind.RKL2, precision, 1, "opencl:0"), seed);
    }
  }

  private static void plant(Numerics numerics, int seed) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Case asked =
        CaseReader.readText(
                CASE, folder, List.of(), TissueLibrary.bundled(), ProbeLibrary.bundled())
            .asked()
            .withNumerics(numerics);
    Anatomy anatomy = Engine.anatomy(asked);
    Grid grid = anatomy.labels().grid();
    Planter planter =
        new Planter(
            random.nextInt(grid.cells()),
            random.nextInt(1, 40),
            switch (random.nextInt(3)) {
              case 0 -> Double.NaN;
              case 1 -> Double.POSITIVE_INFINITY;
              default -> Double.NEGATIVE_INFINITY;
            });
    try {
      Engine.run(asked, anatomy, planter);
      fail("seed %s: nobody noticed", seed);
    } catch (CaseException e) {
      Finding f = e.findings().get(0);
      assertThat(f.complaint()).isEqualTo(Complaint.NOT_FINITE);
      assertThat(planter.stepsSince).as("seed %s", seed).isLessThanOrEqualTo(50);
      assertThat(planter.keptSince).as("seed %s: states kept after it", seed).isZero();
      // the first cell that is found need not be the one that was planted: it spreads
      assertThat(f.place()).contains("cell (", "mm RAS", " s");
      assertThat(f.place())
          .containsAnyOf(asked.regions().stream().map(r -> r.name()).toArray(String[]::new));
    }
  }

  /** Plants at a step, and would keep a state before every later one. */
  private static final class Planter implements Checkpoints {
    private final int cell;
    private final int atStep;
    private final double what;
    private int steps;
    private int stepsSince;
    private int keptSince;

    Planter(int cell, int atStep, double what) {
      this.cell = cell;
      this.atStep = atStep;
      this.what = what;
    }

    @Override
    public StateIn beginning(Supplier<Map<String, String>> identity) {
      return null;
    }

    @Override
    public boolean isDue(boolean last) {
      steps++;
      stepsSince += steps > atStep ? 1 : 0;
      // once to plant, and then where a careless run would keep its state
      return steps == atStep || (steps > atStep && steps % 7 == 0);
    }

    @Override
    public void keep(RunState state) {
      if (steps != atStep) {
        keptSince++;
        return;
      }
      try {
        Object backend = get(get(state, "this$0"), "backend");
        if (backend.getClass().getSimpleName().equals("CpuBackend")) {
          plantOnCpu(backend);
        } else {
          plantOnDevice(backend);
        }
      } catch (ReflectiveOperationException e) {
        throw new LinkageError(e.getMessage(), e);
      }
    }

    private void plantOnCpu(Object backend) throws ReflectiveOperationException {
      Object model = get(backend, "model");
      Grid g = (Grid) get(model, "grid");
      plantIn(get(backend, "whole"), cell / (g.nx() * g.ny()), cell % (g.nx() * g.ny()));
      Object split = get(backend, "split");
      if (split != null) {
        Object box = get(split, "box");
        int i = cell % g.nx() - (int) get(box, "i0");
        int j = cell / g.nx() % g.ny() - (int) get(box, "j0");
        int k = cell / g.nx() / g.ny() - (int) get(box, "k0");
        int width = (int) get(box, "i1") - (int) get(box, "i0");
        int depth = (int) get(box, "j1") - (int) get(box, "j0");
        int height = (int) get(box, "k1") - (int) get(box, "k0");
        if (i >= 0 && j >= 0 && k >= 0 && i < width && j < depth && k < height) {
          plantIn(get(split, "near"), k, i + width * j);
        }
      }
    }

    private void plantIn(Object patch, int k, int c) throws ReflectiveOperationException {
      Object h = get(get(get(patch, "kernel"), "state"), "h");
      if (h instanceof double[][] wide) {
        wide[k][c] = what;
      } else {
        ((float[][]) h)[k][c] = (float) what;
      }
    }

    private void plantOnDevice(Object backend) throws ReflectiveOperationException {
      double[] h = new double[((Grid) get(get(backend, "model"), "grid")).cells()];
      Method read = backend.getClass().getDeclaredMethod("readEnthalpy", double[].class);
      read.setAccessible(true);
      read.invoke(backend, h);
      h[cell] = what;
      Object state = get(backend, "state");
      Object memory = get(state, "memory");
      Object buffer = get(state, "h");
      Method put =
          memory.getClass().getDeclaredMethod("putReals", buffer.getClass(), double[].class);
      put.setAccessible(true);
      put.invoke(memory, buffer, h);
    }

    private static Object get(Object of, String name) throws ReflectiveOperationException {
      Field f = of.getClass().getDeclaredField(name);
      f.setAccessible(true);
      return f.get(of);
    }
  }
}
