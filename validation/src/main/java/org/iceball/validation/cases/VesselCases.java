package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iceball.device.Applicator;
import org.iceball.device.Placement;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.grid.Vec3;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.AnatomySpec;
import org.iceball.model.AnatomySpec.Tube;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.model.Region.VesselFlow;
import org.iceball.model.VesselModel;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.solve.VesselReport;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.Specimen;

/** Trees of vessels, and whole runs with a needle beside them. */
final class VesselCases {
  private static final long SEED = 20261123;
  private static final Tissue LIVER = Specimen.liver(0.016);

  private VesselCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "vessel-tree",
            "Twenty random trees of 60 pieces, more and more of them shut; seed " + SEED,
            VesselCases::trees),
        new CheckCase(
            "vessel-fork",
            "A fork of 2.4 mm beside a needle, blood both ways, 4 min of freeze",
            VesselCases::fork),
        new CheckCase(
            "vessel-any-angle",
            "Heat that a vessel gives in 5 min of freeze 8 mm beside it: cells of 1 and 2 mm, rungs,"
                + " calibres of 2 to 8 mm, angles of a vessel of 8 mm",
            VesselCases::anyAngle));
  }

  private static VesselTree random(SplittableRandom random) {
    List<VesselSegment> segments = new ArrayList<>();
    for (int s = 0; s < 60; s++) {
      double radius = 1e-3 * (1 + 5 * random.nextDouble());
      int parent = s == 0 ? -1 : random.nextInt(s);
      segments.add(new VesselSegment(Vec3.ZERO, new Vec3(0, 0, 4e-3), radius, parent));
    }
    return new VesselTree("random", 1, segments, Inlet.TRUNK, 0.17);
  }

  private static Measured trees() {
    SplittableRandom random = new SplittableRandom(SEED);
    double worst = 0;
    for (int t = 0; t < 20; t++) {
      VesselTree tree = random(random);
      boolean[] shut = new boolean[tree.segments().size()];
      for (int round = 0; round < 4; round++) {
        double[] flow = tree.flows(shut);
        for (int s = 0; s < flow.length; s++) {
          List<Integer> children = tree.children().get(s);
          double on = children.stream().mapToDouble(c -> flow[c]).sum();
          if (!children.isEmpty()) {
            worst = Math.max(worst, Math.abs(flow[s] - on) / tree.trunkFlow());
          }
        }
        shut[random.nextInt(shut.length)] = true;
      }
    }
    return Measured.builder().value("flow lost at a fork", worst).build();
  }

  private static Case asked(
      List<AnatomySpec.Shape> shapes,
      Vec3 needle,
      Vec3 axis,
      VesselFlow flow,
      double spacing,
      double freeze) {
    List<AnatomySpec.Shape> all = new ArrayList<>(shapes);
    all.add(new AnatomySpec.Ellipsoid(1, needle, new Vec3(8e-3, 8e-3, 8e-3)));
    return beside(
        "vessels beside a needle",
        new AnatomySpec.Phantom(new Vec3(0.064, 0.064, 0.064), all),
        flow,
        needle(Specimen.probe(0.75e-3, 30e-3), needle, axis, freeze),
        spacing,
        273.15);
  }

  /** A needle whose active zone has its middle at a point of the image, freezing so long [s]. */
  static Case.PlannedNeedle needle(Applicator probe, Vec3 middle, Vec3 axis, double freeze) {
    Placement placement =
        new Placement(
            Placement.Anchor.IMAGE, Placement.Aim.MIDDLE_OF_ACTIVE_ZONE, middle, null, axis);
    return new Case.PlannedNeedle("A", probe, placement, 0, Specimen.freeze(freeze));
  }

  /**
   * Liver with a tumour, label 1, and a vein, label 2, insulated and at body temperature.
   *
   * @param spacing [m]
   * @param lethal [K]
   */
  static Case beside(
      String title,
      AnatomySpec.Phantom phantom,
      VesselFlow flow,
      Case.PlannedNeedle needle,
      double spacing,
      double lethal) {
    return new Case(
        title,
        phantom,
        List.of(
            new Region(0, "liver", LIVER, Region.Role.ORGAN),
            new Region(1, "tumour", LIVER, Region.Role.TARGET),
            new Region(2, "vein", LIVER, Region.Role.VESSEL, 1, Double.NaN, flow)),
        spacing,
        Double.POSITIVE_INFINITY,
        Specimen.INSULATED,
        Specimen.BODY,
        List.of(needle),
        List.of(273.15),
        List.of(0.0),
        lethal,
        Double.POSITIVE_INFINITY,
        new Numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 2, "cpu"));
  }

  private static Measured fork() {
    double worst = 0;
    double imbalance = 0;
    for (Inlet inlet : Inlet.values()) {
      double d = 2.4e-3;
      Vec3 middle = new Vec3(9e-3, 0, -4e-3);
      List<AnatomySpec.Shape> shapes =
          List.of(
              new Tube(2, List.of(new Vec3(9e-3, 0, -31e-3), middle), d),
              new Tube(2, List.of(middle, new Vec3(9e-3, 12e-3, 31e-3)), 0.75 * d),
              new Tube(2, List.of(middle, new Vec3(9e-3, -12e-3, 31e-3)), 0.75 * d));
      VesselFlow flow = new VesselFlow(Optional.of(new VesselModel.Advective()), 0.03, inlet);
      Case asked = asked(shapes, Vec3.ZERO, new Vec3(0, 0, 1), flow, 2e-3, 240);
      Outcome o = Simulation.run(asked, AnatomyBuilder.build(asked));
      VesselReport vein = o.vessels().get(0);
      worst = Math.max(worst, Math.abs(vein.lost() / vein.heat() - 1));
      imbalance = Math.max(imbalance, o.energy().imbalanceRelative());
    }
    return Measured.builder()
        .value("blood against tissue", worst)
        .value("imbalance", imbalance)
        .build();
  }

  /** Heat that a vessel gives beside a needle [J]. */
  private static double heat(String rung, double diameter, Vec3 along, double spacing) {
    Vec3 u = along.unit();
    Vec3 side = u.cross(new Vec3(0.3, -0.5, 0.8)).unit();
    Vec3 end = u.times(45e-3);
    Vec3 needle = side.times(diameter / 2 + 8e-3);
    VesselModel model =
        VesselModel.ladder().stream().filter(m -> m.key().equals(rung)).findFirst().orElseThrow();
    VesselFlow flow = new VesselFlow(Optional.of(model), 0.17, Inlet.TRUNK);
    Case asked =
        asked(
            List.of(new Tube(2, List.of(end.times(-1), end), diameter)),
            needle,
            u,
            flow,
            spacing,
            300);
    return Simulation.run(asked, AnatomyBuilder.build(asked)).vessels().get(0).heat();
  }

  private static Measured anyAngle() {
    String[] rungs = {"convective", "convective", "fixed", "advective", "advective", "convective"};
    double[] diameters = {8e-3, 8e-3, 8e-3, 2e-3, 2e-3, 5e-3};
    Vec3[] along = {
      new Vec3(1, 0, 1),
      new Vec3(1, 0.4, 0.2),
      new Vec3(1, 0.4, 0.2),
      new Vec3(1, 0.4, 0.2),
      new Vec3(0, 0, 1),
      new Vec3(0.2, 1, 0.4)
    };
    double coarse = 0;
    for (int n = 0; n < rungs.length; n++) {
      double one = heat(rungs[n], diameters[n], along[n], 1e-3);
      coarse = Math.max(coarse, Math.abs(heat(rungs[n], diameters[n], along[n], 2e-3) / one - 1));
    }
    double straight = heat("convective", 8e-3, new Vec3(0, 0, 1), 1e-3);
    double turned = 0;
    for (Vec3 way : List.of(along[0], along[1], new Vec3(1, 1, 1), along[5])) {
      turned = Math.max(turned, Math.abs(heat("convective", 8e-3, way, 1e-3) / straight - 1));
    }
    return Measured.builder()
        .value("1 mm against 2 mm", coarse)
        .value("slanted against straight", turned)
        .build();
  }
}
