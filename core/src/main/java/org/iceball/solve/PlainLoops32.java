package org.iceball.solve;

/** The loops of {@link PlaneLoops32}, in single precision. */
final class PlainLoops32 implements Loops32 {

  @Override
  public void integral(
      float[] h, float[] d, float[] y, float[] q, int from, int to, float[] c, int knots) {
    PlaneLoops32.add(y, h, d, from, to);
    PlaneLoops32.evaluate(y, q, from, to, c, PlaneLoops32.INTEGRAL, knots);
  }

  @Override
  public void shift(Work32 w, float[] q, int nx, int first, int last, int from, int to) {
    System.arraycopy(q, from, w.left, from + 1, to - from - 1);
    System.arraycopy(q, from + 1, w.right, from, to - from - 1);
    int second = Math.max(from, first + nx);
    System.arraycopy(q, second - nx, w.below, second, Math.max(0, to - second));
    int lastButOne = Math.min(to, last - nx);
    System.arraycopy(q, from + nx, w.above, from, Math.max(0, lastButOne - from));
  }

  @Override
  public void conduct(
      Work32 w, float[] q, int nx, int first, int last, int from, int to, float perArea) {
    PlaneLoops32.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, from, to, perArea);
  }

  @Override
  public void perfuse(Work32 w, float[] h, float[] d, float[] alive, int from, int to, float[] p) {
    PlaneLoops32.add(w.y, h, d, from, to);
    PlaneLoops32.perfuse(w.rate, w.heat, w.y, alive, from, to, p);
  }

  @Override
  public void stage(
      float[] e,
      float mu,
      float[] d,
      float nu,
      float a,
      float[] rate,
      float b,
      float[] m,
      int from,
      int to) {
    PlaneLoops32.combine(mu, d, nu, e, from, to);
    PlaneLoops32.addTwo(e, a, rate, b, m, from, to);
  }
}
