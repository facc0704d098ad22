package org.iceball.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.iceball.io.Disclaimer;
import org.iceball.solve.VesselReport;
import org.iceball.study.WhatIf;

/**
 * What is left alive in the shadows of the vessels nearest to the target: as it is, with a longer
 * freeze, with one needle more. {@code what-if.png}.
 */
public final class WhatIfPicture {
  private static final int WIDTH = 1200;
  private static final int HEADER = 100;
  private static final int GROUP = 40;
  private static final int BAR = 26;
  private static final int FOOTER = 90;
  private static final int NAMES = 250;
  private static final int MOST = 4;

  private WhatIfPicture() {}

  /** The picture as a PNG file's bytes. */
  public static byte[] draw(WhatIf whatIf) {
    List<WhatIf.Run> runs = whatIf.runs();
    List<VesselReport> vessels = new ArrayList<>(runs.get(0).outcome().vessels());
    vessels.removeIf(v -> left(v)[0] + left(v)[1] <= 0);
    vessels.sort(Comparator.comparingDouble(v -> -left(v)[0] - left(v)[1]));
    vessels = vessels.subList(0, Math.min(MOST, vessels.size()));
    int height = HEADER + vessels.size() * (GROUP + runs.size() * BAR) + FOOTER;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Png.graphics(image);
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, WIDTH, height);
    text(g, Palette.INK, Font.BOLD, 22, runs.get(0).outcome().asked().title(), 30, 42);
    String what =
        String.format(
            Locale.ROOT,
            "Alive in the vessels' shadows [ml]: solid in the target, pale in its margin. Cells of"
                + " %.2g mm.",
            whatIf.spacing() * 1e3);
    text(g, Palette.SOFT_INK, Font.PLAIN, 15, what, 30, 68);
    double most = 1e-12;
    for (WhatIf.Run run : runs) {
      for (VesselReport v : run.outcome().vessels()) {
        most = Math.max(most, left(v)[0] + left(v)[1]);
      }
    }
    int y = HEADER;
    for (VesselReport v : vessels) {
      String name =
          String.format(
              Locale.ROOT,
              "%s, %.1f mm wide, %s",
              v.name(),
              v.diameter() * 1e3,
              v.gap() > 0
                  ? String.format(Locale.ROOT, "%.1f mm from the target", v.gap() * 1e3)
                  : "touches the target");
      text(g, Palette.INK, Font.BOLD, 15, name, 30, y + 24);
      y += GROUP;
      for (int r = 0; r < runs.size(); r++) {
        bar(g, runs.get(r), v.name(), Palette.line(r), most, y);
        y += BAR;
      }
    }
    if (vessels.isEmpty()) {
      text(g, Palette.INK, Font.PLAIN, 15, "Nothing is left in any shadow.", 30, y + 24);
    }
    text(g, Palette.SOFT_INK, Font.BOLD, 14, Disclaimer.TEXT, 30, height - 18);
    g.dispose();
    return Png.encode(image);
  }

  private static void bar(
      Graphics2D g, WhatIf.Run run, String vessel, Color colour, double most, int y) {
    double[] left =
        run.outcome().vessels().stream()
            .filter(v -> v.name().equals(vessel))
            .findFirst()
            .map(WhatIfPicture::left)
            .orElse(new double[2]);
    double scale = (WIDTH - NAMES - 190) / most;
    int target = (int) Math.round(left[0] * scale);
    int margin = (int) Math.round(left[1] * scale);
    text(g, Palette.INK, Font.PLAIN, 15, run.change(), 50, y + 16);
    g.setColor(colour);
    g.fillRect(NAMES, y, target, BAR - 6);
    g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 90));
    g.fillRect(NAMES + target, y, margin, BAR - 6);
    String figures = String.format(Locale.ROOT, "%.2f + %.2f", left[0] * 1e6, left[1] * 1e6);
    text(g, Palette.INK, Font.PLAIN, 15, figures, NAMES + target + margin + 8, y + 16);
  }

  private static void text(
      Graphics2D g, Color colour, int style, int size, String text, int x, int y) {
    g.setColor(colour);
    g.setFont(Palette.font(style, size));
    g.drawString(text, x, y);
  }

  /** Volumes alive at the end, of target and margin [m3]. */
  private static double[] left(VesselReport v) {
    VesselReport.Row last = v.last().orElseThrow();
    return new double[] {last.targetLeft(), last.marginLeft()};
  }
}
