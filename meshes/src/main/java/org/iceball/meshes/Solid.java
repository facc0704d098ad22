package org.iceball.meshes;

import java.util.List;
import org.iceball.grid.Vec3;
import org.iceball.model.AnatomySpec;

/** A phantom's shape as a function of space. */
interface Solid {
  /** The label it paints. */
  int label();

  /**
   * A signed lower bound of the distance to the surface [m]: negative inside, its magnitude never
   * more than the true distance, and zero on the surface.
   */
  double bound(double x, double y, double z);

  /**
   * The surface cuts no cube about a point whose bound is further from zero than this [m].
   *
   * @param half half an edge of the cube [m]
   */
  default double reach(double half) {
    return half * Math.sqrt(3);
  }

  /** The function of a shape that paints a label. */
  static Solid of(AnatomySpec.Shape shape, int label) {
    if (shape instanceof AnatomySpec.Box box) {
      return new Block(label, box.centre(), box.size().times(0.5));
    }
    if (shape instanceof AnatomySpec.Ellipsoid ellipsoid) {
      return new Egg(label, ellipsoid.centre(), ellipsoid.axes().times(0.5));
    }
    AnatomySpec.Tube tube = (AnatomySpec.Tube) shape;
    return Pipe.of(label, tube.points(), tube.diameter() / 2);
  }

  /** An axis-aligned box by its half edges [m]. */
  record Block(int label, Vec3 centre, Vec3 half) implements Solid {
    @Override
    public double bound(double x, double y, double z) {
      return Math.max(
          Math.abs(x - centre.x()) - half.x(),
          Math.max(Math.abs(y - centre.y()) - half.y(), Math.abs(z - centre.z()) - half.z()));
    }

    /** Less than of other solids: its bound is a distance along an axis. */
    @Override
    public double reach(double cube) {
      return cube;
    }
  }

  /** An axis-aligned ellipsoid by its half axes [m]. */
  record Egg(int label, Vec3 centre, Vec3 half) implements Solid {
    @Override
    public double bound(double x, double y, double z) {
      double u = (x - centre.x()) / half.x();
      double v = (y - centre.y()) / half.y();
      double w = (z - centre.z()) / half.z();
      // The map to the unit sphere stretches no length by more than 1 / least half axis.
      double least = Math.min(half.x(), Math.min(half.y(), half.z()));
      return (Math.sqrt(u * u + v * v + w * w) - 1) * least;
    }
  }

  /**
   * All points within a radius of a polyline, so with round ends and joints.
   *
   * @param around box that holds it all
   */
  record Pipe(int label, List<Vec3> points, double radius, Block around) implements Solid {
    /** A pipe with its box. */
    static Pipe of(int label, List<Vec3> points, double radius) {
      Vec3 low = points.get(0);
      Vec3 high = low;
      for (Vec3 p : points) {
        low = Vec3.least(low, p);
        high = Vec3.most(high, p);
      }
      Vec3 half = high.minus(low).times(0.5).plus(new Vec3(radius, radius, radius));
      return new Pipe(
          label, List.copyOf(points), radius, new Block(label, low.plus(high).times(0.5), half));
    }

    @Override
    public double bound(double x, double y, double z) {
      double far = around.bound(x, y, z);
      if (far > radius) {
        return far;
      }
      double least = Double.POSITIVE_INFINITY;
      for (int n = 1; n < points.size(); n++) {
        least = Math.min(least, squaredDistance(x, y, z, points.get(n - 1), points.get(n)));
      }
      return Math.sqrt(least) - radius;
    }

    private static double squaredDistance(double x, double y, double z, Vec3 a, Vec3 b) {
      double ux = b.x() - a.x();
      double uy = b.y() - a.y();
      double uz = b.z() - a.z();
      double px = x - a.x();
      double py = y - a.y();
      double pz = z - a.z();
      double length = ux * ux + uy * uy + uz * uz;
      double t = length == 0 ? 0 : (px * ux + py * uy + pz * uz) / length;
      t = Math.max(0, Math.min(1, t));
      double dx = px - t * ux;
      double dy = py - t * uy;
      double dz = pz - t * uz;
      return dx * dx + dy * dy + dz * dz;
    }
  }
}
