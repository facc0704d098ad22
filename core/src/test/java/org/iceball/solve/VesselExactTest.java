package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.iceball.device.VesselTree;
import org.iceball.injury.ColdFraction;
import org.iceball.model.BloodFilm;
import org.iceball.model.VesselModel;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Vessels against closed forms. */
class VesselExactTest {
  private static final double BODY = 310.15;
  private static final double COLD = 278.15;
  private static final double BLOOD = 1050.0 * 3617;
  private static final Tissue LIVER = Cases.liver(0, FrozenLaw.CONSTANT);
  private static final double K = LIVER.value(TissueProperty.CONDUCTIVITY);
  private static final double LENGTH = 32e-3;

  /** Heat that a duct gives [W], and how much its blood cools [K]. */
  private record Duct(double heat, double cooling) {}

  /** The duct by marching its own equation in fine steps, with the entry length's local film. */
  private static Duct exact(String rung, double radius, double velocity, double edge) {
    double capacity = BLOOD * Math.PI * radius * radius * velocity;
    double spread = Math.log(Ducts.SQUARE * edge / radius) / (2 * Math.PI * K);
    int n = 20000;
    double step = LENGTH / n;
    double t = BODY;
    double heat = 0;
    for (int i = 0; i < n; i++) {
      double a = i * step;
      double h =
          switch (rung) {
            case "advective" -> BloodFilm.coefficient(2 * radius, velocity, a, a + step);
            case "convective" -> BloodFilm.coefficient(2 * radius, velocity, 0, LENGTH);
            default -> Double.POSITIVE_INFINITY;
          };
      double perLength = 1 / (spread + 1 / (2 * Math.PI * radius * h));
      double given = perLength * (t - COLD) * step;
      heat += given;
      if (rung.equals("advective")) {
        t -= given / capacity;
      }
    }
    return new Duct(heat, heat / capacity);
  }

  private static VesselModel rung(String key) {
    return VesselModel.ladder().stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "advective, 0.5, 2, 1, 0.01",
    "advective, 0.8, 2, 2, 0.01",
    "advective, 3.0, 0.5, 1, 0.01",
    "convective, 1.0, 10, 1, 0.01",
    "convective, 2.0, 17, 1, 0.01",
    "convective, 4.0, 17, 1, 0.01",
    "convective, 4.0, 17, 2, 0.04",
    "fixed, 1.0, 10, 1, 0.01",
    "fixed, 4.0, 17, 1, 0.01",
  })
  void aCooledDuctExchangesWhatItsSolutionSays(
      String rung, double mmRadius, double cmVelocity, double mmSpacing, double tolerance) {
    double edge = 24e-3;
    double radius = mmRadius * 1e-3;
    double velocity = cmVelocity * 1e-2;
    VesselTree tree = Ducts.straight(radius, LENGTH, velocity);
    Ducts duct = new Ducts(LIVER, edge, LENGTH, mmSpacing * 1e-3, tree, rung(rung), COLD);
    Ducts.End end = duct.run(1500);
    double heat = 0;
    for (int w = 0; w < duct.vessels.walls().size(); w++) {
      heat += end.powers()[w];
    }
    Duct exact = exact(rung, radius, velocity, edge);
    assertThat(heat).isCloseTo(exact.heat, within(tolerance * exact.heat));
    double cooling = end.blood().books(0).cooling();
    assertThat(cooling).isCloseTo(exact.cooling, within(tolerance * exact.cooling));
    assertThat(end.lost()).isCloseTo(end.given(), within(1e-10 * end.given()));
    assertThat(end.imbalance()).isLessThan(1e-10);
  }

  @ParameterizedTest
  @CsvSource({
    "convective, 4, 0.3, 0", "convective, 4, 0.5, 0.2", "convective, 4, 0.35, 0.35",
    "fixed, 4, 0.5, 0.2", "advective, 1, 0.5, 0.2", "convective, 3, 0.2, 0.45"
  })
  void theWallGivesTheSameOnOneAndTwoMillimetresAtAnyAngle(
      String rung, double mmRadius, double x, double y) {
    double[] heat = new double[2];
    for (int n = 0; n < 2; n++) {
      VesselTree tree = Ducts.slanted(mmRadius * 1e-3, LENGTH, 0.17, x, y);
      double spacing = (n + 1) * 1e-3;
      Ducts duct = new Ducts(LIVER, 36e-3, LENGTH, spacing, tree, rung(rung), COLD);
      Ducts.End end = duct.run(1500);
      for (int w = 0; w < duct.vessels.walls().size(); w++) {
        heat[n] += end.powers()[w];
      }
    }
    assertThat(heat[1]).isCloseTo(heat[0], within(0.05 * heat[0]));
  }

  @Test
  void aVesselThatIsOnlyPerfusionExchangesNothing() {
    VesselTree tree = Ducts.straight(4e-3, LENGTH, 0.17);
    Ducts duct = new Ducts(LIVER, 24e-3, LENGTH, 2e-3, tree, rung("perfusion"), COLD);
    assertThat(duct.vessels.walls()).isEmpty();
    assertThat(duct.model.material()).doesNotContain((byte) 3);
  }

  /**
   * Ice that grows from outside until the wall of a vein of 20 mm is at the freezing point. The
   * gaps from there to the isotherms are those of flux continuity, k (T_m - T) / (h (T_b - T_m)).
   */
  @ParameterizedTest
  @CsvSource({"2", "1"})
  void iceKeepsItsGapFromAWarmWall(double mmSpacing) {
    double radius = 10e-3;
    double spacing = mmSpacing * 1e-3;
    Tissue ice = frozenAt(1.8);
    double k = 1.8;
    double cold = 153.15;
    double liquidus = ice.value(TissueProperty.LIQUIDUS);
    double wanted = 1000;
    double low = 1e-4;
    double high = 3;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      boolean more = BloodFilm.coefficient(2 * radius, middle, 0, 4e-3) < wanted;
      low = more ? middle : low;
      high = more ? high : middle;
    }
    double flux = wanted * (BODY - liquidus);
    // the shell where the wall is just at the liquidus
    double ratio = Math.exp(k * (liquidus - cold) / (flux * radius));
    double edge = Math.rint(radius * ratio / Ducts.SQUARE / spacing) * spacing;
    VesselTree tree = Ducts.straight(radius, 4e-3, low);
    Ducts duct = new Ducts(ice, edge, 4e-3, spacing, tree, rung("convective"), cold);
    Ducts.End end = duct.run(1000);
    for (double celsius : new double[] {-20, -40}) {
      double t = 273.15 + celsius;
      double gap = gap(duct, end.t(), t, radius);
      // round a cylinder; k (T_m - T) / (h (T_b - T_m)) is its limit for a plane wall
      double expected = radius * Math.expm1(k * (liquidus - t) / (flux * radius));
      assertThat(gap).isCloseTo(expected, within(0.1 * expected));
    }
  }

  /** Tissue whose ice conducts alike at all temperatures, with a narrow freezing range. */
  private static Tissue frozenAt(double conductivity) {
    return Cases.liver(0, FrozenLaw.CONSTANT)
        .with(TissueProperty.FROZEN_CONDUCTIVITY, Cases.cited(conductivity))
        .with(TissueProperty.SOLIDUS, Cases.cited(271.65))
        .with(TissueProperty.LIQUIDUS, Cases.cited(272.15));
  }

  /** Distance of an isotherm from a wall, from the area of the section inside it [m]. */
  private static double gap(Ducts duct, float[] t, double threshold, double radius) {
    float[] cold = ColdFraction.of(duct.grid, t, threshold);
    double warm = 0;
    int plane = duct.grid.nx() * duct.grid.ny();
    for (int c = plane; c < 2 * plane; c++) {
      warm += 1 - Math.min(1, cold[c]);
    }
    double h = duct.grid.spacing();
    return Math.sqrt(warm * h * h / Math.PI) - radius;
  }
}
