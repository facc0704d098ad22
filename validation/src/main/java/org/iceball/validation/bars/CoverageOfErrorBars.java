package org.iceball.validation.bars;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.iceball.grid.Vec3;
import org.iceball.validation.bars.LongNeedleCases.Setting;
import org.iceball.validation.engine.Specimen;

/**
 * How often the engine's error bars reach the truth, counted over cases with exact answers: slabs
 * against the self-similar solution, planes across an endless needle and whole runs with a long
 * needle against the radial reference.
 *
 * @param checks one a figure; those without a bar are listed, not counted
 */
public record CoverageOfErrorBars(List<BarCheck> checks) {
  private static final Vec3 UP = new Vec3(0, 0, 1);
  private static final Vec3 OBLIQUE = new Vec3(0.3, 1, 0.2);
  private static final Vec3 DIAGONAL = new Vec3(1, 1, 1);
  private static final Vec3 OFF = new Vec3(0.25, 0.1, 0.3);
  private static final Vec3 HALF = new Vec3(0.5, 0.5, 0.5);

  public CoverageOfErrorBars {
    checks = List.copyOf(checks);
  }

  /** A few hundred figures in about a quarter of a minute. */
  public static CoverageOfErrorBars fast() {
    List<BarCheck> checks = new ArrayList<>();
    checks.addAll(SlabCases.run(mm(0.75, 1, 1.5, 2), new double[] {120, 300, 600, 1500}));
    checks.addAll(
        PlaneCases.run(
            mm(0.75, 1.7), new double[] {0, 0.016}, mm(1.5, 2), new double[] {60, 200, 600}));
    checks.addAll(
        needles(
            List.of(
                new Setting(0.75e-3, Specimen.liver(0.016), 2e-3, UP, OFF, Specimen.freeze(600)),
                new Setting(1.2e-3, Specimen.liver(0.008), 2.5e-3, UP, HALF, Specimen.freeze(400)),
                new Setting(
                    0.75e-3,
                    Specimen.liver(0.016),
                    2e-3,
                    OBLIQUE,
                    OFF,
                    LongNeedleCases.freezeThawFreeze(600, 300, 600)))));
    return new CoverageOfErrorBars(checks);
  }

  /** The fast ones and many more, at finer spacings, in some minutes. */
  public static CoverageOfErrorBars thorough() {
    List<BarCheck> checks = new ArrayList<>();
    checks.addAll(
        SlabCases.run(
            mm(0.25, 0.35, 0.5, 0.75, 1, 1.25, 1.5, 2, 2.5),
            new double[] {60, 120, 200, 300, 450, 600, 900, 1200, 1500}));
    checks.addAll(
        PlaneCases.run(
            mm(0.75, 1.2, 1.7),
            new double[] {0, 0.004, 0.008, 0.016, 0.024},
            mm(0.5, 0.75, 1, 1.25, 1.5, 2),
            new double[] {30, 60, 120, 200, 300, 600, 900}));
    List<Setting> settings = new ArrayList<>();
    for (double radius : mm(0.75, 1.2, 1.7)) {
      for (double perfusion : new double[] {0, 0.008, 0.016}) {
        for (double spacing : mm(1.5, 2)) {
          Vec3 axis = radius < 1e-3 ? UP : radius < 1.5e-3 ? OBLIQUE : DIAGONAL;
          Vec3 shift = perfusion > 0.01 ? OFF : HALF;
          settings.add(
              new Setting(
                  radius,
                  Specimen.liver(perfusion),
                  spacing,
                  axis,
                  shift,
                  LongNeedleCases.freezeThawFreeze(600, 300, 600)));
        }
      }
    }
    settings.add(new Setting(0.75e-3, Specimen.liver(0.016), 1e-3, UP, OFF, Specimen.freeze(600)));
    checks.addAll(needles(settings));
    return new CoverageOfErrorBars(checks);
  }

  private static List<BarCheck> needles(List<Setting> settings) {
    return settings.stream().map(LongNeedleCases::run).flatMap(Collection::stream).toList();
  }

  private static double[] mm(double... values) {
    double[] metres = new double[values.length];
    for (int i = 0; i < metres.length; i++) {
      metres[i] = values[i] * 1e-3;
    }
    return metres;
  }

  /** Part of the error bars that reach the truth [1]. */
  public double fraction() {
    return fraction(checks);
  }

  /** The same for one family: {@code slab}, {@code plane} or {@code needle}. */
  public double fraction(String family) {
    return fraction(checks.stream().filter(c -> c.family().equals(family)).toList());
  }

  private static double fraction(List<BarCheck> some) {
    long with = some.stream().filter(BarCheck::hasBar).count();
    return (double) some.stream().filter(c -> c.hasBar() && c.covers()).count() / with;
  }

  /** Figures that have a bar. */
  public long counted() {
    return checks.stream().filter(BarCheck::hasBar).count();
  }

  /** How wide the bars are beside the errors: the median of bar over error [1]. */
  public double medianWidth() {
    double[] widths =
        checks.stream()
            .filter(BarCheck::hasBar)
            .mapToDouble(c -> c.bar() / Math.max(1e-15, Math.abs(c.value() - c.exact())))
            .sorted()
            .toArray();
    return widths[widths.length / 2];
  }

  /** What was missed, and the fractions, for people. */
  public String report() {
    StringBuilder text = new StringBuilder();
    checks.stream()
        .filter(c -> c.hasBar() && !c.covers())
        .forEach(c -> text.append(c).append('\n'));
    text.append(
        String.format(
            Locale.ROOT,
            "error bars: %d figures, %.1f %% covered (slab %.1f, plane %.1f, needle %.1f), %d without"
                + " a bar; a bar is %.1f times the error in the median%n",
            counted(),
            100 * fraction(),
            100 * fraction("slab"),
            100 * fraction("plane"),
            100 * fraction("needle"),
            checks.size() - counted(),
            medianWidth()));
    return text.toString();
  }
}
