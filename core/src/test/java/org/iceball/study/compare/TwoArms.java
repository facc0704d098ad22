package org.iceball.study.compare;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Generator;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.device.RfElectrode;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.NamedLaw;
import org.iceball.io.casefile.InjuryLibrary;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Faces;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.Region;
import org.iceball.solve.Cases;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;

/** A patient and arms to compare, made without files. */
public final class TwoArms {
  private static final Tissue LIVER = Cases.liver(0.0156, FrozenLaw.CONSTANT);
  private static final int LIVER_LABEL = 0;
  private static final int TUMOUR = 1;
  private static final int VEIN = 2;
  public static final NamedLaw COLD = law("cold-20");
  public static final NamedLaw COLDER = law("cold-40");
  public static final NamedLaw HOT = law("hot-50");

  private static NamedLaw law(String name) {
    return InjuryLibrary.bundled().find(name).orElseThrow();
  }

  /** A box of 48 mm with a tumour of a radius [m] in its middle, and perhaps a vein beside it. */
  public static Anatomy anatomy(double spacing, double radius, boolean vein) {
    int n = (int) Math.round(48e-3 / spacing);
    Vec3 origin = new Vec3(1, 1, 1).times(-(n - 1) * spacing / 2);
    Grid grid = new Grid(n, n, n, spacing, origin);
    byte[] labels = new byte[grid.cells()];
    for (int c = 0; c < labels.length; c++) {
      Vec3 at = grid.centre(c);
      boolean lumen = Math.hypot(at.x() - radius - 4e-3, at.y()) < 3e-3;
      labels[c] = (byte) (at.norm() < radius ? TUMOUR : vein && lumen ? VEIN : LIVER_LABEL);
    }
    List<VesselSegment> tubes = new ArrayList<>();
    for (int s = 0; s < 24; s++) {
      Vec3 from = new Vec3(radius + 4e-3, 0, (s - 12) * 2e-3);
      tubes.add(new VesselSegment(from, from.plus(new Vec3(0, 0, 2e-3)), 3e-3, s - 1));
    }
    VesselTree tree = new VesselTree("vein", VEIN, tubes, VesselTree.Inlet.TRUNK, 0.17);
    List<VesselTree> vessels = vein ? List.of(tree) : List.of();
    return new Anatomy(new Labels(grid, labels), null, Vec3.ZERO, 1e-3, 1e-6, vessels, List.of());
  }

  private static Case asked(double spacing) {
    List<Region> regions =
        List.of(
            new Region(LIVER_LABEL, "liver", LIVER, Region.Role.ORGAN),
            new Region(TUMOUR, "tumour", LIVER, Region.Role.TARGET),
            new Region(VEIN, "vein", LIVER, Region.Role.VESSEL));
    return Cases.homogeneous(
            LIVER,
            spacing,
            List.of(),
            new Faces(Faces.Kind.HELD, 310.15),
            310.15,
            Cases.numerics(StepperKind.RKL2, Precision.FP64))
        .withRegions(regions);
  }

  /** A needle in the middle that freezes for some minutes. */
  public static Arm arm(String name, double spacing, double minutes, NamedLaw law) {
    Protocol protocol = new Protocol(List.of(new Phase(Phase.Kind.FREEZE, 60 * minutes)));
    PlannedNeedle needle =
        Cases.needle(Cases.probe(0.85e-3, 20e-3), Vec3.ZERO, new Vec3(0, 0, 1), protocol);
    return Arm.of(name, asked(spacing).withNeedles(List.of(needle)), List.of(COLD, COLDER), law);
  }

  /** An electrode in the middle that heats for some minutes with a power [W]. */
  public static Arm heating(String name, double spacing, double minutes, double power) {
    RfElectrode electrode =
        new RfElectrode(
            "test",
            "test",
            Cases.cited(1.7e-3),
            Cases.cited(20e-3),
            new RfElectrode.Tips(Cases.cited(1), null),
            null, // a cooled one keeps the cells beside it alive
            null);
    Placement middle =
        new Placement(
            Placement.Anchor.IMAGE,
            Placement.Aim.MIDDLE_OF_ACTIVE_ZONE,
            Vec3.ZERO,
            null,
            new Vec3(0, 0, 1));
    Protocol protocol = new Protocol(List.of(new Phase(Phase.Kind.HEAT, 60 * minutes)));
    Case heated =
        asked(spacing)
            .withNeedles(List.of(new PlannedNeedle("E", electrode, middle, 0, protocol)))
            .withGenerator(Generator.of(Generator.Mode.POWER, power));
    return Arm.of(name, heated, List.of(HOT), HOT);
  }

  private TwoArms() {}
}
