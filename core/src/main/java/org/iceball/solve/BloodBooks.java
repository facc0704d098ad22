package org.iceball.solve;

import java.util.Arrays;
import org.iceball.device.VesselTree;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;
import org.iceball.tissue.Tissue.Blood;

/**
 * The heat that blood carries into and out of one vessel, counted from the blood's side: what comes
 * in at body temperature, mixes at confluences, is divided at forks, gives each wall what the
 * ledger says the wall gave, and leaves.
 */
final class BloodBooks implements Kept {
  private final VesselTree tree;
  private final CompensatedSum lost = new CompensatedSum();
  private final double[] leaving;
  private final double[] carried;
  private double coldest;

  BloodBooks(VesselTree tree) {
    this.tree = tree;
    leaving = new double[tree.segments().size()];
    carried = new double[leaving.length];
  }

  /**
   * Books a step.
   *
   * @param tau its length [s]
   * @param flow of each segment [m3/s]
   * @param given heat that each segment's wall gave to the tissue during the step [J]
   */
  void book(double tau, double[] flow, double[] given) {
    int n = leaving.length;
    boolean outwards = tree.inlet() == VesselTree.Inlet.TRUNK;
    Arrays.fill(carried, 0);
    // heat above that of blood at body temperature, carried out of each segment [J]
    for (int i = 0; i < n; i++) {
      int s = outwards ? i : n - 1 - i;
      int parent = tree.segments().get(s).parent();
      double in = carried[s];
      if (outwards && parent >= 0) {
        in = flow[parent] > 0 ? leaving[parent] * (flow[s] / flow[parent]) : 0;
      }
      leaving[s] = in - given[s];
      if (!outwards && parent >= 0) {
        carried[parent] += leaving[s];
      }
    }
    double out = 0;
    if (outwards) {
      for (int end : tree.ends()) {
        out += leaving[end];
        cool(end, tau, flow);
      }
    } else {
      out = leaving[0];
      cool(0, tau, flow);
    }
    lost.add(-out);
  }

  private void cool(int outlet, double tau, double[] flow) {
    if (flow[outlet] > 0) {
      double capacity = Blood.HEAT_CAPACITY * flow[outlet] * tau;
      coldest = Math.min(coldest, leaving[outlet] / capacity);
    }
  }

  /** Heat that the blood has lost between inlet and outlet so far [J]. */
  double lost() {
    return lost.value();
  }

  /** How far the blood of the coldest outlet has been below body temperature at most [K]. */
  double cooling() {
    return -coldest;
  }

  @Override
  public void save(StateOut out) {
    lost.save(out);
    out.number(coldest);
  }

  @Override
  public void restore(StateIn in) {
    lost.restore(in);
    coldest = in.number();
  }
}
