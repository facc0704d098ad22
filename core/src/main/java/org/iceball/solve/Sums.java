package org.iceball.solve;

/** Sums and least values over a stretch; the same bits in both writings. */
interface Sums {
  /** The fastest that this Java offers. */
  static Sums best() {
    Object found = Vectors.loops("org.iceball.solve.VectorLoopSums");
    return found instanceof Sums sums ? sums : new PlainSums();
  }

  /** Sum in a fixed order: eight chains, then pairs of them. */
  double total(double[] x, int from, int to);

  /** Sum in double precision, in the same order. */
  double total(float[] x, int from, int to);

  /** The least value, or infinity where there is none. */
  double least(double[] x, int from, int to);

  /** The least value, or infinity where there is none. */
  float least(float[] x, int from, int to);
}
