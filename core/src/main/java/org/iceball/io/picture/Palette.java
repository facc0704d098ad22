package org.iceball.io.picture;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.util.List;
import org.iceball.model.Region;

/**
 * Colours, lines and letters of all pictures. The lines' colours are from Okabe and Ito's set for
 * all kinds of colour vision (2008), darkened; each also has a dash pattern of its own.
 */
final class Palette {
  static final Color INK = new Color(0x22, 0x26, 0x2B);
  static final Color SOFT_INK = new Color(0x5B, 0x63, 0x6B);
  static final Color PAPER = Color.WHITE;
  static final Color CASING = new Color(255, 255, 255, 215);
  static final Color FRAME = new Color(0xB8, 0xBE, 0xC4);
  static final Color TARGET_LINE = new Color(0x00, 0x7A, 0x58);

  static final Color VESSEL_LINE = new Color(0x8E, 0x30, 0x3C);

  private static final List<Color> VESSELS =
      List.of(
          new Color(0xB8, 0x4B, 0x55), new Color(0x8A, 0x5A, 0x9E), new Color(0xC9, 0x7B, 0x4A));
  private static final List<Color> SURROUNDINGS =
      List.of(
          new Color(0xF1, 0xEC, 0xE4), new Color(0xE4, 0xE0, 0xD6), new Color(0xD9, 0xD9, 0xCF));
  private static final Color ORGAN = new Color(0xE4, 0xC3, 0xB0);
  private static final Color TARGET = new Color(0xDD, 0xC0, 0x62);
  private static final Color UNKNOWN = new Color(0xD0, 0xD0, 0xD0);
  private static final List<Color> LINES =
      List.of(
          new Color(0x0A, 0x3D, 0x8F),
          new Color(0xC9, 0x4A, 0x00),
          new Color(0x4B, 0x1F, 0x6F),
          new Color(0x22, 0x26, 0x2B));
  private static final float[][] DASHES = {null, {13, 6}, {3, 6}, {14, 5, 3, 5}};

  private Palette() {}

  /** Sans serif at a size [px]. */
  static Font font(int style, int size) {
    return new Font(Font.SANS_SERIF, style, size);
  }

  /** Fill of each label 0 to 255, by its region's role. */
  static Color[] fills(List<Region> regions) {
    Color[] fills = new Color[256];
    java.util.Arrays.fill(fills, UNKNOWN);
    int vessels = 0;
    int surroundings = 0;
    for (Region region : regions) {
      fills[region.label()] =
          switch (region.role()) {
            case ORGAN -> ORGAN;
            case TARGET -> TARGET;
            case VESSEL -> VESSELS.get(vessels++ % VESSELS.size());
            case SURROUNDING -> SURROUNDINGS.get(surroundings++ % SURROUNDINGS.size());
          };
    }
    return fills;
  }

  /** Which labels 0 to 255 have the role. */
  static boolean[] labelsOf(List<Region> regions, Region.Role role) {
    boolean[] labels = new boolean[256];
    for (Region region : regions) {
      labels[region.label()] = region.role() == role;
    }
    return labels;
  }

  /** Colour of the nth isotherm, warmest first. */
  static Color line(int n) {
    return LINES.get(n % LINES.size());
  }

  /** Stroke of the nth isotherm; {@code wider} [px] is added for its casing. */
  static BasicStroke stroke(int n, boolean lethal, float wider) {
    float[] dash = wider > 0 ? null : DASHES[n % DASHES.length];
    float width = (lethal ? 3.6f : 2.4f) + wider;
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND, 10, dash, 0);
  }

  /** Plain round stroke of a width [px]. */
  static BasicStroke plain(float width) {
    return new BasicStroke(width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  }

  /**
   * What ice looks like over a fill: pale at its edge, deep blue at -120 degC and below.
   *
   * @param fill of the tissue
   * @param kelvin temperature [K]
   * @param edge where ice begins [K]
   */
  static int ice(Color fill, double kelvin, double edge) {
    if (kelvin >= edge) {
      return fill.getRGB();
    }
    double depth = Math.min(1, (edge - kelvin) / 120);
    double alpha = 0.66 + 0.30 * depth;
    int r = mix(fill.getRed(), 218 - 186 * depth, alpha);
    int g = mix(fill.getGreen(), 236 - 154 * depth, alpha);
    int b = mix(fill.getBlue(), 252 - 86 * depth, alpha);
    return 0xFF000000 | r << 16 | g << 8 | b;
  }

  private static int mix(int under, double over, double alpha) {
    return (int) Math.round((1 - alpha) * under + alpha * over);
  }
}
