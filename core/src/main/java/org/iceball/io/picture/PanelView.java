package org.iceball.io.picture;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;

/**
 * Where things of the patient lie in a panel of the picture.
 *
 * @param plane which way one looks
 * @param grid of the slice
 * @param box what is shown
 * @param scale [px/m]
 * @param left edge of the panel [px]
 * @param top edge of the panel [px]
 */
record PanelView(SlicePlane plane, Grid grid, Box box, double scale, int left, int top) {

  /** Width of the panel [px]. */
  int width() {
    return (int) Math.round(box.extent(plane.across) * scale);
  }

  /** Height of the panel [px]. */
  int height() {
    return (int) Math.round(box.extent(plane.up) * scale);
  }

  /** The point projected along the normal of the plane [px]. */
  Point2D project(Vec3 point) {
    return pixel(SlicePlane.component(point, plane.across), SlicePlane.component(point, plane.up));
  }

  /** Fractional cell index along the plane's first axis of the pixel column [1]. */
  double u(double pixelX) {
    double across = SlicePlane.component(box.high(), plane.across) - (pixelX - left) / scale;
    return (across - SlicePlane.component(grid.origin(), plane.across)) / grid.spacing();
  }

  /** Fractional cell index along the plane's second axis of the pixel row [1]. */
  double v(double pixelY) {
    double up = SlicePlane.component(box.high(), plane.up) - (pixelY - top) / scale;
    return (up - SlicePlane.component(grid.origin(), plane.up)) / grid.spacing();
  }

  /** Lines in fractional cell indices as one path [px]. */
  Path2D path(List<List<double[]>> lines) {
    Path2D path = new Path2D.Double();
    for (List<double[]> line : lines) {
      for (int n = 0; n < line.size(); n++) {
        Point2D p = ofIndex(line.get(n)[0], line.get(n)[1]);
        if (n == 0) {
          path.moveTo(p.getX(), p.getY());
        } else {
          path.lineTo(p.getX(), p.getY());
        }
      }
    }
    return path;
  }

  private Point2D ofIndex(double u, double v) {
    double h = grid.spacing();
    return pixel(
        SlicePlane.component(grid.origin(), plane.across) + u * h,
        SlicePlane.component(grid.origin(), plane.up) + v * h);
  }

  private Point2D pixel(double across, double up) {
    return new Point2D.Double(
        left + (SlicePlane.component(box.high(), plane.across) - across) * scale,
        top + (SlicePlane.component(box.high(), plane.up) - up) * scale);
  }
}
