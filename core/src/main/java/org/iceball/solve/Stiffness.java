package org.iceball.solve;

import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;

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
   * @param conductance the largest sum of the conductances of a cell that needles pull at [1/m2]
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
