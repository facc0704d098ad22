package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.injury.Zone;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * The zones at a time that matters.
 *
 * @param name {@code end of freeze 1}, {@code ever reached}, ...
 * @param time since the start [s]
 * @param zones one for each threshold of the case
 */
public record Moment(String name, double time, List<Zone> zones) {
  void save(StateOut out) {
    out.text(name);
    out.number(time);
    for (Zone z : zones) {
      out.text(z.name());
      out.number(z.threshold());
      out.number(z.volume());
      z.axes().forEach(out::number);
    }
  }

  /** A moment with so many zones; none of them has error bars yet. */
  static Moment restored(StateIn in, int zones) {
    String name = in.text();
    double time = in.number();
    List<Zone> read = new ArrayList<>();
    for (int z = 0; z < zones; z++) {
      String zone = in.text();
      double threshold = in.number();
      double volume = in.number();
      List<Double> axes = List.of(in.number(), in.number(), in.number());
      read.add(new Zone(zone, threshold, volume, axes, Double.NaN, List.of()));
    }
    return new Moment(name, time, List.copyOf(read));
  }
}
