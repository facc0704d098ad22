package org.iceball.injury;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is dead by each law of a case, and how far the laws disagree.
 *
 * @param zones one a law, in the order of the case
 * @param box cells that any law could call dead
 * @param agreeing share of the freezing laws by which a cell is dead [1], shape [cells of the box];
 *     not modified
 * @param dead part of each cell that is dead by each law [1], in the same order, shape [laws][cells
 *     of the box]; not modified
 */
public record InjuryReport(List<LawZone> zones, Span box, float[] agreeing, List<float[]> dead) {
  public InjuryReport {
    zones = List.copyOf(zones);
    dead = List.copyOf(dead);
  }

  /**
   * Part of each cell of the whole grid that is dead by a law [1], shape [cells]; a new array.
   *
   * @throws IllegalArgumentException where the case has no law of that name
   */
  public float[] deadBy(String law) {
    for (int z = 0; z < zones.size(); z++) {
      if (zones.get(z).name().equals(law)) {
        return box.paste(dead.get(z));
      }
    }
    throw new IllegalArgumentException("the case has no injury law " + law);
  }

  /**
   * From the least to the most that laws of one cause call dead.
   *
   * @param cause of all of them
   * @param laws how many
   * @param low least volume [m3]
   * @param high greatest volume [m3]
   * @param strictest law of the least volume
   * @param mildest law of the greatest volume
   * @param coveredLow least part of the target [1]; NaN without a target
   * @param coveredHigh greatest part [1]
   * @param margins the same for the target grown by each margin; empty without a target
   */
  public record Band(
      InjuryLaw.Cause cause,
      int laws,
      double low,
      double high,
      String strictest,
      String mildest,
      double coveredLow,
      double coveredHigh,
      List<MarginBand> margins) {}

  /**
   * From the least to the most of the target with a margin.
   *
   * @param margin [m]
   * @param low least part that any law calls dead [1]
   * @param high greatest part [1]
   */
  public record MarginBand(double margin, double low, double high) {}

  /** How far the laws of a cause disagree; empty where the case has none. */
  public Optional<Band> band(InjuryLaw.Cause cause) {
    List<LawZone> of = zones.stream().filter(z -> z.cause() == cause).toList();
    if (of.isEmpty()) {
      return Optional.empty();
    }
    Comparator<LawZone> byVolume = Comparator.comparingDouble(LawZone::volume);
    LawZone least = of.stream().min(byVolume).orElseThrow();
    LawZone most = of.stream().max(byVolume).orElseThrow();
    List<MarginBand> margins = new ArrayList<>();
    for (int m = 0; m < least.margins().size(); m++) {
      double low = Double.POSITIVE_INFINITY;
      double high = Double.NEGATIVE_INFINITY;
      for (LawZone zone : of) {
        low = Math.min(low, zone.margins().get(m).covered());
        high = Math.max(high, zone.margins().get(m).covered());
      }
      margins.add(new MarginBand(least.margins().get(m).margin(), low, high));
    }
    return Optional.of(
        new Band(
            cause,
            of.size(),
            least.volume(),
            most.volume(),
            least.name(),
            most.name(),
            of.stream().mapToDouble(LawZone::covered).min().orElseThrow(),
            of.stream().mapToDouble(LawZone::covered).max().orElseThrow(),
            List.copyOf(margins)));
  }

  /** The same with these zones. */
  public InjuryReport with(List<LawZone> others) {
    return new InjuryReport(others, box, agreeing, dead);
  }
}
