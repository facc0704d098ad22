package org.iceball.validation.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.iceball.validation.exact.ReferenceSheet.Row;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Computes every value of the reference sheet anew. The sheet prints eight figures, so a value is
 * confirmed when it agrees to 1e-7 as printed.
 *
 * <p>The depths of the Neumann temperatures are 0.25, 0.5, 1.5 and 2 times the front, and the sheet
 * prints six figures of them; the values belong to the depths before rounding. At the printed
 * depths three of them (lines 9, 17 and 26) differ by 2e-6 to 5e-6, which is the rounding times the
 * slope.
 */
class ReferenceSheetTest {
  private static final double AGREES = 1e-7;
  private static List<Row> rows;

  @BeforeAll
  static void theSheetIsThere() throws IOException {
    Path path = ReferenceSheet.path();
    Assumptions.assumeTrue(
        path != null, "skipped: no reference sheet under the property iceball.shared");
    rows = ReferenceSheet.rows(path);
  }

  @Test
  void everyValueOfTheSheetIsConfirmed() {
    assertThat(rows).hasSize(249);
    List<String> disagreeing =
        rows.stream()
            .filter(row -> !(error(row) <= AGREES))
            .map(
                row ->
                    String.format(
                        Locale.ROOT,
                        "line %d %s %s %s: sheet %.9g, computed %.9g (%.1e)",
                        row.line(),
                        row.kind(),
                        row.set(),
                        row.quantity(),
                        row.value(),
                        computed(row),
                        error(row)))
            .toList();
    assertThat(disagreeing).isEmpty();
  }

  private static double error(Row row) {
    return Math.abs(computed(row) / row.value() - 1);
  }

  private static double computed(Row row) {
    return switch (row.kind()) {
      case "neumann_2phase_slab" -> neumann(row);
      case "lunardini_3zone_slab" -> lunardini(row);
      case "paterson_line_sink_cyl" -> paterson(row);
      case "quasi_steady_cyl_front" -> quasiSteady(row, Symmetry.CYLINDER);
      case "quasi_steady_sph_front" -> quasiSteady(row, Symmetry.SPHERE);
      case "steady_perfused_cyl_iceball" -> iceball(row, Symmetry.CYLINDER);
      case "steady_perfused_sph_iceball" -> iceball(row, Symmetry.SPHERE);
      case "pennes_halfspace_step" ->
          new PennesHalfSpace(liver(37), 0)
              .temperature(1e-3 * row.inQuantity("x="), row.inQuantity("t="));
      case "pennes_continuous_point_source" ->
          new PointSource(liver(37))
              .underPower(1, 1e-3 * row.inQuantity("r="), row.inQuantity("t="));
      case "pennes_instant_point_source" ->
          new PointSource(liver(37))
              .afterPulse(10, 1e-3 * row.inQuantity("r="), row.inQuantity("t="));
      case "pennes_box_mode_3D" -> {
        BoxMode mode = new BoxMode(liver(37), 0.05, 1);
        yield row.quantity().equals("decay_rate") ? mode.decayRate() : mode.decay(100);
      }
      case "rfa_sphere_phi_theta" -> rfSphere(row);
      case "vessel_convection" -> vessel(row);
      case "vessel_wall_ice_gap" ->
          1e3 * new WarmWallGap(1.8, row.inQuantity("h="), -1, 37).distance(row.inQuantity("_to_"));
      case "CEM43" ->
          ThermalDose.cem43(273.15 + row.inQuantity("at_"), row.inQuantity("for_")) / 60;
      default -> arrhenius(row);
    };
  }

  private static double neumann(Row row) {
    NeumannSlab slab =
        new NeumannSlab(
            new Material(row.parameter("ks"), row.parameter("rs_cs")),
            new Material(row.parameter("kl"), row.parameter("rl_cl")),
            row.parameter("rhoL"),
            row.parameter("Ts"),
            row.parameter("Tm"),
            row.parameter("Ti"));
    if (row.quantity().equals("lambda")) {
      return slab.lambda();
    }
    if (row.quantity().startsWith("front")) {
      return 1e3 * slab.front(row.inQuantity("at_"));
    }
    double t = row.inQuantity("t=");
    return slab.temperature(Math.rint(4 * depth(row) / slab.front(t)) / 4 * slab.front(t), t);
  }

  private static double depth(Row row) {
    return 1e-3 * row.inQuantity("x=");
  }

  private static double lunardini(Row row) {
    LunardiniSlab slab =
        new LunardiniSlab(
            new Material(row.parameter("k1"), row.parameter("C1")),
            new Material(row.parameter("k2"), row.parameter("C2s")),
            new Material(row.parameter("k3"), row.parameter("C3")),
            row.parameter("Lv"),
            row.parameter("Ts"),
            row.parameter("Tm"),
            row.parameter("Tf"),
            row.parameter("T0"));
    return switch (row.quantity()) {
      case "psi" -> slab.psi();
      case "gamma" -> slab.gamma();
      case "D4" -> slab.mushyDiffusivity();
      default -> {
        double t = row.inQuantity("at_");
        yield 1e3
            * (row.quantity().startsWith("X1") ? slab.solidusFront(t) : slab.liquidusFront(t));
      }
    };
  }

  private static double paterson(Row row) {
    PatersonLineSink sink =
        new PatersonLineSink(
            new Material(row.parameter("ks"), row.parameter("rcs")),
            new Material(row.parameter("kl"), row.parameter("rcl")),
            row.parameter("rhoL"),
            row.parameter("Q"),
            row.parameter("Tm"),
            row.parameter("Ti"));
    if (row.quantity().equals("lambda")) {
      return sink.lambda();
    }
    if (row.quantity().startsWith("front")) {
      return 1e3 * sink.front(row.inQuantity("at_"));
    }
    return sink.temperature(1e-3 * row.inQuantity("r="), row.inQuantity("t="));
  }

  private static double quasiSteady(Row row, Symmetry symmetry) {
    double integral = row.inSet("k") * row.inSet("dT");
    double latent = 1e6 * row.inSet("_L");
    return 1e3
        * new QuasiSteadyFront(symmetry, 1e-3 * row.inSet("r0="), integral, latent)
            .front(row.inQuantity("at_"));
  }

  private static double iceball(Row row, Symmetry symmetry) {
    double freezing = row.inSet("Tm=");
    PerfusedMedium tissue =
        new PerfusedMedium(
            new Material(row.inSet("ku="), 3.6e6),
            row.inSet("w=") * 1050 * 3617,
            row.inSet("Tb="),
            0);
    double integral = row.inSet("kf=") * (freezing - row.inSet("Tp="));
    return 1e3
        * new PerfusedIceball(symmetry, 1e-3 * row.inSet("r0="), integral, tissue, freezing)
            .radius();
  }

  private static double rfSphere(Row row) {
    RfSphere sphere = new RfSphere(1.5e-3, 0.3, 0.52, 20);
    if (row.quantity().startsWith("R_")) {
      return sphere.resistance();
    }
    return sphere.rise(
        row.quantity().startsWith("dT") ? 1e-3 * row.inQuantity("r=") : sphere.radius());
  }

  private static double vessel(Row row) {
    LaminarTube tube =
        new LaminarTube(
            1e-3 * row.inSet("D="),
            row.inSet("U="),
            new Material(0.52, 1050 * 3617),
            3.5e-3 / 1050);
    return switch (row.quantity()) {
      case "Re" -> tube.reynolds();
      case "h_Nu3.66" -> tube.coefficient(LaminarTube.NUSSELT_CONSTANT_TEMPERATURE);
      case "h_Nu4.36" -> tube.coefficient(LaminarTube.NUSSELT_CONSTANT_FLUX);
      case "h_Hausen_L30mm" -> tube.coefficient(tube.entryNusselt(0.03));
      default -> 1e3 * tube.equilibrationLength(LaminarTube.NUSSELT_CONSTANT_TEMPERATURE);
    };
  }

  private static double arrhenius(Row row) {
    ArrheniusInjury injury = new ArrheniusInjury(7.39e39, 2.577e5);
    return row.quantity().startsWith("t_")
        ? injury.time(273.15 + row.inQuantity("at_"))
        : injury.temperature(row.inQuantity("in_")) - 273.15;
  }

  private static PerfusedMedium liver(double blood) {
    return new PerfusedMedium(new Material(0.52, 3.8e6), 0.01 * 1050 * 3617, blood, 0);
  }
}
