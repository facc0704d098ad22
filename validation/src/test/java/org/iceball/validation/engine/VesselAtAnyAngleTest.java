package org.iceball.validation.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.iceball.device.Placement;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.grid.Vec3;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.model.Region.VesselFlow;
import org.iceball.model.VesselModel;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.tissue.Tissue;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The heat that a vessel's wall gives beside a needle depends neither on the grid nor on its angle.
 */
class VesselAtAnyAngleTest {
  private static final Tissue LIVER = Specimen.liver(0.016);

  /** Heat that a vessel of a diameter gives during five minutes of freeze 8 mm beside it [J]. */
  private static double heat(VesselModel rung, double diameter, Vec3 along, double spacing) {
    Vec3 u = along.unit();
    Vec3 side = u.cross(new Vec3(0.3, -0.5, 0.8)).unit();
    Vec3 end = u.times(45e-3);
    Vec3 needle = side.times(diameter / 2 + 8e-3);
    VesselFlow flow = new VesselFlow(Optional.of(rung), 0.17, Inlet.TRUNK);
    Placement placement =
        new Placement(Placement.Anchor.IMAGE, Placement.Aim.MIDDLE_OF_ACTIVE_ZONE, needle, null, u);
    Case asked =
        new Case(
            "a vessel at an angle",
            new AnatomySpec.Phantom(
                new Vec3(0.064, 0.064, 0.064),
                List.of(
                    new AnatomySpec.Tube(2, List.of(end.times(-1), end), diameter),
                    new AnatomySpec.Ellipsoid(1, needle, new Vec3(8e-3, 8e-3, 8e-3)))),
            List.of(
                new Region(0, "liver", LIVER, Region.Role.ORGAN),
                new Region(1, "tumour", LIVER, Region.Role.TARGET),
                new Region(2, "vein", LIVER, Region.Role.VESSEL, 1, Double.NaN, flow)),
            spacing,
            Double.POSITIVE_INFINITY,
            Specimen.INSULATED,
            Specimen.BODY,
            List.of(
                new Case.PlannedNeedle(
                    "A", Specimen.probe(0.75e-3, 30e-3), placement, 0, Specimen.freeze(300))),
            List.of(273.15),
            List.of(0.0),
            273.15,
            Double.POSITIVE_INFINITY,
            new Numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 2, "cpu"));
    Outcome o = Simulation.run(asked, AnatomyBuilder.build(asked));
    return o.vessels().get(0).heat();
  }

  private static VesselModel rung(String key) {
    return VesselModel.ladder().stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow();
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({
    "convective, 8, 0, 0, 1", "convective, 8, 1, 0, 1", "convective, 8, 1, 1, 1",
    "convective, 8, 1, 0.4, 0.2", "fixed, 8, 1, 0.4, 0.2", "advective, 2, 1, 0.4, 0.2",
    "advective, 2, 0, 0, 1", "convective, 5, 0.2, 1, 0.4"
  })
  void oneAndTwoMillimetresGiveTheSameHeat(String rung, double mm, double x, double y, double z) {
    Vec3 along = new Vec3(x, y, z);
    double fine = heat(rung(rung), mm * 1e-3, along, 1e-3);
    double coarse = heat(rung(rung), mm * 1e-3, along, 2e-3);
    assertThat(coarse).isCloseTo(fine, within(0.08 * fine));
  }

  @Tag("long")
  @ParameterizedTest
  @CsvSource({"1, 0, 1", "1, 1, 1", "1, 0.4, 0.2", "0.2, 1, 0.4"})
  void theAngleDoesNotMatter(double x, double y, double z) {
    double straight = heat(rung("convective"), 8e-3, new Vec3(0, 0, 1), 1e-3);
    double slanted = heat(rung("convective"), 8e-3, new Vec3(x, y, z), 1e-3);
    assertThat(slanted).isCloseTo(straight, within(0.08 * straight));
  }
}
