package org.iceball.validation.reported;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A zone of coagulation that a study reported.
 *
 * @param id short, unique
 * @param study who reported it; a study is used for one thing only
 * @param use what it is used for
 * @param kind ex vivo or in vivo
 * @param file the case, in {@code reported/heated}, that stands for it
 * @param settings words of that case and what stands in their place, {@code A=x; B=y}
 * @param quantity {@code width}, {@code length} or {@code sphere diameter}
 * @param value [mm]
 * @param u standard uncertainty of the reported value [mm]
 * @param note what a reader should know
 * @param citation where it was read
 */
public record HeatedRow(
    String id,
    String study,
    ReportedRow.Use use,
    String kind,
    String file,
    String settings,
    String quantity,
    double value,
    double u,
    String note,
    String citation) {

  /** The run that the row asks for: rows with the same key share one. */
  String key() {
    return file + "; " + settings;
  }

  /** The settings, in their order. */
  Map<String, String> words() {
    Map<String, String> words = new LinkedHashMap<>();
    for (String part : settings.split("\\s*;\\s*", -1)) {
      String[] pair = part.split("=", 2);
      words.put(pair[0], pair[1]);
    }
    return words;
  }

  /** What a zone of extents [m], longest first, and a volume [m3] has of this quantity [mm]. */
  public double of(double[] axes, double volume) {
    return 1e3
        * switch (quantity) {
          case "width" -> (axes[1] + axes[2]) / 2;
          case "length" -> axes[0];
          case "sphere diameter" -> StrictMath.cbrt(6 * volume / Math.PI);
          default -> throw new IllegalArgumentException("no quantity is called " + quantity);
        };
  }
}
