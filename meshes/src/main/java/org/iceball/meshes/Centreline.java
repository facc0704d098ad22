package org.iceball.meshes;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.VesselSegment;
import org.iceball.grid.Vec3;

/**
 * From a skeleton of voxels to short straight segments with a radius each. The radius is that of
 * the circle with the lumen's mean cross-section, from the volume of the voxels round a stretch:
 * that is steadier on noisy labels than the depth of the centreline, and has no bias.
 */
final class Centreline {
  /** Length of a segment [m]: 3 to 5 mm resolve an iceball. */
  static final double STATION = 4e-3;

  /**
   * Rounds of smoothing; over n rounds a centreline forgets what is shorter than sqrt(n) voxels.
   */
  private static final int ROUNDS = 24;

  private final LumenVoxels lumen;
  private final Skeleton skeleton;
  private final Vec3[] point;
  private final List<List<Integer>> children = new ArrayList<>();
  private final double[] volume;
  private final List<VesselSegment> segments = new ArrayList<>();
  private final List<double[]> size = new ArrayList<>();

  /** A branch still to be cut: its first node, and the segment it goes on from. */
  private record Start(int fork, int first, int segment, boolean goesOn) {}

  private Centreline(LumenVoxels lumen, int[] part, int[] nearest, Skeleton skeleton) {
    this.lumen = lumen;
    this.skeleton = skeleton;
    int n = skeleton.size();
    point = new Vec3[n];
    for (int i = 0; i < n; i++) {
      point[i] = skeleton.point(i);
      children.add(new ArrayList<>());
    }
    for (int i = 0; i < n; i++) {
      if (skeleton.parent(i) >= 0) {
        children.get(skeleton.parent(i)).add(i);
      }
    }
    volume = volumes(nearest);
    centre(part, nearest);
  }

  /**
   * The segments of a part of a lumen, parents before children; none where it is too short.
   *
   * @param part its voxels; not modified
   * @param nearest node of each of them; not modified
   */
  static List<VesselSegment> of(LumenVoxels lumen, int[] part, int[] nearest, Skeleton skeleton) {
    Centreline line = new Centreline(lumen, part, nearest, skeleton);
    line.straightenEnds();
    line.smooth();
    line.cut();
    return line.sized();
  }

  /** Volume of the voxels nearest to each node [m3]. */
  private double[] volumes(int[] nearest) {
    double[] sum = new double[skeleton.size()];
    for (int node : nearest) {
      sum[node] += lumen.grid().cellVolume();
    }
    return sum;
  }

  /** Moves the nodes between forks to the middle of the voxels nearest to them. */
  private void centre(int[] part, int[] nearest) {
    Vec3[] sum = new Vec3[point.length];
    int[] count = new int[point.length];
    java.util.Arrays.fill(sum, Vec3.ZERO);
    for (int n = 0; n < part.length; n++) {
      sum[nearest[n]] = sum[nearest[n]].plus(lumen.centre(part[n]));
      count[nearest[n]]++;
    }
    for (int n = 0; n < point.length; n++) {
      if (count[n] > 0 && children.get(n).size() == 1 && skeleton.parent(n) >= 0) {
        point[n] = sum[n].times(1.0 / count[n]);
      }
    }
  }

  /** The furthest voxel lies in a corner of the lumen's end: the line goes straight on instead. */
  private void straightenEnds() {
    for (int n = 0; n < point.length; n++) {
      boolean root = skeleton.parent(n) < 0;
      if (children.get(n).isEmpty() && !root) {
        straighten(upwards(n));
      } else if (root && children.get(n).size() == 1) {
        straighten(downwards(n));
      }
    }
  }

  private List<Integer> upwards(int tip) {
    List<Integer> way = new ArrayList<>(List.of(tip));
    int n = skeleton.parent(tip);
    while (n >= 0 && children.get(n).size() == 1) {
      way.add(n);
      n = skeleton.parent(n);
    }
    return way;
  }

  private List<Integer> downwards(int root) {
    List<Integer> way = new ArrayList<>(List.of(root));
    int n = root;
    while (children.get(n).size() == 1) {
      n = children.get(n).get(0);
      way.add(n);
    }
    return way;
  }

  /** Goes straight on over the last depth of the lumen, in the direction of two depths before. */
  private void straighten(List<Integer> fromTip) {
    int end = -1;
    double gone = 0;
    double[] length = new double[fromTip.size()];
    for (int i = 1; i < length.length; i++) {
      gone += point[fromTip.get(i)].minus(point[fromTip.get(i - 1)]).norm();
      length[i] = gone;
      if (end < 0 && gone >= 1.5 * skeleton.depth(fromTip.get(i))) {
        end = i;
      }
    }
    if (end < 0) {
      return;
    }
    int behind = end;
    while (behind + 1 < length.length && length[behind] < 3 * length[end]) {
      behind++;
    }
    if (behind == end) {
      return;
    }
    Vec3 at = point[fromTip.get(end)];
    Vec3 direction = at.minus(point[fromTip.get(behind)]).unit();
    for (int i = 0; i < end; i++) {
      point[fromTip.get(i)] = at.plus(direction.times(length[end] - length[i]));
    }
  }

  private void smooth() {
    for (int round = 0; round < ROUNDS; round++) {
      Vec3[] next = point.clone();
      for (int n = 0; n < point.length; n++) {
        int p = skeleton.parent(n);
        if (p >= 0 && children.get(n).size() == 1) {
          Vec3 beside = point[p].plus(point[children.get(n).get(0)]);
          next[n] = point[n].times(0.5).plus(beside.times(0.25));
        }
      }
      System.arraycopy(next, 0, point, 0, point.length);
    }
  }

  /** Cuts the tree into stations, branch by branch. */
  private void cut() {
    List<Start> todo = new ArrayList<>();
    int root = 0;
    while (skeleton.parent(root) >= 0) {
      root = skeleton.parent(root);
    }
    todo.add(new Start(root, root, -1, true));
    for (int i = 0; i < todo.size(); i++) {
      branch(todo.get(i), todo);
    }
  }

  private void branch(Start start, List<Start> todo) {
    List<Integer> nodes = new ArrayList<>();
    if (start.segment >= 0) {
      nodes.add(start.fork);
    }
    int n = start.first;
    nodes.add(n);
    while (children.get(n).size() == 1) {
      n = children.get(n).get(0);
      nodes.add(n);
    }
    // a side branch begins at its parent's wall
    double skip = start.goesOn ? 0 : skeleton.depth(start.fork);
    int first = 0;
    double gone = 0;
    while (first + 1 < nodes.size() && gone < skip) {
      gone += point[nodes.get(first + 1)].minus(point[nodes.get(first)]).norm();
      first++;
    }
    double length = 0;
    for (int i = first + 1; i < nodes.size(); i++) {
      length += point[nodes.get(i)].minus(point[nodes.get(i - 1)]).norm();
    }
    int segment = start.segment;
    boolean trunk = segment < 0;
    if (trunk ? length > 0 : length >= 0.5 * STATION) {
      segment = stations(nodes, first, length, segment);
    }
    int thickest = -1;
    for (int c : children.get(n)) {
      if (thickest < 0 || ahead(c) > ahead(thickest)) {
        thickest = c;
      }
    }
    if (thickest >= 0) {
      todo.add(new Start(n, thickest, segment, true));
    }
    for (int c : children.get(n)) {
      if (c != thickest) {
        // where the very first voxel is a fork, the thickest branch is the trunk
        todo.add(new Start(n, c, Math.max(segment, 0), false));
      }
    }
  }

  /** How deep the lumen is a little way down a branch [m]. */
  private double ahead(int node) {
    int n = node;
    double sum = 0;
    int count = 0;
    while (count < 12) {
      sum += skeleton.depth(n);
      count++;
      if (children.get(n).size() != 1) {
        break;
      }
      n = children.get(n).get(0);
    }
    return sum / count;
  }

  private int stations(List<Integer> nodes, int first, double length, int before) {
    int pieces = Math.max(1, (int) Math.round(length / STATION));
    double each = length / pieces;
    int parent = before;
    Vec3 from = point[nodes.get(first)];
    double gone = 0;
    double filled = volume[nodes.get(first)];
    int done = 0;
    for (int i = first + 1; i < nodes.size(); i++) {
      Vec3 here = point[nodes.get(i)];
      gone += here.minus(point[nodes.get(i - 1)]).norm();
      filled += volume[nodes.get(i)];
      boolean last = i == nodes.size() - 1;
      if (gone >= each * (done + 1) - 1e-9 || last) {
        if (here.minus(from).norm() > 0.1 * each) {
          segments.add(new VesselSegment(from, here, 0, parent));
          size.add(new double[] {filled, here.minus(from).norm()});
          parent = segments.size() - 1;
          from = here;
          filled = 0;
        }
        done++;
      }
    }
    return parent;
  }

  /** The segments with their radii, each taken together with its neighbours up and down. */
  private List<VesselSegment> sized() {
    int n = segments.size();
    int[] only = new int[n];
    java.util.Arrays.fill(only, -1);
    int[] count = new int[n];
    for (int s = 0; s < n; s++) {
      int p = segments.get(s).parent();
      if (p >= 0) {
        count[p]++;
        only[p] = s;
      }
    }
    List<VesselSegment> sized = new ArrayList<>();
    for (int s = 0; s < n; s++) {
      double v = size.get(s)[0];
      double l = size.get(s)[1];
      int p = segments.get(s).parent();
      if (p >= 0 && count[p] == 1) {
        v += size.get(p)[0];
        l += size.get(p)[1];
      }
      if (count[s] == 1) {
        v += size.get(only[s])[0];
        l += size.get(only[s])[1];
      }
      VesselSegment raw = segments.get(s);
      double radius = Math.sqrt(v / (Math.PI * l));
      double least = 0.3 * lumen.grid().spacing();
      sized.add(new VesselSegment(raw.from(), raw.to(), Math.max(radius, least), p));
    }
    return sized;
  }
}
