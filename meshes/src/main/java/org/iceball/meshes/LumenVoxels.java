package org.iceball.meshes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.DistanceTransform;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;

/**
 * The voxels of a vessel's lumen, numbered from 0 in the order of the grid's cells, how deep each
 * lies in it, and shortest ways through them from voxel to voxel (26 neighbours). The grid is cut
 * to the lumen and one cell more on every side, which is no lumen: every voxel has all neighbours.
 */
final class LumenVoxels {
  private final Grid grid;

  /** Cell of each voxel, shape [voxels]. */
  private final int[] cell;

  /** Number of the voxel of each cell, -1 outside the lumen, shape [cells]. */
  private final int[] number;

  private final float[] depth;

  /** How much further the cell lies in each of 27 directions. */
  private final int[] away = new int[27];

  /** Length of the step in each of 27 directions [m]. */
  private final double[] step = new double[27];

  /**
   * @param whole grid of the voxels
   * @param labels shape [cells], x fastest; not modified
   * @param label the lumen's, 0 to 255
   */
  LumenVoxels(Grid whole, byte[] labels, int label) {
    int[] low = {whole.nx(), whole.ny(), whole.nz()};
    int[] high = {-1, -1, -1};
    int voxels = 0;
    for (int c = 0; c < labels.length; c++) {
      if ((labels[c] & 0xff) == label) {
        voxels++;
        int i = c % whole.nx();
        int j = c / whole.nx() % whole.ny();
        int k = c / whole.nx() / whole.ny();
        low[0] = Math.min(low[0], i);
        low[1] = Math.min(low[1], j);
        low[2] = Math.min(low[2], k);
        high[0] = Math.max(high[0], i);
        high[1] = Math.max(high[1], j);
        high[2] = Math.max(high[2], k);
      }
    }
    cell = new int[voxels];
    grid = voxels == 0 ? null : cut(whole, low, high);
    number = new int[voxels == 0 ? 0 : grid.cells()];
    Arrays.fill(number, -1);
    depth = new float[voxels];
    if (voxels > 0) {
      fill(whole, labels, label, low, high);
      measure();
    }
  }

  private static Grid cut(Grid g, int[] low, int[] high) {
    Vec3 origin = g.centre(low[0], low[1], low[2]);
    double h = g.spacing();
    return new Grid(
        high[0] - low[0] + 3,
        high[1] - low[1] + 3,
        high[2] - low[2] + 3,
        h,
        origin.minus(new Vec3(h, h, h)));
  }

  private void fill(Grid whole, byte[] labels, int label, int[] low, int[] high) {
    int n = 0;
    for (int k = low[2]; k <= high[2]; k++) {
      for (int j = low[1]; j <= high[1]; j++) {
        for (int i = low[0]; i <= high[0]; i++) {
          if ((labels[whole.index(i, j, k)] & 0xff) == label) {
            int at = grid.index(i - low[0] + 1, j - low[1] + 1, k - low[2] + 1);
            number[at] = n;
            cell[n++] = at;
          }
        }
      }
    }
  }

  private void measure() {
    double h = grid.spacing();
    for (int d = 0; d < 27; d++) {
      int i = d % 3 - 1;
      int j = d / 3 % 3 - 1;
      int k = d / 9 - 1;
      away[d] = i + grid.nx() * (j + grid.ny() * k);
      step[d] = h * Math.sqrt(Math.abs(i) + Math.abs(j) + Math.abs(k));
    }
    float[] far = new float[grid.cells()];
    for (int c : cell) {
      far[c] = DistanceTransform.FAR;
    }
    DistanceTransform.squared(far, grid.nx(), grid.ny(), grid.nz(), h, h, h, Threads.ALONE);
    for (int v = 0; v < depth.length; v++) {
      depth[v] = (float) Math.sqrt(far[cell[v]]);
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
    return direction == 13 ? -1 : number[cell[voxel] + away[direction]];
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
        double reached = length[v] + step[d] * (central ? part * part : 1);
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
