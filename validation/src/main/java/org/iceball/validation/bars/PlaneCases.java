package org.iceball.validation.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.study.ErrorBars;
import org.iceball.tissue.Tissue;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.oracle.FromCase;
import org.iceball.validation.oracle.RadialReference;
import org.iceball.validation.oracle.RadialSchedule;
import org.iceball.validation.oracle.RadialState;
import org.iceball.validation.oracle.Wall;

/**
 * A plane of cells across a needle without ends: areas of the zones, which are volumes per length,
 * against the radial reference.
 */
final class PlaneCases {
  private static final double HALF_WIDTH = 36e-3;
  private static final double[] ISOTHERMS = {273.15, 253.15, 233.15};
  private static final double[][] OFFSETS = {{0, 0}, {0.5, 0.5}, {0.25, 0.1}};

  private PlaneCases() {}

  /**
   * Runs them.
   *
   * @param radii of the needle [m]
   * @param perfusions [1/s]
   * @param spacings [m]
   * @param times ascending [s]
   */
  static List<BarCheck> run(
      double[] radii, double[] perfusions, double[] spacings, double[] times) {
    List<BarCheck> checks = new ArrayList<>();
    for (double perfusion : perfusions) {
      Tissue tissue = Specimen.liver(perfusion);
      for (double radius : radii) {
        List<RadialState> exact =
            RadialReference.run(
                FromCase.tissue(tissue),
                radius,
                RadialSchedule.of(times[times.length - 1], Wall.at(Specimen.COLD)),
                times);
        for (int s = 0; s < spacings.length; s++) {
          double h = spacings[s];
          double[] offset = OFFSETS[s % OFFSETS.length];
          double[][] fine = areas(tissue, radius, h, offset, times);
          // where the needle lies does not change with the grid
          double[] halved = {(offset[0] - 0.5) / 2, (offset[1] - 0.5) / 2};
          double[][] coarse = areas(tissue, radius, 2 * h, halved, times);
          for (int t = 0; t < times.length; t++) {
            for (int i = 0; i < ISOTHERMS.length; i++) {
              double r = exact.get(t).radius(ISOTHERMS[i]);
              double zone = Math.sqrt(coarse[t][i] / Math.PI);
              boolean resolved = 2 * zone >= ErrorBars.RESOLVED * 2 * h;
              String what =
                  String.format(
                      Locale.ROOT,
                      "needle %.2f mm, perfusion %.3f, %.2f mm, %.0f s, area below %.2f K",
                      1e3 * radius,
                      perfusion,
                      1e3 * h,
                      times[t],
                      ISOTHERMS[i]);
              checks.add(
                  new BarCheck(
                      "plane",
                      what,
                      fine[t][i],
                      resolved
                          ? ErrorBars.ofVolume(
                              fine[t][i], coarse[t][i], 2 * Math.sqrt(Math.PI * fine[t][i]), h)
                          : Double.NaN,
                      Math.PI * r * r));
            }
          }
        }
      }
    }
    return checks;
  }

  /** Areas [m2], shape [times][isotherms]. */
  private static double[][] areas(
      Tissue tissue, double radius, double h, double[] offset, double[] times) {
    int side = 2 * (int) Math.round(HALF_WIDTH / h) + 1;
    double low = -(side - 1) * h / 2;
    Grid plane = new Grid(side, side, 1, h, new Vec3(low, low, 0));
    Model model =
        new Model(
            plane,
            new byte[plane.cells()],
            List.of(Specimen.material(tissue, h, Specimen.BODY)),
            List.of(endless(radius, plane, offset[0] * h, offset[1] * h)),
            Specimen.INSULATED);
    double[][] area = new double[times.length][ISOTHERMS.length];
    try (EngineSolver run = EngineSolver.rkl2(model)) {
      run.wall(Specimen.COLD);
      for (int t = 0; t < times.length; t++) {
        run.to(times[t]);
        float[] temperature = singles(run.temperature());
        for (int i = 0; i < ISOTHERMS.length; i++) {
          float[] cold = ColdFraction.of(plane, temperature, ISOTHERMS[i]);
          area[t][i] = ZoneMetrics.volume(plane, cold) / h;
        }
      }
    }
    return area;
  }

  private static float[] singles(double[] values) {
    float[] singles = new float[values.length];
    for (int c = 0; c < values.length; c++) {
      singles[c] = (float) values[c];
    }
    return singles;
  }

  /** The middle layer of a long needle along z, as the needle of a plane of cells. */
  private static NeedleCells endless(double radius, Grid plane, double x, double y) {
    double h = plane.spacing();
    double length = 40 * h;
    Grid block =
        new Grid(plane.nx(), plane.ny(), 61, h, plane.origin().plus(new Vec3(0, 0, -30 * h)));
    Needle needle =
        new Needle(
            "A",
            Specimen.probe(radius, length),
            new Vec3(x, y, -length / 2),
            new Vec3(0, 0, 1),
            0,
            Specimen.freeze(600));
    NeedleCells all = NeedleCells.of(needle, block);
    int first = 30 * plane.cells();
    int[] cells = new int[all.cells().length];
    double[] conductance = new double[cells.length];
    int n = 0;
    for (int c = 0; c < cells.length; c++) {
      int at = all.cells()[c] - first;
      if (at >= 0 && at < plane.cells()) {
        cells[n] = at;
        conductance[n++] = all.conductance()[c];
      }
    }
    return new NeedleCells(
        java.util.Arrays.copyOf(cells, n), java.util.Arrays.copyOf(conductance, n));
  }
}
