package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.tissue.Tissue;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.Specimen;

/**
 * A plane of cells across a needle without ends.
 *
 * @param tissue round it
 * @param radius of the needle [m]
 * @param spacing of the cells [m]
 * @param offX where the needle lies within its cell [1]
 * @param offY the same along y [1]
 */
record EndlessNeedle(Tissue tissue, double radius, double spacing, double offX, double offY) {
  private static final double HALF_WIDTH = 35e-3;

  /** Layers of the block that the plane is the middle of, and those that the needle reaches. */
  private static final int LAYERS = 61;

  private static final int REACHED = 40;

  /** The plane with the needle, at a start temperature [K]. */
  Model model(double start) {
    Grid plane = plane();
    Material body = Specimen.material(tissue, spacing, start);
    return Specimen.model(plane, new byte[plane.cells()], List.of(body), List.of(needle(plane)));
  }

  /**
   * The plane with a line in the needle's place that takes a constant heat.
   *
   * @param heat taken by each metre [W/m]
   * @param start temperature [K]
   */
  Model sink(double heat, double start) {
    Grid plane = plane();
    NeedleCells cells = needle(plane);
    double area = spacing * spacing;
    double sum = 0;
    for (double g : cells.conductance()) {
      sum += g * area;
    }
    double[] share = cells.conductance().clone();
    for (int c = 0; c < share.length; c++) {
      share[c] *= heat / (sum * FAR_WALL);
    }
    Material body = Specimen.material(tissue, spacing, start);
    return Specimen.model(
        plane,
        new byte[plane.cells()],
        List.of(body),
        List.of(new NeedleCells(cells.cells(), share)));
  }

  /** Conductivity integral so far off that the tissue's own makes no difference [W/m]. */
  static final double FAR_WALL = 1e8;

  private Grid plane() {
    int side = 2 * (int) Math.round(HALF_WIDTH / spacing) + 1;
    double low = -(side - 1) * spacing / 2;
    return new Grid(side, side, 1, spacing, new Vec3(low, low, 0));
  }

  private NeedleCells needle(Grid plane) {
    int middle = LAYERS / 2;
    Grid block =
        new Grid(
            plane.nx(),
            plane.ny(),
            LAYERS,
            spacing,
            new Vec3(plane.origin().x(), plane.origin().y(), -middle * spacing));
    double length = REACHED * spacing;
    Needle needle =
        new Needle(
            "A",
            Specimen.probe(radius, length),
            new Vec3(offX * spacing, offY * spacing, -length / 2),
            new Vec3(0, 0, 1),
            0,
            Specimen.freeze(600));
    NeedleCells all = NeedleCells.of(needle, block);
    int first = middle * plane.cells();
    List<Integer> cells = new ArrayList<>();
    List<Double> conductance = new ArrayList<>();
    for (int c = 0; c < all.cells().length; c++) {
      int at = all.cells()[c] - first;
      if (at >= 0 && at < plane.cells()) {
        cells.add(at);
        conductance.add(all.conductance()[c]);
      }
    }
    return new NeedleCells(
        cells.stream().mapToInt(Integer::intValue).toArray(),
        conductance.stream().mapToDouble(Double::doubleValue).toArray());
  }

  /** Radius of the circle with the area that is colder than an isotherm [K], now [m]. */
  static double radius(Solver solver, double isotherm) {
    Grid grid = solver.model().grid();
    double[] exact = solver.temperature();
    float[] temperature = new float[exact.length];
    for (int c = 0; c < exact.length; c++) {
      temperature[c] = (float) exact[c];
    }
    double volume = ZoneMetrics.volume(grid, ColdFraction.of(grid, temperature, isotherm));
    return Math.sqrt(volume / grid.spacing() / Math.PI);
  }
}
