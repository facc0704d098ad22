package org.iceball.plan;

import java.util.Arrays;
import java.util.List;

/**
 * What planners do that pack shapes: each needle makes the ball of ice it makes alone in the organ,
 * a point is dead where it lies in any of them, and vessels do not count.
 */
final class Packing {
  /** A power mean with a large exponent is the largest of its numbers. */
  private static final double LARGEST = 16;

  private Packing() {}

  static Surrogate of(Surrogate.Joined physics, Samples samples, List<Track> kept, Ranker ranker) {
    Surrogate.Joined union =
        new Surrogate.Joined(
            physics.shape().power(LARGEST / physics.exponent()), LARGEST, physics.lethal());
    float[] none = new float[ranker.grid().cells()];
    float[] ones = new float[none.length];
    Arrays.fill(ones, 1);
    Surrogate bare = new Surrogate(union, samples, none, ones, ranker.reference());
    float[] stay = bare.power(kept, ranker.grid());
    return new Surrogate(union, samples, stay, ones, ranker.reference());
  }
}
