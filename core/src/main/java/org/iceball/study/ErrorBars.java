package org.iceball.study;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.injury.Coverage;
import org.iceball.injury.InjuryReport;
import org.iceball.injury.LawZone;
import org.iceball.injury.Zone;
import org.iceball.solve.HistoryRow;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;

/**
 * From two outcomes of one case to error bars on everything that has a length or a volume. {@code
 * CoverageOfErrorBars} in the validation counts how often they reach the truth.
 */
public final class ErrorBars {
  /** A bar over the difference of the two results; see {@link CoarseTwin}. */
  public static final double SAFETY = 3;

  /** A zone that is thinner than this on the coarse grid is not resolved there [cells]. */
  public static final double RESOLVED = 2;

  /**
   * Least bar on a length [cells]. Two grids can agree by chance, a flat front that both hold at
   * the same cell's centre above all; the slabs of the validation were off by up to a third of a
   * cell then.
   */
  private static final double LENGTH_FLOOR = 0.25;

  /** Least bar on a volume, over its surface [cells]. Round a zone such chances cancel out. */
  private static final double SURFACE_FLOOR = 0.1;

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
    Outcome barred =
        fine.with(
            moments,
            coverage(fine.coverage(), coarse.coverage(), spacing(fine)),
            history(fine.history(), coarse.history(), spacing(fine)),
            warnings,
            coarse.stats());
    return barred.withInjury(injury(fine.injury(), coarse.injury(), spacing(fine)));
  }

  private static InjuryReport injury(InjuryReport fine, InjuryReport coarse, double spacing) {
    if (fine == null || coarse == null) {
      return fine;
    }
    List<LawZone> zones = new ArrayList<>();
    for (int z = 0; z < fine.zones().size(); z++) {
      LawZone here = fine.zones().get(z);
      LawZone there = coarse.zones().get(z);
      zones.add(
          here.withErrors(
              ofVolume(here.volume(), there.volume(), ball(here.volume()), spacing),
              bar(here.covered(), there.covered()),
              margins(here.margins(), there.margins())));
    }
    return fine.with(zones);
  }

  private static List<Coverage.Margin> margins(
      List<Coverage.Margin> fine, List<Coverage.Margin> coarse) {
    List<Coverage.Margin> margins = new ArrayList<>();
    for (int m = 0; m < fine.size(); m++) {
      Coverage.Margin here = fine.get(m);
      // a target may vanish on the coarse grid
      double error = m < coarse.size() ? bar(here.covered(), coarse.get(m).covered()) : Double.NaN;
      margins.add(new Coverage.Margin(here.margin(), here.covered(), error));
    }
    return margins;
  }

  /** A length [m] in millimetres, to a thousandth, without trailing zeros. */
  static String millimetres(double metres) {
    BigDecimal value = BigDecimal.valueOf(1e3 * metres).setScale(3, RoundingMode.HALF_EVEN);
    return value.stripTrailingZeros().toPlainString();
  }

  private static double spacing(Outcome outcome) {
    return outcome.anatomy().labels().grid().spacing();
  }

  /**
   * Half-width of the error bar on a length [m].
   *
   * @param fine the length [m]
   * @param coarse the twin's [m]
   * @param spacing of the fine grid [m]
   */
  public static double ofLength(double fine, double coarse, double spacing) {
    return Math.max(bar(fine, coarse), LENGTH_FLOOR * spacing);
  }

  /**
   * Half-width of the error bar on a volume [m3].
   *
   * @param fine the volume [m3]
   * @param coarse the twin's [m3]
   * @param surface of the volume, about [m2]
   * @param spacing of the fine grid [m]
   */
  public static double ofVolume(double fine, double coarse, double surface, double spacing) {
    return Math.max(bar(fine, coarse), SURFACE_FLOOR * spacing * surface);
  }

  /** Surface of a ball of a volume [m3] [m2]. */
  private static double ball(double volume) {
    return Math.cbrt(36 * Math.PI * volume * volume);
  }

  /** Surface of an ellipsoid [m2], to 1 % (Knud Thomsen's formula), given its axes [m]. */
  private static double ellipsoid(List<Double> axes) {
    double p = 1.6075;
    double a = Math.pow(axes.get(0) * axes.get(1) / 4, p);
    double b = Math.pow(axes.get(0) * axes.get(2) / 4, p);
    double c = Math.pow(axes.get(1) * axes.get(2) / 4, p);
    return 4 * Math.PI * Math.pow((a + b + c) / 3, 1 / p);
  }

  /** Half-width of the error bar on any number, given the twin's, without a floor. */
  public static double bar(double fine, double coarse) {
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
    double h = spacing / 2;
    List<Double> axes = new ArrayList<>();
    for (int a = 0; a < fine.axes().size(); a++) {
      axes.add(ofLength(fine.axes().get(a), coarse.axes().get(a), h));
    }
    double surface = ellipsoid(fine.axes());
    return fine.withErrors(ofVolume(fine.volume(), coarse.volume(), surface, h), List.copyOf(axes));
  }

  private static Coverage coverage(Coverage fine, Coverage coarse, double spacing) {
    if (fine == null || coarse == null) {
      return fine;
    }
    return new Coverage(
        fine.targetVolume(),
        fine.covered(),
        margins(fine.margins(), coarse.margins()),
        fine.leastMargin(),
        fine.leastMarginAt(),
        bar(fine.covered(), coarse.covered()),
        ofLength(fine.leastMargin(), coarse.leastMargin(), spacing));
  }

  /** Rows stand at the same times on both grids: they are those of the protocol. */
  private static List<HistoryRow> history(
      List<HistoryRow> fine, List<HistoryRow> coarse, double spacing) {
    List<HistoryRow> rows = new ArrayList<>();
    for (int r = 0; r < fine.size(); r++) {
      HistoryRow here = fine.get(r);
      HistoryRow there = coarse.get(r);
      rows.add(
          here.withErrors(
              ofVolume(here.iceVolume(), there.iceVolume(), ball(here.iceVolume()), spacing),
              ofVolume(
                  here.lethalVolume(), there.lethalVolume(), ball(here.lethalVolume()), spacing),
              bar(here.covered(), there.covered())));
    }
    return rows;
  }
}
