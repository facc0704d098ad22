package org.iceball.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseText;
import org.iceball.io.casefile.InjuryLibrary;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.meshes.LabelImages;
import org.iceball.meshes.SurfaceReader;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.solve.Checkpoints;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.units.CaseException;

/**
 * Reads many mutants of sound files, for a process with a small heap: arguments are a folder to
 * write into, how many of each format, and a seed. Ends with 1 where anything but a complaint comes
 * of one, or one takes longer than two seconds.
 */
final class Mutants {
  private static final long LONGEST = 2_000_000_000L;
  private static final List<byte[]> WORDS =
      List.of("0", "-1", "4294967296", "1e999", "nan", ": ", "- ", "[", "{", "\n", "\t", "&a")
          .stream()
          .map(HostileFiles::ascii)
          .toList();

  private final Path folder;
  private final int many;
  private final long seed;
  private final List<String> wrong = new ArrayList<>();
  private final TissueLibrary tissues = TissueLibrary.bundled();
  private final ProbeLibrary probes = ProbeLibrary.bundled();
  private int formats;
  private long read;

  private interface Reader {
    void read(byte[] bytes) throws Exception;
  }

  private Mutants(Path folder, int many, long seed) {
    this.folder = folder;
    this.many = many;
    this.seed = seed;
  }

  public static void main(String[] arguments) throws Exception {
    Mutants m =
        new Mutants(
            Path.of(arguments[0]), Integer.parseInt(arguments[1]), Long.parseLong(arguments[2]));
    m.readAll();
    m.wrong.forEach(System.err::println);
    System.out.printf(
        "%d formats, %d mutants, %d wrong%n", m.formats, (long) m.formats * m.many, m.wrong.size());
    System.exit(m.wrong.isEmpty() ? 0 : 1);
  }

  private void readAll() throws Exception {
    Map<String, Reader> readers = new LinkedHashMap<>();
    Path file = folder.resolve("mutant");
    for (String name : HostileFiles.sound().keySet()) {
      boolean surface = name.endsWith(".stl") || name.endsWith(".vtk");
      readers.put(
          name,
          bytes -> {
            Files.write(file, bytes);
            if (surface) {
              SurfaceReader.read(file, false);
            } else {
              LabelImages.read(file);
            }
          });
    }
    for (Map.Entry<String, Reader> r : readers.entrySet()) {
      mutate(r.getKey(), HostileFiles.sound().get(r.getKey()), r.getValue());
    }
    mutate("a case", HostileFiles.ascii(FaultTest.CASE), this::readCase);
    mutateState();
  }

  private void readCase(byte[] bytes) throws IOException {
    Path file = folder.resolve("mutant.yaml");
    Files.write(file, bytes);
    CaseReader.readText(CaseText.of(file), folder, List.of(), tissues, probes);
  }

  /** A state whose hash an attacker would have made right: the reader behind it is what is left. */
  private void mutateState() throws Exception {
    List<Object> seen = new ArrayList<>();
    List<byte[]> states = new ArrayList<>();
    Case asked =
        CaseReader.readText(
                FaultTest.CASE, folder, List.of(), TissueLibrary.bundled(), ProbeLibrary.bundled())
            .asked()
            .withInjury(List.copyOf(InjuryLibrary.bundled().all()))
            .withNumerics(new Numerics(StepperKind.RKL2, Precision.FP64, 1, "cpu"));
    Constructor<?> writer =
        Class.forName("org.iceball.io.checkpoint.StateWriter")
            .getDeclaredConstructor(java.io.OutputStream.class);
    writer.setAccessible(true);
    Checkpoints taker =
        new Checkpoints() {
          private int steps;

          @Override
          public StateIn beginning(Supplier<Map<String, String>> identity) {
            return null;
          }

          @Override
          public boolean isDue(boolean last) {
            return ++steps == 12;
          }

          @Override
          public void keep(RunState state) {
            try {
              var bytes = new java.io.ByteArrayOutputStream();
              Object out = writer.newInstance(bytes);
              state.save((org.iceball.state.StateOut) out);
              var flush = out.getClass().getDeclaredMethod("flush");
              flush.setAccessible(true);
              flush.invoke(out);
              states.add(bytes.toByteArray());
              Field outer = state.getClass().getDeclaredField("this$0");
              outer.setAccessible(true);
              seen.add(outer.get(state));
            } catch (ReflectiveOperationException e) {
              throw new LinkageError(e.getMessage(), e);
            }
          }
        };
    Engine.run(asked, Engine.anatomy(asked), taker);
    Kept run = (Kept) seen.get(0);
    Constructor<?> reader =
        Class.forName("org.iceball.io.checkpoint.StateReader")
            .getDeclaredConstructor(InputStream.class, long.class);
    reader.setAccessible(true);
    mutate(
        "a state",
        states.get(0),
        bytes ->
            run.restore(
                (StateIn) reader.newInstance(new ByteArrayInputStream(bytes), bytes.length)));
  }

  private void mutate(String name, byte[] sound, Reader reader) {
    formats++;
    long start = System.nanoTime();
    SplittableRandom random = new SplittableRandom(seed + formats);
    for (int n = 0; n < many; n++) {
      byte[] mutant = mutant(sound, random);
      long began = System.nanoTime();
      try {
        reader.read(mutant);
        read++;
      } catch (CaseException e) {
        if (e.findings().isEmpty()) {
          wrong.add(name + " " + n + ": no finding");
        }
      } catch (Throwable t) {
        StackTraceElement[] at = t.getStackTrace();
        wrong.add(
            name + " " + n + ", seed " + seed + ": " + t + (at.length > 0 ? " at " + at[0] : ""));
      }
      if (System.nanoTime() - began > LONGEST) {
        wrong.add(name + " " + n + ", seed " + seed + ": took too long");
      }
      if (wrong.size() > 20) {
        return;
      }
    }
    System.out.printf(
        "%s: %d of %d mutants could be read, %.1f s%n",
        name, read, many, (System.nanoTime() - start) * 1e-9);
    if (read == 0) {
      wrong.add(name + ": no mutant was read at all");
    }
    read = 0;
  }

  private static byte[] mutant(byte[] sound, SplittableRandom random) {
    byte[] b = sound.clone();
    int changes = 1 + random.nextInt(random.nextInt(4) == 0 ? 12 : 3);
    for (int c = 0; c < changes && b.length > 1; c++) {
      int at = random.nextInt(random.nextBoolean() ? b.length : Math.min(b.length, 400));
      switch (random.nextInt(8)) {
        case 0 -> b = Arrays.copyOf(b, at);
        case 1 -> b[at] ^= (byte) (1 << random.nextInt(8));
        case 2 -> b = splice(b, at, at, WORDS.get(random.nextInt(WORDS.size())));
        case 3 -> {
          int from = random.nextInt(b.length);
          byte[] piece = Arrays.copyOfRange(b, from, Math.min(b.length, from + random.nextInt(60)));
          b = splice(b, at, at, piece);
        }
        case 4 -> b = splice(b, at, Math.min(b.length, at + random.nextInt(20)), new byte[0]);
        case 5 ->
            b = splice(b, at, Math.min(b.length, at + 4), WORDS.get(random.nextInt(WORDS.size())));
        case 6 -> b[at] = (byte) (random.nextBoolean() ? 0xff : 0);
        default -> b[at] = (byte) random.nextInt(256);
      }
    }
    return b;
  }

  private static byte[] splice(byte[] b, int from, int to, byte[] put) {
    byte[] head = HostileFiles.join(Arrays.copyOf(b, from), put);
    return HostileFiles.join(head, Arrays.copyOfRange(b, to, b.length));
  }
}
