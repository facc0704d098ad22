package org.iceball.meshes;

import java.util.HashSet;
import java.util.Set;
import org.iceball.grid.Vec3;
import org.iceball.model.Region;
import org.iceball.model.Region.Role;

/** What a whole anatomy holds, label by label, and where its target is. */
final class Census {
  private final Set<Integer> targets = new HashSet<>();
  private final Set<Integer> organs = new HashSet<>();
  private final double[] volume = new double[256];
  private final Bounds target = new Bounds();
  private Vec3 moment = Vec3.ZERO;
  private double targetVolume;

  Census(Iterable<Region> regions) {
    for (Region r : regions) {
      if (r.role() == Role.TARGET) {
        targets.add(r.label());
      }
      if (r.role() == Role.TARGET || r.role() == Role.ORGAN) {
        organs.add(r.label());
      }
    }
  }

  /**
   * Counts a piece of a label.
   *
   * @param centre of the piece [m]
   * @param half half edges of the axis-aligned box round it [m]
   * @param pieceVolume [m3]
   */
  void add(int label, Vec3 centre, Vec3 half, double pieceVolume) {
    volume[label] += pieceVolume;
    if (targets.contains(label)) {
      moment = moment.plus(centre.times(pieceVolume));
      targetVolume += pieceVolume;
      target.include(centre, half);
    }
  }

  /** Counts pieces of a label that is not of the target. */
  void add(int label, double pieceVolume) {
    volume[label] += pieceVolume;
  }

  /** True for a label of the target. */
  boolean isTarget(int label) {
    return targets.contains(label);
  }

  /** True where the case has a target at all. */
  boolean expectsTarget() {
    return !targets.isEmpty();
  }

  /** Volume of a label [m3]. */
  double volume(int label) {
    return volume[label];
  }

  /** Volume of the target [m3]. */
  double targetVolume() {
    return targetVolume;
  }

  /** Volume of organ and target [m3]. */
  double organVolume() {
    return organs.stream().mapToDouble(label -> volume[label]).sum();
  }

  /** Centre of mass of the target [m]; the origin where there is none. */
  Vec3 targetCentre() {
    return targetVolume > 0 ? moment.times(1 / targetVolume) : Vec3.ZERO;
  }

  /** Box round the target; empty where there is none. */
  Bounds targetBounds() {
    return target;
  }
}
