package org.iceball.model;

import org.iceball.device.VesselSegment;

/**
 * A piece of a vessel on its way to a coupling.
 *
 * @param tree index of the vessel
 * @param segment index of the piece in its tree
 * @param shape where it lies
 * @param model the rung of the ladder
 * @param kind what it becomes on the grid
 * @param inside part of it that lies within the grid [1]
 * @param film heat transfer coefficient between blood and wall [W/(m2 K)]; infinite without a film
 */
record VesselPiece(
    int tree,
    int segment,
    VesselSegment shape,
    VesselModel model,
    Kind kind,
    double inside,
    double film) {

  /** What a piece becomes on the grid. */
  enum Kind {
    /** Tissue, with that tissue's perfusion. */
    TISSUE,
    /** Cells held at body temperature. */
    HELD,
    /** Tissue with a line in it that exchanges heat. */
    LINE,
    /** A lumen that conducts nothing, with a wall that exchanges heat. */
    WALL
  }

  /** Area of the wall within the grid [m2]. */
  double area() {
    return shape.wall() * inside;
  }
}
