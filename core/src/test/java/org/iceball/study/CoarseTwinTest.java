package org.iceball.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.Zone;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.Region;
import org.iceball.solve.Cases;
import org.iceball.solve.HistoryRow;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.junit.jupiter.api.Test;

class CoarseTwinTest {
  private static final double H = 1.5e-3;
  private static final Tissue LIVER = Cases.liver(0.016, FrozenLaw.RABIN);

  /** A needle in a target of a radius [cells], at least one cell, in liver. */
  private static Outcome run(double seconds, double targetCells) {
    Case one =
        Cases.homogeneous(
            LIVER,
            H,
            List.of(
                Cases.needle(
                    Cases.probe(0.75e-3, 15e-3),
                    Vec3.mm(0.3, 0.2, 0),
                    new Vec3(0, 0, 1),
                    Cases.freeze(seconds))),
            new Faces(Faces.Kind.INSULATED, 310.15),
            310.15,
            Cases.numerics(StepperKind.RKL2, Precision.FP64));
    Case asked =
        new Case(
            one.title(),
            one.anatomy(),
            List.of(
                new Region(0, "liver", LIVER, Region.Role.ORGAN),
                new Region(1, "tumour", LIVER, Region.Role.TARGET)),
            one.spacing(),
            one.around(),
            one.faces(),
            one.initialTemperature(),
            one.needles(),
            one.thresholds(),
            one.margins(),
            one.lethal(),
            60,
            one.numerics());
    Grid grid = Cases.empty(27, 26, 30, H).labels().grid();
    byte[] labels = new byte[grid.cells()];
    for (int c = 0; c < labels.length; c++) {
      Vec3 p = grid.centre(c % 27, c / 27 % 26, c / 27 / 26);
      labels[c] = (byte) (p.norm() < targetCells * H || c == grid.index(13, 13, 15) ? 1 : 0);
    }
    Anatomy anatomy = new Anatomy(new Labels(grid, labels), null, Vec3.ZERO, 1e-3, 1e-6);
    return Simulation.run(asked, anatomy);
  }

  @Test
  void everyLengthVolumeAndCoverageGetsThreeTimesTheDifference() {
    Outcome fine = run(300, 4);
    Outcome twin = CoarseTwin.of(fine);
    Outcome barred = CoarseTwin.withErrorBars(fine);
    assertThat(twin.anatomy().labels().grid().spacing()).isEqualTo(2 * H);
    assertThat(barred.twin().stateHash()).isEqualTo(twin.stats().stateHash());
    assertThat(barred.stats()).isEqualTo(fine.stats());
    for (int m = 0; m < 2; m++) {
      Moment here = barred.moments().get(m);
      Moment there = twin.moments().get(m);
      assertThat(here.name()).isEqualTo(there.name());
      for (int z = 0; z < 3; z++) {
        Zone a = here.zones().get(z);
        Zone b = there.zones().get(z);
        double difference = 3 * Math.abs(a.volume() - b.volume());
        // the floor is a tenth of a cell over the surface, that of a ball at least
        double surface = Math.cbrt(36 * Math.PI * a.volume() * a.volume());
        assertThat(a.volumeError())
            .isGreaterThanOrEqualTo(Math.max(difference, 0.099 * H * surface))
            .isLessThanOrEqualTo(Math.max(difference, 0.12 * H * surface));
        for (int axis = 0; axis < 3; axis++) {
          assertThat(a.axesErrors().get(axis))
              .isEqualTo(Math.max(0.25 * H, 3 * Math.abs(a.axes().get(axis) - b.axes().get(axis))));
        }
        assertThat(a.volumeError()).isBetween(0.001 * a.volume(), a.volume());
      }
    }
    assertThat(barred.coverage().leastMarginError())
        .isCloseTo(
            Math.max(
                0.25 * H,
                3 * Math.abs(fine.coverage().leastMargin() - twin.coverage().leastMargin())),
            within(1e-15));
    assertThat(barred.coverage().margins().get(2).error())
        .isCloseTo(
            3
                * Math.abs(
                    fine.coverage().margins().get(2).covered()
                        - twin.coverage().margins().get(2).covered()),
            within(1e-15));
    HistoryRow last = barred.history().get(barred.history().size() - 1);
    HistoryRow lastOfTwin = twin.history().get(twin.history().size() - 1);
    assertThat(last.time()).isEqualTo(lastOfTwin.time());
    assertThat(last.iceVolumeError())
        .isGreaterThanOrEqualTo(3 * Math.abs(last.iceVolume() - lastOfTwin.iceVolume()))
        .isGreaterThan(0.01 * last.iceVolume());
    assertThat(barred.warnings()).isEqualTo(fine.warnings());
  }

  @Test
  void whatTheTwinCannotResolveGetsNoBarButAWarning() {
    Outcome barred = CoarseTwin.withErrorBars(run(3, 0));
    Zone coldest = barred.moments().get(0).zones().get(2);
    assertThat(coldest.volume()).isPositive();
    assertThat(coldest.volumeError()).isNaN();
    assertThat(coldest.axesErrors()).isEmpty();
    assertThat(barred.coverage()).isNotNull();
    assertThat(barred.coverage().leastMarginError()).isNaN();
    assertThat(barred.coverage().coveredError()).isNaN();
    assertThat(barred.warnings())
        .anySatisfy(w -> assertThat(w).contains("-40 degC at end of freeze 1", "cells of 3 mm"))
        .anySatisfy(w -> assertThat(w).contains("target vanishes"));
  }
}
