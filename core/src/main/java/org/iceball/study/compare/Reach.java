package org.iceball.study.compare;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Labels;
import org.iceball.injury.LawZone;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;

/**
 * Two arms made to reach equally far where nothing is in the way: in the organ's own tissue without
 * vessels or a tumour, on cells of {@link #SPACING}, the arm that kills more works for a shorter
 * time, until both kill the same volume.
 *
 * @param first part of its time that the first arm works [1]
 * @param second the same of the second arm [1]
 * @param firstVolume what the first arm kills then, by its own law [m3]
 * @param secondVolume the same of the second [m3]
 */
public record Reach(double first, double second, double firstVolume, double secondVolume) {
  /** Edge of the cells on which arms are matched [m]. */
  public static final double SPACING = 2e-3;

  /** Volumes that differ by less than this part are the same [1]. */
  public static final double SAME = 0.01;

  /** No arm works for less than this part of its time [1]. */
  private static final double SHORTEST = 0.02;

  /**
   * The second arm is tried for this part of its time first: an arm that kills more even so needs
   * no run of its whole length [1].
   */
  private static final double TRIED = 0.25;

  private static final int MOST_RUNS = 12;

  /**
   * Matches two arms.
   *
   * @param anatomy of both, on cells of {@link #SPACING}; only its size and the place of its target
   *     count
   */
  static Reach match(Arm first, Arm second, Anatomy anatomy) {
    Anatomy plain = plain(first.asked(), anatomy);
    double firstTried = volume(first, TRIED, plain);
    double secondTried = volume(second, TRIED, plain);
    if (firstTried > secondTried) {
      return of(second, first, firstTried, plain).mirrored();
    }
    return of(first, second, secondTried, plain);
  }

  @SuppressWarnings("ArgumentSelectionDefectChecker") // the other way round is what it is for
  private Reach mirrored() {
    return new Reach(second, first, secondVolume, firstVolume);
  }

  /** Matches two arms of which the second kills more, a volume [m3], when both are tried. */
  private static Reach of(Arm weaker, Arm stronger, double tried, Anatomy plain) {
    double a = volume(weaker, 1, plain);
    if (a > 0 && tried > (1 + SAME) * a) {
      double[] found = shorten(stronger, TRIED, tried, a, plain);
      return new Reach(1, found[0], a, found[1]);
    }
    double b = volume(stronger, 1, plain);
    if (Math.abs(a - b) <= SAME * Math.min(a, b) || Math.min(a, b) == 0) {
      return new Reach(1, 1, a, b);
    }
    if (a > b) {
      double[] found = shorten(weaker, 1, a, b, plain);
      return new Reach(found[0], 1, found[1], b);
    }
    double[] found = shorten(stronger, 1, b, a, plain);
    return new Reach(1, found[0], a, found[1]);
  }

  /**
   * Part of its time in which an arm kills a volume [m3] that it exceeds in a longer part, and what
   * it kills; by regula falsi as amended in the Illinois algorithm (Dowell and Jarratt, BIT 11
   * (1971) 168), for in no time it kills nothing.
   */
  private static double[] shorten(
      Arm arm, double longer, double more, double wanted, Anatomy plain) {
    double low = 0;
    double below = -wanted;
    double high = longer;
    double above = more - wanted;
    double part = longer;
    double volume = more;
    int side = 0;
    for (int run = 0; run < MOST_RUNS && Math.abs(volume - wanted) > SAME * wanted; run++) {
      part = Math.max(SHORTEST, (low * above - high * below) / (above - below));
      volume = volume(arm, part, plain);
      double off = volume - wanted;
      if (off > 0) {
        high = part;
        above = off;
        below = side == 1 ? below / 2 : below;
        side = 1;
      } else {
        low = part;
        below = off;
        above = side == -1 ? above / 2 : above;
        side = -1;
      }
    }
    return new double[] {part, volume};
  }

  private static double volume(Arm arm, double part, Anatomy plain) {
    Arm shorter = part == 1 ? arm : arm.shortened(part);
    Outcome outcome = Simulation.run(shorter.asked().withSpacing(SPACING), plain);
    return outcome.injury().zones().stream()
        .filter(z -> z.name().equals(arm.law()))
        .mapToDouble(LawZone::volume)
        .findFirst()
        .orElseThrow();
  }

  /** The same place, all of it the organ's tissue. */
  private static Anatomy plain(Case asked, Anatomy anatomy) {
    Labels labels = anatomy.labels();
    byte[] same = new byte[labels.grid().cells()];
    Arrays.fill(same, (byte) plainLabel(asked.regions()));
    return new Anatomy(
        new Labels(labels.grid(), same),
        null,
        anatomy.targetCentre(),
        labels.grid().cells() * labels.grid().cellVolume(),
        0,
        List.of(),
        List.of());
  }

  private static int plainLabel(List<Region> regions) {
    for (Region.Role role :
        List.of(Region.Role.ORGAN, Region.Role.SURROUNDING, Region.Role.TARGET)) {
      for (Region r : regions) {
        if (r.role() == role) {
          return r.label();
        }
      }
    }
    throw new IllegalArgumentException("a case has tissue");
  }
}
