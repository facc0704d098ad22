package org.iceball.meshes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.DistanceTransform;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/**
 * The voxels of a vessel's lumen on a regular grid, how deep each lies in it, and shortest ways
 * through them from voxel to voxel (26 neighbours).
 */
final class LumenVoxels {
  private final Grid grid;
  private final boolean[] inside;
  private final float[] depth;

  /**
   * @param grid of the voxels
   * @param inside true in the lumen, shape [cells]; not modified
   */
  LumenVoxels(Grid grid, boolean[] inside) {
    this.grid = grid;
    this.inside = inside;
    depth = new float[inside.length];
    for (int c = 0; c < inside.length; c++) {
      depth[c] = inside[c] ? DistanceTransform.FAR : 0;
    }
    double h = grid.spacing();
    DistanceTransform.squared(depth, grid.nx(), grid.ny(), grid.nz(), h, h, h);
    for (int c = 0; c < depth.length; c++) {
      // a lumen that fills its box has no wall to be deep behind
      depth[c] = (float) Math.sqrt(Math.min(depth[c], 1e-2));
    }
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
    return grid.centre(voxel);
  }

  /** The connected parts, each a list of its voxels, largest first. */
  List<int[]> parts() {
    List<int[]> parts = new ArrayList<>();
    boolean[] seen = new boolean[inside.length];
    int[] queue = new int[1 << 12];
    for (int c = 0; c < inside.length; c++) {
      if (!inside[c] || seen[c]) {
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
    int i = voxel % grid.nx() + direction % 3 - 1;
    int j = voxel / grid.nx() % grid.ny() + direction / 3 % 3 - 1;
    int k = voxel / grid.nx() / grid.ny() + direction / 9 - 1;
    if (i < 0 || j < 0 || k < 0 || i >= grid.nx() || j >= grid.ny() || k >= grid.nz()) {
      return -1;
    }
    int o = grid.index(i, j, k);
    return inside[o] && direction != 13 ? o : -1;
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
   * @param from becomes the voxel before each on its way, or -1, shape [cells], *modified*
   * @return length of each way [m, or weighted], infinite where there is none, shape [cells]
   */
  double[] ways(int[] sources, boolean central, int[] from) {
    double[] length = new double[inside.length];
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
