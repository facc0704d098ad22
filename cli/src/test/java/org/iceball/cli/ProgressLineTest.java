package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.iceball.solve.Monitor.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressLineTest {
  private final StringWriter err = new StringWriter();
  private final AtomicLong now = new AtomicLong(1_000_000_000_000L);

  private ProgressLine line(boolean terminal, int columns) {
    PrintWriter out = new PrintWriter(new StringWriter());
    return new ProgressLine(
        new Console(out, new PrintWriter(err), terminal, columns, false), now::get);
  }

  private void after(double seconds) {
    now.addAndGet(Math.round(seconds * 1e9));
  }

  @Test
  void elsewhereThanOnATerminalAPlainLineComesEveryFiveSeconds() {
    ProgressLine line = line(false, 80);
    for (int i = 1; i <= 160; i++) {
      after(0.1);
      line.progress(new Progress(i * 5, 1500, 12.34e-6, 215e6));
    }
    line.wipe();
    assertThat(err.toString().lines()).hasSize(3);
    assertThat(err.toString()).doesNotContain("\r");
    assertThat(err.toString().lines().findFirst())
        .contains("4:10 of 25:00, iceball 12.3 ml, 215 Mcups, 0:25 left");
  }

  @ParameterizedTest
  @ValueSource(ints = {40, 60, 80, 200})
  void onATerminalOneLineIsWrittenOverAndNeverWraps(int columns) {
    ProgressLine line = line(true, columns);
    for (int i = 0; i < 20; i++) {
      after(0.2);
      line.progress(new Progress(i * 75, 1500, 1e-6, 1e8));
    }
    String[] drawn = err.toString().split("\r");
    assertThat(err.toString()).doesNotContain("\n");
    assertThat(drawn).hasSize(21);
    assertThat(List.of(drawn).subList(1, 21)).allMatch(text -> text.length() == columns - 1);
  }

  @Test
  void theBarIsHalfFullAtHalfTime() {
    ProgressLine line = line(true, 120);
    after(1);
    line.progress(new Progress(750, 1500, 1e-6, 1e8));
    assertThat(err.toString()).contains("[" + "#".repeat(20) + ".".repeat(20) + "]");
  }

  @Test
  void theLineIsWipedOffATerminalBeforeTheResult() {
    ProgressLine line = line(true, 40);
    after(1);
    line.progress(new Progress(750, 1500, 1e-6, 1e8));
    line.wipe();
    assertThat(err.toString()).endsWith("\r" + " ".repeat(39) + "\r");
  }

  @Test
  void aRunThatIsOverBeforeTheFirstLineSaysNothing() {
    ProgressLine line = line(false, 80);
    after(1);
    line.progress(new Progress(1500, 1500, 1e-6, 1e8));
    line.wipe();
    assertThat(err.toString()).isEmpty();
  }
}
