package org.iceball.validation.exact;

/** The two radial geometries: round an endless needle, or round a ball. */
public enum Symmetry {
  CYLINDER,
  SPHERE
}
