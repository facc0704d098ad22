package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.iceball.io.FolderLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Processes that are killed while they run, and gone on with. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KilledRunTest {
  private static final String CASE =
      """
      iceball: 1
      title: To be killed
      anatomy:
        phantom:
          size: [50 mm, 50 mm, 50 mm]
          shapes:
            - {label: 1, box: {size: [50 mm, 50 mm, 50 mm]}}
            - {label: 2, ellipsoid: {axes: [12 mm, 11 mm, 10 mm]}}
            - {label: 3, tube: {diameter: 4 mm, points: [[9 mm, 0 mm, -30 mm], [9 mm, 0 mm, 30 mm]]}}
      regions:
        - {label: 0, name: outside, tissue: fat, role: surrounding}
        - {label: 1, name: liver, tissue: liver, role: organ}
        - {label: 2, name: tumour, tissue: hcc, role: target}
        - {label: 3, name: vein, tissue: blood, role: vessel}
      needles:
        - name: A
          probe: 17G
          target: {from: target_centre}
          direction: [0.1, 0, 1]
      protocol: freeze 2 min, thaw 1 min passive, freeze 1 min
      grid: {spacing: 2.5 mm, around: everything}
      snapshots: 30 s
      """;

  @TempDir static Path folder;
  private Path file;
  private Path whole;

  @BeforeAll
  void runWhole() throws IOException {
    file = Files.writeString(folder.resolve("case.yaml"), CASE);
    whole = folder.resolve("whole");
    Ran ran =
        Ran.iceball("simulate", file, "--out", whole, "--quiet", "--no-pictures", "--threads", 1);
    assertThat(ran.code()).as(ran.err()).isZero();
  }

  private Child begin(Path out, String every, String... more) throws IOException {
    List<Object> arguments =
        new ArrayList<>(
            List.of("simulate", file, "--out", out, "--no-pictures", "--checkpoint-every", every));
    arguments.addAll(List.of("--threads", "1"));
    arguments.addAll(List.of(more));
    return Child.start(folder, List.of(), arguments.toArray());
  }

  private Child goOn(Path out, String every) throws IOException {
    return Child.start(
        folder, List.of(), "resume", out, "--checkpoint-every", every, "--threads", "1");
  }

  /** Four runs, each killed five times in a row at random moments: twenty kills. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void fiveKillsInARowChangeNoByte(long seed) throws Exception {
    kill(seed, 5);
  }

  private void kill(long seed, int kills) throws Exception {
    SplittableRandom random = new SplittableRandom(seed);
    Path out = folder.resolve("killed" + seed);
    Child child = begin(out, "0 s", "--no-report");
    for (int n = 0; n < kills; n++) {
      boolean whileWriting = random.nextBoolean();
      await(child, out.resolve("checkpoint"), whileWriting, random.nextLong(300));
      child.kill();
      child =
          Files.exists(out.resolve("checkpoint/order.json"))
              ? goOn(out, "0 s")
              : begin(out, "0 s", "--no-report");
    }
    assertThat(child.end()).as("seed %s: %s", seed, child.said()).isZero();
    assertSame(out);
  }

  /** Until a checkpoint is being written or was written, and a little longer. */
  private static void await(Child child, Path states, boolean writing, long more)
      throws InterruptedException {
    Instant began = Instant.now();
    long first = newest(states);
    while (child.process.isAlive()
        && Duration.between(began, Instant.now()).toSeconds() < 60
        && (writing ? !isWriting(states) : newest(states) == first)) {
      // far shorter than a state takes to be written, and no core is taken from the run
      LockSupport.parkNanos(100_000);
    }
    if (!writing) {
      Thread.sleep(more);
    }
  }

  private static boolean isWriting(Path states) {
    try (Stream<Path> files = Files.list(states)) {
      return files.anyMatch(f -> f.getFileName().toString().startsWith(".run."));
    } catch (IOException | java.io.UncheckedIOException e) {
      return false;
    }
  }

  private static long newest(Path states) {
    long newest = 0;
    for (int generation = 0; generation < 2; generation++) {
      try {
        Path state = states.resolve("run." + generation + ".checkpoint");
        newest = Math.max(newest, Files.getLastModifiedTime(state).toMillis());
      } catch (IOException e) {
        // not there yet
        newest = Math.max(newest, 0);
      }
    }
    return newest;
  }

  @Test
  void aSignalKeepsTheStateAndEndsTheProcessSoon() throws Exception {
    Path out = folder.resolve("stopped");
    Child child = begin(out, "never");
    while (!Files.exists(out.resolve("snapshots/field_000030.hdf")) && child.process.isAlive()) {
      Thread.onSpinWait();
    }
    Instant asked = Instant.now();
    child.process.destroy();
    assertThat(child.end()).isEqualTo(143);
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(5));
    assertThat(child.said()).contains("Stopped at", "iceball resume " + out);
    assertThat(out.resolve("checkpoint/run.0.checkpoint")).exists();
    assertThat(out.resolve(FolderLock.NAME)).isEmptyFile();

    Ran again = Ran.iceball("simulate", file, "--out", out, "--quiet", "--no-pictures");
    assertThat(again.code()).isEqualTo(74);
    assertThat(again.err()).contains("iceball resume " + out, "--restart");

    Ran resumed = Ran.iceball("resume", out, "--threads", "3");
    assertThat(resumed.code()).as(resumed.err()).isZero();
    assertThat(resumed.err()).contains("Going on from");
    assertSame(out);
    Ran finished = Ran.iceball("resume", out);
    assertThat(finished.code()).isZero();
    assertThat(finished.out()).contains("The run is finished");
  }

  @Test
  void twoRunsDoNotShareAFolderAndAKilledOneLocksNobodyOut() throws Exception {
    Path out = folder.resolve("shared");
    Child child = begin(out, "0 s");
    while (!CheckpointIsThere.in(out) && child.process.isAlive()) {
      Thread.onSpinWait();
    }
    Instant asked = Instant.now();
    Ran second = Ran.iceball("simulate", file, "--out", out, "--quiet");
    assertThat(Duration.between(asked, Instant.now())).isLessThan(Duration.ofSeconds(1));
    assertThat(second.code()).as(second.err() + child.said()).isEqualTo(75);
    assertThat(second.err()).contains("process " + child.process.pid());
    assertThat(Ran.iceball("resume", out).code()).isEqualTo(75);
    child.kill();
    assertThat(out.resolve(FolderLock.NAME)).isNotEmptyFile();
    Ran third = Ran.iceball("resume", out, "--quiet");
    assertThat(third.code()).as(third.err()).isZero();
    assertSame(out);
  }

  private static final class CheckpointIsThere {
    static boolean in(Path out) {
      return newest(out.resolve("checkpoint")) > 0;
    }
  }

  @Test
  void nothingToGoOnFromIsSaid() {
    Ran nothing = Ran.iceball("resume", folder.resolve("nowhere"));
    assertThat(nothing.code()).isEqualTo(66);
    assertThat(nothing.err()).contains("[nothing-to-resume]");
  }

  /** Two hundred kills of each of three cases. */
  @ParameterizedTest
  @ValueSource(strings = {"as it is", "fp32", "heated"})
  @Tag("long")
  void twoHundredKillsChangeNoByte(String which) throws Exception {
    Path usual = file;
    Path usualWhole = whole;
    try {
      String text = CASE;
      if (which.equals("fp32")) {
        text = text + "numerics: {precision: fp32}\n";
      } else if (which.equals("heated")) {
        text =
            text.replace("probe: 17G", "probe: cool-tip-30")
                .replace(
                    "protocol: freeze 2 min, thaw 1 min passive, freeze 1 min",
                    "protocol: heat 40 s, pause 10 s, heat 20 s\n"
                        + "generator: {current: 1500 mA}");
      }
      file = Files.writeString(folder.resolve(which.replace(' ', '-') + ".yaml"), text);
      whole = folder.resolve("whole-" + which.replace(' ', '-'));
      Ran ran =
          Ran.iceball("simulate", file, "--out", whole, "--quiet", "--no-pictures", "--threads", 1);
      assertThat(ran.code()).as(ran.err()).isZero();
      for (long seed = 0; seed < 40; seed++) {
        kill(1000 + 100 * which.length() + seed, 5);
      }
    } finally {
      file = usual;
      whole = usualWhole;
    }
  }

  /** All files are those of the run that was left alone, but for how long it took. */
  private void assertSame(Path out) throws IOException {
    var wanted = files(whole);
    if (!Files.exists(out.resolve("report.html"))) {
      wanted.remove("report.html");
    }
    assertThat(files(out).keySet()).isEqualTo(wanted.keySet());
    files(out)
        .forEach(
            (name, bytes) -> {
              if (name.equals("summary.json")) {
                assertThat(comparable(bytes)).isEqualTo(comparable(wanted.get(name)));
              } else if (name.equals("report.html") && out.endsWith("stopped")) {
                // it says who chose the number of threads
                assertThat(bytes).isNotEmpty();
              } else if (name.equals("report.html")) {
                assertThat(untimed(bytes)).isEqualTo(untimed(wanted.get(name)));
              } else if (name.equals("case.json")) {
                assertThat(threadless(bytes)).isEqualTo(threadless(wanted.get(name)));
              } else if (!name.equals("summary.txt")) {
                assertThat(Arrays.equals(bytes, wanted.get(name))).as(name).isTrue();
              }
            });
  }

  /** The settings without the number of threads, which a run may go on with another of. */
  private static String threadless(byte[] settings) {
    String all = new String(settings, StandardCharsets.UTF_8);
    String without =
        all.replaceFirst(
            "\"name\" : \"threads\",\\s+\"value\" : \"\\d+\",\\s+\"origin\" : \"[^\"]+\"", "");
    assertThat(without).isNotEqualTo(all);
    return without;
  }

  private static Map<String, byte[]> files(Path out) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(out)) {
      for (Path f : all.filter(Files::isRegularFile).toList()) {
        files.put(out.relativize(f).toString(), Files.readAllBytes(f));
      }
    }
    return files;
  }

  /** A report without its durations; how long the run took is one of them. */
  private static String untimed(byte[] page) {
    return new String(page, StandardCharsets.UTF_8).replaceAll("[0-9.]+ (ms|s|min)\\b", "T");
  }

  private static JsonNode comparable(byte[] json) {
    ObjectNode summary = (ObjectNode) JsonMapper.shared().readTree(json);
    ((ObjectNode) summary.get("engine")).remove(List.of("jdk", "threads"));
    ((ObjectNode) summary.get("run")).remove(List.of("wall_s", "cell_updates_per_s"));
    ((ObjectNode) summary.get("error_bars")).remove(List.of("wall_s", "cost_percent"));
    return summary;
  }
}
