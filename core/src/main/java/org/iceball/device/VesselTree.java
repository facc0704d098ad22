package org.iceball.device;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A vessel with its branches. Blood enters at the trunk and leaves by the branches (portal vein,
 * artery), or the other way round (hepatic veins).
 *
 * @param name for people
 * @param label of its cells in the anatomy
 * @param segments parents before their children; the first one is the trunk's
 * @param inlet where blood enters
 * @param velocity mean over the lumen of the trunk [m/s]
 */
public record VesselTree(
    String name, int label, List<VesselSegment> segments, Inlet inlet, double velocity) {

  /** Where blood enters a vessel. */
  public enum Inlet {
    /** At the trunk, the thickest end: blood flows into the branches. */
    TRUNK,
    /** At the ends of the branches: blood flows towards the trunk. */
    BRANCHES
  }

  public VesselTree {
    segments = List.copyOf(segments);
    for (int s = 0; s < segments.size(); s++) {
      int parent = segments.get(s).parent();
      if (parent >= s || (parent < 0) != (s == 0)) {
        throw new IllegalArgumentException("segment " + s + " of " + name + " has no way back");
      }
    }
  }

  /** Indices of the segments that go on from each segment. */
  public List<List<Integer>> children() {
    List<List<Integer>> children = new ArrayList<>();
    for (int s = 0; s < segments.size(); s++) {
      children.add(new ArrayList<>());
      if (s > 0) {
        children.get(segments.get(s).parent()).add(s);
      }
    }
    return children;
  }

  /**
   * Flow of blood through the trunk [m3/s]: that with which the segments that carry at least half
   * of it have the velocity on the mean. The end of a trunk in an image may be one of the vessels
   * that join to make it.
   */
  public double trunkFlow() {
    double[] share = shares();
    double lumen = 0;
    double carried = 0;
    for (int s = 0; s < share.length; s++) {
      VesselSegment segment = segments.get(s);
      if (share[s] >= 0.5) {
        lumen += Math.PI * segment.radius() * segment.radius() * segment.length();
        carried += share[s] * segment.length();
      }
    }
    return velocity * lumen / carried;
  }

  /**
   * Velocity over radius that Murray's law gives all of the tree [1/s]: where flow goes with the
   * cube of the radius, the shear at the wall is the same everywhere, four times this. It is taken
   * from the segments that carry at least half of the trunk's flow.
   *
   * <p>Radii from labels are noisy, and flow over the cube of a radius is three times as much so;
   * films, which depend on the shear, go by this.
   */
  public double shear() {
    double[] share = shares();
    double cubes = 0;
    double carried = 0;
    for (int s = 0; s < share.length; s++) {
      VesselSegment segment = segments.get(s);
      if (share[s] >= 0.5) {
        double r = segment.radius();
        cubes += r * r * r * segment.length();
        carried += share[s] * segment.length();
      }
    }
    return trunkFlow() * carried / (Math.PI * cubes);
  }

  /** Part of the trunk's flow that each segment carries [1]. */
  private double[] shares() {
    List<List<Integer>> children = children();
    double[] share = new double[segments.size()];
    share[0] = 1;
    for (int s = 0; s < share.length; s++) {
      double cubes = 0;
      for (int c : children.get(s)) {
        cubes += cube(c, children);
      }
      for (int c : children.get(s)) {
        share[c] = share[s] * cube(c, children) / cubes;
      }
    }
    return share;
  }

  /**
   * Flow of blood in each segment [m3/s] while nothing is shut: at a fork in proportion to the cube
   * of the branches' mean radii, the law of least work (Murray, Proc. Natl. Acad. Sci. 12 (1926)
   * 207).
   */
  public double[] flows() {
    return flows(new boolean[segments.size()]);
  }

  /**
   * Flow in each segment while some are shut. The ends of the branches keep the share they have in
   * the open tree, as long as nothing on their way to the trunk is shut; what would have flowed
   * through a shut segment does not flow anywhere else. So the flow is conserved at every fork.
   *
   * @param shut for each segment; not modified
   * @return flow of each segment [m3/s]
   */
  public double[] flows(boolean[] shut) {
    int n = segments.size();
    List<List<Integer>> children = children();
    double[] open = shares();
    double trunk = trunkFlow();
    boolean[] cut = new boolean[n];
    for (int s = 0; s < n; s++) {
      open[s] *= trunk;
      cut[s] = shut[s] || (s > 0 && cut[segments.get(s).parent()]);
    }
    double[] flow = new double[n];
    for (int s = n - 1; s >= 0; s--) {
      if (children.get(s).isEmpty()) {
        flow[s] = cut[s] ? 0 : open[s];
      }
      if (s > 0) {
        flow[segments.get(s).parent()] += flow[s];
      }
    }
    return flow;
  }

  /** Ends of the branches: the segments that nothing goes on from. */
  public int[] ends() {
    List<List<Integer>> children = children();
    int[] ends = new int[segments.size()];
    int n = 0;
    for (int s = 0; s < ends.length; s++) {
      if (children.get(s).isEmpty()) {
        ends[n++] = s;
      }
    }
    return Arrays.copyOf(ends, n);
  }

  /** Cube of the mean radius of a branch, up to where it forks or ends [m3]. */
  private double cube(int first, List<List<Integer>> children) {
    double sum = 0;
    double length = 0;
    int s = first;
    while (true) {
      sum += segments.get(s).radius() * segments.get(s).length();
      length += segments.get(s).length();
      if (children.get(s).size() != 1) {
        double r = sum / length;
        return r * r * r;
      }
      s = children.get(s).get(0);
    }
  }
}
