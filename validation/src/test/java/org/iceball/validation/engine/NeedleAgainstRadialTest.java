package org.iceball.validation.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.iceball.device.Needle;
import org.iceball.device.Placement;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.Zone;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.solve.Simulation;
import org.iceball.tissue.Tissue;
import org.iceball.validation.oracle.FromCase;
import org.iceball.validation.oracle.RadialReference;
import org.iceball.validation.oracle.RadialSchedule;
import org.iceball.validation.oracle.RadialState;
import org.iceball.validation.oracle.Wall;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Iceballs of a needle thinner than a cell against the converged radial solution. */
class NeedleAgainstRadialTest {
  private static final Tissue LIVER = Specimen.liver(0.016);
  private static final double[] TIMES = {60, 600};
  private static final double[] ISOTHERMS = {272.15, 273.15};
  private static final double[][] OFFSETS = {{0, 0}, {0.25, 0.1}, {0.5, 0.5}};

  @ParameterizedTest
  @CsvSource({
    "0.75, 1, 0.01", "1.2, 1, 0.01", "1.7, 1, 0.01",
    "0.75, 2, 0.025", "1.2, 2, 0.025", "1.7, 2, 0.025"
  })
  void theEndlessNeedleFreezesAsFarAsTheRadialSolution(
      double radiusMm, double spacingMm, double bound) {
    double radius = 1e-3 * radiusMm;
    List<RadialState> exact =
        RadialReference.run(
            FromCase.tissue(LIVER), radius, RadialSchedule.of(600, Wall.at(Specimen.COLD)), TIMES);
    SoftAssertions softly = new SoftAssertions();
    for (double[] offset : OFFSETS) {
      double[][] found = radii(radius, 1e-3 * spacingMm, offset[0], offset[1]);
      for (int t = 0; t < TIMES.length; t++) {
        for (int i = 0; i < ISOTHERMS.length; i++) {
          double wanted = exact.get(t).radius(ISOTHERMS[i]);
          double error = found[t][i] / wanted - 1;
          System.out.printf(
              Locale.ROOT,
              "needle %.2f mm, cells %.0f mm, offset %.2f %.2f, %3.0f s, %.2f K: %.3f mm, engine"
                  + " %.3f mm, %+.2f %%%n",
              radiusMm,
              spacingMm,
              offset[0],
              offset[1],
              TIMES[t],
              ISOTHERMS[i],
              1e3 * wanted,
              1e3 * found[t][i],
              100 * error);
          softly
              .assertThat(Math.abs(error))
              .as("offset %s %s, %s s, %s K", offset[0], offset[1], TIMES[t], ISOTHERMS[i])
              .isLessThanOrEqualTo(bound);
        }
      }
    }
    softly.assertAll();
  }

  /** Equivalent radii [m] of the isotherms at the times, shape [times][isotherms]. */
  private static double[][] radii(double radius, double h, double offX, double offY) {
    int side = 2 * (int) Math.round(35e-3 / h) + 1;
    Grid plane = new Grid(side, side, 1, h, new Vec3(-35e-3, -35e-3, 0));
    Model plain = Specimen.model(LIVER, 1, plane, new byte[plane.cells()]);
    Model model =
        new Model(
            plane,
            plain.material(),
            plain.materials(),
            List.of(endless(radius, plane, offX * h, offY * h)),
            plain.faces());
    double[][] r = new double[TIMES.length][ISOTHERMS.length];
    float[] temperature = new float[plane.cells()];
    try (CpuBackend backend = new CpuBackend(model, Precision.FP64, 1)) {
      Specimen.Run run =
          new Specimen.Run(model, backend, new Rkl2Stepper(Rkl2Stepper.TOLERANCE), Specimen.COLD);
      for (int t = 0; t < TIMES.length; t++) {
        run.to(TIMES[t]);
        backend.readTemperature(temperature);
        for (int i = 0; i < ISOTHERMS.length; i++) {
          float[] cold = ColdFraction.of(plane, temperature, ISOTHERMS[i]);
          r[t][i] = Math.sqrt(ZoneMetrics.volume(plane, cold) / h / Math.PI);
        }
      }
    }
    return r;
  }

  /** The middle slice of a long needle along z, as the needle of a plane of cells. */
  private static NeedleCells endless(double radius, Grid plane, double x, double y) {
    double h = plane.spacing();
    double length = 40 * h;
    Grid tall = new Grid(plane.nx(), plane.ny(), 61, h, new Vec3(-35e-3, -35e-3, -30 * h));
    Needle needle =
        new Needle(
            "A",
            Specimen.probe(radius, length),
            new Vec3(x, y, -length / 2),
            new Vec3(0, 0, 1),
            0,
            Specimen.freeze(600));
    NeedleCells all = NeedleCells.of(needle, tall);
    int first = 30 * plane.cells();
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

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"0.75, 1, 0.01", "1.2, 1, 0.01", "0.75, 2, 0.025", "1.2, 2, 0.025"})
  void anObliqueNeedleFreezesAsMuchAsAStraightOne(double radiusMm, double spacingMm, double bound) {
    double h = 1e-3 * spacingMm;
    Vec3[] axes = {
      new Vec3(0, 0, 1),
      new Vec3(0.5, 0, Math.sqrt(0.75)),
      new Vec3(1, 0, 1).unit(),
      new Vec3(1, 1, Math.sqrt(2)).unit()
    };
    List<Zone> straight = null;
    SoftAssertions softly = new SoftAssertions();
    for (Vec3 axis : axes) {
      List<Zone> zones = zones(1e-3 * radiusMm, h, axis);
      straight = straight == null ? zones : straight;
      for (int z = 0; z < zones.size(); z++) {
        double error = zones.get(z).volume() / straight.get(z).volume() - 1;
        System.out.printf(
            Locale.ROOT,
            "oblique needle %.2f mm, cells %.0f mm, axis %.2f %.2f %.2f, %s: %.3f ml, %+.2f %%%n",
            radiusMm,
            spacingMm,
            axis.x(),
            axis.y(),
            axis.z(),
            zones.get(z).name(),
            1e6 * zones.get(z).volume(),
            100 * error);
        softly.assertThat(Math.abs(error)).as("%s %s", axis, z).isLessThanOrEqualTo(bound);
      }
    }
    softly.assertAll();
  }

  private static List<Zone> zones(double radius, double h, Vec3 axis) {
    int side = 2 * (int) Math.round(30e-3 / h) + 1;
    double low = -(side - 1) * h / 2;
    Grid grid = new Grid(side, side, side, h, new Vec3(low, low, low));
    Case.PlannedNeedle needle =
        new Case.PlannedNeedle(
            "A",
            Specimen.probe(radius, 30e-3),
            new Placement(
                Placement.Anchor.IMAGE,
                Placement.Aim.MIDDLE_OF_ACTIVE_ZONE,
                new Vec3(0.13 * h, 0.21 * h, 0.17 * h),
                null,
                axis),
            0,
            Specimen.freeze(300));
    Case asked = Specimen.asked(LIVER, 1, h, List.of(needle));
    Anatomy anatomy =
        new Anatomy(new Labels(grid, new byte[grid.cells()]), null, Vec3.ZERO, 1e-3, 0);
    var moments = Simulation.run(asked, anatomy).moments();
    assertThat(moments).hasSize(2);
    return moments.get(0).zones();
  }
}
