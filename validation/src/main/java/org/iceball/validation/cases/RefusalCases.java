package org.iceball.validation.cases;

import java.util.List;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;

/** The case of two needles with one mistake each. */
final class RefusalCases {
  private RefusalCases() {}

  static List<CheckCase> all() {
    return List.of(
        bad("no-unit", "A length without its unit", "spacing: 2 mm", "spacing: 2"),
        bad("wrong-unit", "A spacing in seconds", "spacing: 2 mm", "spacing: 2 s"),
        bad("misspelt-key", "A key that does not exist", "spacing: 2 mm", "spacign: 2 mm"),
        bad("key-twice", "A key given twice", "title: Two", "iceball: 1\ntitle: Two"),
        bad("no-tissue", "A region without tissue", "tissue: fat, ", ""),
        bad("unknown-tissue", "A tissue that does not exist", "tissue: hcc", "tissue: hhc"),
        bad("too-fine", "A spacing of 0.01 mm", "spacing: 2 mm", "spacing: 0.01 mm"),
        bad(
            "impossible-tissue",
            "A density below zero",
            "tissue: hcc",
            "tissue: {base: hcc, density: -1 kg/m3}"),
        bad("bad-protocol", "A phase that is none", "freeze 3 min", "frieze 3 min"),
        bad("alias", "An anchor in YAML, the seed of a bomb", "title: Two", "title: &a Two"),
        bad(
            "broken-yaml",
            "A bracket that is never closed",
            "[64 mm, 60 mm, 56 mm]",
            "[64 mm, 60 mm"),
        bad(
            "unpainted-label",
            "A painted label without a region",
            "  - {label: 0, name: surroundings, tissue: fat, role: surrounding}\n",
            ""),
        bad(
            "no-target",
            "Needles placed from a target that is not there",
            "role: target",
            "role: organ"),
        bad(
            "needle-outside",
            "A needle outside the anatomy",
            "offset: [0 mm, 5 mm, 0 mm]",
            "offset: [0 mm, 45 mm, 0 mm]"),
        bad(
            "needles-overlap",
            "Two needles in one place",
            "offset: [0 mm, -5 mm, 0 mm]}\n    direction: [-0.2, 0, 1]",
            "offset: [0 mm, 5 mm, 0 mm]}\n    direction: [0, 0, 1]"),
        new CheckCase(
            "refused-outside-folder",
            "An image outside the case's folder",
            () ->
                refuse(good().instead("  phantom:", "\nregions:", "  image: ../../secret.nii\n"))),
        new CheckCase(
            "refused-too-large",
            "A box of 90 cm in cells of half a millimetre",
            () ->
                refuse(
                    good()
                        .with("[64 mm, 60 mm, 56 mm]", "[900 mm, 900 mm, 900 mm]")
                        .with("spacing: 2 mm", "spacing: 0.5 mm"))),
        bad(
            "no-such-device",
            "A device that no machine has",
            "threads: 1",
            "threads: 1, backend: \"opencl:63\""));
  }

  private static CheckCase bad(String name, String about, String words, String others) {
    return new CheckCase("refused-" + name, about, () -> refuse(good().with(words, others)));
  }

  private static UserCase good() {
    return UserCase.of("two-needles.yaml");
  }

  private static Measured refuse(UserCase asked) {
    asked.run();
    return Measured.builder().build();
  }
}
