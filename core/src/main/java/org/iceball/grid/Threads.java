package org.iceball.grid;

import java.util.function.IntConsumer;

/** Shares numbered pieces of work out to threads; a piece writes only what is its own. */
public interface Threads {
  /** The calling thread alone. */
  Threads ALONE =
      (n, piece) -> {
        for (int p = 0; p < n; p++) {
          piece.accept(p);
        }
      };

  /** Does pieces 0 to n - 1 and returns when all are done. */
  void run(int n, IntConsumer piece);
}
