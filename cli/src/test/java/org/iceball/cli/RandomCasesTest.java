package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.CaseEdit;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.io.checkpoint.RunOrder;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.solve.Outcome;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a valid case says: it is read back as it was written, and its run stays physical. */
class RandomCasesTest {
  private static final long SEED = 20261123;

  /**
   * Single precision rounds what all cells hold, and a run of a few seconds exchanges little: two
   * of the thousand close to 1.03e-5 and 2.43e-5, above the 1e-5 that longer runs keep.
   */
  private static final double BOOKS_OF_SINGLES = 5e-5;

  private static final List<String> TISSUES = List.of("liver", "liver-cirrhotic", "muscle", "fat");
  private static final List<String> TARGETS = List.of("hcc", "metastasis");
  private static final List<String> PROBES = List.of("17G", "13G", "10G", "1.7mm", "LN2-3mm");
  private static final TissueLibrary LIBRARY = TissueLibrary.bundled();

  @TempDir Path folder;

  /** A small case; the same for the same seed. */
  private static String text(SplittableRandom r) {
    double spacing = 2 + 0.5 * r.nextInt(5);
    int[] size = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      size[axis] = (int) (22 + spacing * r.nextInt(4)); // holds the longest active zone
    }
    String box = String.format("[%d mm, %d mm, %d mm]", size[0], size[1], size[2]);
    StringBuilder t = new StringBuilder("iceball: 1\ntitle: \"Case " + r.nextInt() + "\"\n");
    t.append("anatomy:\n  phantom:\n    size: ").append(box).append("\n    shapes:\n");
    t.append("      - {label: 1, box: {size: ").append(box).append("}}\n");
    t.append("      - {label: 2, ellipsoid: {axes: [10 mm, 8 mm, 9 mm]}}\n");
    boolean vein = r.nextInt(3) == 0;
    if (vein) {
      t.append("      - {label: 3, tube: {diameter: 4 mm, points: ");
      t.append("[[6 mm, 0 mm, -40 mm], [6 mm, 1 mm, 40 mm]]}}\n");
    }
    t.append("regions:\n  - {label: 0, name: outside, tissue: fat, role: surrounding}\n");
    t.append("  - {label: 1, name: organ, role: organ, tissue: ").append(of(TISSUES, r));
    t.append("}\n  - {label: 2, name: tumour, role: target, tissue: ").append(of(TARGETS, r));
    t.append("}\n");
    if (vein) {
      t.append("  - {label: 3, name: vein, tissue: blood, role: vessel}\n");
    }
    t.append("needles:\n");
    int needles = 1 + r.nextInt(2);
    for (int n = 0; n < needles; n++) {
      t.append("  - {name: N").append(n).append(", probe: {base: ").append(of(PROBES, r));
      t.append(", active_length: ").append(4 + r.nextInt(5)).append(" mm}, aim: ");
      t.append(r.nextBoolean() ? "tip" : "middle").append(", start: ").append(5 * r.nextInt(3));
      t.append(" s, target: {from: target_centre, offset: [");
      // two shafts lie at least 4 mm apart and are nearly parallel
      t.append(n == 0 ? "" : "-").append(number(2 + r.nextDouble())).append(" mm, ");
      t.append(number(r.nextDouble())).append(" mm, 0 mm]}, direction: [");
      t.append(number(0.1 * r.nextDouble())).append(", 0, 1]}\n");
    }
    int seconds = 5 + r.nextInt(20);
    t.append("protocol: freeze ").append(seconds).append(" s");
    t.append(r.nextBoolean() ? "" : ", thaw 5 s passive, freeze 5 s").append('\n');
    t.append("grid: {spacing: ").append(spacing).append(" mm, around: ");
    t.append(r.nextBoolean() ? "everything" : "10 mm").append(", faces: ");
    t.append(of(List.of("body", "insulated", "20 degC"), r)).append("}\n");
    t.append("start_temperature: ").append(20 + r.nextInt(21)).append(" degC\n");
    t.append("snapshots: none\nnumerics: {threads: 1, stepper: ");
    t.append(r.nextInt(4) == 0 ? "euler" : "rkl2").append(", precision: ");
    return t.append(r.nextInt(3) == 0 ? "fp32" : "fp64").append("}\n").toString();
  }

  private static String number(double v) {
    return String.format(Locale.ROOT, "%.2f", v);
  }

  private static String of(List<String> some, SplittableRandom r) {
    return some.get(r.nextInt(some.size()));
  }

  private Case read(String text) {
    return CaseReader.readText(text, folder, List.of(), LIBRARY, ProbeLibrary.bundled()).asked();
  }

  /** As it is kept for `iceball resume`, and as the planning page saves it. */
  @Test
  void aThousandCasesAreReadAsTheyWereWritten() {
    for (int n = 0; n < 1000; n++) {
      String text = text(new SplittableRandom(SEED + n));
      Case asked = read(text);
      new RunOrder("1", folder.toString(), text, List.of(), Map.of(), Map.of()).write(folder);
      assertThat(read(RunOrder.read(folder).caseText())).as(text).isEqualTo(asked);
      List<CaseEdit.NeedleEdit> same =
          asked.needles().stream()
              .map(
                  needle ->
                      new CaseEdit.NeedleEdit(
                          needle.name(), Optional.empty(), Vec3.ZERO, Vec3.ZERO, false))
              .toList();
      String saved = CaseEdit.apply(text, same, Optional.empty(), Optional.empty());
      assertThat(read(saved)).as(saved).isEqualTo(asked);
    }
  }

  @Test
  void aHundredRunsStayPhysical() {
    runsStayPhysical(0, 100);
  }

  @Test
  @Tag("long")
  void aThousandRunsStayPhysical() {
    runsStayPhysical(100, 1000);
  }

  /** Finite, between the coldest gas and the warmest start or face, and with closed books. */
  private void runsStayPhysical(int from, int to) {
    for (int n = from; n < to; n++) {
      String text = text(new SplittableRandom(SEED + n));
      Case asked = read(text);
      Outcome outcome = Engine.run(asked, Engine.anatomy(asked));
      double warmest = Math.max(asked.initialTemperature(), 310.15) + 0.3; // metabolism warms
      for (float[] field : List.of(outcome.temperature(), outcome.lowest())) {
        for (float t : field) {
          assertThat(t >= 77 && t <= warmest).as("%s K in case %d: %s", t, n, text).isTrue();
        }
      }
      boolean twice = asked.numerics().precision() == Numerics.Precision.FP64;
      assertThat(outcome.energy().imbalanceRelative())
          .as("case %d: %s", n, text)
          .isLessThanOrEqualTo(twice ? 1e-12 : BOOKS_OF_SINGLES);
    }
  }
}
