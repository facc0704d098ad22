package org.iceball.io.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.iceball.units.CaseException;
import org.iceball.units.Finding;
import org.junit.jupiter.api.io.TempDir;

/** A short good case, and ways to spoil it. */
abstract class CaseFileTestBase {
  static final String GOOD =
      """
      iceball: 1
      title: Good
      anatomy:
        phantom:
          size: [60 mm, 60 mm, 60 mm]
          shapes:
            - {label: 4, ellipsoid: {axes: [20 mm, 20 mm, 20 mm]}}
      regions:
        - {label: 0, name: liver, tissue: liver, role: organ}
        - {label: 4, name: tumour, tissue: hcc, role: target}
      needles:
        - name: A
          probe: 17G
          target: {from: target_centre, offset: [0 mm, 6 mm, 0 mm]}
          direction: [0, 0, 1]
      protocol: 10-5-10
      """;

  private static final TissueLibrary TISSUES = TissueLibrary.bundled();
  private static final ProbeLibrary PROBES = ProbeLibrary.bundled();

  @TempDir Path folder;

  CaseReading read(String yaml) {
    return CaseReader.readText(yaml, folder, List.of(), TISSUES, PROBES);
  }

  /** What is wrong with a text; empty where nothing is. */
  List<Finding> findings(String yaml) {
    try {
      read(yaml);
      return List.of();
    } catch (CaseException e) {
      return e.findings();
    }
  }

  /** The good case with one piece exchanged; the piece must be there. */
  static String spoilt(String good, String bad) {
    assertThat(GOOD).contains(good);
    return GOOD.replace(good, bad);
  }

  static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }
}
