package org.iceball.io.picture;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.Comparator;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.io.Disclaimer;
import org.iceball.io.Verdict;
import org.iceball.io.Words;
import org.iceball.solve.Outcome;

/**
 * Three orthogonal slices through the target's centre (without a target, through the middle of the
 * active zones) with the coldest temperature that each point ever had: {@code slices.png}.
 */
public final class SlicePicture {
  private static final int WIDTH = 1760;
  private static final int MARGIN = 40;
  private static final int GAP = 32;
  private static final int TALLEST = 760;
  private static final int PANELS_TOP = 190;

  private static final List<Double> HOT = List.of(353.15, 333.15, 323.15);

  private SlicePicture() {}

  /** The picture as a PNG file's bytes. */
  public static byte[] draw(Outcome outcome) {
    Grid grid = outcome.anatomy().labels().grid();
    Vec3 through = centre(outcome);
    Box box = Box.around(outcome);
    double wide = 2 * box.extent(0) + box.extent(1);
    double tall = Math.max(box.extent(1), box.extent(2));
    double scale = Math.min((WIDTH - 2 * MARGIN - 2 * GAP) / wide, TALLEST / tall);
    int left = (int) Math.round((WIDTH - 2 * GAP - wide * scale) / 2);
    int legendTop = PANELS_TOP + (int) Math.round(tall * scale) + 22;
    Graphics2D scrap = Png.graphics(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    int bottom = Legend.draw(scrap, outcome, MARGIN, WIDTH - MARGIN, legendTop);
    scrap.dispose();

    BufferedImage image = new BufferedImage(WIDTH, bottom + 56, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = Png.graphics(image);
    g.setColor(Palette.PAPER);
    g.fillRect(0, 0, image.getWidth(), image.getHeight());
    title(g, outcome);
    for (SlicePlane plane : SlicePlane.values()) {
      PanelView view = new PanelView(plane, grid, box, scale, left, PANELS_TOP);
      new SlicePanel(outcome, view, through).draw(g);
      left += view.width() + GAP;
    }
    Legend.draw(g, outcome, MARGIN, WIDTH - MARGIN, legendTop);
    g.setFont(Palette.font(Font.BOLD, 15));
    g.setColor(Palette.SOFT_INK);
    g.drawString(Disclaimer.TEXT, MARGIN, image.getHeight() - 22);
    g.dispose();
    return Png.encode(image);
  }

  private static void title(Graphics2D g, Outcome outcome) {
    g.setColor(Palette.INK);
    fitted(g, outcome.asked().title(), Font.BOLD, 27, 52);
    fitted(g, degrees(Verdict.of(outcome)), Font.PLAIN, 18, 84);
    g.setColor(Palette.SOFT_INK);
    String time = Words.duration(outcome.stats().simulated());
    String shown =
        outcome.asked().heats()
            ? "Shown is the temperature after "
            : "Shown is the coldest temperature that each point ever reached within ";
    fitted(g, shown + time + ".", Font.PLAIN, 16, 112);
  }

  /** Writes a line at a height [px], in smaller letters where it would not fit. */
  private static void fitted(Graphics2D g, String text, int style, int size, int y) {
    int fitting = size;
    g.setFont(Palette.font(style, fitting));
    while (fitting > 11 && g.getFontMetrics().stringWidth(text) > WIDTH - 2 * MARGIN) {
      fitting--;
      g.setFont(Palette.font(style, fitting));
    }
    g.drawString(text, MARGIN, y);
  }

  /**
   * The thresholds whose isotherms are drawn, warmest first [K]; 0 degC where the case has none;
   * 80, 60 and 50 degC where electrodes heat.
   */
  static List<Double> thresholds(Outcome outcome) {
    if (outcome.asked().heats()) {
      return HOT;
    }
    List<Double> thresholds =
        outcome.asked().thresholds().stream().sorted(Comparator.reverseOrder()).toList();
    return thresholds.isEmpty() ? List.of(273.15) : thresholds;
  }

  static boolean hasTarget(Outcome outcome) {
    return Verdict.hasTarget(outcome);
  }

  static String celsius(double kelvin) {
    return degrees(Words.celsius(kelvin));
  }

  /** A picture has room for real signs. */
  private static String degrees(String ascii) {
    return ascii.replace("degC", "\u00b0C").replaceAll("(?<![\\w])-(?=\\d)", "\u2212");
  }

  private static Vec3 centre(Outcome outcome) {
    if (hasTarget(outcome)) {
      return outcome.anatomy().targetCentre();
    }
    Vec3 sum = Vec3.ZERO;
    for (Needle needle : outcome.needles()) {
      sum = sum.plus(needle.tip()).plus(needle.activeEnd());
    }
    return sum.times(0.5 / Math.max(1, outcome.needles().size()));
  }
}
