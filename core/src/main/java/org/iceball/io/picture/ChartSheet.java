package org.iceball.io.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.iceball.io.Disclaimer;
import org.knowm.xchart.internal.chartpart.Chart;

/** Charts of one size, one above the other, under a title. */
final class ChartSheet {
  /** Of all charts on sheets [pixel]. */
  static final int WIDTH = 1200;

  private static final int HEADER = 84;
  private static final int FOOTER = 48;

  private ChartSheet() {}

  /** The sheet as a PNG file's bytes, with the disclaimer at its foot. */
  static byte[] disclaimed(String title, String remark, List<? extends Chart<?, ?>> charts) {
    return draw(title, remark, charts, FOOTER);
  }

  /** The same of what is no treatment. */
  static byte[] plain(String title, String remark, List<? extends Chart<?, ?>> charts) {
    return draw(title, remark, charts, 0);
  }

  private static byte[] draw(
      String title, String remark, List<? extends Chart<?, ?>> charts, int footer) {
    int each = charts.isEmpty() ? 0 : charts.get(0).getHeight();
    int height = HEADER + charts.size() * each + footer;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Png.graphics(image);
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, WIDTH, height);
    g.setColor(Palette.INK);
    g.setFont(Palette.font(Font.BOLD, 22));
    g.drawString(title, 30, 42);
    g.setColor(Palette.SOFT_INK);
    g.setFont(Palette.font(Font.PLAIN, 15));
    g.drawString(remark, 30, 68);
    for (int n = 0; n < charts.size(); n++) {
      Graphics2D part = (Graphics2D) g.create(0, HEADER + n * each, WIDTH, each);
      charts.get(n).paint(part, WIDTH, each);
      part.dispose();
    }
    if (footer > 0) {
      g.setColor(Palette.SOFT_INK);
      g.setFont(Palette.font(Font.BOLD, 14));
      g.drawString(Disclaimer.TEXT, 30, height - 18);
    }
    g.dispose();
    return Png.encode(image);
  }
}
