package org.iceball.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseReading;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.Anatomy;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Every track of every plan that was ever judged, traced every 0.25 mm by eyes of their own: the
 * formulas of the shapes that the anatomy was painted with, or the voxels of the image and the
 * segments of its vessels.
 */
@Tag("long")
class TracksKeepClearTest {
  private static final int ANATOMIES = 20;
  private static final double STEP = 0.25e-3;

  @Test
  void noTrackCrossesAnythingOnTwentyRandomAnatomies() {
    int traced = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int seed = 1; seed <= ANATOMIES; seed++) {
      Painted painted = Painted.of(seed);
      CaseReading site = Sites.liver(painted.shapes(), painted.regions(), "axial_angle: 70 deg");
      double zone = site.asked().needles().get(0).probe().activeLength().value();
      for (Track t : judged(site, 2, 6)) {
        traced++;
        assertThat(Math.toDegrees(t.axialAngle())).isLessThan(70.01);
        for (double at = -zone / 2; at < 0.2; at += STEP) {
          Vec3 p = t.at(at).times(1e3);
          double clear = painted.clearance(p);
          least = Math.min(least, clear);
          assertThat(clear).as("anatomy %d, clearance [mm] at %s", seed, p).isPositive();
        }
      }
    }
    System.out.printf(
        Locale.ROOT, "%d tracks on %d anatomies, least %.2f mm%n", traced, ANATOMIES, least);
    assertThat(traced).isGreaterThan(6 * ANATOMIES);
  }

  @Test
  void noTrackCrossesAWideVesselOfARealLiver() {
    Path shared = Path.of(System.getProperty("iceball.shared", "../../shared"));
    Path data = shared.resolve("geometry");
    assumeTrue(
        Files.isRegularFile(data.resolve("msd_task08/case008_labels.nii.gz")),
        "skipped: the labels of MSD case 008 are not here");
    Path file = Path.of("../validation/cases/msd008.yaml");
    CaseReading site = CaseReader.readTraced(file, List.of(data));
    Anatomy anatomy =
        AnatomyBuilder.build(
            site.asked().withNeedles(List.of()).withAround(Double.POSITIVE_INFINITY));
    LabelImage image = anatomy.source();
    double zone = site.asked().needles().get(0).probe().activeLength().value();
    List<Track> tracks = judged(site, 2, 12);
    int thin = 0;
    for (Track t : tracks) {
      for (double at = -zone / 2; at < 0.5; at += STEP) {
        Vec3 p = t.at(at);
        int label = voxel(image, p);
        if (label == 2 || label == 3 || label == 5) {
          assertThat(calibre(anatomy.vessels(), label, p)).as("calibre at " + p).isLessThan(3e-3);
          thin++;
        }
      }
    }
    System.out.printf(
        Locale.ROOT, "MSD 008: %d tracks, %d points in thin vessels%n", tracks.size(), thin);
    assertThat(tracks).hasSizeGreaterThan(12);
  }

  /** All tracks of all plans that the engine judged; stops after so many plans. */
  private static List<Track> judged(CaseReading site, int needles, int plans) {
    List<Track> all = Collections.synchronizedList(new ArrayList<>());
    PlanWatch watch =
        new PlanWatch() {
          @Override
          public void evaluated(List<Track> tracks, Score score) {
            all.addAll(tracks);
          }
        };
    PlanRequest request =
        new PlanRequest(site.asked(), site.plan(), 1, needles, List.of(), 1, 2, false);
    PlanTools tools = new PlanTools(AnatomyBuilder::build, o -> o);
    try (Planner planner =
        new Planner(
            request, tools, EvaluationLog.none(), () -> all.size() > plans * needles, watch)) {
      planner.run().plans().forEach(p -> p.tracks().forEach(t -> all.add(t.track())));
    }
    return List.copyOf(all);
  }

  private static int voxel(LabelImage image, Vec3 p) {
    Vec3 f = image.affine().toIndex(p);
    int i = (int) Math.round(f.x());
    int j = (int) Math.round(f.y());
    int k = (int) Math.round(f.z());
    boolean in = i >= 0 && j >= 0 && k >= 0 && i < image.nx() && j < image.ny() && k < image.nz();
    return in ? image.at(i, j, k) : 0;
  }

  /** Diameter of the segment whose wall is nearest [m]; infinite where none is within 3 mm. */
  private static double calibre(List<VesselTree> trees, int label, Vec3 p) {
    double nearest = 3e-3;
    double diameter = Double.POSITIVE_INFINITY;
    for (VesselTree tree : trees) {
      for (VesselSegment s : tree.label() == label ? tree.segments() : List.<VesselSegment>of()) {
        Vec3 along = s.to().minus(s.from());
        double part = p.minus(s.from()).dot(along) / along.dot(along);
        Vec3 foot = s.from().plus(along.times(Math.max(0, Math.min(1, part))));
        double wall = p.minus(foot).norm() - s.radius();
        if (wall < nearest) {
          nearest = wall;
          diameter = 2 * s.radius();
        }
      }
    }
    return diameter;
  }

  /**
   * A random anatomy of shapes with formulas, all in millimetres.
   *
   * @param target middle of the tumour
   * @param radius of the tumour
   * @param veins wide ones, not to be crossed
   * @param ribs beside the liver
   * @param thin a vein that may be crossed
   * @param bladder middle of a gallbladder
   * @param bladderRadius its radius
   * @param bowel top of the bowel, which is all that lies below
   */
  private record Painted(
      Vec3 target,
      double radius,
      List<Tube> veins,
      List<Tube> ribs,
      Tube thin,
      Vec3 bladder,
      double bladderRadius,
      double bowel) {

    private record Tube(Vec3 from, Vec3 to, double diameter) {
      double clearance(Vec3 p) {
        Vec3 along = to.minus(from);
        double part = Math.max(0, Math.min(1, p.minus(from).dot(along) / along.dot(along)));
        return p.minus(from.plus(along.times(part))).norm() - diameter / 2;
      }

      String shape(int label) {
        return String.format(
            Locale.ROOT,
            "- {label: %d, tube: {diameter: %.3f mm, points: [%s, %s]}}%n",
            label,
            diameter,
            text(from),
            text(to));
      }
    }

    static Painted of(int seed) {
      SplittableRandom random = new SplittableRandom(seed);
      Vec3 target = new Vec3(between(random, 10), between(random, 10), between(random, 8));
      double radius = random.nextDouble(7, 10);
      List<Tube> veins = new ArrayList<>();
      for (int n = 0; n < 3; n++) {
        veins.add(tube(random, target, radius + random.nextDouble(2, 14), 4 + 2 * n));
      }
      Tube thin = tube(random, target, radius + random.nextDouble(1, 6), 2);
      List<Tube> ribs = new ArrayList<>();
      for (int n = 0; n < 5; n++) {
        double z = -32 + 16 * n + between(random, 3);
        ribs.add(new Tube(new Vec3(46, -55, z), new Vec3(46, 55, z + between(random, 6)), 8));
      }
      double big = random.nextDouble(8, 13);
      Vec3 bladder = target.plus(direction(random).times(radius + big + random.nextDouble(3, 12)));
      return new Painted(
          target, radius, veins, ribs, thin, bladder, big, -random.nextDouble(30, 40));
    }

    private static double between(SplittableRandom random, double most) {
      return random.nextDouble(-most, most);
    }

    private static Vec3 direction(SplittableRandom random) {
      Vec3 v = new Vec3(1, 1, 1);
      while (v.norm() > 1) {
        v = new Vec3(between(random, 1), between(random, 1), between(random, 1));
      }
      return v.unit();
    }

    private static Tube tube(SplittableRandom random, Vec3 round, double off, double diameter) {
      Vec3 side = direction(random);
      Vec3 along = side.cross(direction(random)).unit().times(80);
      Vec3 at = round.plus(side.times(off + diameter / 2));
      return new Tube(at.minus(along), at.plus(along), diameter);
    }

    private static String text(Vec3 p) {
      return String.format(Locale.ROOT, "[%.3f mm, %.3f mm, %.3f mm]", p.x(), p.y(), p.z());
    }

    String shapes() {
      StringBuilder text = new StringBuilder(thin.shape(3));
      veins.forEach(v -> text.append(v.shape(3)));
      text.append(
          String.format(
              Locale.ROOT,
              "- {label: 7, box: {centre: [0 mm, 0 mm, %.3f mm], size: [110 mm, 110 mm, %.3f mm]}}%n",
              (bowel - 55) / 2,
              bowel + 55));
      ribs.forEach(r -> text.append(r.shape(6)));
      text.append(ball(8, bladder, bladderRadius));
      return text.append(ball(4, target, radius)).toString();
    }

    private static String ball(int label, Vec3 centre, double radius) {
      return String.format(
          Locale.ROOT,
          "- {label: %d, ellipsoid: {centre: %s, axes: %s}}%n",
          label,
          text(centre),
          text(new Vec3(2 * radius, 2 * radius, 2 * radius)));
    }

    String regions() {
      return """
          - {label: 3, name: vein, tissue: blood, role: vessel}
          - {label: 6, name: ribs, tissue: fat, role: surrounding}
          - {label: 7, name: bowel, tissue: muscle, role: surrounding}
          - {label: 8, name: sac, tissue: bile, role: surrounding, protect: 5 degC}
          """;
    }

    /** How far a point is from what no needle may cross [mm]; negative inside. */
    double clearance(Vec3 p) {
      boolean outside = Math.max(Math.abs(p.x()), Math.max(Math.abs(p.y()), Math.abs(p.z()))) > 55;
      if (outside || p.minus(target).norm() < radius) {
        // the tumour is painted last, over whatever was there
        return Double.POSITIVE_INFINITY;
      }
      double least = Math.min(p.minus(bladder).norm() - bladderRadius, p.z() - bowel);
      for (Tube t : veins) {
        least = Math.min(least, t.clearance(p));
      }
      for (Tube t : ribs) {
        least = Math.min(least, t.clearance(p));
      }
      return least;
    }
  }
}
