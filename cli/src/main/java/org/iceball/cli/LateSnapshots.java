package org.iceball.cli;

import java.util.function.Supplier;
import org.iceball.solve.Monitor;

/**
 * A monitor that is made when the first snapshot comes, so that nothing is written for a case that
 * is refused while it is set up.
 */
final class LateSnapshots implements Monitor {
  private final Supplier<Monitor> maker;
  private Monitor made;

  LateSnapshots(Supplier<Monitor> maker) {
    this.maker = maker;
  }

  @Override
  public void snapshot(double time, float[] temperature, float[] frozen) {
    if (made == null) {
      made = maker.get();
    }
    made.snapshot(time, temperature, frozen);
  }
}
