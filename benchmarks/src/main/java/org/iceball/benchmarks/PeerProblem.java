package org.iceball.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.io.AtomicFile;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.PerfusionLaw;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.DrivenWalls;
import org.iceball.solve.EnergyLedger;
import org.iceball.solve.Powers;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The problems of {@code peers/problem.json}, solved by the engine. */
final class PeerProblem {
  /** Of the Gaussian decay: its error in time is to lie below that in space [1]. */
  private static final double SMOOTH_TOLERANCE = 3e-4;

  /** The same in single precision, whose rounding the estimate of the error does not fall below. */
  private static final double SMOOTH_TOLERANCE_SINGLE = 3e-3;

  /** Cells with less of the rise than this share start at rest [1]. */
  private static final double TAIL = 1e-4;

  private final JsonNode problem;
  private final Precision precision;
  private final Tissue tissue;
  private final EnthalpyCurve curve;

  private PeerProblem(JsonNode problem, Precision precision) {
    this.problem = problem;
    this.precision = precision;
    Citation given = new Citation("problem.json", "chosen");
    Map<TissueProperty, Cited> p = new EnumMap<>(TissueProperty.class);
    for (TissueProperty property : TissueProperty.values()) {
      double v = problem.path(property.key()).asDouble(0);
      p.put(property, new Cited(v, v, v, given));
    }
    tissue = new Tissue("tissue", "of the problem", FrozenLaw.CONSTANT, p);
    curve = new EnthalpyCurve(ThermalLaw.of(tissue));
  }

  /**
   * Arguments: {@code pennes} or {@code freeze}, the problem's file, spacing [m], fp32 or fp64, and
   * the file for the result. Prints the time of the loop [s].
   *
   * @throws IOException where a file can't be read
   */
  static void run(String[] arguments) throws IOException {
    JsonNode problem = JsonMapper.shared().readTree(Files.readAllBytes(Path.of(arguments[1])));
    double spacing = Double.parseDouble(arguments[2]);
    Precision precision = Precision.valueOf(arguments[3].toUpperCase(Locale.ROOT));
    PeerProblem peer = new PeerProblem(problem, precision);
    Path out = Path.of(arguments[4]);
    if (arguments[0].equals("pennes")) {
      peer.pennes(spacing, out);
    } else {
      peer.freeze(spacing, out);
    }
  }

  private double number(String section, String key) {
    return problem.path(section).path(key).asDouble();
  }

  private void pennes(double h, Path out) {
    double edge = number("pennes", "cells") * number("pennes", "spacing");
    int n = (int) Math.round(edge / h);
    double first = -(n - 1) * h / 2;
    Grid grid = new Grid(n, n, n, h, new Vec3(first, first, first));
    double body = problem.path("body").asDouble();
    double rise = number("pennes", "rise");
    double width = number("pennes", "width");
    PerfusionLaw law = PerfusionLaw.of(tissue, curve, h, body);
    Material material = new Material("tissue", curve, law, false, curve.enthalpy(body));
    Faces faces = new Faces(Faces.Kind.INSULATED, body);
    NeedleCells start = gaussian(grid, rise, width);
    Model model = new Model(grid, new byte[grid.cells()], List.of(material), List.of(start), faces);
    double end = number("pennes", "duration");
    // one second of a needle with this wall brings each cell the rise that its conductance says
    double wall = curve.integral(curve.enthalpy(body)) + 1 / curve.slopeT();
    double tolerance = precision == Precision.FP64 ? SMOOTH_TOLERANCE : SMOOTH_TOLERANCE_SINGLE;
    float[] t = solve(model, wall, 1, Double.POSITIVE_INFINITY, end, tolerance);
    StringBuilder line = new StringBuilder();
    int j = n / 2;
    for (int i = 0; i < n; i++) {
      Vec3 p = grid.centre(i, j, j);
      line.append(
          String.format(
              Locale.ROOT,
              "%.9g %.9g%n",
              Math.copySign(p.norm(), p.x()),
              (double) t[grid.index(i, j, j)]));
    }
    AtomicFile.write(out, line.toString().getBytes(StandardCharsets.US_ASCII));
  }

  private void freeze(double h, Path out) {
    int n = 2 * (int) Math.round(number("freeze", "width") / h / 2) + 1;
    int nz = (int) Math.round(number("freeze", "thickness") / h);
    double first = -(n - 1) * h / 2;
    Grid grid = new Grid(n, n, nz, h, new Vec3(first, first, -(nz - 1) * h / 2));
    double body = problem.path("body").asDouble();
    double cold = number("freeze", "needle_temperature");
    PerfusionLaw law = PerfusionLaw.of(tissue, curve, h, body);
    Material material = new Material("tissue", curve, law, false, curve.enthalpy(body));
    Faces faces = new Faces(Faces.Kind.INSULATED, body);
    Model model =
        new Model(grid, new byte[grid.cells()], List.of(material), List.of(endless(grid)), faces);
    double wall = curve.integral(curve.enthalpy(cold));
    double end = number("freeze", "duration");
    float[] t = solve(model, wall, 0, cold, end, Rkl2Stepper.TOLERANCE);
    StringBuilder line = new StringBuilder();
    int middle = n / 2;
    for (int i = middle; i < n; i++) {
      line.append(
          String.format(
              Locale.ROOT,
              "%.9g %.9g%n",
              (i - middle) * h,
              (double) t[grid.index(i, middle, nz / 2)]));
    }
    AtomicFile.write(out, line.toString().getBytes(StandardCharsets.US_ASCII));
  }

  /** The cells of a needle that goes on beyond both faces. */
  private NeedleCells endless(Grid grid) {
    double thickness = grid.nz() * grid.spacing();
    double length = thickness + 0.04;
    Citation given = new Citation("problem.json", "chosen");
    double diameter = 2 * number("freeze", "needle_radius");
    var any = ProbeLibrary.bundled().all().iterator().next();
    var probe =
        new org.iceball.device.Cryoprobe(
            "needle",
            "endless",
            new Cited(diameter, diameter, diameter, given),
            new Cited(length, length, length, given),
            any.freezeTemperature(),
            any.freezeTimeConstant(),
            any.thawTemperature(),
            any.thawTimeConstant());
    Protocol freeze = new Protocol(List.of(new Phase(Phase.Kind.FREEZE, 1)));
    Needle needle =
        new Needle("A", probe, new Vec3(0, 0, -length / 2), new Vec3(0, 0, 1), 0, freeze);
    NeedleCells all = NeedleCells.of(needle, grid);
    double[] conductance = all.conductance().clone();
    for (int c = 0; c < conductance.length; c++) {
      conductance[c] *= thickness / length; // the conductance of the part that lies in the slab
    }
    return new NeedleCells(all.cells(), conductance);
  }

  /**
   * A needle that reaches all warm cells: the engine has no way to start from a field, but one step
   * of an explicit method from rest, where only the needle brings heat, leads to any field.
   */
  private static NeedleCells gaussian(Grid grid, double rise, double width) {
    int[] cells = new int[grid.cells()];
    double[] conductance = new double[cells.length];
    int found = 0;
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          double r = grid.centre(i, j, k).norm();
          double share = Math.exp(-r * r / (2 * width * width));
          if (share > TAIL) {
            cells[found] = grid.index(i, j, k);
            conductance[found++] = rise * share;
          }
        }
      }
    }
    return new NeedleCells(Arrays.copyOf(cells, found), Arrays.copyOf(conductance, found));
  }

  /**
   * Solves and says how long that took.
   *
   * @param wall conductivity integral at the needle [W/m]
   * @param warmUp the needle works for this time, as one explicit step, and never again; or 0 and
   *     it works all the time [s]
   * @param cold temperature of the needle [K], or infinity
   * @param end of the simulated time [s]
   * @param tolerance of a step [1]
   * @return temperature [K], shape [cells]
   */
  private float[] solve(
      Model model, double wall, double warmUp, double cold, double end, double tolerance) {
    try (CpuBackend backend = new CpuBackend(model, precision, 2)) {
      double[] powers = new double[Powers.size(model.needles().size())];
      backend.drive(new double[] {wall});
      if (warmUp > 0) {
        backend.rate(powers);
        backend.firstStage(warmUp);
        backend.accept();
        backend.drive(new double[] {Double.NaN});
      }
      long began = System.nanoTime();
      EnergyLedger ledger = new EnergyLedger(powers.length);
      Rkl2Stepper stepper = new Rkl2Stepper(tolerance);
      double left = end;
      while (left > 0) {
        double tau = stepper.step(backend, powers, left, DrivenWalls.held(cold), ledger);
        left = left - tau > 1e-9 * tau ? left - tau : 0;
      }
      float[] t = new float[model.grid().cells()];
      backend.readTemperature(t);
      System.out.printf(Locale.ROOT, "loop %.4f%n", (System.nanoTime() - began) * 1e-9);
      System.out.printf(
          Locale.ROOT,
          "evaluations %d, million cell steps %.1f%n",
          stepper.evaluations(),
          backend.cellUpdates() * 1e-6);
      return t;
    }
  }
}
