package org.iceball.cli;

import java.util.function.DoubleFunction;
import org.iceball.solve.Monitor;

/**
 * A monitor that is made when the first snapshot comes, so that nothing is written for a case that
 * is refused while it is set up.
 */
final class LateSnapshots implements Monitor {
  private final DoubleFunction<Monitor> maker;
  private Monitor made;

  /**
   * @param maker for the time of the first snapshot that comes [s]
   */
  LateSnapshots(DoubleFunction<Monitor> maker) {
    this.maker = maker;
  }

  @Override
  public void snapshot(double time, float[] temperature, float[] frozen) {
    if (made == null) {
      made = maker.apply(time);
    }
    made.snapshot(time, temperature, frozen);
  }
}
