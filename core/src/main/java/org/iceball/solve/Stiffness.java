package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;

/** Bounds the largest eigenvalue that explicit steppers must respect; the same for all backends. */
public final class Stiffness {
  private final Model model;
  private final List<Boolean> outer;

  /** For all cells of a model. */
  public Stiffness(Model model) {
    this(Part.whole(model));
  }

  Stiffness(Part part) {
    model = part.model();
    outer = part.outer();
  }

  /**
   * The bound for a step [1/s].
   *
   * @param coldest the lowest enthalpy now of each material's cells, or positive infinity [J/m3],
   *     shape [materials]; the first of materials with equal curves has the lowest of all of them;
   *     not modified
   * @param coldestWall temperature of the coldest driven wall [K], or positive infinity
   * @param conductance what needles and walls add at most, see {@link #largestPull} [1/m2]
   * @param cools false where no cell is cooled by a wall or a face during the step
   */
  public double bound(double[] coldest, double coldestWall, double conductance, boolean cools) {
    return bound(coldest, coldestWall, conductance, cools, false);
  }

  /** The same where the water of the cells may boil. */
  double bound(
      double[] coldest, double coldestWall, double conductance, boolean cools, boolean boils) {
    double h = model.grid().spacing();
    double grid = 2 * faceWeight() / (h * h);
    boolean held = outer.contains(true);
    double coldestSide = held ? Math.min(coldestWall, model.faces().temperature()) : coldestWall;
    double bound = 0;
    for (int i = 0; i < model.materials().size(); i++) {
      Material m = model.materials().get(i);
      if (m.held()) {
        continue;
      }
      double low = Math.min(m.start(), coldest[i]);
      // the step may cool any cell as far as the wall, where ice conducts best
      double now = m.curve().temperature(low);
      double at = coldestSide < now && cools ? m.curve().enthalpy(coldestSide) : low;
      double blood = m.perfusion().perCelsius() * m.curve().slopeT();
      double diffusivity = m.curve().largestDiffusivityAbove(at);
      diffusivity =
          boils ? Math.max(diffusivity, m.curve().boiling().largestDiffusivity()) : diffusivity;
      bound = Math.max(bound, diffusivity * (grid + conductance) + blood);
    }
    return bound;
  }

  /**
   * What needles and walls add to what the faces of a cell pull: the sum of its conductances, less
   * twice 1/h2 for each face that is closed because a vessel's inside lies behind it. Beside a
   * vessel that the grid resolves next to nothing is left of it.
   *
   * @param chilled the most that it is in a cell that is pulled at by a wall colder than the
   *     liquidus [1/m2]: such a cell may come to be as cold
   * @param others other cells in which it is more
   * @param most the most that it is there [1/m2]; these cells are as stiff as they are cold
   */
  record Pull(double chilled, int[] others, double most) {}

  /**
   * The pull on the cells.
   *
   * @param leftOut cells that do not count
   * @param walls as for {@link Backend#drive}, or null where all may pull; not modified
   */
  Pull pull(Box leftOut, double[] walls) {
    double[] sum = new double[model.grid().cells()];
    boolean[] chilled = new boolean[sum.length];
    int materials = model.materials().size();
    for (int n = 0; n < model.needles().size(); n++) {
      NeedleCells of = model.needles().get(n);
      boolean cold = walls != null && Forcing.isCold(n, walls, materials);
      boolean passive = walls != null && Double.isNaN(walls[n * materials]);
      for (int c = 0; c < of.cells().length && !passive; c++) {
        sum[of.cells()[c]] += of.conductance()[c];
        chilled[of.cells()[c]] |= cold;
      }
    }
    double ofChilled = 0;
    for (int cell = 0; cell < sum.length; cell++) {
      sum[cell] = sum[cell] > 0 ? beyondFaces(cell, sum[cell], leftOut) : 0;
      ofChilled = chilled[cell] ? Math.max(ofChilled, sum[cell]) : ofChilled;
    }
    int[] others = new int[sum.length];
    int n = 0;
    double most = 0;
    for (int cell = 0; cell < sum.length; cell++) {
      if (sum[cell] > ofChilled) {
        others[n++] = cell;
        most = Math.max(most, sum[cell]);
      }
    }
    return new Pull(ofChilled, Arrays.copyOf(others, n), most);
  }

  private double beyondFaces(int cell, double conductance, Box leftOut) {
    Grid g = model.grid();
    int i = cell % g.nx();
    int j = cell / g.nx() % g.ny();
    int k = cell / g.nx() / g.ny();
    if (model.materialOf(cell).held() || leftOut.contains(i, j, k)) {
      return 0;
    }
    return conductance - 2 * closedFaces(i, j, k) / (g.spacing() * g.spacing());
  }

  /** The most that it is in any cell, whatever the walls [1/m2]. */
  public double largestPull() {
    return pull(Box.empty(), null).most();
  }

  private int closedFaces(int i, int j, int k) {
    Grid g = model.grid();
    return closed(i > 0, i - 1, j, k)
        + closed(i < g.nx() - 1, i + 1, j, k)
        + closed(j > 0, i, j - 1, k)
        + closed(j < g.ny() - 1, i, j + 1, k)
        + closed(k > 0, i, j, k - 1)
        + closed(k < g.nz() - 1, i, j, k + 1);
  }

  private int closed(boolean inside, int i, int j, int k) {
    return inside && model.materialOf(model.grid().index(i, j, k)).insulates() ? 1 : 0;
  }

  /**
   * Most stages of a step. Beside needles 60: with more, cells next to a wall that froze at once
   * undershot it by 17 K, and no run was faster. Where ice begins at a side of the grid 7: a cell
   * in a corner, pulled at by three sides, goes through its freezing within a step of more, and
   * went up to 1.8 K below the sides; with 7 it stays above them.
   */
  public int mostStages() {
    if (!outer.contains(true) || Quiet.faces(model)) {
      return 60;
    }
    double side = model.faces().temperature();
    boolean ice =
        model.materials().stream().anyMatch(m -> !m.held() && side < m.curve().law().liquidus());
    return ice ? 7 : 60;
  }

  /**
   * Sum of the weights of a cell's faces [1]: 6 inside. A held outer face lies half a cell away and
   * weighs 2; where outer faces differ from the start, cells beside them may be the stiffest.
   */
  private double faceWeight() {
    if (Quiet.faces(model)) {
      return 6;
    }
    Grid g = model.grid();
    double weight = 0;
    for (int axis = 0; axis < 3; axis++) {
      boolean low = outer.get(2 * axis);
      boolean high = outer.get(2 * axis + 1);
      int n = axis == 0 ? g.nx() : axis == 1 ? g.ny() : g.nz();
      weight += n == 1 && low && high ? 4 : low || high ? 3 : 2;
    }
    return weight;
  }
}
