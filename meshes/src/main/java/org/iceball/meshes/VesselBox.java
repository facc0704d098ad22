package org.iceball.meshes;

import java.util.List;
import org.iceball.grid.Affine;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.iceball.model.AnatomySpec;
import org.iceball.model.AnatomySpec.Phantom;
import org.iceball.model.Budget;
import org.iceball.model.HeapRoom;
import org.iceball.model.Region;

/**
 * The labels of all vessels of an anatomy on voxels of their own, on which they are traced: not the
 * simulation's, so that a finer simulation has the same vessels, and not cropped, so that the trunk
 * is found.
 */
final class VesselBox {
  /** Edge of a voxel where nothing asks for a finer one [m]. */
  private static final double USUAL = 1e-3;

  /** Edges on images are 1.5 of theirs, which the radii still stand, up to this [m]. */
  private static final double COARSEST = 1.5e-3;

  private static final double FINEST = 0.25e-3;
  private static final long MOST_VOXELS = 4_000_000;

  private final Grid grid;
  private final byte[] labels;

  private VesselBox(Grid grid, byte[] labels) {
    this.grid = grid;
    this.labels = labels;
  }

  /** The vessels of an image. */
  static VesselBox ofImage(LabelImage image, List<Region> regions) {
    boolean[] vessel = vessels(regions);
    Affine a = image.affine();
    Vec3 half =
        new Vec3(
            0.5 * (Math.abs(a.di().x()) + Math.abs(a.dj().x()) + Math.abs(a.dk().x())),
            0.5 * (Math.abs(a.di().y()) + Math.abs(a.dj().y()) + Math.abs(a.dk().y())),
            0.5 * (Math.abs(a.di().z()) + Math.abs(a.dj().z()) + Math.abs(a.dk().z())));
    Bounds box = new Bounds();
    byte[] only = image.values().clone();
    int voxel = 0;
    for (int k = 0; k < image.nz(); k++) {
      for (int j = 0; j < image.ny(); j++) {
        for (int i = 0; i < image.nx(); i++, voxel++) {
          if (vessel[image.values()[voxel] & 0xff]) {
            box.include(a.toPoint(i, j, k), half);
          } else {
            only[voxel] = 0;
          }
        }
      }
    }
    if (box.isEmpty()) {
      return none();
    }
    double shortest = Math.min(a.di().norm(), Math.min(a.dj().norm(), a.dk().norm()));
    Grid grid = grid(box, Math.max(USUAL, Math.min(COARSEST, 1.5 * shortest)), only.length);
    LabelImage vessels = new LabelImage(image.nx(), image.ny(), image.nz(), a, only);
    return new VesselBox(grid, Resampler.toGrid(vessels, grid).values());
  }

  /** The vessels of a phantom. */
  static VesselBox ofPhantom(Phantom phantom, List<Region> regions) {
    boolean[] vessel = vessels(regions);
    Bounds box = new Bounds();
    double edge = USUAL;
    Vec3 half = phantom.size().times(0.5);
    for (AnatomySpec.Shape shape : phantom.shapes()) {
      if (!vessel[shape.label()]) {
        continue;
      }
      if (shape instanceof AnatomySpec.Tube tube) {
        double r = tube.diameter() / 2;
        tube.points().forEach(p -> box.include(within(p, half), new Vec3(r, r, r)));
        edge = Math.max(FINEST, Math.min(edge, tube.diameter() / 5));
      } else if (shape instanceof AnatomySpec.Box b) {
        box.include(b.centre(), b.size().times(0.5));
      } else if (shape instanceof AnatomySpec.Ellipsoid e) {
        box.include(e.centre(), e.axes().times(0.5));
      }
    }
    if (box.isEmpty()) {
      return none();
    }
    Grid grid = grid(box, edge, 0);
    PhantomPainter painter = new PhantomPainter(phantom, label -> vessel[label] ? label : 0);
    return new VesselBox(grid, painter.paint(grid).values());
  }

  private static Vec3 within(Vec3 p, Vec3 half) {
    return new Vec3(
        Math.max(-half.x(), Math.min(half.x(), p.x())),
        Math.max(-half.y(), Math.min(half.y(), p.y())),
        Math.max(-half.z(), Math.min(half.z(), p.z())));
  }

  private static VesselBox none() {
    return new VesselBox(null, new byte[0]);
  }

  private static boolean[] vessels(List<Region> regions) {
    boolean[] vessel = new boolean[256];
    regions.forEach(r -> vessel[r.label()] = r.role() == Region.Role.VESSEL);
    return vessel;
  }

  /** A grid over the box with a rim, so that a lumen has a wall all round. */
  private static Grid grid(Bounds box, double wanted, long image) {
    box.grow(2 * wanted);
    double edge = wanted;
    while (box.cells(edge) > MOST_VOXELS) {
      edge *= 1.1;
    }
    Budget.checkTracing(box.cells(edge), image, HeapRoom.forLargeArrays());
    return box.grid(edge);
  }

  /** Traces each vessel, in the order of the regions. */
  VesselTracer trace(List<Region> regions) {
    VesselTracer tracer = new VesselTracer();
    for (Region region : regions) {
      if (grid != null && region.role() == Region.Role.VESSEL) {
        tracer.trace(region, grid, labels);
      }
    }
    return tracer;
  }
}
