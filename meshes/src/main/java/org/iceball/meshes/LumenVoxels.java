package org.iceball.meshes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.DistanceTransform;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;

/**
 * The voxels of a vessel's lumen on a regular grid, numbered from 0 in the order of the grid's
 * cells, how deep each lies in it, and shortest ways through them from voxel to voxel (26
 * neighbours). A lumen fills a small part of its box: all but two arrays are as long as the lumen.
 */
final class LumenVoxels {
  private final Grid grid;

  /** Cell of each voxel, shape [voxels]. */
  private final int[] cell;

  /** Number of the voxel of each cell, -1 outside the lumen, shape [cells]. */
  private final int[] number;

  private final float[] depth;

  /**
   * @param grid of the voxels
   * @param labels shape [cells], x fastest; not modified
   * @param label the lumen's, 0 to 255
   */
  LumenVoxels(Grid grid, byte[] labels, int label) {
    this.grid = grid;
    number = new int[labels.length];
    int n = 0;
    for (int c = 0; c < labels.length; c++) {
      number[c] = (labels[c] & 0xff) == label ? n++ : -1;
    }
    cell = new int[n];
    float[] far = new float[labels.length];
    for (int c = 0; c < far.length; c++) {
      if (number[c] >= 0) {
        cell[number[c]] = c;
        far[c] = DistanceTransform.FAR;
      }
    }
    double h = grid.spacing();
    DistanceTransform.squared(far, grid.nx(), grid.ny(), grid.nz(), h, h, h, Threads.ALONE);
    depth = new float[n];
    for (int v = 0; v < n; v++) {
      // a lumen that fills its box has no wall to be deep behind
      depth[v] = (float) Math.sqrt(Math.min(far[cell[v]], 1e-2));
    }
  }

  /** How many voxels there are. */
  int size() {
    return cell.length;
  }

  Grid grid() {
    return grid;
  }

  /** Distance of a voxel's centre from the wall [m]. */
  double depth(int voxel) {
    return depth[voxel];
  }

  /** Centre of a voxel [m]. */
  Vec3 centre(int voxel) {
    return grid.centre(cell[voxel]);
  }

  /** Cell of the grid that a voxel is. */
  int cell(int voxel) {
    return cell[voxel];
  }

  /** The voxel at a cell of the grid, -1 where there is none. */
  int at(int of) {
    return number[of];
  }

  /** The connected parts, each a list of its voxels, largest first. */
  List<int[]> parts() {
    List<int[]> parts = new ArrayList<>();
    boolean[] seen = new boolean[cell.length];
    int[] queue = new int[1 << 12];
    for (int c = 0; c < cell.length; c++) {
      if (seen[c]) {
        continue;
      }
      int n = 0;
      queue[n++] = c;
      seen[c] = true;
      for (int at = 0; at < n; at++) {
        for (int d = 0; d < 27; d++) {
          int o = neighbour(queue[at], d);
          if (o >= 0 && !seen[o]) {
            seen[o] = true;
            if (n == queue.length) {
              queue = Arrays.copyOf(queue, 2 * n);
            }
            queue[n++] = o;
          }
        }
      }
      parts.add(Arrays.copyOf(queue, n));
    }
    parts.sort((a, b) -> Integer.compare(b.length, a.length));
    return parts;
  }

  /** The lumen's voxel in one of 27 directions, or -1 where there is none. */
  int neighbour(int voxel, int direction) {
    int c = cell[voxel];
    int i = c % grid.nx() + direction % 3 - 1;
    int j = c / grid.nx() % grid.ny() + direction / 3 % 3 - 1;
    int k = c / grid.nx() / grid.ny() + direction / 9 - 1;
    if (i < 0 || j < 0 || k < 0 || i >= grid.nx() || j >= grid.ny() || k >= grid.nz()) {
      return -1;
    }
    return direction == 13 ? -1 : number[grid.index(i, j, k)];
  }

  /** Length of the step in one of 27 directions [m]. */
  double step(int direction) {
    int away =
        Math.abs(direction % 3 - 1) + Math.abs(direction / 3 % 3 - 1) + Math.abs(direction / 9 - 1);
    return grid.spacing() * Math.sqrt(away);
  }

  /**
   * Lengths of the shortest ways from some voxels to all that are connected with them.
   *
   * @param sources where the ways begin
   * @param central whether ways near the wall count as longer, by the square of voxel over depth
   * @param from becomes the voxel before each on its way, or -1, shape [voxels], *modified*
   * @return length of each way [m, or weighted], infinite where there is none, shape [voxels]
   */
  double[] ways(int[] sources, boolean central, int[] from) {
    double[] length = new double[cell.length];
    Arrays.fill(length, Double.POSITIVE_INFINITY);
    Arrays.fill(from, -1);
    VoxelHeap heap = new VoxelHeap();
    for (int s : sources) {
      length[s] = 0;
      heap.add(s, 0);
    }
    while (!heap.isEmpty()) {
      double key = heap.leastKey();
      int v = heap.poll();
      if (key > length[v]) {
        continue;
      }
      for (int d = 0; d < 27; d++) {
        int o = neighbour(v, d);
        if (o < 0) {
          continue;
        }
        double part = grid.spacing() / Math.max(depth[o], 0.1 * grid.spacing());
        double reached = length[v] + step(d) * (central ? part * part : 1);
        if (reached < length[o]) {
          length[o] = reached;
          from[o] = v;
          heap.add(o, reached);
        }
      }
    }
    return length;
  }
}
