package org.iceball.model;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.device.Wire;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/** Decides for each piece of a vessel what it becomes on the grid, and what film its blood has. */
final class VesselPieces {
  /** Radius from which on a lumen is resolved [cells]. */
  static final double RESOLVED = 1.5;

  /**
   * Walls further than this from every active zone stay at body temperature [m]. Iceballs of one
   * needle in liver reach 12 to 20 mm; beyond the ice the perfused layer is 3 mm thick.
   */
  static final double REACH = 20e-3;

  /**
   * A wall this near to an active zone is cooled: thermal entry begins with the first such piece
   * [m]. The ice of one needle in perfused liver reaches 12 mm (steady cylinder, w = 0.02 1/s).
   */
  static final double COOLED = 12e-3;

  private static final int SAMPLES = 64;

  private final Case asked;
  private final Grid grid;
  private final List<Needle> needles;

  VesselPieces(Case asked, Grid grid, List<Needle> needles) {
    this.asked = asked;
    this.grid = grid;
    this.needles = needles;
  }

  /** The pieces of all vessels of an anatomy, tree by tree. */
  List<VesselPiece> of(Anatomy anatomy) {
    List<VesselPiece> pieces = new ArrayList<>();
    for (int t = 0; t < anatomy.vessels().size(); t++) {
      pieces.addAll(of(t, anatomy.vessels().get(t)));
    }
    return pieces;
  }

  private List<VesselPiece> of(int t, VesselTree tree) {
    Region region =
        asked.regions().stream().filter(r -> r.label() == tree.label()).findFirst().orElseThrow();
    int n = tree.segments().size();
    VesselPiece.Kind[] kind = new VesselPiece.Kind[n];
    double[] gap = new double[n];
    double[] inside = new double[n];
    VesselModel[] model = new VesselModel[n];
    for (int s = 0; s < n; s++) {
      VesselSegment shape = tree.segments().get(s);
      model[s] = asked.blood().model(region.flow().model(), 2 * shape.radius());
      inside[s] = inside(shape);
      gap[s] = distanceToNeedles(shape) - shape.radius();
      kind[s] = kind(shape, model[s], inside[s] > 0 && gap[s] <= REACH);
    }
    double shear = tree.shear();
    CooledWay way = CooledWay.of(tree, s -> isCoupled(kind[s]) && gap[s] <= COOLED);
    List<VesselPiece> pieces = new ArrayList<>();
    for (int s = 0; s < n; s++) {
      VesselSegment shape = tree.segments().get(s);
      double film = film(shape, model[s], shear, way.begin()[s], way.whole()[s]);
      pieces.add(new VesselPiece(t, s, shape, model[s], kind[s], inside[s], film));
    }
    return pieces;
  }

  private VesselPiece.Kind kind(VesselSegment shape, VesselModel model, boolean near) {
    if (!model.exchanges()) {
      return VesselPiece.Kind.TISSUE;
    }
    if (shape.radius() >= RESOLVED * grid.spacing()) {
      return near ? VesselPiece.Kind.WALL : VesselPiece.Kind.HELD;
    }
    return near ? VesselPiece.Kind.LINE : VesselPiece.Kind.TISSUE;
  }

  private static boolean isCoupled(VesselPiece.Kind kind) {
    return kind == VesselPiece.Kind.LINE || kind == VesselPiece.Kind.WALL;
  }

  /**
   * The film of a piece. Blood that cools on its way meets the film of its place; where it is taken
   * not to cool, the film is the mean over the cooled way.
   *
   * @param shear velocity over radius [1/s]
   * @param begin of the piece along the cooled way [m]
   * @param whole length of the cooled way [m]
   */
  private static double film(
      VesselSegment shape, VesselModel model, double shear, double begin, double whole) {
    if (!model.hasFilm()) {
      return Double.POSITIVE_INFINITY;
    }
    double r = shape.radius();
    double speed = shear * r;
    return model.cools()
        ? BloodFilm.coefficient(2 * r, speed, begin, begin + shape.length())
        : BloodFilm.coefficient(2 * r, speed, 0, whole);
  }

  /** Part of a segment that lies within the grid [1], from samples. */
  private double inside(VesselSegment s) {
    int n = 0;
    for (int i = 0; i < SAMPLES; i++) {
      Vec3 at = s.from().plus(s.to().minus(s.from()).times((i + 0.5) / SAMPLES));
      n += grid.contains(at) ? 1 : 0;
    }
    return (double) n / SAMPLES;
  }

  private double distanceToNeedles(VesselSegment s) {
    double least = Double.POSITIVE_INFINITY;
    for (Needle n : needles) {
      for (Wire w : n.wires()) {
        int samples = 1 + (int) Math.ceil(w.length() / 1e-3);
        for (int i = 0; i <= samples; i++) {
          Vec3 p = w.from().plus(w.to().minus(w.from()).times((double) i / samples));
          least = Math.min(least, s.distance(p));
        }
      }
    }
    return least;
  }
}
