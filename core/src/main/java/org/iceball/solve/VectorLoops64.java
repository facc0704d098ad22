package org.iceball.solve;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.iceball.tissue.EnthalpyCurve;

/**
 * The loops with the Vector API, in double precision: the same operations in the same order as
 * {@link PlaneLoops64}, therefore the same bits, in fewer passes. Compiled apart, with the
 * incubator module; loaded by name where that module is there.
 */
public final class VectorLoops64 implements Loops64 {
  private static final VectorSpecies<Double> S = DoubleVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();

  /** Made by name. */
  public VectorLoops64() {}

  @Override
  public void integral(
      double[] h, double[] d, double[] y, double[] q, int from, int to, double[] c, int knots) {
    if (knots == 0) {
      line(h, d, q, from, to, c[0]);
      return;
    }
    firstKnots(h, d, q, from, to, c, knots > 2);
    if (knots > 4) {
      moreKnots(h, d, q, from, to, c, 4, knots > 6);
    }
  }

  private static void line(double[] h, double[] d, double[] q, int from, int to, double slope) {
    int i = from;
    if (d == null) {
      for (; i <= to - LANES; i += LANES) {
        DoubleVector.fromArray(S, h, i).mul(slope).intoArray(q, i);
      }
    } else {
      for (; i <= to - LANES; i += LANES) {
        DoubleVector.fromArray(S, h, i)
            .add(DoubleVector.fromArray(S, d, i))
            .mul(slope)
            .intoArray(q, i);
      }
    }
    for (; i < to; i++) {
      q[i] = slope * (d == null ? h[i] : h[i] + d[i]);
    }
  }

  private static void firstKnots(
      double[] h, double[] d, double[] q, int from, int to, double[] c, boolean four) {
    final int n = EnthalpyCurve.KNOTS;
    final int a = 2 + 3 * n;
    final int b = a + n;
    final double slope = c[0];
    final double h0 = c[2], h1 = c[3], h2 = c[4], h3 = c[5];
    final double a0 = c[a], a1 = c[a + 1], a2 = c[a + 2], a3 = c[a + 3];
    final double b0 = c[b], b1 = c[b + 1], b2 = c[b + 2], b3 = c[b + 3];
    int i = from;
    if (four) {
      for (; i <= to - LANES; i += LANES) {
        DoubleVector x = DoubleVector.fromArray(S, h, i);
        if (d != null) {
          x = x.add(DoubleVector.fromArray(S, d, i));
        }
        DoubleVector d0 = x.sub(h0);
        DoubleVector d1 = x.sub(h1);
        DoubleVector u0 = d0.abs().sub(d0);
        DoubleVector u1 = d1.abs().sub(d1);
        DoubleVector low = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
        DoubleVector d2 = x.sub(h2);
        DoubleVector d3 = x.sub(h3);
        DoubleVector u2 = d2.abs().sub(d2);
        DoubleVector u3 = d3.abs().sub(d3);
        DoubleVector deep = u2.mul(u2.mul(b2).add(a2)).add(u3.mul(u3.mul(b3).add(a3)));
        x.mul(slope).add(low).add(deep).intoArray(q, i);
      }
    } else {
      for (; i <= to - LANES; i += LANES) {
        DoubleVector x = DoubleVector.fromArray(S, h, i);
        if (d != null) {
          x = x.add(DoubleVector.fromArray(S, d, i));
        }
        DoubleVector d0 = x.sub(h0);
        DoubleVector d1 = x.sub(h1);
        DoubleVector u0 = d0.abs().sub(d0);
        DoubleVector u1 = d1.abs().sub(d1);
        DoubleVector low = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
        x.mul(slope).add(low).intoArray(q, i);
      }
    }
    for (; i < to; i++) {
      double x = d == null ? h[i] : h[i] + d[i];
      double r = slope * x + two(x, h0, h1, a0, a1, b0, b1);
      q[i] = four ? r + two(x, h2, h3, a2, a3, b2, b3) : r;
    }
  }

  private static void moreKnots(
      double[] h, double[] d, double[] q, int from, int to, double[] c, int k, boolean four) {
    final int n = EnthalpyCurve.KNOTS;
    final int a = 2 + 3 * n + k;
    final int b = a + n;
    final double h0 = c[2 + k], h1 = c[3 + k], h2 = c[4 + k], h3 = c[5 + k];
    final double a0 = c[a], a1 = c[a + 1], a2 = c[a + 2], a3 = c[a + 3];
    final double b0 = c[b], b1 = c[b + 1], b2 = c[b + 2], b3 = c[b + 3];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(S, h, i);
      if (d != null) {
        x = x.add(DoubleVector.fromArray(S, d, i));
      }
      DoubleVector d0 = x.sub(h0);
      DoubleVector d1 = x.sub(h1);
      DoubleVector u0 = d0.abs().sub(d0);
      DoubleVector u1 = d1.abs().sub(d1);
      DoubleVector low = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
      DoubleVector r = DoubleVector.fromArray(S, q, i).add(low);
      if (four) {
        DoubleVector d2 = x.sub(h2);
        DoubleVector d3 = x.sub(h3);
        DoubleVector u2 = d2.abs().sub(d2);
        DoubleVector u3 = d3.abs().sub(d3);
        r = r.add(u2.mul(u2.mul(b2).add(a2)).add(u3.mul(u3.mul(b3).add(a3))));
      }
      r.intoArray(q, i);
    }
    for (; i < to; i++) {
      double x = d == null ? h[i] : h[i] + d[i];
      double r = q[i] + two(x, h0, h1, a0, a1, b0, b1);
      q[i] = four ? r + two(x, h2, h3, a2, a3, b2, b3) : r;
    }
  }

  private static double two(
      double x, double h0, double h1, double a0, double a1, double b0, double b1) {
    double d0 = x - h0;
    double d1 = x - h1;
    double u0 = Math.abs(d0) - d0;
    double u1 = Math.abs(d1) - d1;
    return u0 * (a0 + b0 * u0) + u1 * (a1 + b1 * u1);
  }

  @Override
  public void shift(Balance64.Work w, double[] q, int nx, int from, int to) {
    // neighbours are read where they lie
  }

  @Override
  public void conduct(Balance64.Work w, double[] q, int nx, int from, int to, double perArea) {
    double[] back = w.back;
    double[] front = w.front;
    double[] rate = w.rate;
    final int begin = from + nx;
    final int end = to - nx;
    int i = begin;
    for (; i <= end - LANES; i += LANES) {
      DoubleVector own = DoubleVector.fromArray(S, q, i);
      DoubleVector x =
          DoubleVector.fromArray(S, q, i - 1)
              .sub(own)
              .add(DoubleVector.fromArray(S, q, i + 1).sub(own));
      DoubleVector y =
          DoubleVector.fromArray(S, q, i - nx)
              .sub(own)
              .add(DoubleVector.fromArray(S, q, i + nx).sub(own));
      DoubleVector z =
          DoubleVector.fromArray(S, back, i)
              .sub(own)
              .add(DoubleVector.fromArray(S, front, i).sub(own));
      x.add(y).add(z).mul(perArea).intoArray(rate, i);
    }
    for (; i < end; i++) {
      cell(w, q, i, q[i - 1], q[i + 1], q[i - nx], q[i + nx], perArea);
    }
    for (int row = begin; row < end; row += nx) {
      ends(w, q, nx, row, q[row - nx], q[row + nx], true, perArea);
    }
    edgeRow(w, q, nx, from, from, to, perArea);
    if (to - nx > from) {
      edgeRow(w, q, nx, to - nx, from, to, perArea);
    }
  }

  private static void ends(
      Balance64.Work w,
      double[] q,
      int nx,
      int row,
      double below,
      double above,
      boolean inner,
      double perArea) {
    int last = row + nx - 1;
    double right = nx > 1 ? q[row + 1] : w.right[row];
    cell(w, q, row, w.left[row], right, below, above, perArea);
    if (last > row) {
      double b = inner ? q[last - nx] : w.below[last];
      double a = inner ? q[last + nx] : w.above[last];
      cell(w, q, last, q[last - 1], w.right[last], b, a, perArea);
    }
  }

  /** The first or last row of what is computed. */
  private static void edgeRow(
      Balance64.Work w, double[] q, int nx, int row, int from, int to, double perArea) {
    for (int i = row; i < row + nx; i++) {
      double left = i > row ? q[i - 1] : w.left[i];
      double right = i < row + nx - 1 ? q[i + 1] : w.right[i];
      double below = row > from ? q[i - nx] : w.below[i];
      double above = row + nx < to ? q[i + nx] : w.above[i];
      cell(w, q, i, left, right, below, above, perArea);
    }
  }

  private static void cell(
      Balance64.Work w,
      double[] q,
      int i,
      double left,
      double right,
      double below,
      double above,
      double perArea) {
    double own = q[i];
    double x = (left - own) + (right - own);
    double y = (below - own) + (above - own);
    double z = (w.back[i] - own) + (w.front[i] - own);
    w.rate[i] = ((x + y) + z) * perArea;
  }

  @Override
  public void perfuse(
      Balance64.Work w, double[] h, double[] d, double[] alive, int from, int to, double[] p) {
    final double full = p[0], off = p[1], base = p[2], slope = p[3];
    final double bendFull = p[4], bendFront = p[5], bendOff = p[6], metabolism = p[7];
    double[] rate = w.rate;
    double[] heat = w.heat;
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector x = DoubleVector.fromArray(S, h, i);
      if (d != null) {
        x = x.add(DoubleVector.fromArray(S, d, i));
      }
      DoubleVector life = DoubleVector.fromArray(S, alive, i);
      DoubleVector f = x.sub(full);
      DoubleVector o = x.sub(off);
      DoubleVector bends =
          f.abs()
              .sub(f)
              .mul(bendFull)
              .add(x.abs().sub(x).mul(bendFront).add(o.abs().sub(o).mul(bendOff)));
      DoubleVector brought = life.mul(x.mul(slope).add(base).add(bends));
      brought.intoArray(heat, i);
      DoubleVector.fromArray(S, rate, i).add(brought.add(life.mul(metabolism))).intoArray(rate, i);
    }
    for (; i < to; i++) {
      double x = d == null ? h[i] : h[i] + d[i];
      double f = x - full;
      double o = x - off;
      double blood =
          (base + slope * x)
              + ((Math.abs(f) - f) * bendFull
                  + ((Math.abs(x) - x) * bendFront + (Math.abs(o) - o) * bendOff));
      double brought = alive[i] * blood;
      heat[i] = brought;
      rate[i] = rate[i] + (brought + alive[i] * metabolism);
    }
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
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector before = DoubleVector.fromArray(S, e, i).mul(nu);
      DoubleVector now = DoubleVector.fromArray(S, d, i).mul(mu).add(before);
      DoubleVector start = DoubleVector.fromArray(S, m, i).mul(b);
      now.add(DoubleVector.fromArray(S, rate, i).mul(a).add(start)).intoArray(e, i);
    }
    for (; i < to; i++) {
      double now = mu * d[i] + nu * e[i];
      e[i] = now + (a * rate[i] + b * m[i]);
    }
  }
}
