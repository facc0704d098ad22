package org.iceball.io.picture;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.iceball.solve.Outcome;
import org.iceball.solve.VesselReport;
import org.knowm.xchart.XYChart;

/**
 * The heat sinks against time: how cold each vessel's wall was, and how much of target and margin
 * in its shadow was still alive. {@code vessels.png}.
 */
public final class VesselPicture {
  private static final int MOST = 4;

  private VesselPicture() {}

  /** True where there is a vessel to draw. */
  public static boolean hasVessels(Outcome outcome) {
    return !outcome.vessels().isEmpty();
  }

  /**
   * The picture as a PNG file's bytes; of the vessels nearest to the target where there are many.
   */
  public static byte[] draw(Outcome outcome) {
    List<VesselReport> vessels = new ArrayList<>(outcome.vessels());
    vessels.sort((a, b) -> Double.compare(a.gap(), b.gap()));
    vessels = vessels.subList(0, Math.min(MOST, vessels.size()));
    double[] minutes =
        vessels.get(0).shadow().stream().mapToDouble(row -> row.time() / 60).toArray();
    TimeCharts time = new TimeCharts(outcome, minutes);
    XYChart wall = time.chart("Coldest wall [degC]");
    XYChart left = time.chart("Alive in the shadow [ml]");
    left.getStyler().setYAxisMin(0.0);
    for (int v = 0; v < vessels.size(); v++) {
      VesselReport vessel = vessels.get(v);
      Color colour = Palette.line(v);
      time.line(wall, vessel.name(), column(vessel, r -> r.coldestWall() - 273.15), colour);
      time.line(
          left,
          vessel.name(),
          column(vessel, r -> (r.targetLeft() + r.marginLeft()) * 1e6),
          colour);
    }
    return time.sheet(List.of(wall, left), "");
  }

  private static double[] column(VesselReport vessel, ToDoubleFunction<VesselReport.Row> value) {
    return vessel.shadow().stream()
        .mapToDouble(value)
        .map(x -> Double.isFinite(x) ? x : Double.NaN)
        .toArray();
  }
}
