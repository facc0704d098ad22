package org.iceball.device;

/**
 * One stretch of a protocol.
 *
 * @param kind what the needle does
 * @param duration for how long [s]
 */
public record Phase(Kind kind, double duration) {
  /** What a needle does during a phase. */
  public enum Kind {
    /** Argon expands in the tip. */
    FREEZE,
    /** The gas is off; the needle neither cools nor warms. */
    PASSIVE_THAW,
    /** Helium warms the tip. */
    ACTIVE_THAW,
    /** Current heats the tissue. */
    HEAT
  }

  /** Whether the device treats in it: it freezes or heats. */
  public boolean treats() {
    return kind == Kind.FREEZE || kind == Kind.HEAT;
  }

  public Phase {
    if (!(duration > 0) || !Double.isFinite(duration)) {
      throw new IllegalArgumentException("a phase lasts a positive time, not " + duration + " s");
    }
  }
}
