package org.iceball.benchmarks;

import java.util.concurrent.TimeUnit;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.Zone;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
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

/** What is done with a whole field: sums, temperatures, volumes and axes of a zone. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ReductionBenchmark {
  private static final double THRESHOLD = 273.15;

  /** Edge of the cube [cells]. */
  @Param({"50", "100"})
  public int edge;

  private Grid grid;
  private CpuBackend backend;
  private float[] temperature;
  private float[] read;

  /** An iceball of 34 mm in a box of 100 mm. */
  @Setup(Level.Trial)
  public void fill() {
    grid = BenchCase.cube(edge, 0.1 / edge);
    backend = new CpuBackend(Library.bench().kernel(grid), Precision.FP64, 2);
    read = new float[grid.cells()];
    temperature = new float[grid.cells()];
    for (int k = 0; k < edge; k++) {
      for (int j = 0; j < edge; j++) {
        for (int i = 0; i < edge; i++) {
          Vec3 p = grid.centre(i, j, k);
          double depth = 17e-3 - new Vec3(p.x(), p.y(), 0.6 * p.z()).norm();
          temperature[grid.index(i, j, k)] = (float) (THRESHOLD - 4000 * depth);
        }
      }
    }
  }

  /** Ends its threads. */
  @TearDown(Level.Trial)
  public void close() {
    backend.close();
  }

  /** Total enthalpy with compensation. */
  @Benchmark
  public double totalEnthalpy() {
    return backend.totalEnthalpy();
  }

  /** Temperature of every cell. */
  @Benchmark
  public float[] readTemperature() {
    backend.readTemperature(read);
    return read;
  }

  /** Part of each cell below a threshold. */
  @Benchmark
  public float[] coldFraction() {
    return ColdFraction.of(grid, temperature, THRESHOLD);
  }

  /** Volume and axes of a zone. */
  @Benchmark
  public Zone zone() {
    return ZoneMetrics.measure(grid, temperature, THRESHOLD);
  }
}
