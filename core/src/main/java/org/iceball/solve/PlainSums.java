package org.iceball.solve;

/** {@link Sums} without the Vector API. */
final class PlainSums implements Sums {

  @Override
  public double total(double[] x, int from, int to) {
    return PlaneLoops64.total(x, from, to);
  }

  @Override
  public double total(float[] x, int from, int to) {
    return PlaneLoops32.total(x, from, to);
  }

  @Override
  public double least(double[] x, int from, int to) {
    return PlaneLoops64.least(x, from, to);
  }

  @Override
  public float least(float[] x, int from, int to) {
    return PlaneLoops32.least(x, from, to);
  }
}
