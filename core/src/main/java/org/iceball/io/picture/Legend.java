package org.iceball.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.io.Words;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;

/** What the lines, fills and numbers of the slices mean, as entries that flow into rows. */
final class Legend {
  private static final int ROW = 30;
  private static final int SAMPLE = 46;
  private static final int SWATCH = 26;
  private static final int GAP = 30;
  private static final int MOST_NEEDLES = 12;

  private final Graphics2D g;
  private final int left;
  private final int right;
  private int x;
  private int y;

  private Legend(Graphics2D g, int left, int right, int top) {
    this.g = g;
    this.left = left;
    this.right = right;
    this.x = left;
    this.y = top + ROW / 2;
  }

  private interface Sample {
    void draw(double x, double y);
  }

  /**
   * Draws the legend; returns the y [px] below it. Drawing onto a scrap of an image measures it.
   */
  static int draw(Graphics2D g, Outcome outcome, int left, int right, int top) {
    Legend legend = new Legend(g, left, right, top);
    legend.lines(outcome);
    legend.newRow();
    legend.fills(outcome);
    legend.newRow();
    legend.needles(outcome.needles());
    return legend.x > legend.left ? legend.y + ROW / 2 : legend.y - ROW / 2;
  }

  private void lines(Outcome outcome) {
    List<Double> thresholds = SlicePicture.thresholds(outcome);
    for (int n = 0; n < thresholds.size(); n++) {
      int line = n;
      boolean lethal = thresholds.get(n) == outcome.asked().lethal();
      String name = SlicePicture.celsius(thresholds.get(n)) + (lethal ? ", lethal" : "");
      entry(
          name,
          SAMPLE,
          (sx, sy) -> {
            g.setColor(Palette.line(line));
            g.setStroke(Palette.stroke(line, lethal, 0));
            g.draw(new Line2D.Double(sx, sy, sx + SAMPLE, sy));
          });
    }
    if (SlicePicture.hasTarget(outcome)) {
      entry("target", SAMPLE, (sx, sy) -> line(sx, sy, SAMPLE, Palette.TARGET_LINE, 2.6f));
    }
    entry(
        "needle, active zone thick (projected)",
        SAMPLE,
        (sx, sy) -> {
          line(sx, sy, SAMPLE, NeedleTracks.METAL, 1.6f);
          g.setStroke(Palette.plain(5));
          g.draw(new Line2D.Double(sx, sy, sx + SAMPLE / 2.0, sy));
        });
    entry("where the other slices cut", 14, (sx, sy) -> line(sx, sy, 14, Palette.INK, 1.4f));
  }

  private void line(double sx, double sy, int length, Color colour, float width) {
    g.setColor(colour);
    g.setStroke(Palette.plain(width));
    g.draw(new Line2D.Double(sx, sy, sx + length, sy));
  }

  private void fills(Outcome outcome) {
    Color[] fills = Palette.fills(outcome.asked().regions());
    for (Region region : outcome.asked().regions()) {
      entry(
          region.name(),
          SWATCH,
          (sx, sy) -> {
            g.setColor(fills[region.label()]);
            g.fillRect((int) sx, (int) sy - 9, 26, 18);
            g.setColor(Palette.FRAME);
            g.setStroke(Palette.plain(1));
            g.drawRect((int) sx, (int) sy - 9, 26, 18);
          });
    }
    if (outcome.asked().heats()) {
      return;
    }
    double edge = SlicePicture.thresholds(outcome).get(0);
    Color ground = fills[outcome.asked().regions().get(0).label()];
    for (Region region : outcome.asked().regions()) {
      ground = region.role() == Region.Role.ORGAN ? fills[region.label()] : ground;
    }
    ice(edge, ground);
  }

  private void ice(double edge, Color ground) {
    int length = 170;
    String from = SlicePicture.celsius(edge);
    String to = SlicePicture.celsius(edge - 120) + " and below";
    g.setFont(Palette.font(Font.PLAIN, 15));
    int needed =
        length
            + 20
            + g.getFontMetrics().stringWidth("ice " + from)
            + g.getFontMetrics().stringWidth(to);
    if (x + needed > right) {
      newRow();
    }
    text("ice " + from, x);
    x += g.getFontMetrics().stringWidth("ice " + from) + 8;
    for (int p = 0; p < length; p++) {
      g.setColor(new Color(Palette.ice(ground, edge - 1e-6 - 120.0 * p / length, edge)));
      g.fillRect(x + p, y - 9, 1, 18);
    }
    x += length + 8;
    text(to, x);
    x += g.getFontMetrics().stringWidth(to) + GAP;
  }

  private void needles(List<Needle> needles) {
    for (int n = 0; n < Math.min(needles.size(), MOST_NEEDLES); n++) {
      String number = String.valueOf(n + 1);
      Needle needle = needles.get(n);
      entry(
          needle.name() + " (" + needle.probe().name() + ")",
          SWATCH,
          (sx, sy) -> NeedleTracks.draw(g, number, sx + SWATCH / 2.0, sy));
    }
    if (needles.size() > MOST_NEEDLES) {
      entry("and " + Words.number(needles.size() - MOST_NEEDLES, 0) + " more", 0, (sx, sy) -> {});
    }
  }

  private void entry(String name, int sampleWidth, Sample sample) {
    g.setFont(Palette.font(Font.PLAIN, 15));
    int width = sampleWidth + 9 + g.getFontMetrics().stringWidth(name);
    if (x > left && x + width > right) {
      newRow();
    }
    sample.draw(x, y);
    g.setFont(Palette.font(Font.PLAIN, 15));
    text(name, x + sampleWidth + 9);
    x += width + GAP;
  }

  private void text(String text, int at) {
    g.setColor(Palette.INK);
    g.drawString(text, at, y + 5);
  }

  private void newRow() {
    x = left;
    y += ROW;
  }
}
