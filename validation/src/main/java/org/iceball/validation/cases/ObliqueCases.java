package org.iceball.validation.cases;

import java.util.List;
import org.iceball.device.Placement;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.Zone;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.solve.Simulation;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.Specimen;

/** A needle along the grid against the same needle at an angle to it. */
final class ObliqueCases {
  private static final Tissue LIVER = Specimen.liver(0.016);
  private static final double LENGTH = 30e-3;
  private static final Vec3[] AXES = {
    new Vec3(0.5, 0, Math.sqrt(0.75)), new Vec3(1, 0, 1).unit(), new Vec3(1, 1, Math.sqrt(2)).unit()
  };

  private ObliqueCases() {}

  static List<CheckCase> all() {
    String what =
        "Needles of 1.5 and 2.4 mm with an active zone of 30 mm, 5 min, at 30 and 45 degrees to the"
            + " grid and along no axis of it, cells of ";
    return List.of(
        new CheckCase("oblique-2mm", what + "2 mm", () -> oblique(2e-3)),
        new CheckCase("oblique-1mm", what + "1 mm", () -> oblique(1e-3)));
  }

  private static Measured oblique(double h) {
    double worst = 0;
    for (double radius : new double[] {0.75e-3, 1.2e-3}) {
      List<Zone> straight = zones(radius, h, new Vec3(0, 0, 1));
      for (Vec3 axis : AXES) {
        List<Zone> zones = zones(radius, h, axis);
        for (int z = 0; z < zones.size(); z++) {
          double ratio = zones.get(z).volume() / straight.get(z).volume();
          worst = Math.max(worst, Math.abs(ratio - 1));
        }
      }
    }
    return Measured.builder().value("volume difference", worst).build();
  }

  private static List<Zone> zones(double radius, double h, Vec3 axis) {
    int side = 2 * (int) Math.round(30e-3 / h) + 1;
    double low = -(side - 1) * h / 2;
    Grid grid = new Grid(side, side, side, h, new Vec3(low, low, low));
    Case.PlannedNeedle needle =
        new Case.PlannedNeedle(
            "A",
            Specimen.probe(radius, LENGTH),
            new Placement(
                Placement.Anchor.IMAGE,
                Placement.Aim.MIDDLE_OF_ACTIVE_ZONE,
                new Vec3(0.13 * h, 0.21 * h, 0.17 * h),
                null,
                axis),
            0,
            Specimen.freeze(300));
    Case asked =
        new Case(
            "An oblique needle",
            new AnatomySpec.Phantom(new Vec3(0.06, 0.06, 0.06), List.of()),
            List.of(new Region(0, "liver", LIVER, Region.Role.ORGAN)),
            h,
            Double.POSITIVE_INFINITY,
            Specimen.INSULATED,
            Specimen.BODY,
            List.of(needle),
            List.of(273.15, 272.15, 253.15, 233.15),
            List.of(0.0),
            253.15,
            Double.POSITIVE_INFINITY,
            new Numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 1, "cpu"));
    Anatomy anatomy =
        new Anatomy(new Labels(grid, new byte[grid.cells()]), null, Vec3.ZERO, 1e-3, 0);
    return Simulation.run(asked, anatomy).moments().get(0).zones();
  }
}
