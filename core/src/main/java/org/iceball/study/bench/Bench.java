package org.iceball.study.bench;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Measures how fast the engine is here. */
public final class Bench {
  private Bench() {}

  /** What can be measured. */
  public enum Part {
    /** The bare kernel on several grids, beside what the machine does at best. */
    KERNEL,
    /** 10-5-10 at 2 mm and at 1 mm. */
    PROCEDURE,
    /** How the time of a run grows with the cells of a box of the same size. */
    SCALING,
    /** What a larger box costs round the same ice. */
    WINDOW
  }

  /**
   * Measures.
   *
   * @param bench the case
   * @param plan what computes, and how often
   * @param parts what is measured
   * @param quick leaves out what takes longest: spacings below 2 mm, and most of the protocol where
   *     only the growth of the time matters
   * @param progress told what is being measured
   * @throws org.iceball.units.CaseException where a device can't do what it is asked
   */
  public static BenchReport run(
      BenchCase bench, BenchPlan plan, Set<Part> parts, boolean quick, Consumer<String> progress) {
    Machine machine = Machine.here();
    List<Double> spacings = quick ? List.of(2e-3) : List.of(2e-3, 1e-3);
    try (CpuRoof roof = new CpuRoof(plan.threads())) {
      KernelBench kernels = new KernelBench(bench, plan, roof, progress);
      if (parts.contains(Part.KERNEL)) {
        kernels.run();
      }
      RunBench runs = new RunBench(bench, plan, progress);
      if (parts.contains(Part.PROCEDURE)) {
        runs.procedures(spacings);
      }
      if (parts.contains(Part.SCALING)) {
        runs.scaling(quick ? 0.05 : SCALING_FACTOR);
      }
      if (parts.contains(Part.WINDOW)) {
        runs.windows(spacings);
      }
      return new BenchReport(
          machine,
          Machine.loadNow(),
          plan.threads(),
          plan.devices(),
          kernels.roofs,
          kernels.rows,
          runs.rows,
          kernels.remarks);
    }
  }

  /** A tenth of 10-5-10 is enough to see how the time grows. */
  private static final double SCALING_FACTOR = 0.1;
}
