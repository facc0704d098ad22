package org.iceball.io.casefile;

import java.util.Map;
import org.iceball.grid.Vec3;
import org.iceball.units.Dimension;

/** The frame that the positions of a case file are written in. Inside, all is RAS. */
enum Frame {
  /** x to the right, y to the front, z to the head: NIfTI. */
  RAS,
  /** x to the left, y to the back, z to the head: DICOM, NRRD of 3D Slicer. */
  LPS;

  /** The words for them. */
  static final Map<String, Frame> WORDS = Map.of("RAS", RAS, "LPS", LPS);

  /** How far out a position may lie: beyond any scanner's bore. */
  static final Range REACH = Range.of(Dimension.LENGTH, "-3 m", "3 m");

  /** A point, offset or direction of this frame in RAS. */
  Vec3 toRas(Vec3 v) {
    // 0 - x, not -x: a zero stays a positive zero
    return this == RAS ? v : new Vec3(0 - v.x(), 0 - v.y(), v.z());
  }
}
