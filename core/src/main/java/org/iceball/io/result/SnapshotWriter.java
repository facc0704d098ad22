package org.iceball.io.result;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iceball.grid.Labels;
import org.iceball.io.AtomicFile;
import org.iceball.solve.Monitor;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes a file for each snapshot of a run, {@code field_000060.hdf} for 60 s, and keeps {@code
 * field.hdf.series} up to date, which ParaView opens as a time series. Snapshots of an earlier run
 * in the same folder are removed, so that the two are never mixed.
 */
public final class SnapshotWriter implements Monitor {
  /** What is added to a temperature [K] to have it in degC. */
  static final double CELSIUS = -273.15;

  private static final String OWN_FILES = "field_[0-9]*.hdf";
  private static final Pattern NAME = Pattern.compile("field_(\\d{6,12})(?:_(\\d{3}))?\\.hdf");
  private static final String SERIES = "field.hdf.series";

  private final Labels labels;
  private final Path folder;
  private final Map<Long, String> written = new TreeMap<>();

  /**
   * Prepares the folder.
   *
   * @param labels of the simulation grid, copied into each file
   * @param folder made where it is missing
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public SnapshotWriter(Labels labels, Path folder) {
    this(labels, folder, Double.NEGATIVE_INFINITY);
  }

  /**
   * Prepares the folder for a run that is gone on with.
   *
   * @param labels of the simulation grid, copied into each file
   * @param folder made where it is missing
   * @param from snapshots before this time are the run's own and stay [s]
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public SnapshotWriter(Labels labels, Path folder, double from) {
    this.labels = labels;
    this.folder = folder;
    AtomicFile.prepareFolder(folder);
    clear(from);
  }

  /**
   * Writes the file and the series that lists it.
   *
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  @Override
  public void snapshot(double time, float[] temperature, float[] frozen) {
    long milliseconds = Math.round(time * 1e3);
    String name = name(milliseconds);
    AtomicFile.write(
        folder.resolve(name),
        file ->
            new HdfImage(labels.grid(), milliseconds * 1e-3)
                .with("temperature_degC", temperature, CELSIUS)
                .with("frozen_fraction", frozen, 0)
                .with("labels", labels.values())
                .writeTo(file));
    written.put(milliseconds, name);
    AtomicFile.write(folder.resolve(SERIES), series());
  }

  /** Whole seconds in six digits; milliseconds behind them only where there are any. */
  private static String name(long milliseconds) {
    String seconds = String.format(Locale.ROOT, "field_%06d", milliseconds / 1000);
    return milliseconds % 1000 == 0
        ? seconds + ".hdf"
        : seconds + String.format(Locale.ROOT, "_%03d.hdf", milliseconds % 1000);
  }

  private byte[] series() {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.put("file-series-version", "1.0");
    ArrayNode files = root.putArray("files");
    written.forEach(
        (milliseconds, name) ->
            files.addObject().put("name", name).put("time", milliseconds * 1e-3));
    return JsonMapper.shared().writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
  }

  private void clear(double from) {
    try (DirectoryStream<Path> earlier = Files.newDirectoryStream(folder, OWN_FILES)) {
      // The list goes first: it must never name a file that is gone.
      Files.deleteIfExists(folder.resolve(SERIES));
      for (Path file : earlier) {
        String name = file.getFileName().toString();
        long milliseconds = milliseconds(name);
        if (milliseconds >= 0 && milliseconds < Math.round(from * 1e3)) {
          written.put(milliseconds, name);
        } else {
          Files.deleteIfExists(file);
        }
      }
      if (!written.isEmpty()) {
        AtomicFile.write(folder.resolve(SERIES), series());
      }
    } catch (IOException e) {
      throw AtomicFile.failure(folder, e);
    }
  }

  /** The time in a name, -1 where it is not one of ours. */
  private static long milliseconds(String name) {
    Matcher parts = NAME.matcher(name);
    if (!parts.matches()) {
      return -1;
    }
    long fraction = parts.group(2) == null ? 0 : Long.parseLong(parts.group(2));
    return 1000 * Long.parseLong(parts.group(1)) + fraction;
  }
}
