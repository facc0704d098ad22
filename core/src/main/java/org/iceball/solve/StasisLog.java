package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** The pieces of vessels that froze shut, in the order they did. */
final class StasisLog implements Kept {
  private final List<Stasis> pieces = new ArrayList<>();

  /** A piece froze shut at a time [s]. */
  void shut(VesselTree tree, int segment, double time) {
    pieces.add(piece(tree, segment, time, Double.POSITIVE_INFINITY));
  }

  /** A piece that was shut thawed at a time [s]. */
  void thawed(VesselTree tree, int segment, double time) {
    Stasis open = piece(tree, segment, 0, 0);
    for (int i = pieces.size() - 1; i >= 0; i--) {
      Stasis s = pieces.get(i);
      if (s.at().equals(open.at()) && s.vessel().equals(open.vessel())) {
        pieces.set(i, new Stasis(s.vessel(), s.at(), s.diameter(), s.from(), time));
        return;
      }
    }
  }

  private static Stasis piece(VesselTree tree, int segment, double from, double to) {
    VesselSegment s = tree.segments().get(segment);
    return new Stasis(tree.name(), s.from().plus(s.to()).times(0.5), 2 * s.radius(), from, to);
  }

  List<Stasis> pieces() {
    return List.copyOf(pieces);
  }

  @Override
  public void save(StateOut out) {
    out.whole(pieces.size());
    pieces.forEach(s -> s.save(out));
  }

  @Override
  public void restore(StateIn in) {
    pieces.clear();
    int n = in.whole(0, Stasis.MOST);
    for (int s = 0; s < n; s++) {
      pieces.add(Stasis.restored(in));
    }
  }
}
