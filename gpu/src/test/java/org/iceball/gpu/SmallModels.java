package org.iceball.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;

/** Small models that have everything a case can have. */
final class SmallModels {
  /** Wall of a freezing needle [K]. */
  static final double COLD = 133.15;

  private static final double BODY = 310.15;
  private static final double PERFUSION = 4e4;

  private SmallModels() {}

  private static EnthalpyCurve curve(double conductivity, double specificHeat) {
    return new EnthalpyCurve(
        new ThermalLaw(
            FrozenLaw.RABIN, 1079, specificHeat, 1800, conductivity, 2, 272.15, 265.15, 230e3));
  }

  private static Material material(
      String name, EnthalpyCurve c, double perCelsius, double metabolism, boolean held, double t) {
    double base = perCelsius * (BODY - c.law().liquidus());
    double slope = -perCelsius * c.slopeT();
    double full = 1.5 / c.slopeT();
    double atZero = PerfusionLaw.PERFUSED_AT_FRONT * base;
    double near = (base + slope * full - atZero) / full;
    double off = atZero / -PerfusionLaw.OFF;
    PerfusionLaw p =
        new PerfusionLaw(
            perCelsius,
            metabolism,
            full,
            base,
            slope,
            (slope - near) / 2,
            (near - off) / 2,
            off / 2);
    return new Material(name, c, p, held, c.enthalpy(t));
  }

  /**
   * Two tissues in ragged lumps, a third like the first with other blood, a vessel, two needles.
   */
  static Model ragged(int nx, int ny, int nz, Faces.Kind faces) {
    EnthalpyCurve liver = curve(0.52, 3540);
    EnthalpyCurve fat = curve(0.21, 2350);
    List<Material> materials =
        List.of(
            material("liver", liver, PERFUSION, 300, false, BODY),
            material("fat", fat, PERFUSION / 10, 0, false, BODY - 4),
            material("tumour", liver, PERFUSION / 3, 900, false, BODY),
            material("vessel", liver, 0, 0, true, BODY));
    Grid g = grid(nx, ny, nz);
    byte[] label = new byte[g.cells()];
    Random random = new Random(31L * nx + ny);
    for (int lump = 0; lump < 6 + label.length / 2000; lump++) {
      int kind = random.nextInt(16);
      kind = kind == 0 ? 3 : kind % 3;
      int i = random.nextInt(nx);
      int j = random.nextInt(ny);
      int k = random.nextInt(nz);
      int r = random.nextInt(5);
      for (int c = 0; c < label.length; c++) {
        boolean near =
            Math.abs(c % nx - i) <= r
                && Math.abs(c / nx % ny - j) <= r
                && Math.abs(c / nx / ny - k) <= r;
        label[c] = near ? (byte) kind : label[c];
      }
    }
    List<NeedleCells> needles = List.of(needle(g, 0), needle(g, 1));
    return new Model(g, label, materials, needles, new Faces(faces, BODY - 15));
  }

  /** One tissue at rest, so that a window of cells grows round the needle. */
  static Model atRest(int n) {
    Material liver = material("liver", curve(0.52, 3540), PERFUSION, 0, false, BODY);
    Grid g = grid(n, n, n);
    return new Model(
        g,
        new byte[g.cells()],
        List.of(liver),
        List.of(needle(g, 0)),
        new Faces(Faces.Kind.INSULATED, BODY));
  }

  private static Grid grid(int nx, int ny, int nz) {
    return new Grid(nx, ny, nz, 1e-3, Vec3.ZERO);
  }

  /** A needle along z beside the middle; the second touches the first. */
  private static NeedleCells needle(Grid g, int number) {
    List<Integer> cells = new ArrayList<>();
    List<Double> conductance = new ArrayList<>();
    List<Double> floor = new ArrayList<>();
    for (int k = g.nz() / 4; k < g.nz() - g.nz() / 4; k++) {
      for (int j = Math.max(0, g.ny() / 2 - 1); j <= g.ny() / 2; j++) {
        int from = Math.max(0, g.nx() / 2 - 1 + number);
        for (int i = from; i <= Math.min(g.nx() - 1, g.nx() / 2 + number); i++) {
          cells.add(g.index(i, j, k));
          conductance.add(4e5 + 1e4 * ((3 * i + 5 * j + 7 * k) % 11));
          // the second one's heat is limited in some cells, as a vessel's wall is
          boolean limited = number > 0 && (i + j + k) % 3 == 0;
          floor.add(limited ? -15.0 : Double.NEGATIVE_INFINITY);
        }
      }
    }
    return new NeedleCells(
        cells.stream().mapToInt(Integer::intValue).toArray(),
        conductance.stream().mapToDouble(Double::doubleValue).toArray(),
        floor.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Conductivity integrals of all needles' walls at a temperature [K], or NaN. */
  static double[] walls(Model model, double temperature) {
    int materials = model.materials().size();
    double[] wall = new double[model.needles().size() * materials];
    for (int w = 0; w < wall.length; w++) {
      EnthalpyCurve c = model.materials().get(w % materials).curve();
      wall[w] = Double.isNaN(temperature) ? Double.NaN : c.integral(c.enthalpy(temperature));
    }
    return wall;
  }
}
