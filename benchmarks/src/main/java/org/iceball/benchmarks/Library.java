package org.iceball.benchmarks;

import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.study.bench.BenchCase;
import org.iceball.tissue.Tissue;

/** The case that is timed, with the numbers of the program's own library. */
final class Library {
  private Library() {}

  /** Liver, hepatocellular carcinoma, blood and a 17 gauge needle, as {@code iceball bench} has. */
  static BenchCase bench() {
    return new BenchCase(
        tissue("liver"),
        tissue("hcc"),
        tissue("blood"),
        ProbeLibrary.bundled().find("17G").orElseThrow());
  }

  /** A tissue of the library. */
  static Tissue tissue(String name) {
    return TissueLibrary.bundled().find(name).orElseThrow();
  }
}
