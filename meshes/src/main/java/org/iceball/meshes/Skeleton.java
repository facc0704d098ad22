package org.iceball.meshes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Vec3;

/**
 * The centrelines of one connected part of a lumen: a tree of voxels. Found as in TEASAR (Sato,
 * Bitter, Bender, Kaufman, Nakajima, Pacific Graphics 2000): again and again the way to the voxel
 * that is furthest from the root and not yet near a centreline, each way keeping to the middle.
 */
final class Skeleton {
  /** A branch covers the lumen within so many depths of its centreline... [1]. */
  private static final double COVERED_DEPTHS = 1.5;

  /** ... and so many voxels. */
  private static final double COVERED_VOXELS = 3;

  /**
   * Shorter branches, measured from their parent's wall, are roughness of the wall [m]; so are
   * those that are no longer than their parent is wide.
   */
  private static final double SHORTEST = 5e-3;

  /** An end counts as wide as the lumen is over this length [m]. */
  private static final double END = 10e-3;

  private final LumenVoxels lumen;
  private final List<Integer> voxel = new ArrayList<>();
  private int[] parent;
  private int[] nodeOf;

  private Skeleton(LumenVoxels lumen) {
    this.lumen = lumen;
  }

  /** The skeleton of a part, rooted at its widest end. */
  static Skeleton of(LumenVoxels lumen, int[] part) {
    Skeleton s = new Skeleton(lumen);
    s.trace(part);
    s.root();
    return s;
  }

  private void trace(int[] part) {
    int voxels = lumen.size();
    int[] from = new int[voxels];
    int root = furthest(lumen.ways(new int[] {part[0]}, false, from), part, null);
    double[] length = lumen.ways(new int[] {root}, false, from);
    lumen.ways(new int[] {root}, true, from);
    boolean[] covered = new boolean[voxels];
    nodeOf = new int[voxels];
    Arrays.fill(nodeOf, -1);
    List<Integer> parents = new ArrayList<>();
    add(root, -1, parents);
    cover(root, covered);
    int tip = furthest(length, part, covered);
    while (tip >= 0) {
      List<Integer> way = new ArrayList<>();
      int v = tip;
      while (nodeOf[v] < 0) {
        way.add(v);
        v = from[v];
      }
      boolean first = voxel.size() == 1;
      double beyond = lumen.centre(tip).minus(lumen.centre(v)).norm() - lumen.depth(v);
      if (first || beyond >= Math.max(SHORTEST, 2 * lumen.depth(v))) {
        int node = nodeOf[v];
        for (int i = way.size() - 1; i >= 0; i--) {
          node = add(way.get(i), node, parents);
        }
      }
      way.forEach(w -> cover(w, covered));
      covered[tip] = true;
      tip = furthest(length, part, covered);
    }
    parent = parents.stream().mapToInt(Integer::intValue).toArray();
  }

  private int add(int v, int before, List<Integer> parents) {
    nodeOf[v] = voxel.size();
    voxel.add(v);
    parents.add(before);
    return nodeOf[v];
  }

  /** The voxel with the longest way that is not covered, or -1. */
  private static int furthest(double[] length, int[] part, boolean[] covered) {
    int best = -1;
    for (int v : part) {
      boolean free = covered == null || !covered[v];
      if (free && Double.isFinite(length[v]) && (best < 0 || length[v] > length[best])) {
        best = v;
      }
    }
    return best;
  }

  private void cover(int v, boolean[] covered) {
    var g = lumen.grid();
    double reach = COVERED_DEPTHS * lumen.depth(v) / g.spacing() + COVERED_VOXELS;
    int r = (int) Math.ceil(reach);
    int cell = lumen.cell(v);
    int i = cell % g.nx();
    int j = cell / g.nx() % g.ny();
    int k = cell / g.nx() / g.ny();
    for (int c = Math.max(0, k - r); c <= Math.min(g.nz() - 1, k + r); c++) {
      for (int b = Math.max(0, j - r); b <= Math.min(g.ny() - 1, j + r); b++) {
        for (int a = Math.max(0, i - r); a <= Math.min(g.nx() - 1, i + r); a++) {
          double d2 = (a - i) * (a - i) + (b - j) * (b - j) + (double) (c - k) * (c - k);
          int o = d2 <= reach * reach ? lumen.at(g.index(a, b, c)) : -1;
          if (o >= 0) {
            covered[o] = true;
          }
        }
      }
    }
  }

  /** Turns the tree round so that it hangs from its widest end. */
  private void root() {
    int[] children = childCounts();
    int widest = 0;
    double most = width(0);
    for (int n = 1; n < parent.length; n++) {
      if (children[n] == 0) {
        double w = width(n);
        if (w > most * 1.001) {
          most = w;
          widest = n;
        }
      }
    }
    int before = -1;
    int node = widest;
    while (node >= 0) {
      int next = parent[node];
      parent[node] = before;
      before = node;
      node = next;
    }
  }

  private int[] childCounts() {
    int[] children = new int[parent.length];
    for (int p : parent) {
      if (p >= 0) {
        children[p]++;
      }
    }
    return children;
  }

  /** Mean depth of the lumen over the first stretch behind an end [m]. */
  private double width(int end) {
    List<List<Integer>> beside = new ArrayList<>();
    for (int n = 0; n < parent.length; n++) {
      beside.add(new ArrayList<>());
    }
    for (int n = 0; n < parent.length; n++) {
      if (parent[n] >= 0) {
        beside.get(n).add(parent[n]);
        beside.get(parent[n]).add(n);
      }
    }
    double sum = 0;
    double gone = 0;
    int count = 0;
    int before = -1;
    int node = end;
    while (gone < END) {
      sum += lumen.depth(voxel.get(node));
      count++;
      int next = -1;
      for (int o : beside.get(node)) {
        next = o != before ? o : next;
      }
      if (next < 0 || beside.get(node).size() > 2) {
        break;
      }
      gone += point(next).minus(point(node)).norm();
      before = node;
      node = next;
    }
    return sum / count;
  }

  /** Number of nodes. */
  int size() {
    return parent.length;
  }

  /** The node before one, towards the root; -1 for the root. */
  int parent(int node) {
    return parent[node];
  }

  /** Where a node lies [m]. */
  Vec3 point(int node) {
    return lumen.centre(voxel.get(node));
  }

  /** How deep in the lumen a node lies [m]. */
  double depth(int node) {
    return lumen.depth(voxel.get(node));
  }

  /**
   * The node nearest to each voxel of the part, by ways through the lumen.
   *
   * @param part the voxels, shape [n]; not modified
   * @return a node for each of them, shape [n]
   */
  int[] nearestNodes(int[] part) {
    int[] from = new int[nodeOf.length];
    lumen.ways(voxel.stream().mapToInt(Integer::intValue).toArray(), false, from);
    int[] nearest = new int[part.length];
    for (int n = 0; n < part.length; n++) {
      int at = part[n];
      while (nodeOf[at] < 0) {
        at = from[at];
      }
      nearest[n] = nodeOf[at];
    }
    return nearest;
  }
}
