package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.iceball.io.AtomicFile;
import org.iceball.io.FolderLock;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.io.checkpoint.CheckpointStore;
import org.iceball.io.checkpoint.RunOrder;
import org.iceball.io.result.SnapshotWriter;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Checkpoints;
import org.iceball.solve.Outcome;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every request to the file system fails once; a file is then the old one or the new one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FaultTest {
  static final String CASE =
      SmallCase.patient("On a bad disk", "24 mm, 24 mm, 24 mm", "8 mm")
          + """
            needles:
              - name: A
                probe: {base: 17G, active_length: 12 mm}
                target: {from: target_centre}
                direction: [0, 0, 1]
            protocol: freeze 20 s, thaw 10 s passive
            grid: {spacing: 4 mm, around: everything}
            """;

  @TempDir static Path folder;
  private CaseReading reading;
  private Anatomy anatomy;
  private Outcome outcome;
  private int number;

  @BeforeAll
  void run() {
    reading =
        CaseReader.readText(
            CASE, folder, List.of(), TissueLibrary.bundled(), ProbeLibrary.bundled());
    Case asked = reading.asked();
    anatomy = Engine.anatomy(asked);
    outcome = Engine.run(asked, anatomy);
  }

  /** Something that the program writes, in an old and in a new version. */
  private interface Writing {
    void write(Path folder, int version);
  }

  private record Toy(double time) implements Checkpoints.RunState {
    @Override
    public void save(StateOut out) {
      double[] many = new double[20_000];
      java.util.Arrays.fill(many, time);
      out.numbers(many);
    }
  }

  private static CheckpointStore store(Path folder) {
    return new CheckpointStore(folder, "run", Map.of(), 0, () -> false, System::nanoTime);
  }

  private Map<String, Writing> writings() {
    Map<String, Writing> all = new TreeMap<>();
    all.put("bytes", (f, v) -> AtomicFile.write(f.resolve("a"), text("text ", 40_000, v)));
    all.put(
        "a stream",
        (f, v) -> AtomicFile.stream(f.resolve("b"), out -> out.write(text("text ", 90_000, v))));
    all.put(
        "by a library",
        (f, v) ->
            AtomicFile.write(
                f.resolve("c"), (Path path) -> Files.write(path, text("text ", 9_000, v))));
    all.put(
        "a state",
        (f, v) -> {
          try (CheckpointStore store = store(f)) {
            store.beginning(Map::of);
            store.keep(new Toy(v));
          }
        });
    all.put("an order", (f, v) -> order(v).write(f));
    all.put(
        "a snapshot",
        (f, v) ->
            new SnapshotWriter(anatomy.labels(), f.resolve("s"), 1000)
                .snapshot(30 + v, outcome.temperature(), outcome.lowest()));
    all.put(
        "results",
        (f, v) -> Engine.write(outcome.withWarnings(List.of("version " + v)), null, f, false));
    all.put(
        "a lock",
        (f, v) -> {
          FolderLock lock = FolderLock.of(f);
          lock.close();
        });
    return all;
  }

  private RunOrder order(int version) {
    return new RunOrder(
        "" + version, folder.toString(), CASE, List.of(), Map.of("no-pictures", ""), Map.of());
  }

  private static byte[] text(String word, int times, int version) {
    return (word + version).repeat(times / 6).getBytes(StandardCharsets.US_ASCII);
  }

  @ParameterizedTest
  @EnumSource
  void aFileIsTheOldOneOrTheNewOneWhateverFails(FaultFs.Fault fault) throws IOException {
    List<String> counts = new ArrayList<>();
    for (Map.Entry<String, Writing> writing : writings().entrySet()) {
      Path wanted = Files.createDirectory(folder.resolve("f" + number++));
      writing.getValue().write(wanted, 1);
      Map<String, byte[]> old = files(wanted);
      writing.getValue().write(wanted, 2);
      Map<String, byte[]> next = files(wanted);
      long failed = 0;
      boolean finished = false;
      while (!finished) {
        finished = isSurvived(writing.getValue(), fault, ++failed, writing.getKey(), old, next);
      }
      counts.add(writing.getKey() + ": " + (failed - 1));
    }
    assertThat(counts).hasSize(8);
  }

  /** Fails a request; whether the writing came to its end before it. */
  private boolean isSurvived(
      Writing writing,
      FaultFs.Fault fault,
      long at,
      String name,
      Map<String, byte[]> old,
      Map<String, byte[]> next)
      throws IOException {
    Path real = Files.createDirectory(folder.resolve("f" + number++));
    for (Map.Entry<String, byte[]> file : old.entrySet()) {
      Path copy = real.resolve(file.getKey());
      Files.createDirectories(copy.getParent());
      Files.write(copy, file.getValue());
    }
    FaultFs fs = new FaultFs(real);
    fs.failAt(at, fault);
    CaseException refused = null;
    try {
      writing.write(fs.path(), 2);
    } catch (CaseException e) {
      refused = e;
    }
    boolean came = fs.hasFailed();
    fs.mend();
    String where = name + ", " + fault + " at " + at;
    if (refused != null) {
      assertThat(refused.findings().get(0).complaint().exitCode()).as(where).isIn(74, 66);
      assertThat(refused.findings().get(0).place()).as(where).contains(real.toString());
    }
    oldOrNew(files(real), old, next, where);
    if (refused == null) {
      assertThat(files(real).keySet()).as(where).isEqualTo(next.keySet());
    }
    clean(real);
    try (Stream<Path> all = Files.walk(real)) {
      assertThat(all.filter(p -> p.getFileName().toString().contains(".tmp-"))).as(where).isEmpty();
    }
    return !came;
  }

  private static void oldOrNew(
      Map<String, byte[]> found, Map<String, byte[]> old, Map<String, byte[]> next, String where) {
    found.forEach(
        (file, bytes) -> {
          if (!file.contains(".tmp-") && !file.endsWith(FolderLock.NAME)) {
            boolean isOld = java.util.Arrays.equals(bytes, old.get(file));
            boolean isNew = java.util.Arrays.equals(bytes, next.get(file));
            assertThat(isOld || isNew).as(where + ": " + file).isTrue();
          }
        });
  }

  /** What the next process does: this one is gone by then. */
  private static void clean(Path real) throws IOException {
    List<Path> folders = new ArrayList<>();
    try (Stream<Path> all = Files.walk(real)) {
      for (Path p : all.toList()) {
        String name = p.getFileName().toString();
        if (name.contains(".tmp-")) {
          Files.move(p, p.resolveSibling(name.replaceFirst("tmp-\\d+-", "tmp-999999999-")));
        }
        if (Files.isDirectory(p)) {
          folders.add(p);
        }
      }
    }
    folders.forEach(AtomicFile::prepareFolder);
  }

  private static Map<String, byte[]> files(Path of) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(of)) {
      for (Path p : all.filter(Files::isRegularFile).toList()) {
        files.put(of.relativize(p).toString(), Files.readAllBytes(p));
      }
    }
    return files;
  }

  /** After a power cut a state that was said to be kept is there, or a later one. */
  @Test
  void aPowerCutTakesNoStateThatWasKept() throws IOException {
    for (int seed = 0; seed < 300; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Path real = Files.createDirectory(folder.resolve("p" + seed));
      FaultFs fs = new FaultFs(real);
      int kept = 0;
      CheckpointStore store = store(fs.path());
      store.beginning(Map::of);
      fs.failAt(random.nextInt(1, 90), FaultFs.Fault.WRITES_HALF);
      try {
        while (kept < 8 && !fs.hasFailed()) {
          store.keep(new Toy(kept + 1));
          // a folder that can't be forced is no reason to fail, but then the power was gone
          kept += fs.hasFailed() ? 0 : 1;
        }
      } catch (CaseException e) {
        assertThat(e.findings().get(0).complaint()).isEqualTo(Complaint.CANNOT_WRITE);
      }
      fs.mend();
      fs.crash(random);
      try (CheckpointStore again = store(real)) {
        StateIn in = again.beginning(Map::of);
        if (in == null) {
          assertThat(kept).as("seed %s", seed).isZero();
        } else {
          double[] many = new double[20_000];
          in.numbers(many);
          assertThat(many[0]).as("seed %s", seed).isBetween((double) kept, kept + 1.0);
        }
      } catch (CaseException e) {
        assertThat(kept).as("seed %s: %s", seed, e).isZero();
      }
    }
  }

  @Test
  void everyThirteenthRequestOfAWholeRunMayFail() throws IOException {
    assertThat(failWholeRuns(13)).isGreaterThan(10);
  }

  @Test
  @Tag("long")
  void everyRequestOfAWholeRunMayFail() throws IOException {
    assertThat(failWholeRuns(1)).isGreaterThan(150);
  }

  /** A run on a disk that fails from one request on; it is gone on with on a good one. */
  private int failWholeRuns(int step) throws IOException {
    Path good = folder.resolve("good" + step);
    assertThat(job(good, false)).isZero();
    Map<String, byte[]> wanted = files(good);
    int runs = 0;
    boolean finished = false;
    for (long at = 1; !finished; at += step) {
      runs++;
      Path real = Files.createDirectory(folder.resolve("w" + step + "-" + at));
      FaultFs fs = new FaultFs(real);
      fs.failAt(at, FaultFs.Fault.WRITES_HALF);
      try {
        job(fs.path().resolve("out"), false);
      } catch (CaseException e) {
        assertThat(e.findings().get(0).complaint().exitCode()).as("%s: %s", at, e).isEqualTo(74);
      }
      finished = !fs.hasFailed();
      fs.mend();
      Path out = real.resolve("out");
      if (Files.exists(out)) {
        clean(out);
      }
      boolean begun = Files.exists(out.resolve("checkpoint/order.json"));
      if (!finished) {
        assertThat(job(out, begun)).isZero();
      }
      Map<String, byte[]> found = files(out);
      assertThat(found.keySet()).as("%s", at).isEqualTo(wanted.keySet());
      found.forEach(
          (name, bytes) -> {
            if (!name.startsWith("summary") && !name.equals("report.html")) {
              assertThat(bytes).as(name).isEqualTo(wanted.get(name));
            }
          });
    }
    return runs;
  }

  private int job(Path out, boolean resumed) {
    Console console =
        new Console(
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            80,
            false);
    try (ResultFolder to = resumed ? ResultFolder.unfinished(out) : ResultFolder.accept(out)) {
      if (resumed && to.isFinished()) {
        to.discardCheckpoints();
        return 0;
      }
      return new RunJob(console, to, order(1), false, true, 0).run(reading, anatomy, resumed);
    }
  }
}
