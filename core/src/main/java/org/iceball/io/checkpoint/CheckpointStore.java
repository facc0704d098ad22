package org.iceball.io.checkpoint;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.iceball.io.ReadFailure;
import org.iceball.solve.Checkpoints;
import org.iceball.state.StateIn;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * Keeps two generations of the state of a run, {@code NAME.0.checkpoint} and {@code
 * NAME.1.checkpoint}. The older one is replaced, so that there is a sound one whatever happens
 * while the other is written. A run goes on from the newer one, or, where that is damaged, from the
 * older one.
 */
public final class CheckpointStore implements Checkpoints, AutoCloseable {
  /**
   * After a state that took some time to write the run is left alone for this many times as long,
   * so that checkpoints take at most a twentieth of it [1]; with an interval of 0 it is not.
   */
  private static final double PAUSE = 19;

  private final Path folder;
  private final String name;
  private final Map<String, String> owner;
  private final long every;
  private final BooleanSupplier stop;
  private final LongSupplier clock;
  private final List<String> notes = new ArrayList<>();
  private final long began;
  private Map<String, String> identity = Map.of();
  private InputStream open;
  private long sequence;
  private double resumedAt = Double.NaN;
  private long next;

  /**
   * @param folder exists by the time the first state is kept
   * @param name of the run within the folder
   * @param owner what else must be the same for a state to belong to this run: names and values
   * @param every least elapsed time between two states [ns]
   * @param stop whether the run is to end after the next state
   * @param clock monotonic elapsed time [ns]
   */
  public CheckpointStore(
      Path folder,
      String name,
      Map<String, String> owner,
      long every,
      BooleanSupplier stop,
      LongSupplier clock) {
    this.folder = folder;
    this.name = name;
    this.owner = new LinkedHashMap<>(owner);
    this.every = every;
    this.stop = stop;
    this.clock = clock;
    began = clock.getAsLong();
    next = began + every;
  }

  /** What people should know about how the run went on, in full sentences. */
  public List<String> notes() {
    return List.copyOf(notes);
  }

  /** Simulated time that the run went on from [s]; NaN where it began at the beginning. */
  public double resumedAt() {
    return resumedAt;
  }

  /** Whether a state was ever kept in a folder, sound or not. */
  public static boolean isAny(Path folder, String name) {
    return Files.exists(file(folder, name, 0)) || Files.exists(file(folder, name, 1));
  }

  private static Path file(Path folder, String name, long sequence) {
    return folder.resolve(name + "." + sequence % 2 + ".checkpoint");
  }

  @Override
  public StateIn beginning(Supplier<Map<String, String>> run) {
    identity = new LinkedHashMap<>(owner);
    identity.putAll(run.get());
    if (!isAny(folder, name)) {
      return null;
    }
    CheckpointFile.Sound newest = newest();
    refuseStranger(newest);
    sequence = number(newest, "sequence") + 1;
    resumedAt = Double.parseDouble(newest.header().getOrDefault("time", "NaN"));
    open = newest.open();
    return new StateReader(open, newest.length());
  }

  private CheckpointFile.Sound newest() {
    List<CheckpointFile.Sound> sound = new ArrayList<>();
    List<String> damages = new ArrayList<>();
    for (int generation = 0; generation < 2; generation++) {
      Path file = file(folder, name, generation);
      if (Files.exists(file)) {
        try {
          sound.add(CheckpointFile.look(file));
        } catch (CheckpointFile.Damaged e) {
          damages.add(file.getFileName() + " can't be used, " + e.getMessage() + ".");
        } catch (IOException e) {
          throw ReadFailure.of(file.toString(), e);
        }
      }
    }
    if (sound.isEmpty()) {
      throw new CaseException(
          Finding.of(
              Complaint.BAD_CHECKPOINT,
              folder.toString(),
              String.join(" ", damages),
              "Start the run again from its case file"));
    }
    if (!damages.isEmpty()) {
      notes.add(String.join(" ", damages) + " The state before it is used instead.");
    }
    return sound.stream().max(Comparator.comparingLong(s -> number(s, "sequence"))).orElseThrow();
  }

  private static long number(CheckpointFile.Sound of, String key) {
    try {
      return Long.parseLong(of.header().getOrDefault(key, ""));
    } catch (NumberFormatException e) {
      throw StateIn.misfit("its header names no " + key);
    }
  }

  private void refuseStranger(CheckpointFile.Sound found) {
    List<Finding> findings = new ArrayList<>();
    identity.forEach(
        (field, here) -> {
          String there = found.header().get(field);
          if (!here.equals(there)) {
            findings.add(
                Finding.of(
                    Complaint.CHECKPOINT_MISMATCH,
                    found.file().getFileName() + ", " + field,
                    "the checkpoint has the " + field + " " + there + ", this run " + here,
                    "Go on with what the run was begun with, or start it again from its case file"));
          }
        });
    if (!findings.isEmpty()) {
      throw new CaseException(findings);
    }
  }

  @Override
  public boolean isDue(boolean last) {
    return stop.getAsBoolean()
        || (last ? clock.getAsLong() - began >= every : clock.getAsLong() >= next);
  }

  @Override
  public void keep(RunState state) {
    close();
    long before = clock.getAsLong();
    Map<String, String> header = new LinkedHashMap<>(identity);
    header.put("sequence", Long.toString(sequence));
    header.put("time", Double.toString(state.time()));
    CheckpointFile.write(file(folder, name, sequence), header, state::save);
    sequence++;
    long after = clock.getAsLong();
    next = every == 0 ? after : after + Math.max(every, (long) ((after - before) * PAUSE));
    if (stop.getAsBoolean()) {
      throw new RunStopped(state.time());
    }
  }

  /** Gives back what the run went on from. */
  @Override
  public void close() {
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        throw ReadFailure.of(folder.toString(), e);
      } finally {
        open = null;
      }
    }
  }
}
