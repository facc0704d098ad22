package org.iceball.meshes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.iceball.grid.Vec3;

/**
 * Where a lumen closes on itself. A tree has no loops, so two voxels that touch and belong to
 * places far apart along it are where one was cut.
 */
final class VesselLoops {
  /** A way round shorter than this and four diameters is a fork that is wide, not a loop [m]. */
  private static final double SHORTEST = 15e-3;

  private final LumenVoxels lumen;
  private final Skeleton skeleton;
  private final int[] depth;

  private VesselLoops(LumenVoxels lumen, Skeleton skeleton) {
    this.lumen = lumen;
    this.skeleton = skeleton;
    depth = new int[skeleton.size()];
    for (int n = 0; n < depth.length; n++) {
      int d = 0;
      for (int p = skeleton.parent(n); p >= 0; p = skeleton.parent(p)) {
        d++;
      }
      depth[n] = d;
    }
  }

  /**
   * One place for each loop of a part of a lumen [m].
   *
   * @param part its voxels; not modified
   * @param nearest node of each of them; not modified
   */
  static List<Vec3> find(LumenVoxels lumen, int[] part, int[] nearest, Skeleton skeleton) {
    return new VesselLoops(lumen, skeleton).places(part, nearest);
  }

  private List<Vec3> places(int[] part, int[] nearest) {
    int[] node = new int[lumen.size()];
    for (int n = 0; n < part.length; n++) {
      node[part[n]] = nearest[n];
    }
    int[] branch = branches();
    List<Vec3> places = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    for (int v : part) {
      for (int d = 14; d < 27; d++) {
        int o = lumen.neighbour(v, d);
        if (o < 0 || Math.abs(node[v] - node[o]) < 2) {
          continue;
        }
        int a = Math.min(branch[node[v]], branch[node[o]]);
        int b = Math.max(branch[node[v]], branch[node[o]]);
        long pair = (long) a * skeleton.size() + b;
        if (!seen.contains(pair) && far(node[v], node[o])) {
          seen.add(pair);
          places.add(lumen.centre(v));
        }
      }
    }
    return places;
  }

  /** The branch of each node, named by its first node behind a fork. */
  private int[] branches() {
    int[] children = new int[skeleton.size()];
    for (int n = 0; n < children.length; n++) {
      if (skeleton.parent(n) >= 0) {
        children[skeleton.parent(n)]++;
      }
    }
    int[] branch = new int[children.length];
    for (int n = 0; n < branch.length; n++) {
      int at = n;
      while (skeleton.parent(at) >= 0 && children[skeleton.parent(at)] == 1) {
        at = skeleton.parent(at);
      }
      branch[n] = at;
    }
    return branch;
  }

  /** Whether the way between two nodes along the tree is much longer than the step between them. */
  private boolean far(int a, int b) {
    double wide = 8 * (skeleton.depth(a) + skeleton.depth(b));
    double limit = Math.max(SHORTEST, wide);
    double way = 0;
    int u = a;
    int v = b;
    while (u != v) {
      if (depth[u] < depth[v]) {
        int swap = u;
        u = v;
        v = swap;
      }
      int p = skeleton.parent(u);
      way += skeleton.point(u).minus(skeleton.point(p)).norm();
      u = p;
    }
    return way > limit;
  }
}
