package org.iceball.study.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.iceball.solve.Backends;
import org.iceball.solve.Roof;

/**
 * Times super-steps on cubes. Devices and limits take turns, so that whatever else the machine does
 * meanwhile falls on all of them alike.
 */
final class KernelBench {
  /** Steps before results are compared. */
  private static final int COMPARED_STEPS = 3;

  /** Time the compiler is given before anything is timed [s]; decision 4 found 5 s. */
  private static final double WARM_UP = 5;

  private static final int WARM_UP_EDGE = 48;
  private static final int ROOF_WARM_UPS = 3;

  private final BenchCase bench;
  private final BenchPlan plan;
  private final Consumer<String> progress;
  private final CpuRoof cpuRoof;
  final List<RoofRow> roofs = new ArrayList<>();
  final List<KernelRow> rows = new ArrayList<>();
  final List<String> remarks = new ArrayList<>();

  KernelBench(BenchCase bench, BenchPlan plan, CpuRoof cpuRoof, Consumer<String> progress) {
    this.bench = bench;
    this.plan = plan;
    this.cpuRoof = cpuRoof;
    this.progress = progress;
  }

  void run() {
    for (Precision precision : plan.precisions()) {
      progress.accept(word(precision) + " kernels: warming up");
      warmUp(precision);
      for (int edge : plan.grids()) {
        if (fits(precision, edge)) {
          progress.accept(word(precision) + " kernels: " + edge + "^3 cells");
          measure(precision, edge);
        }
      }
    }
  }

  private boolean fits(Precision precision, int edge) {
    double cells = (double) edge * edge * edge;
    double word = precision == Precision.FP64 ? 8 : 4;
    // seven fields a device, labels and two readings to compare; three arrays to find the limits
    double needed = cells * (plan.devices().size() * 7 * word + 3 + 16 + 3 * word);
    double there = Runtime.getRuntime().maxMemory();
    if (needed > 0.9 * there || cells > Integer.MAX_VALUE - 8) {
      remarks.add(
          String.format(
              Locale.ROOT,
              "The %s kernel on %d^3 cells was left out: it takes %.1f GiB, and Java may use %.1f.",
              word(precision),
              edge,
              needed / (1 << 30),
              there / (1 << 30)));
      return false;
    }
    return true;
  }

  private void warmUp(Precision precision) {
    Model model = bench.kernel(BenchCase.cube(WARM_UP_EDGE, 1e-3));
    double warm = Math.min(WARM_UP, 10 * plan.seconds());
    for (Device device : plan.devices()) {
      try (Backend backend = open(model, device, precision)) {
        SuperStep step = superStep(backend, model);
        long began = System.nanoTime();
        while ((System.nanoTime() - began) * 1e-9 < warm) {
          step.take();
        }
      }
    }
    for (int n = 0; n < ROOF_WARM_UPS; n++) {
      cpuRoof.measure(precision, 1 << 16);
    }
  }

  private void measure(Precision precision, int edge) {
    Model model = bench.kernel(BenchCase.cube(edge, 1e-3));
    List<Backend> open = new ArrayList<>();
    try {
      List<SuperStep> steps = new ArrayList<>();
      for (Device device : plan.devices()) {
        Backend backend = open(model, device, precision);
        open.add(backend);
        steps.add(superStep(backend, model));
      }
      for (SuperStep step : steps) {
        for (int n = 0; n < COMPARED_STEPS; n++) {
          step.take();
        }
      }
      rows.addAll(timed(model, precision, edge, open, steps));
    } finally {
      open.forEach(Backend::close);
    }
  }

  private List<KernelRow> timed(
      Model model, Precision precision, int edge, List<Backend> open, List<SuperStep> steps) {
    int devices = open.size();
    boolean withCpu = plan.devices().get(0).isCpu();
    List<Difference> differences = new ArrayList<>();
    double[] cpu = withCpu && devices > 1 ? enthalpy(open.get(0), model) : null;
    for (int d = 0; d < devices; d++) {
      boolean compared = d > 0 && cpu != null;
      differences.add(compared ? difference(model, cpu, enthalpy(open.get(d), model)) : null);
    }
    List<List<Double>> rates = lists(devices);
    List<List<Roof>> roof = new ArrayList<>();
    for (int d = 0; d < devices; d++) {
      roof.add(new ArrayList<>());
    }
    for (int r = 0; r < plan.repeats(); r++) {
      for (int d = 0; d < devices; d++) {
        rates.get(d).add(rate(open.get(d), steps.get(d)));
        Device device = plan.devices().get(d);
        int length = model.grid().cells();
        if (device.isCpu()) {
          roof.get(d).add(cpuRoof.measure(precision, length));
        } else {
          device.roof(precision, length).ifPresent(roof.get(d)::add);
        }
      }
    }
    List<KernelRow> found = new ArrayList<>();
    for (int d = 0; d < devices; d++) {
      String name = plan.devices().get(d).name();
      Samples rate = new Samples(rates.get(d));
      Samples ofRoof = null;
      if (roof.get(d).size() == plan.repeats()) {
        RoofRow limits = roofRow(name, precision, edge, roof.get(d));
        roofs.add(limits);
        double bytes = KernelRow.FIELDS * (precision == Precision.FP64 ? 8.0 : 4.0);
        ofRoof = new Samples(rate.values().stream().map(v -> v * bytes).toList());
        ofRoof = ofRoof.over(limits.triad());
      }
      Samples ofCpu = withCpu && d > 0 ? rate.over(new Samples(rates.get(0))) : null;
      found.add(new KernelRow(name, precision, edge, rate, ofRoof, ofCpu, differences.get(d)));
    }
    return found;
  }

  private static List<List<Double>> lists(int n) {
    List<List<Double>> lists = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      lists.add(new ArrayList<>());
    }
    return lists;
  }

  private static RoofRow roofRow(String name, Precision precision, int edge, List<Roof> roof) {
    return new RoofRow(
        name,
        precision,
        edge,
        new Samples(roof.stream().map(Roof::copy).toList()),
        new Samples(roof.stream().map(Roof::triad).toList()),
        new Samples(roof.stream().map(Roof::multiplyAdds).toList()));
  }

  /** Cell steps a second [1/s]. */
  private double rate(Backend backend, SuperStep step) {
    long before = backend.cellUpdates();
    long began = System.nanoTime();
    double taken;
    do {
      step.take();
      taken = (System.nanoTime() - began) * 1e-9;
    } while (taken < plan.seconds());
    return (backend.cellUpdates() - before) / taken;
  }

  private Backend open(Model model, Device device, Precision precision) {
    return Backends.open(
        model, new Numerics(Numerics.StepperKind.RKL2, precision, plan.threads(), device.name()));
  }

  private SuperStep superStep(Backend backend, Model model) {
    double cold = bench.probe().freezeTemperature().value();
    return new SuperStep(backend, model, bench.wall(model), cold);
  }

  private static double[] enthalpy(Backend backend, Model model) {
    double[] h = new double[model.grid().cells()];
    backend.readEnthalpy(h);
    return h;
  }

  private static Difference difference(Model model, double[] a, double[] b) {
    long cells = 0;
    double largest = 0;
    for (int c = 0; c < a.length; c++) {
      if (a[c] != b[c]) {
        cells++;
        var curve = model.materialOf(c).curve();
        largest = Math.max(largest, Math.abs(curve.temperature(a[c]) - curve.temperature(b[c])));
      }
    }
    return new Difference(cells, a.length, largest);
  }

  static String word(Precision precision) {
    return precision.name().toLowerCase(Locale.ROOT);
  }
}
