package org.iceball.electric;

import org.iceball.grid.Vectors;

/**
 * The loops of the multigrid cycle over the cells of a plane. There are two writings with the same
 * bits: {@link PlainStencil}, and one with the Vector API where Java was started with {@code
 * --add-modules jdk.incubator.vector}.
 */
interface Stencil {
  /** The fastest that this Java offers. */
  static Stencil best() {
    Object found = Vectors.loops("org.iceball.electric.VectorStencil");
    return found instanceof Stencil stencil ? stencil : new PlainStencil();
  }

  /** out = right - A in over a plane. */
  void residual(Network of, int k, float[] in, float[] right, float[] out);

  /** A step of Jacobi over a plane: out = in + omega inverse (right - A in). */
  void relax(
      Network of, int k, float[] in, float[] right, float[] inverse, float omega, float[] out);

  /** row[i] += weight from[at + i] for i below n. */
  void add(float[] row, float weight, float[] from, int at, int n);
}
