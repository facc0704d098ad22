package org.iceball.benchmarks;

import java.util.concurrent.TimeUnit;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.DrivenWalls;
import org.iceball.solve.EnergyLedger;
import org.iceball.solve.EulerStepper;
import org.iceball.solve.Powers;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.solve.Stepper;
import org.iceball.study.bench.BenchCase;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * One step of a stepper on 64^3 cells of 1 mm, a minute into a freeze, at most 2 s long: one of
 * Euler's is a tenth of a second of simulated time, one of RKL2's mostly the whole 2 s.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class StepperBenchmark {
  private static final double LONGEST = 2;

  /** Which stepper. */
  @Param({"EULER", "RKL2"})
  public StepperKind stepper;

  /** Word length of the state. */
  @Param({"FP32", "FP64"})
  public Precision precision;

  private CpuBackend backend;
  private Stepper stepping;
  private EnergyLedger ledger;
  private double[] powers;
  private double cold;

  /** Freezes for a minute. */
  @Setup(Level.Trial)
  public void freeze() {
    BenchCase bench = Library.bench();
    Model model = bench.kernel(BenchCase.cube(64, 1e-3));
    backend = new CpuBackend(model, precision, 2);
    backend.drive(bench.wall(model));
    cold = bench.probe().freezeTemperature().value();
    powers = new double[Powers.size(1)];
    ledger = new EnergyLedger(powers.length);
    stepping =
        stepper == StepperKind.EULER
            ? new EulerStepper(0.8)
            : new Rkl2Stepper(Rkl2Stepper.TOLERANCE);
    Stepper first = new Rkl2Stepper(Rkl2Stepper.TOLERANCE);
    double time = 0;
    while (time < 60) {
      time += first.step(backend, powers, LONGEST, DrivenWalls.held(cold), ledger);
    }
  }

  /** Ends its threads. */
  @TearDown(Level.Trial)
  public void close() {
    backend.close();
  }

  /** One step. */
  @Benchmark
  public double step() {
    return stepping.step(backend, powers, LONGEST, DrivenWalls.held(cold), ledger);
  }
}
