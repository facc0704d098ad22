package org.iceball.io.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.iceball.io.AtomicFile;
import org.iceball.plan.Score;

/**
 * {@code evaluations.csv}: what the engine said of every plan it was asked about, by a name that
 * tells case, needles and places apart. A line that can't be read is left out: it is computed
 * again.
 */
public final class EvaluationFile {
  /** Its name in a folder of plans. */
  public static final String NAME = "evaluations.csv";

  private static final String HEADER =
      "plan,covered,margin_covered,least_margin_m,healthy_m3,excess_K,depth_m,reference_m3";
  private static final int LONGEST = 16 << 20;

  private EvaluationFile() {}

  /** The scores of an earlier search; none where there is no such file. */
  public static Map<String, Score> read(Path folder) {
    Map<String, Score> scores = new LinkedHashMap<>();
    Path file = folder.resolve(NAME);
    try {
      if (!Files.isRegularFile(file) || Files.size(file) > LONGEST) {
        return scores;
      }
      for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\n", -1)) {
        String[] fields = line.split(",", -1);
        if (fields.length == 8 && !line.equals(HEADER)) {
          add(scores, fields);
        }
      }
    } catch (IOException e) {
      // what can't be read is computed again
      return new LinkedHashMap<>();
    }
    return scores;
  }

  private static void add(Map<String, Score> scores, String[] f) {
    try {
      double[] v = new double[7];
      for (int n = 0; n < v.length; n++) {
        v[n] = Double.parseDouble(f[n + 1]);
      }
      scores.put(f[0], new Score(v[0], v[1], v[2], v[3], v[4], v[5], v[6]));
    } catch (NumberFormatException e) {
      scores.remove(f[0]);
    }
  }

  /**
   * Writes all scores, in the order of their names.
   *
   * @param folder exists
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  public static void write(Path folder, Map<String, Score> scores) {
    StringBuilder text = new StringBuilder(HEADER).append('\n');
    new TreeMap<>(scores)
        .forEach(
            (key, s) ->
                text.append(
                    String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%s,%s,%s,%s,%s%n",
                        key,
                        s.covered(),
                        s.marginCovered(),
                        s.leastMargin(),
                        s.healthy(),
                        s.excess(),
                        s.depth(),
                        s.reference())));
    AtomicFile.write(
        folder.resolve(NAME), text.toString().replace("\r", "").getBytes(StandardCharsets.UTF_8));
  }
}
