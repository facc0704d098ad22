package org.iceball.io.picture;

import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Point2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;

/**
 * Needles projected onto a panel: the shaft thin, the active zone thick, and a number that the
 * legend explains.
 */
final class NeedleTracks {
  static final Color METAL = new Color(0x2B, 0x2F, 0x36);
  private static final double SHAFT = 0.5;
  private static final double BADGE = 11;

  private NeedleTracks() {}

  private record Badge(Point2D at, StringBuilder text) {}

  static void draw(Graphics2D g, PanelView view, List<Needle> needles) {
    for (Needle needle : needles) {
      Point2D tip = view.project(needle.tip());
      Point2D end = view.project(needle.activeEnd());
      Point2D hub = view.project(needle.tip().plus(needle.axis().times(SHAFT)));
      SlicePanel.cased(g, new Line2D.Double(end, hub), METAL, 1.6f);
      SlicePanel.cased(g, new Line2D.Double(tip, end), METAL, 5);
      if (tip.distance(end) < 4) {
        // Seen along its shaft the needle is a dot.
        g.setColor(METAL);
        g.fill(new Ellipse2D.Double(tip.getX() - 5, tip.getY() - 5, 10, 10));
      }
    }
    for (Badge badge : badges(view, needles)) {
      draw(g, badge);
    }
  }

  /** One badge a needle beside the end of its active zone; needles that coincide share one. */
  private static List<Badge> badges(PanelView view, List<Needle> needles) {
    List<Badge> badges = new ArrayList<>();
    for (int n = 0; n < needles.size(); n++) {
      Point2D tip = view.project(needles.get(n).tip());
      Point2D end = view.project(needles.get(n).activeEnd());
      double length = tip.distance(end);
      double dx = length < 4 ? Math.sqrt(0.5) : (end.getX() - tip.getX()) / length;
      double dy = length < 4 ? -Math.sqrt(0.5) : (end.getY() - tip.getY()) / length;
      Point2D at =
          new Point2D.Double(
              clamp(end.getX() + dx * 20, view.left(), view.width()),
              clamp(end.getY() + dy * 20, view.top(), view.height()));
      Badge near =
          badges.stream().filter(b -> b.at().distance(at) < 1.8 * BADGE).findFirst().orElse(null);
      if (near == null) {
        badges.add(new Badge(at, new StringBuilder().append(n + 1)));
      } else {
        near.text().append(", ").append(n + 1);
      }
    }
    return badges;
  }

  private static double clamp(double value, int low, int extent) {
    return Math.min(Math.max(value, low + BADGE + 4), low + extent - BADGE - 4);
  }

  private static void draw(Graphics2D g, Badge badge) {
    draw(g, badge.text().toString(), badge.at().getX(), badge.at().getY());
  }

  /** A badge with its centre at a point [px]; returns its width [px]. */
  static double draw(Graphics2D g, String text, double x, double y) {
    g.setFont(Palette.font(Font.BOLD, 13));
    FontMetrics m = g.getFontMetrics();
    double width = Math.max(2 * BADGE, m.stringWidth(text) + 12);
    RoundRectangle2D pill =
        new RoundRectangle2D.Double(
            x - width / 2, y - BADGE, width, 2 * BADGE, 2 * BADGE, 2 * BADGE);
    g.setColor(Palette.PAPER);
    g.fill(pill);
    g.setColor(METAL);
    g.setStroke(Palette.plain(1.5f));
    g.draw(pill);
    g.drawString(
        text,
        (float) (x - m.stringWidth(text) / 2.0),
        (float) (y + (m.getAscent() - m.getDescent()) / 2.0));
    return width;
  }
}
