package org.iceball.validation.bars;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.device.Phase;
import org.iceball.device.Phase.Kind;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.Zone;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.study.CoarseTwin;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.oracle.FromCase;
import org.iceball.validation.oracle.RadialReference;
import org.iceball.validation.oracle.RadialState;

/**
 * Whole runs with a needle so long that its middle knows nothing of its ends: width and thickness
 * of the zones, with the error bars that a user gets, against the radial reference.
 */
final class LongNeedleCases {
  private static final double LENGTH = 84e-3;
  private static final double HALF_WIDTH = 32e-3;
  private static final List<Double> ISOTHERMS = List.of(273.15, 253.15, 233.15);

  /**
   * One of them.
   *
   * @param radius of the needle [m]
   * @param tissue everywhere
   * @param spacing [m]
   * @param axis of the needle, any length
   * @param shift of its middle [cells]
   * @param protocol whose freezes are measured
   */
  record Setting(
      double radius, Tissue tissue, double spacing, Vec3 axis, Vec3 shift, Protocol protocol) {}

  private LongNeedleCases() {}

  static Protocol freezeThawFreeze(double first, double thaw, double second) {
    return new Protocol(
        List.of(
            new Phase(Kind.FREEZE, first),
            new Phase(Kind.PASSIVE_THAW, thaw),
            new Phase(Kind.FREEZE, second)));
  }

  /** Width and thickness of each zone at the end of each freeze. */
  static List<BarCheck> run(Setting s) {
    Outcome outcome = CoarseTwin.withErrorBars(Simulation.run(asked(s), anatomy(s)));
    List<Moment> ends = outcome.moments().subList(0, outcome.moments().size() - 1);
    List<RadialState> exact =
        RadialReference.run(
            FromCase.tissue(s.tissue()),
            s.radius(),
            FromCase.schedule(Specimen.probe(s.radius(), LENGTH), s.protocol()),
            ends.stream().mapToDouble(Moment::time).toArray());
    List<BarCheck> checks = new ArrayList<>();
    for (int m = 0; m < ends.size(); m++) {
      for (int z = 0; z < ISOTHERMS.size(); z++) {
        Zone zone = ends.get(m).zones().get(z);
        double diameter = 2 * exact.get(m).radius(ISOTHERMS.get(z));
        for (int axis = 1; axis < 3; axis++) {
          String what =
              String.format(
                  Locale.ROOT,
                  "needle %.2f mm, perfusion %.3f, %.2f mm, axis %.1f %.1f %.1f, %.0f s, %s of %s",
                  1e3 * s.radius(),
                  s.tissue().value(TissueProperty.PERFUSION),
                  1e3 * s.spacing(),
                  s.axis().x(),
                  s.axis().y(),
                  s.axis().z(),
                  ends.get(m).time(),
                  axis == 1 ? "width" : "thickness",
                  zone.name());
          checks.add(
              new BarCheck(
                  "needle",
                  what,
                  zone.axes().get(axis),
                  zone.axesErrors().isEmpty() ? Double.NaN : zone.axesErrors().get(axis),
                  diameter));
        }
      }
    }
    return checks;
  }

  private static Case asked(Setting s) {
    return new Case(
        "A long needle",
        new AnatomySpec.Phantom(new Vec3(0.1, 0.1, 0.1), List.of()),
        List.of(new Region(0, "tissue", s.tissue(), Region.Role.ORGAN)),
        s.spacing(),
        Double.POSITIVE_INFINITY,
        Specimen.INSULATED,
        Specimen.BODY,
        List.of(
            new Case.PlannedNeedle(
                "A",
                Specimen.probe(s.radius(), LENGTH),
                new Placement(
                    Placement.Anchor.IMAGE,
                    Placement.Aim.MIDDLE_OF_ACTIVE_ZONE,
                    s.shift().times(s.spacing()),
                    null,
                    s.axis().unit()),
                0,
                s.protocol())),
        ISOTHERMS,
        List.of(0.0),
        253.15,
        Double.POSITIVE_INFINITY,
        new Numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 2, "cpu"));
  }

  /** A box round the needle, whatever its direction. */
  private static Anatomy anatomy(Setting s) {
    Vec3 reach = s.axis().unit().times(LENGTH / 2);
    int nx = cells(reach.x(), s.spacing());
    int ny = cells(reach.y(), s.spacing());
    int nz = cells(reach.z(), s.spacing());
    Vec3 low = new Vec3(nx - 1, ny - 1, nz - 1).times(-s.spacing() / 2);
    Grid grid = new Grid(nx, ny, nz, s.spacing(), low);
    return new Anatomy(new Labels(grid, new byte[grid.cells()]), null, Vec3.ZERO, 1e-3, 0);
  }

  private static int cells(double reach, double spacing) {
    return (int) Math.ceil(2 * (Math.abs(reach) + HALF_WIDTH) / spacing);
  }
}
