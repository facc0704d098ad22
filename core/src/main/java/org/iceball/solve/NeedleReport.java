package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.device.Needle;

/**
 * How a needle fared.
 *
 * @param name of the needle
 * @param mostHeat most heat it took, averaged over a row of the history [W]
 * @param coldestWall its coldest wall [K]; NaN where it was never driven
 * @param lastWall its wall at the end of its last freeze [K]; NaN where it was never driven
 */
public record NeedleReport(String name, double mostHeat, double coldestWall, double lastWall) {
  /** Needles of a kind whose walls differ by more are worth a word [K]. */
  private static final double WARMER = 3;

  /** The reports of all needles, in their order. */
  public static List<NeedleReport> of(List<Needle> needles, List<HistoryRow> history) {
    List<NeedleReport> reports = new ArrayList<>();
    for (int n = 0; n < needles.size(); n++) {
      double most = 0;
      double coldest = Double.NaN;
      double last = Double.NaN;
      for (HistoryRow row : history) {
        double heat = row.needleHeat().get(n);
        double wall = row.wallTemperature().get(n);
        most = Math.max(most, heat);
        if (!Double.isNaN(wall) && heat > 0) {
          last = wall;
          coldest = Double.isNaN(coldest) ? wall : Math.min(coldest, wall);
        }
      }
      reports.add(new NeedleReport(needles.get(n).name(), most, coldest, last));
    }
    return List.copyOf(reports);
  }

  /** What to say of needles that run warmer than another of their kind. */
  static List<String> warnings(List<Needle> needles, List<NeedleReport> reports) {
    List<String> warnings = new ArrayList<>();
    for (int n = 0; n < needles.size(); n++) {
      NeedleReport coldest = reports.get(n);
      for (int o = 0; o < needles.size(); o++) {
        boolean alike =
            needles.get(o).probe().equals(needles.get(n).probe())
                && needles.get(o).drive().equals(needles.get(n).drive())
                && needles.get(o).protocol().equals(needles.get(n).protocol());
        if (alike && reports.get(o).lastWall() < coldest.lastWall()) {
          coldest = reports.get(o);
        }
      }
      NeedleReport here = reports.get(n);
      if (here.lastWall() - coldest.lastWall() > WARMER) {
        warnings.add(
            String.format(
                Locale.ROOT,
                "Needle %s runs %.0f K warmer than %s, which is of the same kind: at the end of the"
                    + " last freeze its wall is at %.0f degC. More heat comes to it, from a vessel or"
                    + " because it stands alone.",
                here.name(),
                here.lastWall() - coldest.lastWall(),
                coldest.name(),
                here.lastWall() - 273.15));
      }
    }
    return warnings;
  }
}
