package org.iceball.model;

import java.nio.file.Path;
import java.util.List;
import org.iceball.grid.Vec3;

/** Where the anatomy comes from, as the case says it. */
public sealed interface AnatomySpec {

  /**
   * A label image.
   *
   * @param file resolved path, already checked to lie under an allowed folder
   * @param written the path as the case file writes it
   */
  record Image(Path file, String written) implements AnatomySpec {}

  /**
   * Shapes painted one after the other over label 0, later ones over earlier ones.
   *
   * @param size edges of the box [m], centred on the origin of the frame
   * @param shapes what is painted, in this order
   */
  record Phantom(Vec3 size, List<Shape> shapes) implements AnatomySpec {}

  /** A painted shape. */
  sealed interface Shape {
    /** The label it paints, 0 to 255. */
    int label();
  }

  /** An axis-aligned box: centre and edges [m]. */
  record Box(int label, Vec3 centre, Vec3 size) implements Shape {}

  /** An axis-aligned ellipsoid: centre and full axes [m]. */
  record Ellipsoid(int label, Vec3 centre, Vec3 axes) implements Shape {}

  /**
   * A tube along a polyline, straight, bent or (as several tubes) branching.
   *
   * @param points at least two [m]
   * @param diameter [m]
   */
  record Tube(int label, List<Vec3> points, double diameter) implements Shape {}
}
