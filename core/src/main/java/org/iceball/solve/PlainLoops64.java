package org.iceball.solve;

/** The loops of {@link PlaneLoops64}, in double precision. */
final class PlainLoops64 implements Loops64 {

  @Override
  public void integral(
      double[] h, double[] d, double[] y, double[] q, int from, int to, double[] c, int knots) {
    PlaneLoops64.add(y, h, d, from, to);
    PlaneLoops64.evaluate(y, q, from, to, c, PlaneLoops64.INTEGRAL, knots);
  }

  @Override
  public void shift(Work64 w, double[] q, int nx, int first, int last, int from, int to) {
    System.arraycopy(q, from, w.left, from + 1, to - from - 1);
    System.arraycopy(q, from + 1, w.right, from, to - from - 1);
    int second = Math.max(from, first + nx);
    System.arraycopy(q, second - nx, w.below, second, Math.max(0, to - second));
    int lastButOne = Math.min(to, last - nx);
    System.arraycopy(q, from + nx, w.above, from, Math.max(0, lastButOne - from));
  }

  @Override
  public void conduct(
      Work64 w, double[] q, int nx, int first, int last, int from, int to, double perArea) {
    PlaneLoops64.conduct(
        w.rate, w.left, w.right, w.below, w.above, w.back, w.front, q, from, to, perArea);
  }

  @Override
  public void perfuse(
      Work64 w, double[] h, double[] d, double[] alive, int from, int to, double[] p) {
    PlaneLoops64.add(w.y, h, d, from, to);
    PlaneLoops64.perfuse(w.rate, w.heat, w.y, alive, from, to, p);
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
