package org.iceball.validation.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.iceball.tissue.Tissue;
import org.junit.jupiter.api.Test;

/** The source that was worked out by hand, against finite differences of the chosen field. */
class ManufacturedSolutionTest {
  private static final double EDGE = ManufacturedSolution.EDGE;
  private static final double STEP = 4e-6;

  @Test
  void theSourceIsWhatTheChosenFieldLacks() {
    SplittableRandom random = new SplittableRandom(20261123);
    for (int n = 0; n < 200; n++) {
      double x = EDGE * (0.01 + 0.98 * random.nextDouble());
      double y = EDGE * (0.01 + 0.98 * random.nextDouble());
      double z = EDGE * (0.01 + 0.98 * random.nextDouble());
      if (Math.abs(x - EDGE / 2) < 2 * STEP) {
        continue;
      }
      double lacking = -conduction(x, y, z) - blood(x, y, z);
      assertThat(ManufacturedSolution.source(x, y, z))
          .as("at %s %s %s", x, y, z)
          .isCloseTo(lacking, within(3e3));
    }
  }

  /** div(k grad T), with k at the faces of a little cube. */
  private static double conduction(double x, double y, double z) {
    return flux(x, y, z, STEP, 0, 0)
        + flux(x, y, z, -STEP, 0, 0)
        + flux(x, y, z, 0, STEP, 0)
        + flux(x, y, z, 0, -STEP, 0)
        + flux(x, y, z, 0, 0, STEP)
        + flux(x, y, z, 0, 0, -STEP);
  }

  private static double flux(double x, double y, double z, double dx, double dy, double dz) {
    double here = ManufacturedSolution.temperature(x, y, z);
    double there = ManufacturedSolution.temperature(x + dx, y + dy, z + dz);
    double k = x < EDGE / 2 ? ManufacturedSolution.conductivity((here + there) / 2) : 0.5;
    return k * (there - here) / (STEP * STEP);
  }

  private static double blood(double x, double y, double z) {
    return x < EDGE / 2
        ? 0
        : 0.016 * Tissue.Blood.HEAT_CAPACITY * (310.15 - ManufacturedSolution.temperature(x, y, z))
            + 4200;
  }

  @Test
  void temperatureAndFluxMatchWhereTheTissuesMeet() {
    double y = 0.3 * EDGE;
    double z = 0.6 * EDGE;
    double d = 1e-9;
    double left = ManufacturedSolution.temperature(EDGE / 2 - d, y, z);
    double right = ManufacturedSolution.temperature(EDGE / 2 + d, y, z);
    assertThat(left).isCloseTo(right, within(1e-4));
    double e = 1e-6;
    double slopeLeft = (left - ManufacturedSolution.temperature(EDGE / 2 - d - e, y, z)) / e;
    double slopeRight = (ManufacturedSolution.temperature(EDGE / 2 + d + e, y, z) - right) / e;
    assertThat(ManufacturedSolution.conductivity(left) * slopeLeft)
        .isCloseTo(0.5 * slopeRight, within(5.0));
  }
}
