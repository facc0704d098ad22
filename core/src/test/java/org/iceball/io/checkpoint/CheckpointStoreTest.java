package org.iceball.io.checkpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.iceball.io.AtomicFile;
import org.iceball.solve.Checkpoints;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckpointStoreTest {
  private static final int SEEDS = 200;
  private static final Map<String, String> IDENTITY = new LinkedHashMap<>();

  static {
    for (String field :
        new String[] {
          "engine",
          "case",
          "grid",
          "precision",
          "stepper",
          "backend",
          "anatomy",
          "tables",
          "couplings",
          "schedule"
        }) {
      IDENTITY.put(field, "this " + field);
    }
  }

  @TempDir Path folder;
  private boolean stop;
  private long now;

  /** A state that is a few numbers, all of them its own. */
  private record Toy(double time) implements Checkpoints.RunState {
    @Override
    public void save(StateOut out) {
      out.section("toy");
      double[] many = new double[300];
      java.util.Arrays.fill(many, time);
      out.numbers(many);
      out.section("end");
    }
  }

  /** The time of a toy, which every number of it must be. */
  private static double restored(StateIn in) {
    in.section("toy");
    double[] many = new double[300];
    in.numbers(many);
    in.section("end");
    for (double v : many) {
      assertThat(v).isEqualTo(many[0]);
    }
    return many[0];
  }

  private CheckpointStore store() {
    return new CheckpointStore(folder, "run", Map.of(), 1000, () -> stop, () -> now);
  }

  private Path file(int generation) {
    return folder.resolve("run." + generation + ".checkpoint");
  }

  /** Generations 0 and 1 hold the times 2 and 3. */
  @BeforeEach
  void keepFour() {
    AtomicFile.prepareFolder(folder);
    try (CheckpointStore store = store()) {
      assertThat(store.beginning(() -> IDENTITY)).isNull();
      for (int t = 0; t < 4; t++) {
        store.keep(new Toy(t));
      }
    }
  }

  @Test
  void theNewerOfTwoGenerationsIsGoneOnFromAndTheOlderIsTheOneBeforeIt() throws IOException {
    try (CheckpointStore store = store()) {
      assertThat(restored(store.beginning(() -> IDENTITY))).isEqualTo(3);
      assertThat(store.resumedAt()).isEqualTo(3);
      assertThat(store.notes()).isEmpty();
    }
    Files.delete(file(1));
    try (CheckpointStore store = store()) {
      assertThat(restored(store.beginning(() -> IDENTITY))).isEqualTo(2);
      store.keep(new Toy(3));
    }
    assertThat(file(1)).as("the sound one is never the one that is replaced").exists();
    try (CheckpointStore store = store()) {
      assertThat(restored(store.beginning(() -> IDENTITY))).isEqualTo(3);
    }
  }

  /** What a disk does to a file. */
  enum Damage {
    CUT,
    EMPTIED,
    BIT_FLIPPED,
    ZEROED,
    LENGTHENED,
    OVERWRITTEN_FROM_ELSEWHERE;

    void on(Path file, SplittableRandom random) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      int at = random.nextInt(bytes.length);
      int end = at + random.nextInt(1, Math.max(2, bytes.length - at));
      switch (this) {
        case CUT -> bytes = java.util.Arrays.copyOf(bytes, at);
        case EMPTIED -> bytes = new byte[0];
        case BIT_FLIPPED -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case ZEROED -> java.util.Arrays.fill(bytes, at, Math.min(end, bytes.length), (byte) 0);
        case LENGTHENED -> bytes = java.util.Arrays.copyOf(bytes, bytes.length + end);
        case OVERWRITTEN_FROM_ELSEWHERE -> {
          for (int i = at; i < Math.min(end, bytes.length); i++) {
            bytes[i] = (byte) random.nextInt();
          }
        }
      }
      Files.write(file, bytes);
    }
  }

  /** 6 damages, 2 generations, 200 seeds: 2,400 damaged checkpoints. */
  @ParameterizedTest
  @EnumSource
  void noDamagedStateIsGoneOnFrom(Damage damage) throws IOException {
    byte[][] sound = {Files.readAllBytes(file(0)), Files.readAllBytes(file(1))};
    int untouched = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      for (int generation = 0; generation < 2; generation++) {
        damage.on(file(generation), new SplittableRandom(seed));
        boolean same =
            java.util.Arrays.equals(Files.readAllBytes(file(generation)), sound[generation]);
        untouched += same ? 1 : 0;
        try (CheckpointStore store = store()) {
          double time = restored(store.beginning(() -> IDENTITY));
          assertThat(time).isEqualTo(generation == 1 && !same ? 2 : 3);
          assertThat(store.notes()).hasSize(same ? 0 : 1);
        }
        Files.write(file(generation), sound[generation]);
      }
    }
    assertThat(untouched).as("damages that happened to change nothing").isLessThan(40);
  }

  @Test
  void twoDamagedStatesAreRefused() throws IOException {
    Files.write(file(0), new byte[10]);
    Files.write(file(1), new byte[100]);
    assertRefused(Complaint.BAD_CHECKPOINT, IDENTITY, "run.0.checkpoint", "run.1.checkpoint");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "engine",
        "case",
        "grid",
        "precision",
        "stepper",
        "backend",
        "anatomy",
        "tables",
        "couplings",
        "schedule"
      })
  void theStateOfAnotherRunIsRefusedWithTheFieldThatDiffers(String field) {
    Map<String, String> other = new LinkedHashMap<>(IDENTITY);
    other.put(field, "another " + field);
    assertRefused(
        Complaint.CHECKPOINT_MISMATCH, other, ", " + field, "this " + field, "another " + field);
  }

  @Test
  void anotherFormatIsRefused() throws IOException {
    for (int generation = 0; generation < 2; generation++) {
      try (RandomAccessFile f = new RandomAccessFile(file(generation).toFile(), "rw")) {
        f.seek(CheckpointFile.MAGIC.length() - 2);
        f.write('7');
      }
    }
    assertRefused(Complaint.BAD_CHECKPOINT, IDENTITY, "another format: iceball-state-7");
  }

  private void assertRefused(Complaint complaint, Map<String, String> identity, String... words) {
    assertThatThrownBy(() -> store().beginning(() -> identity))
        .isInstanceOfSatisfying(
            CaseException.class,
            e -> {
              assertThat(e.findings()).hasSize(1);
              assertThat(e.findings().get(0).complaint()).isEqualTo(complaint);
            })
        .hasMessageContainingAll(words);
  }

  @Test
  void aStateIsDueAfterTheIntervalAndWhenTheRunIsToStop() {
    CheckpointStore store = store();
    assertThat(store.isDue(false)).isFalse();
    now = 1000;
    assertThat(store.isDue(false)).isTrue();
    store.beginning(() -> IDENTITY);
    store.keep(new Toy(9));
    assertThat(store.isDue(false)).isFalse();
    stop = true;
    assertThat(store.isDue(false)).isTrue();
    assertThatThrownBy(() -> store.keep(new Toy(10))).isInstanceOf(RunStopped.class);
    store.close();
  }
}
