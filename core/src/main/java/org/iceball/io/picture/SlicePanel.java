package org.iceball.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.iceball.grid.Vec3;
import org.iceball.io.Words;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;

/** One slice: anatomy, ice, isotherms, target, needles, and what tells where one is. */
final class SlicePanel {
  private static final int FINER = 4;
  private static final double[] SCALE_BARS = {50e-3, 20e-3, 10e-3, 5e-3, 2e-3, 1e-3};

  private final Outcome outcome;
  private final PanelView view;
  private final Slice slice;
  private final Vec3 through;
  private final double edgeOfIce;

  SlicePanel(Outcome outcome, PanelView view, Vec3 through) {
    this.outcome = outcome;
    this.view = view;
    this.through = through;
    boolean heats = outcome.asked().heats();
    float[] shown = heats ? outcome.temperature() : outcome.lowest();
    this.slice = Slice.cut(outcome.anatomy().labels(), shown, view.plane(), through);
    this.edgeOfIce = heats ? 0 : SlicePicture.thresholds(outcome).get(0);
  }

  void draw(Graphics2D g) {
    heading(g);
    Shape clip = g.getClip();
    g.drawImage(tissueAndIce(), view.left(), view.top(), null);
    g.clipRect(view.left(), view.top(), view.width(), view.height());
    g.setColor(Palette.VESSEL_LINE);
    g.setStroke(Palette.plain(1.3f));
    g.draw(outline(Region.Role.VESSEL));
    cased(g, outline(Region.Role.TARGET), Palette.TARGET_LINE, 2.6f);
    isotherms(g);
    NeedleTracks.draw(g, view, outcome.needles());
    crossings(g);
    letters(g);
    scaleBar(g);
    g.setClip(clip);
    g.setColor(Palette.FRAME);
    g.setStroke(Palette.plain(1));
    g.drawRect(view.left(), view.top(), view.width(), view.height());
  }

  private void heading(Graphics2D g) {
    SlicePlane plane = view.plane();
    double at = SlicePlane.component(through, plane.normal);
    String[] sides = {at < 0 ? "L" : "R", at < 0 ? "P" : "A", at < 0 ? "F" : "H"};
    String where = sides[plane.normal] + " " + Words.number(Math.abs(at) * 1e3, 1) + " mm";
    g.setFont(Palette.font(Font.BOLD, 19));
    g.setColor(Palette.INK);
    g.drawString(plane.title, view.left(), view.top() - 32);
    int x = view.left() + g.getFontMetrics().stringWidth(plane.title + "  ");
    g.setFont(Palette.font(Font.PLAIN, 17));
    g.drawString(where, x, view.top() - 32);
    g.setFont(Palette.font(Font.PLAIN, 14));
    g.setColor(Palette.SOFT_INK);
    g.drawString(plane.seenFrom, view.left(), view.top() - 11);
  }

  private BufferedImage tissueAndIce() {
    Color[] fills = Palette.fills(outcome.asked().regions());
    BufferedImage image =
        new BufferedImage(view.width(), view.height(), BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < view.height(); y++) {
      double v = view.v(view.top() + y + 0.5);
      for (int x = 0; x < view.width(); x++) {
        double u = view.u(view.left() + x + 0.5);
        Color fill = fills[slice.labelAt(u, v)];
        image.setRGB(x, y, Palette.ice(fill, slice.temperatureAt(u, v), edgeOfIce));
      }
    }
    return image;
  }

  private void isotherms(Graphics2D g) {
    List<Double> thresholds = SlicePicture.thresholds(outcome);
    for (int n = 0; n < thresholds.size(); n++) {
      Path2D path =
          view.path(Isolines.of(slice.temperatures(), slice.nu, slice.nv, thresholds.get(n)));
      boolean lethal = thresholds.get(n) == outcome.asked().lethal();
      g.setColor(Palette.CASING);
      g.setStroke(Palette.stroke(n, lethal, 2.5f));
      g.draw(path);
      g.setColor(Palette.line(n));
      g.setStroke(Palette.stroke(n, lethal, 0));
      g.draw(path);
    }
  }

  /** The border of the regions with a role, sampled finer than the cells are. */
  private Path2D outline(Region.Role role) {
    boolean[] chosen = Palette.labelsOf(outcome.asked().regions(), role);
    int mu = (slice.nu - 1) * FINER + 1;
    int mv = (slice.nv - 1) * FINER + 1;
    double[] outside = new double[mu * mv];
    for (int j = 0; j < mv; j++) {
      for (int i = 0; i < mu; i++) {
        double u = (double) i / FINER;
        outside[i + mu * j] = 1 - slice.belonging(chosen, u, (double) j / FINER);
      }
    }
    List<List<double[]>> lines = Isolines.of(outside, mu, mv, 0.5);
    lines.forEach(
        line -> line.replaceAll(point -> new double[] {point[0] / FINER, point[1] / FINER}));
    return view.path(lines);
  }

  /** Short marks at the panel's edges where the two other slices cut this one. */
  private void crossings(Graphics2D g) {
    double x = view.project(through).getX();
    double y = view.project(through).getY();
    double right = view.left() + view.width();
    double bottom = view.top() + view.height();
    double mark = 12;
    cased(g, new Line2D.Double(x, view.top(), x, view.top() + mark), Palette.INK, 1.4f);
    cased(g, new Line2D.Double(x, bottom - mark, x, bottom), Palette.INK, 1.4f);
    cased(g, new Line2D.Double(view.left(), y, view.left() + mark, y), Palette.INK, 1.4f);
    cased(g, new Line2D.Double(right - mark, y, right, y), Palette.INK, 1.4f);
  }

  private void letters(Graphics2D g) {
    SlicePlane plane = view.plane();
    g.setFont(Palette.font(Font.BOLD, 18));
    FontMetrics m = g.getFontMetrics();
    double middle = view.top() + view.height() / 2.0 + m.getAscent() / 3.0;
    double centre = view.left() + view.width() / 2.0;
    double right = view.left() + view.width();
    haloed(g, plane.left, view.left() + 18.0, middle);
    haloed(g, plane.right, right - 18 - m.stringWidth(plane.right), middle);
    haloed(g, plane.top, centre - m.stringWidth(plane.top) / 2.0, view.top() + 16 + m.getAscent());
    haloed(
        g,
        plane.bottom,
        centre - m.stringWidth(plane.bottom) / 2.0,
        view.top() + view.height() - 18.0);
  }

  private void scaleBar(Graphics2D g) {
    double length = SCALE_BARS[SCALE_BARS.length - 1];
    for (double bar : SCALE_BARS) {
      if (bar * view.scale() <= view.width() * 0.3) {
        length = bar;
        break;
      }
    }
    double x = view.left() + 14;
    double y = view.top() + view.height() - 16;
    double end = x + length * view.scale();
    Path2D bar = new Path2D.Double();
    bar.moveTo(x, y - 5);
    bar.lineTo(x, y);
    bar.lineTo(end, y);
    bar.lineTo(end, y - 5);
    cased(g, bar, Palette.INK, 2);
    g.setFont(Palette.font(Font.PLAIN, 14));
    haloed(g, Words.number(length * 1e3, 0) + " mm", x + 4, y - 7);
  }

  /** Draws a shape with a light casing, so that it shows on any ground. */
  static void cased(Graphics2D g, Shape shape, Color colour, float width) {
    g.setColor(Palette.CASING);
    g.setStroke(Palette.plain(width + 2.5f));
    g.draw(shape);
    g.setColor(colour);
    g.setStroke(Palette.plain(width));
    g.draw(shape);
  }

  /** Writes text with a light halo, so that it can be read on any ground. */
  static void haloed(Graphics2D g, String text, double x, double y) {
    Shape outline =
        g.getFont()
            .createGlyphVector(g.getFontRenderContext(), text)
            .getOutline((float) x, (float) y);
    g.setColor(Palette.CASING);
    g.setStroke(Palette.plain(3.5f));
    g.draw(outline);
    g.setColor(Palette.INK);
    g.fill(outline);
  }
}
