package org.iceball.benchmarks;

import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.ThermalLaw;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The enthalpy curve, one value at a time, over the whole range from the needle to the body. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class TableBenchmark {
  private static final int VALUES = 4096;

  private final EnthalpyCurve curve = new EnthalpyCurve(ThermalLaw.of(Library.tissue("liver")));
  private final double[] temperature = new double[VALUES];
  private final double[] enthalpy = new double[VALUES];

  /** Draws temperatures. */
  @Setup
  public void draw() {
    SplittableRandom random = new SplittableRandom(17);
    for (int i = 0; i < VALUES; i++) {
      temperature[i] = random.nextDouble(133.15, 310.15);
      enthalpy[i] = curve.enthalpy(temperature[i]);
    }
  }

  /** T(H). */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public double temperature() {
    double sum = 0;
    for (double h : enthalpy) {
      sum += curve.temperature(h);
    }
    return sum;
  }

  /** Q(H). */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public double integral() {
    double sum = 0;
    for (double h : enthalpy) {
      sum += curve.integral(h);
    }
    return sum;
  }

  /** H(T), by bisection. */
  @Benchmark
  @OperationsPerInvocation(VALUES)
  public double enthalpy() {
    double sum = 0;
    for (double t : temperature) {
      sum += curve.enthalpy(t);
    }
    return sum;
  }

  /** The table made from the law. */
  @Benchmark
  public EnthalpyCurve compile() {
    return new EnthalpyCurve(curve.law());
  }
}
