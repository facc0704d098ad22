package org.iceball.solve;

/** The loops of {@link PlaneLoops64}, in double precision. */
final class PlainLoops64 implements Loops64 {

  @Override
  public void integral(
      double[] h, double[] d, double[] y, double[] q, int from, int to, double[] c, int knots) {
    double[] at = h;
    if (d != null) {
      PlaneLoops64.add(y, h, d, from, to);
      at = y;
    }
    PlaneLoops64.evaluate(at, q, from, to, c, PlaneLoops64.INTEGRAL, knots);
  }

  @Override
  public void shift(Balance64.Work w, double[] q, int nx, int from, int to) {
    System.arraycopy(q, from, w.left, from + 1, to - from - 1);
    System.arraycopy(q, from + 1, w.right, from, to - from - 1);
    System.arraycopy(q, from, w.below, from + nx, to - from - nx);
    System.arraycopy(q, from + nx, w.above, from, to - from - nx);
  }

  @Override
  public void conduct(Balance64.Work w, double[] q, int nx, int from, int to, double perArea) {
    PlaneLoops64.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, from, to, perArea);
  }

  @Override
  public void perfuse(
      Balance64.Work w, double[] h, double[] d, double[] alive, int from, int to, double[] p) {
    double[] at = h;
    if (d != null) {
      PlaneLoops64.add(w.y, h, d, from, to);
      at = w.y;
    }
    PlaneLoops64.perfuse(w.rate, w.heat, at, alive, from, to, p);
  }

  @Override
  public void stage(
      double[] e,
      double mu,
      double[] d,
      double nu,
      double a,
      double[] rate,
      double b,
      double[] m,
      int from,
      int to) {
    PlaneLoops64.combine(mu, d, nu, e, from, to);
    PlaneLoops64.addTwo(e, a, rate, b, m, from, to);
  }
}
