package org.iceball.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the engine said of plans so far, so that a search can go on where it was stopped: the same
 * seed asks for the same plans again, and those that are here cost nothing. Safe to share between
 * threads.
 */
public final class EvaluationLog {
  private final Map<String, Score> scores = new LinkedHashMap<>();
  private final Consumer<Map<String, Score>> keeper;
  private int fresh;

  /**
   * @param known from an earlier search; not modified
   * @param keeper is handed all of them after each new one, one call at a time
   */
  public EvaluationLog(Map<String, Score> known, Consumer<Map<String, Score>> keeper) {
    scores.putAll(known);
    this.keeper = keeper;
  }

  /** A log that nobody keeps. */
  public static EvaluationLog none() {
    return new EvaluationLog(Map.of(), all -> {});
  }

  synchronized Optional<Score> find(String key) {
    return Optional.ofNullable(scores.get(key));
  }

  synchronized void add(String key, Score score) {
    fresh++;
    if (scores.put(key, score) == null) {
      keeper.accept(Map.copyOf(scores));
    }
  }

  /** How many runs of the engine were needed in this search. */
  public synchronized int fresh() {
    return fresh;
  }

  /** Name of a plan in the log: the same for the same needles in the same case. */
  static String key(String case_, String protocol, List<Track> tracks) {
    long hash = 1125899906842597L;
    for (Track t : tracks) {
      for (double d :
          new double[] {
            t.middle().x(), t.middle().y(), t.middle().z(), t.axis().x(), t.axis().y(), t.axis().z()
          }) {
        hash = 31 * hash + Double.doubleToLongBits(d);
        hash ^= hash >>> 29;
      }
    }
    return case_ + "-" + Integer.toHexString(protocol.hashCode()) + "-" + Long.toHexString(hash);
  }
}
