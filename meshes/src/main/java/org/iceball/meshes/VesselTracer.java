package org.iceball.meshes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Region;

/** From the labels of a vessel to its centrelines, with a word on everything that was mended. */
final class VesselTracer {
  /** A loose piece with less lumen than this is tissue [m3]. */
  private static final double LEAST_VOLUME = 0.05e-6;

  /** A piece whose centreline is shorter than this is tissue [m]. */
  private static final double LEAST_LENGTH = 10e-3;

  private final List<VesselTree> trees = new ArrayList<>();
  private final List<String> repairs = new ArrayList<>();

  /** The trees found so far. */
  List<VesselTree> trees() {
    return trees;
  }

  /** What was mended so far, in full sentences. */
  List<String> repairs() {
    return repairs;
  }

  /**
   * Traces a vessel.
   *
   * @param region whose vessel it is
   * @param grid of the voxels
   * @param labels shape [cells], x fastest; not modified
   */
  void trace(Region region, Grid grid, byte[] labels) {
    LumenVoxels lumen = new LumenVoxels(grid, labels, region.label());
    int before = trees.size();
    int loose = 0;
    double looseVolume = 0;
    List<Vec3> loops = new ArrayList<>();
    for (int[] part : lumen.parts()) {
      double volume = part.length * grid.cellVolume();
      List<VesselSegment> segments = List.of();
      if (volume >= LEAST_VOLUME) {
        Skeleton skeleton = Skeleton.of(lumen, part);
        int[] nearest = skeleton.nearestNodes(part);
        segments = Centreline.of(lumen, part, nearest, skeleton);
        if (length(segments) >= LEAST_LENGTH) {
          loops.addAll(VesselLoops.find(lumen, part, nearest, skeleton));
        }
      }
      if (length(segments) >= LEAST_LENGTH) {
        int number = trees.size() - before + 1;
        String name = number == 1 ? region.name() : region.name() + " " + number;
        trees.add(tree(name, region, segments, number == 1 ? null : trees.get(before)));
      } else {
        loose++;
        looseVolume += volume;
      }
    }
    tell(region.name(), trees.size() - before, loose, looseVolume, loops);
  }

  /**
   * A tree with the region's velocity in its trunk; a loose part gets what Murray's law gives for
   * its width, the shear of the first.
   */
  private static VesselTree tree(
      String name, Region region, List<VesselSegment> segments, VesselTree first) {
    double velocity = region.flow().velocity();
    VesselTree.Inlet inlet = region.flow().inlet();
    VesselTree tree = new VesselTree(name, region.label(), segments, inlet, velocity);
    if (first == null || tree.shear() <= first.shear()) {
      return tree;
    }
    double slower = velocity * first.shear() / tree.shear();
    return new VesselTree(name, region.label(), segments, inlet, slower);
  }

  private static double length(List<VesselSegment> segments) {
    return segments.stream().mapToDouble(VesselSegment::length).sum();
  }

  private void tell(String name, int parts, int loose, double volume, List<Vec3> loops) {
    if (parts == 0) {
      repairs.add(
          "No part of " + name + " is long enough for a centreline; it was taken as tissue.");
      return;
    }
    if (parts > 1) {
      repairs.add(
          "The vessel "
              + name
              + " is not connected: "
              + parts
              + " parts, each taken as a vessel of its own with its own inlet, with slower blood the"
              + " thinner it is.");
    }
    if (loose > 0) {
      repairs.add(
          String.format(
              Locale.ROOT,
              "%d loose bit%s of %s, %.2f ml, too short for a centreline, taken as tissue.",
              loose,
              loose == 1 ? "" : "s",
              name,
              volume * 1e6));
    }
    if (!loops.isEmpty()) {
      Vec3 p = loops.get(0);
      repairs.add(
          String.format(
              Locale.ROOT,
              "The vessel %s closes on itself and was cut open at %d place%s, %s(%.1f, %.1f, %.1f)"
                  + " mm RAS: blood passes none of them.",
              name,
              loops.size(),
              loops.size() == 1 ? "" : "s",
              loops.size() == 1 ? "" : "the first ",
              p.x() * 1e3,
              p.y() * 1e3,
              p.z() * 1e3));
    }
  }
}
