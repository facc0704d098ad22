package org.iceball.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.Powers;
import org.iceball.study.bench.BenchCase;
import org.iceball.study.bench.Machine;
import org.iceball.study.bench.Samples;

/**
 * The Java kernel and its twin in C side by side: the same stage on the same cells, in turn. First
 * it checks that the results agree.
 */
final class TwinBench {
  private static final double MU = 0.5;
  private static final double NU = 0.25;
  private static final int COMPARED_STAGES = 20;
  private static final double WARM_UP = 6;

  private final BenchCase bench = Library.bench();
  private final Path source;
  private final int threads;
  private final int repeats;
  private final double seconds;

  private TwinBench(Path source, int threads, int repeats, double seconds) {
    this.source = source;
    this.threads = threads;
    this.repeats = repeats;
    this.seconds = seconds;
  }

  /**
   * Arguments: the C source, threads, repeats, seconds a repeat, and the edges of the cubes.
   *
   * @throws IOException where the program in C can't be compiled or run
   */
  static void run(String[] arguments) throws IOException, InterruptedException {
    if (arguments.length < 5) {
      throw new IllegalArgumentException("usage: c SOURCE THREADS REPEATS SECONDS EDGE...");
    }
    TwinBench twin =
        new TwinBench(
            Path.of(arguments[0]),
            Integer.parseInt(arguments[1]),
            Integer.parseInt(arguments[2]),
            Double.parseDouble(arguments[3]));
    Machine machine = Machine.here();
    say("%s, %d cores, Java %s", machine.processor(), machine.cores(), machine.java());
    say("%s", String.join(" ", Twin.compileLine("REAL", Path.of("twin.c"), Path.of("twin"))));
    say("load average %.2f, %d threads each", machine.load(), twin.threads);
    for (Precision precision : List.of(Precision.FP32, Precision.FP64)) {
      Path program = Files.createTempFile("twin", ".out");
      try {
        String real = precision == Precision.FP32 ? "float" : "double";
        if (!Twin.compile(real, twin.source, program)) {
          say("No gcc here: the comparison with C was left out. Install gcc to have it.");
          return;
        }
        for (int n = 4; n < arguments.length; n++) {
          twin.compare(program, precision, Integer.parseInt(arguments[n]));
        }
      } finally {
        Files.deleteIfExists(program);
      }
    }
    say("load average %.2f at the end", Machine.loadNow());
  }

  private void compare(Path program, Precision precision, int edge) throws IOException {
    Model model = bench.kernel(BenchCase.cube(edge, 1e-3));
    double[] wall = bench.wall(model);
    try (CpuBackend java = new CpuBackend(model, precision, threads);
        Twin c = Twin.start(program, model, wall, threads)) {
      double[] powers = new double[Powers.size(1)];
      java.drive(wall);
      java.rate(powers);
      double tau = 1 / java.stiffness(bench.probe().freezeTemperature().value());
      double a = 0.05 * tau;
      java.firstStage(tau);
      c.begin(tau);
      for (int n = 0; n < COMPARED_STAGES; n++) {
        java.nextStage(MU, NU, a, a, powers);
      }
      c.stages(COMPARED_STAGES, MU, NU, a, a);
      java.accept();
      c.accept();
      String agreement = agreement(java, c, model);
      warmUp(java, a, powers);
      List<Double> ofJava = new ArrayList<>();
      List<Double> ofC = new ArrayList<>();
      for (int r = 0; r < repeats; r++) {
        ofC.add(c.rate(seconds, MU, NU, a, a) * 1e-9);
        ofJava.add(rate(java, seconds, a, powers) * 1e-9);
      }
      Samples j = new Samples(ofJava);
      Samples k = new Samples(ofC);
      say(
          "%s %3d^3: Java %s, C %s G cell stages/s; Java over C %s; %s",
          precision.name().toLowerCase(Locale.ROOT),
          edge,
          spread(j),
          spread(k),
          spread(j.over(k)),
          agreement);
    }
  }

  private static void warmUp(CpuBackend java, double a, double[] powers) {
    rate(java, WARM_UP, a, powers);
  }

  private static double rate(CpuBackend java, double seconds, double a, double[] powers) {
    long before = java.cellUpdates();
    long began = System.nanoTime();
    double taken;
    do {
      java.nextStage(MU, NU, a, a, powers);
      taken = (System.nanoTime() - began) * 1e-9;
    } while (taken < seconds);
    return (java.cellUpdates() - before) / taken;
  }

  private static String agreement(CpuBackend java, Twin c, Model model) throws IOException {
    int cells = model.grid().cells();
    double[] ofJava = new double[cells];
    java.readEnthalpy(ofJava);
    double[] ofC = c.enthalpy(cells);
    int differ = 0;
    double largest = 0;
    double moved = 0;
    for (int n = 0; n < cells; n++) {
      differ += ofJava[n] == ofC[n] ? 0 : 1;
      largest = Math.max(largest, Math.abs(ofJava[n] - ofC[n]));
      moved = Math.max(moved, Math.abs(ofJava[n] - model.materialOf(n).start()));
    }
    if (!(largest < 1e-4 * moved)) {
      throw new IllegalStateException("Java and C differ by " + largest + " of " + moved);
    }
    return differ == 0
        ? "the same bits in all cells"
        : String.format(
            Locale.ROOT, "%d cells differ, by %.1e of the change at most", differ, largest / moved);
  }

  private static String spread(Samples s) {
    return String.format(Locale.ROOT, "%.3f (%.3f to %.3f)", s.median(), s.least(), s.most());
  }

  private static void say(String format, Object... values) {
    System.out.println(String.format(Locale.ROOT, format, values));
  }
}
