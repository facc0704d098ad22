package org.iceball.validation.oracle;

import java.util.Arrays;
import java.util.Set;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.validation.engine.Solver;

/**
 * The engine's scheme a second time, written for the reader: every cell asks its six neighbours,
 * one explicit step after the other, no windows, no vectors, no threads. It reads the same {@link
 * Model}, so the engine must agree with it to rounding; and it can be given a {@link Defect}, to
 * see whether the checks notice.
 */
public final class PlainScheme implements Solver {

  /** A mistake that somebody could make. */
  public enum Defect {
    /** Faces inside a tissue conduct with the harmonic mean of both conductivities. */
    HARMONIC_FACES,
    /** Blood flows again where tissue has thawed. */
    PERFUSION_RETURNS
  }

  private static final double SHARE = 0.8;

  private final Model model;
  private final Set<Defect> defects;
  private final double longest;
  private final double[] h;
  private final double[] t;
  private final double[] q;
  private final double[] rate;
  private final boolean[] alive;
  private double[] wall;
  private double coldest = Double.POSITIVE_INFINITY;
  private double time;

  /**
   * @param model what is solved
   * @param longest step [s]
   * @param defects what is to be wrong; nothing, usually
   */
  public PlainScheme(Model model, double longest, Set<Defect> defects) {
    this.model = model;
    this.longest = longest;
    this.defects = Set.copyOf(defects);
    int cells = model.grid().cells();
    h = new double[cells];
    t = new double[cells];
    q = new double[cells];
    rate = new double[cells];
    alive = new boolean[cells];
    for (int c = 0; c < cells; c++) {
      Material m = model.materialOf(c);
      h[c] = m.start();
      alive[c] = !m.held() && m.start() > 0;
    }
    wall = new double[model.needles().size() * model.materials().size()];
    Arrays.fill(wall, Double.NaN);
  }

  /** Without defects, at 0.8 of the stability limit. */
  public PlainScheme(Model model) {
    this(model, Double.POSITIVE_INFINITY, Set.of());
  }

  @Override
  public Model model() {
    return model;
  }

  @Override
  public void drive(double[] integrals, double coldestCell) {
    wall = integrals.clone();
    coldest = coldestCell;
  }

  @Override
  public void to(double until) {
    while (until - time > 1e-9 * until) {
      balance();
      double step = Math.min(longest, SHARE * 2 / stiffness());
      double tau = (until - time) / Math.ceil((until - time) / step - 1e-9);
      for (int c = 0; c < h.length; c++) {
        h[c] += tau * rate[c];
        if (h[c] <= 0) {
          alive[c] = false;
        } else if (defects.contains(Defect.PERFUSION_RETURNS)) {
          alive[c] = !model.materialOf(c).held();
        }
      }
      time += tau;
    }
  }

  /** A bound of the largest eigenvalue [1/s], from the temperatures of the last balance. */
  private double stiffness() {
    double spacing = model.grid().spacing();
    double[] conductance = new double[h.length];
    for (NeedleCells n : model.needles()) {
      for (int i = 0; i < n.cells().length; i++) {
        conductance[n.cells()[i]] += n.conductance()[i];
      }
    }
    double largest = Arrays.stream(conductance).max().orElse(0);
    double faces = model.faces().kind() == Faces.Kind.HELD ? 24 : 12;
    double[] low = new double[model.materials().size()];
    Arrays.fill(low, coldest);
    for (int c = 0; c < h.length; c++) {
      int kind = model.material()[c] & 0xff;
      low[kind] = Math.min(low[kind], t[c]);
    }
    double bound = 0;
    for (int kind = 0; kind < low.length; kind++) {
      Material m = model.materials().get(kind);
      double diffusivity = m.curve().largestDiffusivityAbove(m.curve().enthalpy(low[kind]));
      double blood = m.perfusion().perCelsius() * m.curve().slopeT();
      bound = Math.max(bound, diffusivity * (faces / spacing / spacing + largest) + blood);
    }
    return bound;
  }

  private void balance() {
    for (int c = 0; c < h.length; c++) {
      t[c] = model.materialOf(c).curve().temperature(h[c]);
      q[c] = model.materialOf(c).curve().integral(h[c]);
    }
    Grid g = model.grid();
    for (int k = 0; k < g.nz(); k++) {
      for (int j = 0; j < g.ny(); j++) {
        for (int i = 0; i < g.nx(); i++) {
          int c = g.index(i, j, k);
          double x = flux(c, i > 0, -1) + flux(c, i < g.nx() - 1, 1);
          double y = flux(c, j > 0, -g.nx()) + flux(c, j < g.ny() - 1, g.nx());
          int plane = g.nx() * g.ny();
          double z = flux(c, k > 0, -plane) + flux(c, k < g.nz() - 1, plane);
          rate[c] = (x + y + z) / (g.spacing() * g.spacing()) + blood(c);
        }
      }
    }
    for (int n = 0; n < model.needles().size(); n++) {
      NeedleCells cells = model.needles().get(n);
      for (int i = 0; i < cells.cells().length; i++) {
        int c = cells.cells()[i];
        double integral = wall[n * model.materials().size() + (model.material()[c] & 0xff)];
        rate[c] += Double.isNaN(integral) ? 0 : cells.conductance()[i] * (integral - q[c]);
      }
    }
    for (int c = 0; c < h.length; c++) {
      rate[c] = model.materialOf(c).held() ? 0 : rate[c];
    }
  }

  /** Flux into a cell through one of its faces, times the spacing [W/m]. */
  private double flux(int c, boolean inside, int towards) {
    if (!inside) {
      return model.faces().kind() == Faces.Kind.HELD ? 2 * (outside(c) - q[c]) : 0;
    }
    int other = c + towards;
    Material here = model.materialOf(c);
    Material there = model.materialOf(other);
    boolean same = here.curve().equals(there.curve());
    if (same && !defects.contains(Defect.HARMONIC_FACES)) {
      return q[other] - q[c];
    }
    double a = here.curve().conductivity(h[c]);
    double b = there.curve().conductivity(h[other]);
    return 2 * a * b / (a + b) * (t[other] - t[c]);
  }

  private double outside(int c) {
    var curve = model.materialOf(c).curve();
    return curve.integral(curve.enthalpy(model.faces().temperature()));
  }

  private double blood(int c) {
    var law = model.materialOf(c).perfusion();
    return alive[c] ? law.heat(h[c]) + law.metabolism() : 0;
  }

  @Override
  public double[] enthalpy() {
    return h.clone();
  }

  @Override
  public void close() {
    // nothing is held but memory
  }
}
