package org.iceball.plan;

import java.util.EnumMap;
import java.util.Map;
import org.iceball.grid.Vec3;

/** Holds tracks to the rules. Immutable and safe to share between threads. */
public final class TrackCheck {
  /** Distance of the points at which a track is looked at [m]. */
  public static final double STEP = 0.25e-3;

  /** A track that finds no entry is as wrong as if it missed by this [mm]. */
  private static final double NO_ENTRY = 40;

  /** A track is followed no further than this [m]. */
  private static final double LONGEST = 2;

  private static final double RESERVE = 0.4e-3;

  /**
   * Further than this from forbidden cells nothing of the image is forbidden either: thick slices.
   */
  private static final double DOUBTFUL = 8e-3;

  private final Terrain terrain;
  private final PlanRules rules;
  private final double activeLength;

  /**
   * @param activeLength of the needles that are planned [m]
   */
  public TrackCheck(Terrain terrain, PlanRules rules, double activeLength) {
    this.terrain = terrain;
    this.rules = rules;
    this.activeLength = activeLength;
  }

  /** Why a track can't be. In the order in which they are told. */
  public enum Wrong {
    FORBIDDEN("crosses or grazes a vessel or a structure that is not to be crossed"),
    NO_ENTRY("does not pass through a region it may enter by"),
    WINDOW("misses the entry window"),
    ANGLE("is too steep to an axial slice"),
    DEPTH("is too long"),
    OUTSIDE("has its tip outside the anatomy");

    private final String words;

    Wrong(String words) {
      this.words = words;
    }

    /** As the end of a sentence that begins with the track. */
    public String words() {
      return words;
    }
  }

  /**
   * What was found along a track.
   *
   * @param entry where it comes in [m], RAS
   * @param depth from there to the tip [m]
   * @param clearance least distance of its axis from what is not to be crossed [m]
   * @param crossed label of the first thing on it that is not to be crossed; -1 for none
   * @param missed how far it is from keeping each rule, [mm]
   */
  public record Finding(
      Vec3 entry, double depth, double clearance, int crossed, Map<Wrong, Double> missed) {
    /** How wrong it is all told [mm]; 0 where it keeps to the rules. */
    public double wrong() {
      return missed.values().stream().mapToDouble(m -> m).sum();
    }
  }

  /** Looks at a track from its tip outward, every {@link #STEP}. */
  public Finding look(Track track) {
    return look(track, STEP, 0);
  }

  /** The same at wider steps and with some reserve for what lies between them, for a search. */
  Finding glance(Track track) {
    return look(track, 4 * STEP, RESERVE);
  }

  private Finding look(Track track, double step, double reserve) {
    Map<Wrong, Double> missed = new EnumMap<>(Wrong.class);
    double tip = -activeLength / 2;
    Vec3 from = track.tip(activeLength);
    missed.put(Wrong.OUTSIDE, terrain.contains(from) ? 0 : NO_ENTRY);
    double clearance = Double.POSITIVE_INFINITY;
    int forbidden = 0;
    int crossed = -1;
    double entry = tip;
    boolean found = rules.entry().isEmpty();
    for (double at = tip; at < LONGEST; at += step) {
      Vec3 p = track.at(at);
      if (!terrain.contains(p)) {
        break;
      }
      int label = terrain.label(p);
      double clear = terrain.clearance(p);
      clearance = Math.min(clearance, clear);
      int hit = clear < DOUBTFUL ? terrain.forbidden(p, label) : -1;
      if (hit >= 0) {
        forbidden++;
        crossed = crossed < 0 ? hit : crossed;
      }
      if (rules.entry().isEmpty()) {
        entry = terrain.isOrgan(label) ? at + step : entry;
      } else if (rules.entry().contains(label)) {
        entry = at + step;
        found = true;
      }
    }
    Vec3 in = track.at(entry);
    double depth = entry - tip;
    missed.put(
        Wrong.FORBIDDEN,
        1e3 * (Math.max(0, rules.clearance() + reserve - clearance) + forbidden * step));
    missed.put(Wrong.NO_ENTRY, found ? 0 : NO_ENTRY);
    missed.put(
        Wrong.WINDOW,
        rules
            .window()
            .map(w -> 1e3 * Math.max(0, in.minus(w.centre()).norm() - w.radius()))
            .orElse(0.0));
    missed.put(Wrong.ANGLE, Math.toDegrees(Math.max(0, track.axialAngle() - rules.axialAngle())));
    missed.put(Wrong.DEPTH, 1e3 * Math.max(0, depth - rules.depth()));
    return new Finding(in, depth, clearance, crossed, missed);
  }

  /** How much too near two needles lie to each other [mm]. */
  public double tooNear(Track a, Track b) {
    return tooNear(a, b, activeLength);
  }

  /** The same with another needle whose active zone has another length [m]. */
  public double tooNear(Track a, Track b, double otherLength) {
    return 1e3 * Math.max(0, rules.apart() - a.gap(activeLength, b, otherLength));
  }
}
