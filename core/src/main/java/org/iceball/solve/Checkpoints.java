package org.iceball.solve;

import java.util.Map;
import java.util.function.Supplier;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * Keeps the state of a run now and then, and hands back the state that a run is to go on from. What
 * a run computes does not depend on when it is asked for its state.
 */
public interface Checkpoints {
  /** None is taken, and the run begins at the beginning. */
  Checkpoints NONE =
      new Checkpoints() {
        @Override
        public StateIn beginning(Supplier<Map<String, String>> identity) {
          return null;
        }

        @Override
        public boolean isDue(boolean last) {
          return false;
        }

        @Override
        public void keep(RunState state) {
          // nobody asks for it
        }
      };

  /**
   * Called once, before anything is computed.
   *
   * @param identity what must be the same for a state to belong to this run, see {@link
   *     RunIdentity}
   * @return the state to go on from, or null to begin at the beginning
   * @throws org.iceball.units.CaseException {@code checkpoint-mismatch} where there is a state and
   *     it belongs to another run
   */
  StateIn beginning(Supplier<Map<String, String>> identity);

  /**
   * Whether a state is wanted now. Asked before every step.
   *
   * @param last whether the run has come to its end
   */
  boolean isDue(boolean last);

  /**
   * Takes the state. May throw to end the run here.
   *
   * @param state only good during the call
   */
  void keep(RunState state);

  /** The state of a run between two steps. */
  interface RunState {
    /** Simulated so far [s]. */
    double time();

    /** Writes all of it. */
    void save(StateOut out);
  }
}
