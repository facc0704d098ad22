package org.iceball.injury;

/**
 * A rule that says which tissue is dead. A law knows temperatures only through what it is shown: at
 * the end of a run the {@link Evidence}, and while the run goes on, where it has a memory, the
 * enthalpy of every cell. Laws are values; two equal ones share one memory.
 */
public interface InjuryLaw {

  /** What kills. */
  enum Cause {
    FREEZING,
    HEAT
  }

  /** What kills by this law. */
  Cause cause();

  /**
   * Part of each cell that is dead by this law.
   *
   * @param evidence what is known of the run
   * @return [1], shape [cells of the evidence]; not to be modified
   */
  float[] dead(Evidence evidence);

  /**
   * What a run has to keep up for this law, at its start.
   *
   * @param tissues of the run
   * @return null where the lowest temperature of each cell is enough
   */
  default CellMemory memory(TissueCurves tissues) {
    return null;
  }

  /** Whether blood stands still for good in tissue that is dead by this law. */
  default boolean stopsBlood() {
    return false;
  }
}
