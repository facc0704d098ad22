package org.iceball.benchmarks;

import java.util.concurrent.TimeUnit;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.Powers;
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
 * The sweeps of the CPU backend over a whole cube with three tissues, a vessel and a needle through
 * every plane. {@code rate} evaluates the table, conducts and perfuses; {@code stage} adds the
 * recursion of the stages, {@code attempt} the error, {@code accept} the bookkeeping of a step.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class KernelBenchmark {
  /** Edge of the cube [cells]. */
  @Param({"64", "128"})
  public int edge;

  /** Word length of the state. */
  @Param({"FP32", "FP64"})
  public Precision precision;

  /** Threads of the backend. */
  @Param({"2"})
  public int threads;

  private CpuBackend backend;
  private double[] powers;
  private double tau;

  /** Opens the backend and leaves a trial change in it. */
  @Setup(Level.Trial)
  public void open() {
    BenchCase bench = Library.bench();
    Model model = bench.kernel(BenchCase.cube(edge, 1e-3));
    backend = new CpuBackend(model, precision, threads);
    powers = new double[Powers.size(1)];
    backend.drive(bench.wall(model));
    backend.rate(powers);
    tau = 1 / backend.stiffness(bench.probe().freezeTemperature().value());
    backend.firstStage(tau);
  }

  /** Ends its threads. */
  @TearDown(Level.Trial)
  public void close() {
    backend.close();
  }

  /** m = balance(h). */
  @Benchmark
  public double rate() {
    backend.rate(powers);
    return powers[0];
  }

  /** d = mu d + nu (d before) + a balance(h + d) + b m, with factors that keep d bounded. */
  @Benchmark
  public double stage() {
    backend.nextStage(0.5, 0.25, 0.05 * tau, 0.05 * tau, powers);
    return powers[0];
  }

  /** The balance at the trial state, and the error. */
  @Benchmark
  public double attempt() {
    return backend.attempt(tau, powers);
  }

  /** The first stage of a step, and its acceptance: h moves by a step too short to matter. */
  @Benchmark
  public void accept() {
    backend.firstStage(1e-9 * tau);
    backend.accept();
  }
}
