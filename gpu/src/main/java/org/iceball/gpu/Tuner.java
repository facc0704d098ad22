package org.iceball.gpu;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.iceball.io.AtomicFile;
import org.iceball.model.Numerics.Precision;
import org.iceball.units.CaseException;

/**
 * Chooses how a device shares out cells: by measuring a stage in each way, once a device, driver
 * and precision. The choice is kept in a file, for measuring means compiling every way and takes
 * seconds. It moves no bit of a result, so a file that is lost or stale does no harm.
 */
final class Tuner {
  /** On fewer cells a measurement says more about the launch than about the loop. */
  private static final int ENOUGH_CELLS = 100_000;

  private final Path file;

  /**
   * @param file where choices are kept, or null where they are not
   */
  Tuner(Path file) {
    this.file = file;
  }

  /** The file of this user, in the folder that the system has for what can be made again. */
  static Path userFile() {
    String folder = System.getenv("XDG_CACHE_HOME");
    Path cache =
        folder == null || folder.isBlank()
            ? Path.of(System.getProperty("user.home", "."), ".cache")
            : Path.of(folder);
    return cache.resolve("iceball").resolve("opencl-variants.properties");
  }

  /**
   * The way for a device.
   *
   * @param patch at its start
   */
  Variant choose(OpenCl.Device device, Precision precision, OpenClPatch patch) {
    Variant usual = device.processor() ? Variant.ROWS : Variant.BLOCKS;
    if (patch.cells() < ENOUGH_CELLS) {
      return usual;
    }
    String key = device.name() + ", " + device.version() + ", " + precision;
    Map<String, String> known = read();
    for (Variant v : Variant.values()) {
      if (v.name().equals(known.get(key))) {
        return v;
      }
    }
    Variant best = usual;
    double least = Double.POSITIVE_INFINITY;
    for (Variant v : candidates(device)) {
      double seconds = patch.secondsOfStage(v);
      if (seconds < least) {
        least = seconds;
        best = v;
      }
    }
    known.put(key, best.name());
    write(known);
    return best;
  }

  private static List<Variant> candidates(OpenCl.Device device) {
    return device.processor()
        ? List.of(Variant.ROWS, Variant.CELLS)
        : List.of(Variant.BLOCKS, Variant.CELLS, Variant.MARCH, Variant.ROWS);
  }

  private Map<String, String> read() {
    Map<String, String> known = new TreeMap<>();
    if (file != null && Files.isReadable(file)) {
      Properties p = new Properties();
      try (var in = Files.newBufferedReader(file)) {
        p.load(in);
        p.stringPropertyNames().forEach(k -> known.put(k, p.getProperty(k)));
      } catch (IOException | IllegalArgumentException e) {
        note("not read", e);
      }
    }
    return known;
  }

  private void write(Map<String, String> known) {
    if (file == null) {
      return;
    }
    String text =
        known.entrySet().stream()
            .map(e -> escaped(e.getKey()) + "=" + e.getValue() + "\n")
            .collect(Collectors.joining());
    try {
      AtomicFile.prepareFolder(file.getParent());
      AtomicFile.write(file, text.getBytes(StandardCharsets.UTF_8));
    } catch (CaseException e) {
      note("not written", e);
    }
  }

  private static String escaped(String key) {
    return key.replaceAll("([\\\\:=#! ])", "\\\\$1");
  }

  private void note(String what, Exception e) {
    System.getLogger(Tuner.class.getName())
        .log(System.Logger.Level.DEBUG, file + " was " + what + ": " + e.getMessage());
  }
}
