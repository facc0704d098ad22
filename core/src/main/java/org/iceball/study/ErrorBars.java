package org.iceball.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.injury.Coverage;
import org.iceball.injury.Zone;
import org.iceball.solve.HistoryRow;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;

/** From two outcomes of one case to error bars on everything that has a length or a volume. */
public final class ErrorBars {
  /** A bar over the difference of the two results; see {@link CoarseTwin}. */
  public static final double SAFETY = 3;

  /** A zone that is thinner than this on the coarse grid is not resolved there [cells]. */
  static final double RESOLVED = 2;

  private ErrorBars() {}

  /**
   * The fine outcome with error bars.
   *
   * @param fine the run itself
   * @param coarse the same case on cells of twice the edge
   */
  static Outcome of(Outcome fine, Outcome coarse) {
    List<String> unresolved = new ArrayList<>();
    List<Moment> moments = new ArrayList<>();
    for (int m = 0; m < fine.moments().size(); m++) {
      moments.add(
          moment(fine.moments().get(m), coarse.moments().get(m), spacing(coarse), unresolved));
    }
    List<String> warnings = new ArrayList<>(fine.warnings());
    if (!unresolved.isEmpty()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "No error bar for %s: too thin for the cells of %s mm that error bars come from.",
              String.join(", ", unresolved),
              millimetres(spacing(coarse))));
    }
    if (fine.coverage() != null && coarse.coverage() == null) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "No error bar for the target's coverage: the target vanishes on the cells of %s mm"
                  + " that error bars come from.",
              millimetres(spacing(coarse))));
    }
    return fine.with(
        moments,
        coverage(fine.coverage(), coarse.coverage()),
        history(fine.history(), coarse.history()),
        warnings,
        coarse.stats());
  }

  /** A length [m] in millimetres, to a thousandth, without trailing zeros. */
  static String millimetres(double metres) {
    BigDecimal value = BigDecimal.valueOf(1e3 * metres).setScale(3, RoundingMode.HALF_EVEN);
    return value.stripTrailingZeros().toPlainString();
  }

  private static double spacing(Outcome outcome) {
    return outcome.anatomy().labels().grid().spacing();
  }

  private static double bar(double fine, double coarse) {
    return SAFETY * Math.abs(fine - coarse);
  }

  private static Moment moment(
      Moment fine, Moment coarse, double spacing, List<String> unresolved) {
    List<Zone> zones = new ArrayList<>();
    for (int z = 0; z < fine.zones().size(); z++) {
      Zone here = fine.zones().get(z);
      Zone there = coarse.zones().get(z);
      if (here.volume() > 0 && there.axes().get(2) < RESOLVED * spacing) {
        unresolved.add(here.name() + " at " + fine.name());
      }
      zones.add(zone(here, there, spacing));
    }
    return new Moment(fine.name(), fine.time(), zones);
  }

  private static Zone zone(Zone fine, Zone coarse, double spacing) {
    if (coarse.axes().get(2) < RESOLVED * spacing) {
      return fine;
    }
    double widest = 0;
    for (int a = 0; a < fine.axes().size(); a++) {
      widest = Math.max(widest, bar(fine.axes().get(a), coarse.axes().get(a)));
    }
    return fine.withErrors(bar(fine.volume(), coarse.volume()), widest);
  }

  private static Coverage coverage(Coverage fine, Coverage coarse) {
    if (fine == null || coarse == null) {
      return fine;
    }
    List<Coverage.Margin> margins = new ArrayList<>();
    for (int m = 0; m < fine.margins().size(); m++) {
      Coverage.Margin here = fine.margins().get(m);
      double error = bar(here.covered(), coarse.margins().get(m).covered());
      margins.add(new Coverage.Margin(here.margin(), here.covered(), error));
    }
    return new Coverage(
        fine.targetVolume(),
        fine.covered(),
        margins,
        fine.leastMargin(),
        fine.leastMarginAt(),
        bar(fine.covered(), coarse.covered()),
        bar(fine.leastMargin(), coarse.leastMargin()));
  }

  /** Rows stand at the same times on both grids: they are those of the protocol. */
  private static List<HistoryRow> history(List<HistoryRow> fine, List<HistoryRow> coarse) {
    List<HistoryRow> rows = new ArrayList<>();
    for (int r = 0; r < fine.size(); r++) {
      HistoryRow here = fine.get(r);
      HistoryRow there = coarse.get(r);
      rows.add(
          here.withErrors(
              bar(here.iceVolume(), there.iceVolume()),
              bar(here.lethalVolume(), there.lethalVolume()),
              bar(here.covered(), there.covered())));
    }
    return rows;
  }
}
