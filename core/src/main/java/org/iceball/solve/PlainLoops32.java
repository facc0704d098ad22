package org.iceball.solve;

/** The loops of {@link PlaneLoops32}, in single precision. */
final class PlainLoops32 implements Loops32 {

  @Override
  public void integral(
      float[] h, float[] d, float[] y, float[] q, int from, int to, float[] c, int knots) {
    float[] at = h;
    if (d != null) {
      PlaneLoops32.add(y, h, d, from, to);
      at = y;
    }
    PlaneLoops32.evaluate(at, q, from, to, c, PlaneLoops32.INTEGRAL, knots);
  }

  @Override
  public void shift(Balance32.Work w, float[] q, int nx, int from, int to) {
    System.arraycopy(q, from, w.left, from + 1, to - from - 1);
    System.arraycopy(q, from + 1, w.right, from, to - from - 1);
    System.arraycopy(q, from, w.below, from + nx, to - from - nx);
    System.arraycopy(q, from + nx, w.above, from, to - from - nx);
  }

  @Override
  public void conduct(Balance32.Work w, float[] q, int nx, int from, int to, float perArea) {
    PlaneLoops32.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, from, to, perArea);
  }

  @Override
  public void perfuse(
      Balance32.Work w, float[] h, float[] d, float[] alive, int from, int to, float[] p) {
    float[] at = h;
    if (d != null) {
      PlaneLoops32.add(w.y, h, d, from, to);
      at = w.y;
    }
    PlaneLoops32.perfuse(w.rate, w.heat, at, alive, from, to, p);
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
