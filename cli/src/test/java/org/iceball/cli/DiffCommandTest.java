package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiffCommandTest {
  private static final String CASE = SmallCase.tiny("freeze 2 min") + "injury: []\n";

  @TempDir Path folder;

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  @Test
  void aCaseAndItselfSayTheSame() throws IOException {
    Ran ran = Ran.iceball("diff", write("a.yaml", CASE), write("b.yaml", CASE));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out()).isEqualTo("The two cases say the same.\n");
  }

  @Test
  void eachDifferenceIsToldWithWhatItMoved() throws IOException {
    String other =
        CASE.replace("offset: [0 mm, 0 mm, 0 mm]", "offset: [6 mm, 0 mm, 0 mm]")
            .replace("role: organ}", "role: organ, blood_flow: 0 %}");
    Ran ran = Ran.iceball("diff", write("a.yaml", CASE), write("b.yaml", other));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains(
            "Needle A, aimed at: target centre + (0, 0, 0) mm in A, target centre + (6, 0, 0) mm in B.")
        .contains("blood flow");
    String[] lines = ran.out().split("\n");
    String region = line(lines, "region liver");
    String needle = line(lines, "needle A");
    assertThat(moved(region, "0 degC [ml]")).as("without blood there is more ice").isPositive();
    assertThat(moved(needle, "target [%]")).as("beside the target it covers less").isNegative();
    String all = line(lines, "B, all of them");
    assertThat(moved(all, "0 degC [ml]"))
        .as("the parts add up")
        .isCloseTo(
            moved(region, "0 degC [ml]") + moved(needle, "0 degC [ml]"),
            org.assertj.core.data.Offset.offset(0.11));
  }

  private static String line(String[] lines, String start) {
    for (String l : lines) {
      if (l.startsWith(start)) {
        return l;
      }
    }
    throw new AssertionError("no line " + start);
  }

  /** The number in brackets behind a figure. */
  private static double moved(String line, String figure) {
    int at =
        line.indexOf(
            '(',
            line.indexOf("; " + figure) < 0 ? line.indexOf(figure) : line.indexOf("; " + figure));
    return Double.parseDouble(line.substring(at + 1, line.indexOf(')', at)));
  }

  @Test
  void twoRunsAreComparedByWhatTheirFoldersHold() throws IOException {
    Path a = write("a.yaml", CASE);
    Path b = write("b.yaml", CASE.replace("freeze 2 min", "freeze 3 min"));
    for (String name : new String[] {"a", "b"}) {
      Ran.iceball(
          "simulate",
          name.equals("a") ? a : b,
          "--out",
          folder.resolve(name),
          "--quiet",
          "--no-pictures",
          "--no-report",
          "--no-error-bar");
    }
    Ran ran = Ran.iceball("diff", folder.resolve("a"), folder.resolve("b"));
    assertThat(ran.err()).isEmpty();
    assertThat(ran.out())
        .contains("One value differs.", "Needle A, protocol: freeze 2 min in A, freeze 3 min in B.")
        .contains("volume, -20 degC [ml]", "that is what moved them");
    assertThat(Ran.iceball("diff", folder.resolve("a"), folder.resolve("a")).out())
        .contains("bit for bit");
  }

  @Test
  void aFolderWithoutARunIsRefused() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    Ran ran = Ran.iceball("diff", empty, empty);
    assertThat(ran.code()).isEqualTo(66);
    assertThat(ran.err()).contains("case.json", "[file-not-found]");
    assertThat(Ran.iceball("diff", empty, write("a.yaml", CASE)).code()).isEqualTo(65);
  }

  @Test
  void viewSaysWhereTheReportLies() throws IOException {
    Path empty = Files.createDirectory(folder.resolve("none"));
    assertThat(Ran.iceball("view", empty).code()).isEqualTo(66);
    Files.writeString(empty.resolve("report.html"), "<p>");
    Ran ran = Ran.iceball("view", empty, "--print");
    assertThat(ran.code()).isZero();
    assertThat(ran.out().strip()).endsWith("report.html");
  }
}
