package org.iceball.model;

import java.util.function.IntPredicate;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;

/**
 * How far blood has come along a cooled wall, segment by segment: what thermal entry goes by.
 *
 * @param begin distance from where the cooling begins to the segment's upstream end [m]; at a
 *     confluence the longest way that any of the blood has come
 * @param whole length of the cooled way that the segment is a part of [m], the longest of them
 */
record CooledWay(double[] begin, double[] whole) {

  /**
   * The cooled ways of a vessel.
   *
   * @param cooled whether a segment exchanges heat
   */
  static CooledWay of(VesselTree tree, IntPredicate cooled) {
    int n = tree.segments().size();
    double[] begin = new double[n];
    double[] whole = new double[n];
    boolean outwards = tree.inlet() == VesselTree.Inlet.TRUNK;
    for (int i = 1; i < n; i++) {
      int s = outwards ? i : n - i;
      int parent = tree.segments().get(s).parent();
      if (cooled.test(s) && cooled.test(parent)) {
        int upstream = outwards ? parent : s;
        int downstream = outwards ? s : parent;
        begin[downstream] = Math.max(begin[downstream], begin[upstream] + length(tree, upstream));
      }
    }
    for (int s = 0; s < n; s++) {
      whole[s] = begin[s] + length(tree, s);
    }
    for (int i = 1; i < n; i++) {
      int s = outwards ? n - i : i;
      int parent = tree.segments().get(s).parent();
      if (cooled.test(s) && cooled.test(parent)) {
        int upstream = outwards ? parent : s;
        int downstream = outwards ? s : parent;
        whole[upstream] = Math.max(whole[upstream], whole[downstream]);
      }
    }
    return new CooledWay(begin, whole);
  }

  private static double length(VesselTree tree, int segment) {
    VesselSegment s = tree.segments().get(segment);
    return s.length();
  }
}
