package org.iceball.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import org.iceball.io.Disclaimer;
import org.iceball.study.compare.ArmResult;
import org.iceball.study.compare.Comparison;
import org.iceball.study.compare.MarginMap;
import org.iceball.study.compare.Pairing;
import org.iceball.study.compare.Residual;

/**
 * Two treatments side by side, {@code compare.png}: for each rule of matching how much of target
 * and margins each leaves, and maps of the target's surface with the margin that each reached and
 * by how much they differ.
 */
public final class ComparePicture {
  private static final int WIDTH = 1400;
  private static final int HEADER = 90;
  private static final int BARS = 230;
  private static final int MAP = 440;
  private static final int ROWS = 36;
  private static final int BLOCK = BARS + MAP / 2 + 110;
  private static final int FOOTER = 50;
  private static final int LEFT = 30;
  private static final List<Color> ARMS = List.of(Palette.line(0), Palette.line(1));

  // from Okabe and Ito's blue and vermilion, so that no kind of colour vision loses the order
  private static final Steps MARGIN =
      new Steps(
          new double[] {0, 2, 5, 10},
          List.of(
              new Color(0x8C, 0x2D, 0x04),
              new Color(0xE0, 0x7B, 0x39),
              new Color(0xF6, 0xCF, 0xA6),
              new Color(0x9C, 0xC4, 0xE4),
              new Color(0x1F, 0x5A, 0x96)),
          List.of("target left", "0 to 2 mm", "2 to 5 mm", "5 to 10 mm", "10 mm and more"));
  private static final Steps DIFFERENCE =
      new Steps(
          new double[] {-5, -2, 2, 5},
          List.of(
              new Color(0x8C, 0x2D, 0x04),
              new Color(0xF6, 0xCF, 0xA6),
              new Color(0xF3, 0xF3, 0xF3),
              new Color(0x9C, 0xC4, 0xE4),
              new Color(0x1F, 0x5A, 0x96)),
          List.of("-5 mm", "-2 mm", "alike", "+2 mm", "+5 mm"));

  private ComparePicture() {}

  /** Colours of classes. */
  private record Steps(double[] edges, List<Color> colours, List<String> names) {
    Color of(double millimetres) {
      int n = 0;
      while (n < edges.length && millimetres >= edges[n]) {
        n++;
      }
      return colours.get(n);
    }
  }

  /** The picture as a PNG file's bytes. */
  public static byte[] draw(Comparison comparison) {
    int height = HEADER + comparison.pairings().size() * BLOCK + FOOTER;
    BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Png.graphics(image);
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, WIDTH, height);
    String title = comparison.pairings().get(0).first().outcome().asked().title();
    text(g, Palette.INK, Font.BOLD, 22, title, LEFT, 42);
    legend(g, comparison.pairings().get(0));
    int y = HEADER;
    for (Pairing p : comparison.pairings()) {
      bars(g, p, y);
      maps(g, p, y + BARS);
      y += BLOCK;
    }
    text(g, Palette.SOFT_INK, Font.BOLD, 14, Disclaimer.TEXT, LEFT, height - 18);
    g.dispose();
    return Png.encode(image);
  }

  private static void legend(Graphics2D g, Pairing p) {
    int x = LEFT;
    for (int a = 0; a < 2; a++) {
      String name = (a == 0 ? p.first() : p.second()).arm().name();
      g.setColor(ARMS.get(a));
      g.fillRect(x, 58, 26, 14);
      text(g, Palette.INK, Font.PLAIN, 15, name, x + 34, 71);
      x += 54 + g.getFontMetrics().stringWidth(name);
    }
    String rest = "with error bars of the cells; what is left alive of the target and its margins";
    text(g, Palette.SOFT_INK, Font.PLAIN, 15, rest, x, 71);
  }

  private static void bars(Graphics2D g, Pairing p, int top) {
    String heading = p.title() + ": " + p.rule();
    text(g, Palette.INK, Font.BOLD, 17, heading, LEFT, top + 26);
    double most = 1e-3;
    for (double margin : Residual.MARGINS) {
      for (ArmResult r : List.of(p.first(), p.second())) {
        most = Math.max(most, r.uncovered(margin) + r.uncoveredError(margin));
      }
    }
    int zero = LEFT + 150;
    double scale = (WIDTH - zero - 140) / most;
    int y = top + 40;
    for (double margin : Residual.MARGINS) {
      String name =
          margin > 0 ? String.format(Locale.ROOT, "target + %.0f mm", margin * 1e3) : "target";
      text(g, Palette.INK, Font.PLAIN, 15, name, LEFT, y + 24);
      bar(g, p.first(), margin, ARMS.get(0), zero, y, scale);
      bar(g, p.second(), margin, ARMS.get(1), zero, y + 19, scale);
      y += 46;
    }
  }

  private static void bar(
      Graphics2D g, ArmResult r, double margin, Color colour, int x, int y, double scale) {
    double left = r.uncovered(margin);
    double error = r.uncoveredError(margin);
    g.setColor(colour);
    g.fillRect(x, y, (int) Math.round(left * scale), 16);
    g.setColor(Palette.INK);
    g.setStroke(Palette.plain(1.6f));
    double from = x + Math.max(0, left - error) * scale;
    double to = x + (left + error) * scale;
    g.draw(new Line2D.Double(from, y + 8, to, y + 8));
    g.draw(new Line2D.Double(to, y + 4, to, y + 12));
    String figure = String.format(Locale.ROOT, "%.1f %%", 100 * left);
    text(g, Palette.INK, Font.PLAIN, 14, figure, (int) to + 8, y + 13);
  }

  private static void maps(Graphics2D g, Pairing p, int top) {
    MarginMap first = MarginMap.of(p.first().outcome(), p.first().arm().law(), ROWS);
    MarginMap second = MarginMap.of(p.second().outcome(), p.second().arm().law(), ROWS);
    double[][] difference = new double[ROWS][2 * ROWS];
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < 2 * ROWS; c++) {
        difference[r][c] = second.margin()[r][c] - first.margin()[r][c];
      }
    }
    String a = p.first().arm().name();
    String b = p.second().arm().name();
    map(g, "margin reached by " + a, first.margin(), MARGIN, LEFT, top);
    map(g, "margin reached by " + b, second.margin(), MARGIN, LEFT + MAP + 16, top);
    map(g, b + " less " + a, difference, DIFFERENCE, LEFT + 2 * (MAP + 16), top);
    steps(g, MARGIN, LEFT, top + MAP / 2 + 64);
    steps(g, DIFFERENCE, LEFT + 2 * (MAP + 16), top + MAP / 2 + 64);
  }

  /** The surface as a map: azimuth to the right, head at the top. */
  private static void map(
      Graphics2D g, String name, double[][] margin, Steps steps, int left, int top) {
    text(g, Palette.INK, Font.PLAIN, 15, name, left, top + 14);
    double cell = (double) MAP / (2 * ROWS);
    for (int r = 0; r < ROWS; r++) {
      for (int c = 0; c < 2 * ROWS; c++) {
        double mm = margin[r][c] * 1e3;
        g.setColor(Double.isNaN(mm) ? Palette.FRAME : steps.of(mm));
        int x = (int) Math.round(left + c * cell);
        int y = (int) Math.round(top + 22 + r * cell);
        g.fillRect(
            x,
            y,
            (int) Math.round(left + (c + 1) * cell) - x,
            (int) Math.round(top + 22 + (r + 1) * cell) - y);
      }
    }
    String[] sides = {"L", "P", "R", "A", "L"};
    for (int s = 0; s < sides.length; s++) {
      int x = left + s * MAP / 4 - (s == sides.length - 1 ? 10 : s == 0 ? 0 : 5);
      text(g, Palette.SOFT_INK, Font.PLAIN, 13, sides[s], x, top + MAP / 2 + 38);
    }
    text(g, Palette.INK, Font.BOLD, 13, "H", left + 4, top + 36);
    text(g, Palette.INK, Font.BOLD, 13, "F", left + 4, top + MAP / 2 + 18);
  }

  private static void steps(Graphics2D g, Steps steps, int left, int y) {
    int x = left;
    for (int n = 0; n < steps.colours().size(); n++) {
      g.setColor(steps.colours().get(n));
      g.fillRect(x, y - 12, 16, 14);
      text(g, Palette.SOFT_INK, Font.PLAIN, 13, steps.names().get(n), x + 20, y);
      x += 32 + g.getFontMetrics().stringWidth(steps.names().get(n));
    }
    g.setColor(Palette.FRAME);
    g.fillRect(x, y - 12, 16, 14);
    text(g, Palette.SOFT_INK, Font.PLAIN, 13, "not organ", x + 20, y);
  }

  private static void text(
      Graphics2D g, Color colour, int style, int size, String text, int x, int y) {
    g.setColor(colour);
    g.setFont(Palette.font(style, size));
    g.drawString(text, x, y);
  }
}
