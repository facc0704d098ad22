package org.iceball.meshes;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.AnatomySpec;
import org.iceball.model.AnatomySpec.Phantom;
import org.iceball.model.Region;

/**
 * Paints the shapes of a phantom on a grid. A cell on a surface gets the label of most of its 27
 * samples (3 along each edge, in the middle of thirds); among equals the one painted last.
 */
final class PhantomPainter {
  private static final int SAMPLES = 27;

  /** Half an edge of the cube that holds a cell's samples, with a breath for rounding [cells]. */
  private static final double SAMPLED = (1 + 1e-9) / 3;

  /** Edge of the blocks of cells that are looked at together first [cells]. */
  private static final int BLOCK = 4;

  /** What {@link #sample} returns where the samples differ. */
  private static final int MIXED = -1;

  private final List<Solid> solids = new ArrayList<>();
  private final List<Solid> near = new ArrayList<>();
  private final Solid box;

  PhantomPainter(Phantom phantom) {
    this(phantom, label -> label);
  }

  /**
   * @param painted the label that a shape paints in place of its own: where shapes beside each
   *     other paint the same there is no surface to look at
   */
  PhantomPainter(Phantom phantom, IntUnaryOperator painted) {
    for (AnatomySpec.Shape shape : phantom.shapes()) {
      solids.add(Solid.of(shape, painted.applyAsInt(shape.label())));
    }
    box = Solid.of(new AnatomySpec.Box(0, Vec3.ZERO, phantom.size()), 0);
  }

  /** The labels on a grid; 0 beyond the phantom's box. */
  Labels paint(Grid grid) {
    byte[] cells = new byte[grid.cells()];
    int[] counts = new int[256];
    byte[] samples = new byte[SAMPLES];
    int[] blocks = new int[0];
    int cell = 0;
    for (int k = 0; k < grid.nz(); k++) {
      blocks = k % BLOCK == 0 ? blocks(grid, k) : blocks;
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++, cell++) {
          int block = blocks[block(grid, i, j)];
          int label = block == MIXED ? sample(grid, i, j, k, samples) : block;
          cells[cell] = (byte) (label == MIXED ? majority(samples, counts) : label);
        }
      }
    }
    return new Labels(grid, cells);
  }

  /** Volumes and target, surface cells by their samples. */
  Census census(Grid grid, Iterable<Region> regions) {
    Census census = new Census(regions);
    double h = grid.spacing();
    Vec3 half = new Vec3(h / 2, h / 2, h / 2);
    long[] uniform = new long[256];
    byte[] samples = new byte[SAMPLES];
    int[] blocks = new int[0];
    for (int k = 0; k < grid.nz(); k++) {
      blocks = k % BLOCK == 0 ? blocks(grid, k) : blocks;
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          int block = blocks[block(grid, i, j)];
          int label = block == MIXED ? sample(grid, i, j, k, samples) : block;
          if (label == MIXED) {
            for (int s = 0; s < SAMPLES; s++) {
              census.add(
                  samples[s] & 0xff,
                  samplePoint(grid.centre(i, j, k), h, s),
                  half.times(1 / 3.0),
                  grid.cellVolume() / SAMPLES);
            }
          } else if (census.isTarget(label)) {
            census.add(label, grid.centre(i, j, k), half, grid.cellVolume());
          } else {
            uniform[label]++;
          }
        }
      }
    }
    for (int label = 0; label < 256; label++) {
      census.add(label, uniform[label] * grid.cellVolume());
    }
    return census;
  }

  /** The block of a cell among those of its planes. */
  private static int block(Grid grid, int i, int j) {
    return i / BLOCK + (grid.nx() + BLOCK - 1) / BLOCK * (j / BLOCK);
  }

  /** The labels of the blocks that begin at a plane, MIXED where one may hold a surface. */
  private int[] blocks(Grid grid, int k) {
    int[] labels = new int[block(grid, grid.nx() - 1, grid.ny() - 1) + 1];
    double h = grid.spacing();
    double middle = (BLOCK - 1) * h / 2;
    double half = middle + SAMPLED * h;
    for (int j = 0; j < grid.ny(); j += BLOCK) {
      for (int i = 0; i < grid.nx(); i += BLOCK) {
        double x = grid.origin().x() + i * h + middle;
        double y = grid.origin().y() + j * h + middle;
        double z = grid.origin().z() + k * h + middle;
        labels[block(grid, i, j)] = whole(x, y, z, half);
      }
    }
    return labels;
  }

  /** The label of all samples in a cube about a point, or MIXED where that is not told. */
  private int whole(double x, double y, double z, double half) {
    double out = box.bound(x, y, z);
    if (out > box.reach(half)) {
      return 0;
    }
    int below = findNear(x, y, z, half);
    boolean one = below == 0 || out <= -box.reach(half);
    for (int n = 0; n < near.size() && one; n++) {
      one = near.get(n).label() == below;
    }
    return one ? below : MIXED;
  }

  /** The label of the whole cell, or MIXED with the labels of its samples. */
  private int sample(Grid grid, int i, int j, int k, byte[] samples) {
    double h = grid.spacing();
    double x = grid.origin().x() + i * h;
    double y = grid.origin().y() + j * h;
    double z = grid.origin().z() + k * h;
    double half = SAMPLED * h;
    int label = whole(x, y, z, half);
    if (label != MIXED) {
      return label;
    }
    boolean inBox = box.bound(x, y, z) <= -box.reach(half);
    int below = findNear(x, y, z, half);
    boolean same = true;
    for (int s = 0; s < SAMPLES; s++) {
      Vec3 p = samplePoint(new Vec3(x, y, z), h, s);
      boolean out = !inBox && box.bound(p.x(), p.y(), p.z()) > 0;
      samples[s] = (byte) (out ? 0 : at(p, below));
      same &= samples[s] == samples[0];
    }
    return same ? samples[0] & 0xff : MIXED;
  }

  /**
   * Lists the solids whose surface may cut a cube about a point, the last painted first, down to
   * one that holds all that is near.
   *
   * @return that one's label, or 0
   */
  private int findNear(double x, double y, double z, double half) {
    near.clear();
    for (int s = solids.size() - 1; s >= 0; s--) {
      Solid solid = solids.get(s);
      double bound = solid.bound(x, y, z);
      double reach = solid.reach(half);
      if (bound <= -reach) {
        return solid.label();
      }
      if (bound <= reach) {
        near.add(solid);
      }
    }
    return 0;
  }

  private int at(Vec3 p, int below) {
    for (Solid solid : near) {
      if (solid.bound(p.x(), p.y(), p.z()) <= 0) {
        return solid.label();
      }
    }
    return below;
  }

  private static Vec3 samplePoint(Vec3 centre, double h, int sample) {
    return new Vec3(
        centre.x() + (sample % 3 - 1) * h / 3,
        centre.y() + (sample / 3 % 3 - 1) * h / 3,
        centre.z() + (sample / 9 - 1) * h / 3);
  }

  private int majority(byte[] samples, int[] counts) {
    for (byte s : samples) {
      counts[s & 0xff]++;
    }
    int best = 0;
    for (Solid solid : solids) {
      best = counts[solid.label()] >= counts[best] ? solid.label() : best;
    }
    for (byte s : samples) {
      counts[s & 0xff] = 0;
    }
    return best;
  }
}
