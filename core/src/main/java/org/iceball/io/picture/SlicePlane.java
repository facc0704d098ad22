package org.iceball.io.picture;

import org.iceball.grid.Vec3;

/**
 * The three orthogonal planes and how they are shown: the way radiologists hang them. On axial and
 * coronal slices the patient's right is on the left of the picture.
 */
enum SlicePlane {
  AXIAL("Axial", 0, 1, 2, "R", "L", "A", "P", "seen from the feet: patient's right is on the left"),
  CORONAL(
      "Coronal",
      0,
      2,
      1,
      "R",
      "L",
      "H",
      "F",
      "seen from the front: patient's right is on the left"),
  SAGITTAL(
      "Sagittal",
      1,
      2,
      0,
      "A",
      "P",
      "H",
      "F",
      "seen from the patient's left: front is on the left");

  /** Name for people. */
  final String title;

  /** Patient axis (0 x, 1 y, 2 z) that runs to the left of the picture. */
  final int across;

  /** Patient axis that runs upwards. */
  final int up;

  /** Patient axis at right angles to the plane. */
  final int normal;

  final String left;
  final String right;
  final String top;
  final String bottom;

  /** From where one looks. */
  final String seenFrom;

  SlicePlane(
      String title,
      int across,
      int up,
      int normal,
      String left,
      String right,
      String top,
      String bottom,
      String seenFrom) {
    this.title = title;
    this.across = across;
    this.up = up;
    this.normal = normal;
    this.left = left;
    this.right = right;
    this.top = top;
    this.bottom = bottom;
    this.seenFrom = seenFrom;
  }

  /** Component 0, 1 or 2 of a vector, in the vector's unit. */
  static double component(Vec3 v, int axis) {
    return switch (axis) {
      case 0 -> v.x();
      case 1 -> v.y();
      default -> v.z();
    };
  }
}
