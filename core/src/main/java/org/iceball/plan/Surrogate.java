package org.iceball.plan;

import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/**
 * What a plan does, in a fraction of a millisecond: drops of temperature of single needles, as the
 * engine gives them for a needle alone in the organ, joined by a power mean and multiplied by a
 * correction a cell. At first the correction is a dent round vessels; after a run of the engine it
 * is what makes the surrogate agree with that run in every cell (space mapping: Bandler et al.,
 * IEEE Trans. Microwave Theory Tech. 52 (2004) 337; here of the output, as in Echeverria and
 * Hemker, Comput. Methods Appl. Math. 5 (2005) 107).
 *
 * <p>Immutable and safe to share between threads.
 */
final class Surrogate {
  /** A cell is lethal to a part while its drop is within so much of the lethal one [1]. */
  private static final double SOFT = 0.12;

  /** The same for the last steps near a run that the surrogate agrees with. */
  private static final double SHARP = 0.03;

  /** What is short of lethal counts so much of what is left, so that there is always a way down. */
  private static final double SHORT = 0.5;

  private static final double SHORT_SHARP = 0.05;

  private static final double LEAST_CORRECTION = 0.05;
  private static final double MOST_CORRECTION = 6;

  private final Joined joined;
  private final Samples samples;
  private final float[] kept;
  private final float[] correction;
  private final double reference;
  private final boolean sharp;

  /**
   * @param joined shape of a needle and how drops are joined
   * @param samples where to look
   * @param kept stored power of the needles that stay, shape [cells]; not modified
   * @param correction of the power, shape [cells]; not modified
   * @param reference volume of target and margin [m3]
   */
  Surrogate(Joined joined, Samples samples, float[] kept, float[] correction, double reference) {
    this(joined, samples, kept, correction, reference, false);
  }

  private Surrogate(
      Joined joined,
      Samples samples,
      float[] kept,
      float[] correction,
      double reference,
      boolean sharp) {
    this.sharp = sharp;
    this.joined = joined;
    this.samples = samples;
    this.kept = kept;
    this.correction = correction;
    this.reference = reference;
  }

  /**
   * A needle's shape and how several are joined.
   *
   * @param shape of one needle
   * @param exponent of the power mean [1]; large means that the coldest alone counts
   * @param lethal drop below body temperature that kills [K]
   */
  record Joined(ColdShape shape, double exponent, double lethal) {}

  /** Exponent of the power mean [1]. */
  double exponent() {
    return joined.exponent();
  }

  /** The same with steps nearly as steep as those of the engine's own count. */
  Surrogate sharpened() {
    return new Surrogate(joined, samples, kept, correction, reference, true);
  }

  /** The same made to agree with a run. */
  Surrogate agreeing(List<Track> tracks, float[] lowest, Grid g) {
    float[] plain = power(tracks, g);
    float[] other = new float[plain.length];
    for (int c = 0; c < other.length; c++) {
      double drop = Math.max(0, ColdShape.BODY - lowest[c]) / joined.lethal();
      double ratio = Math.pow(drop, joined.exponent()) / plain[c];
      other[c] =
          plain[c] < 1e-5
              ? 1
              : (float) Math.max(LEAST_CORRECTION, Math.min(MOST_CORRECTION, ratio));
    }
    return new Surrogate(joined, samples, kept, other, reference);
  }

  /** Joined power of every cell without the correction, shape [cells]. */
  float[] power(List<Track> tracks, Grid g) {
    float[] power = new float[g.cells()];
    for (int c = 0; c < power.length; c++) {
      Vec3 p = g.centre(c);
      power[c] = (float) (kept[c] + sum(tracks, p.x(), p.y(), p.z()));
    }
    return power;
  }

  /**
   * Lowest temperature of every cell [K], shape [cells].
   *
   * @param factor of the power of every cell [1], shape [cells], or null
   */
  float[] lowest(List<Track> tracks, Grid g, float[] factor) {
    float[] field = power(tracks, g);
    for (int c = 0; c < field.length; c++) {
      double s = field[c] * correction[c] * (factor == null ? 1 : factor[c]);
      field[c] = (float) (ColdShape.BODY - joined.lethal() * Math.pow(s, 1 / joined.exponent()));
    }
    return field;
  }

  /** Joined power at a point, of the planned needles. */
  private double sum(List<Track> tracks, double x, double y, double z) {
    double sum = 0;
    for (Track t : tracks) {
      double dx = x - t.middle().x();
      double dy = y - t.middle().y();
      double dz = z - t.middle().z();
      double along = dx * t.axis().x() + dy * t.axis().y() + dz * t.axis().z();
      double square = dx * dx + dy * dy + dz * dz - along * along;
      sum += joined.shape().at(along, Math.sqrt(Math.max(0, square)));
    }
    return sum;
  }

  /**
   * The objective as far as the surrogate knows it [1].
   *
   * @param depth sum of the tracks' depths [m]
   */
  double value(List<Track> tracks, double depth, PlanRules.Weights w) {
    double ice = Math.pow(joined.lethal() / (ColdShape.BODY - 273.15), joined.exponent());
    double soft = (sharp ? SHARP : SOFT) * joined.exponent();
    double shortfall = sharp ? SHORT_SHARP : SHORT;
    double targetLeft = 0;
    double marginLeft = 0;
    int targets = 0;
    int margins = 0;
    double frozen = 0;
    double coldest = 0;
    for (int n = 0; n < samples.cells().length; n++) {
      int c = samples.cells()[n];
      double s =
          correction[c] * (kept[c] + sum(tracks, samples.x()[n], samples.y()[n], samples.z()[n]));
      switch (samples.kind()[n]) {
        case Samples.HEALTHY -> frozen += within((s * ice - 1) / soft);
        case Samples.SPARED -> {
          double t = ColdShape.BODY - joined.lethal() * Math.pow(s, 1 / joined.exponent());
          coldest = Math.max(coldest, samples.limit()[n] - t);
        }
        default -> {
          double left = 1 - within((s - 1) / soft) + shortfall * Math.max(0, 1 - s);
          marginLeft += left;
          margins++;
          frozen += samples.kind()[n] == Samples.MARGIN ? within((s * ice - 1) / soft) : 0;
          if (samples.kind()[n] == Samples.TARGET) {
            targetLeft += left;
            targets++;
          }
        }
      }
    }
    return w.target() * targetLeft / Math.max(1, targets)
        + w.margin() * marginLeft / Math.max(1, margins)
        + w.healthy() * frozen * samples.healthyVolume() / reference
        + w.spared() * coldest
        + w.depth() * depth;
  }

  /** A step from 0 to 1 that is not steep, centred at 0. */
  private static double within(double x) {
    return x <= -0.5 ? 0 : x >= 0.5 ? 1 : 0.5 + x;
  }
}
