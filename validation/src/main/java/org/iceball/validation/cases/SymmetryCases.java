package org.iceball.validation.cases;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.solve.EulerStepper;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.SolverFactory;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.oracle.PlainScheme;

/**
 * A random block of three tissues, a held one and two needles, against its mirror images, against
 * itself with its axes exchanged, and against the plain scheme.
 */
final class SymmetryCases {
  private static final double H = 1.5e-3;
  private static final long SEED = 20261123;
  private static final double UNTIL = 90;

  private SymmetryCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "mirror",
            "A random block of 13 x 9 x 7 cells with two needles, and its mirror images along x, y"
                + " and z; seed "
                + SEED,
            SymmetryCases::mirror),
        new CheckCase(
            "exchange",
            "The same block with its axes exchanged: x for y, and x for z",
            SymmetryCases::exchange),
        new CheckCase(
            "plain",
            "The same block in the engine with Euler and in the plain scheme, with equal steps",
            SymmetryCases::plain));
  }

  private static Model block() {
    Grid grid = Specimen.grid(13, 9, 7, H);
    SplittableRandom random = new SplittableRandom(SEED);
    byte[] kind = new byte[grid.cells()];
    for (int c = 0; c < kind.length; c++) {
      int draw = random.nextInt(40);
      kind[c] = (byte) (draw < 22 ? 0 : draw < 32 ? 1 : draw < 39 ? 2 : 3);
    }
    List<Material> materials =
        List.of(
            Specimen.material(Specimen.liver(0.016), H, Specimen.BODY),
            Specimen.material(Specimen.liver(0.004), H, Specimen.BODY),
            Specimen.material(FreezingCases.RANGE, H, Specimen.BODY),
            Specimen.held(Specimen.liver(0), H, Specimen.BODY));
    List<NeedleCells> needles = List.of(needle(grid, random, 30), needle(grid, random, 20));
    return new Model(grid, kind, materials, needles, new Faces(Faces.Kind.HELD, Specimen.BODY));
  }

  private static NeedleCells needle(Grid grid, SplittableRandom random, int cells) {
    int[] at = random.ints(0, grid.cells()).distinct().limit(cells).sorted().toArray();
    double[] g = random.doubles(cells, 1e4, 4e5).toArray();
    return new NeedleCells(at, g);
  }

  /** The model on a grid of other numbers of cells; {@code to[c]} is where cell c goes. */
  private static Model moved(Model model, Grid grid, int[] to) {
    byte[] kind = new byte[to.length];
    for (int c = 0; c < to.length; c++) {
      kind[to[c]] = model.material()[c];
    }
    List<NeedleCells> needles =
        model.needles().stream()
            .map(
                n -> {
                  int[] order =
                      IntStream.range(0, n.cells().length)
                          .boxed()
                          .sorted((a, b) -> Integer.compare(to[n.cells()[a]], to[n.cells()[b]]))
                          .mapToInt(Integer::intValue)
                          .toArray();
                  return new NeedleCells(
                      Arrays.stream(order).map(i -> to[n.cells()[i]]).toArray(),
                      Arrays.stream(order).mapToDouble(i -> n.conductance()[i]).toArray());
                })
            .toList();
    return new Model(grid, kind, model.materials(), needles, model.faces());
  }

  private static double[] solve(Model model, SolverFactory solver) {
    try (Solver run = solver.open(model)) {
      run.wall(Specimen.COLD);
      run.to(UNTIL);
      run.wall(Double.NaN);
      run.to(2 * UNTIL);
      return run.enthalpy();
    }
  }

  /** Cells whose bits differ from those of where they were moved to. */
  private static int different(double[] enthalpy, double[] moved, int[] to) {
    int count = 0;
    for (int c = 0; c < to.length; c++) {
      if (Double.doubleToRawLongBits(enthalpy[c]) != Double.doubleToRawLongBits(moved[to[c]])) {
        count++;
      }
    }
    return count;
  }

  private static Measured mirror() {
    Model model = block();
    Grid g = model.grid();
    double[] straight = solve(model, EngineSolver::euler);
    double[] fast = solve(model, EngineSolver::rkl2);
    int euler = 0;
    int rkl2 = 0;
    for (int axis = 0; axis < 3; axis++) {
      int[] to = new int[g.cells()];
      for (int c = 0; c < to.length; c++) {
        int i = c % g.nx();
        int j = c / g.nx() % g.ny();
        int k = c / g.nx() / g.ny();
        to[c] =
            g.index(
                axis == 0 ? g.nx() - 1 - i : i,
                axis == 1 ? g.ny() - 1 - j : j,
                axis == 2 ? g.nz() - 1 - k : k);
      }
      Model image = moved(model, g, to);
      euler += different(straight, solve(image, EngineSolver::euler), to);
      rkl2 += different(fast, solve(image, EngineSolver::rkl2), to);
    }
    return Measured.builder()
        .value("cells that differ with Euler", euler)
        .value("cells that differ with RKL2", rkl2)
        .build();
  }

  private static Measured exchange() {
    Model model = block();
    Grid g = model.grid();
    double[] straight = solve(model, EngineSolver::euler);
    Grid yxz = Specimen.grid(g.ny(), g.nx(), g.nz(), H);
    Grid zyx = Specimen.grid(g.nz(), g.ny(), g.nx(), H);
    int[] xy = new int[g.cells()];
    int[] xz = new int[g.cells()];
    for (int c = 0; c < xy.length; c++) {
      int i = c % g.nx();
      int j = c / g.nx() % g.ny();
      int k = c / g.nx() / g.ny();
      xy[c] = yxz.index(j, i, k);
      xz[c] = zyx.index(k, j, i);
    }
    double worst =
        Math.max(
            apart(straight, solve(moved(model, yxz, xy), EngineSolver::euler), xy),
            apart(straight, solve(moved(model, zyx, xz), EngineSolver::euler), xz));
    return Measured.builder().value("largest difference over the range", worst).build();
  }

  private static double apart(double[] enthalpy, double[] moved, int[] to) {
    double[] back = new double[to.length];
    for (int c = 0; c < to.length; c++) {
      back[c] = moved[to[c]];
    }
    return Norms.max(enthalpy, back) / range(enthalpy);
  }

  private static double range(double[] values) {
    return Arrays.stream(values).max().orElseThrow() - Arrays.stream(values).min().orElseThrow();
  }

  private static Measured plain() {
    Model model = block();
    double step = 0.04;
    double[] engine = solve(model, m -> new EngineSolver(m, new EulerStepper(0.95), step));
    double[] plain = solve(model, m -> new PlainScheme(m, step, Set.of()));
    return Measured.builder()
        .value("largest difference over the range", Norms.max(engine, plain) / range(engine))
        .build();
  }
}
