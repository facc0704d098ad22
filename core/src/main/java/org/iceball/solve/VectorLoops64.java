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
  private static final Class<? extends DoubleVector> VECTOR =
      DoubleVector.zero(S).getClass().asSubclass(DoubleVector.class);

  /** Made by name. */
  public VectorLoops64() {}

  /**
   * Some lanes of an array. The cast, here and in {@link #store}, tells the compiler which class
   * the vector is of. A loop loads all it needs before it computes anything. Otherwise JDK 17 at
   * times makes an object of every vector: docs/decisions/0004-loops-that-vectorise.md.
   */
  private static DoubleVector load(double[] from, int at) {
    return VECTOR.cast(DoubleVector.fromArray(S, from, at));
  }

  private static void store(DoubleVector lanes, double[] into, int at) {
    VECTOR.cast(lanes).intoArray(into, at);
  }

  @Override
  public void integral(
      double[] h, double[] d, double[] y, double[] q, int from, int to, double[] c, int knots) {
    if (knots == 0) {
      line(h, d, q, from, to, c);
    } else if (knots <= 2) {
      twoKnots(h, d, q, from, to, c);
    } else if (knots <= 4) {
      fourKnots(h, d, q, from, to, c);
    } else {
      fourKnots(h, d, q, from, to, c);
      fourMore(h, d, q, from, to, c);
    }
  }

  private static void line(double[] h, double[] d, double[] q, int from, int to, double[] c) {
    final double slope = c[0];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector x = load(h, i).add(load(d, i));
      store(x.mul(slope), q, i);
    }
    tail(h, d, q, i, to, c, 0);
  }

  private static void twoKnots(double[] h, double[] d, double[] q, int from, int to, double[] c) {
    final int a = 2 + 3 * EnthalpyCurve.KNOTS;
    final int b = a + EnthalpyCurve.KNOTS;
    final double slope = c[0];
    final double h0 = c[2], h1 = c[3];
    final double a0 = c[a], a1 = c[a + 1];
    final double b0 = c[b], b1 = c[b + 1];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector x = load(h, i).add(load(d, i));
      DoubleVector d0 = x.sub(h0);
      DoubleVector d1 = x.sub(h1);
      DoubleVector u0 = d0.abs().sub(d0);
      DoubleVector u1 = d1.abs().sub(d1);
      DoubleVector first = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
      store(x.mul(slope).add(first), q, i);
    }
    tail(h, d, q, i, to, c, 2);
  }

  private static void fourKnots(double[] h, double[] d, double[] q, int from, int to, double[] c) {
    final int a = 2 + 3 * EnthalpyCurve.KNOTS;
    final int b = a + EnthalpyCurve.KNOTS;
    final double slope = c[0];
    final double h0 = c[2], h1 = c[3], h2 = c[4], h3 = c[5];
    final double a0 = c[a], a1 = c[a + 1], a2 = c[a + 2], a3 = c[a + 3];
    final double b0 = c[b], b1 = c[b + 1], b2 = c[b + 2], b3 = c[b + 3];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector x = load(h, i).add(load(d, i));
      DoubleVector d0 = x.sub(h0);
      DoubleVector d1 = x.sub(h1);
      DoubleVector u0 = d0.abs().sub(d0);
      DoubleVector u1 = d1.abs().sub(d1);
      DoubleVector first = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
      DoubleVector d2 = x.sub(h2);
      DoubleVector d3 = x.sub(h3);
      DoubleVector u2 = d2.abs().sub(d2);
      DoubleVector u3 = d3.abs().sub(d3);
      DoubleVector second = u2.mul(u2.mul(b2).add(a2)).add(u3.mul(u3.mul(b3).add(a3)));
      store(x.mul(slope).add(first).add(second), q, i);
    }
    tail(h, d, q, i, to, c, 4);
  }

  /** Adds the second four knots. With eight in one loop the compiler gives up. */
  private static void fourMore(double[] h, double[] d, double[] q, int from, int to, double[] c) {
    final int a = 6 + 3 * EnthalpyCurve.KNOTS;
    final int b = a + EnthalpyCurve.KNOTS;
    final double h0 = c[6], h1 = c[7], h2 = c[8], h3 = c[9];
    final double a0 = c[a], a1 = c[a + 1], a2 = c[a + 2], a3 = c[a + 3];
    final double b0 = c[b], b1 = c[b + 1], b2 = c[b + 2], b3 = c[b + 3];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector before = load(q, i);
      DoubleVector x = load(h, i).add(load(d, i));
      DoubleVector d0 = x.sub(h0);
      DoubleVector d1 = x.sub(h1);
      DoubleVector u0 = d0.abs().sub(d0);
      DoubleVector u1 = d1.abs().sub(d1);
      DoubleVector third = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
      DoubleVector d2 = x.sub(h2);
      DoubleVector d3 = x.sub(h3);
      DoubleVector u2 = d2.abs().sub(d2);
      DoubleVector u3 = d3.abs().sub(d3);
      DoubleVector fourth = u2.mul(u2.mul(b2).add(a2)).add(u3.mul(u3.mul(b3).add(a3)));
      store(before.add(third).add(fourth), q, i);
    }
    tail(h, d, q, i, to, c, 8);
  }

  /** The cells that are left over. */
  private static void tail(
      double[] h, double[] d, double[] q, int from, int to, double[] c, int knots) {
    final int a = 2 + 3 * EnthalpyCurve.KNOTS;
    final int b = a + EnthalpyCurve.KNOTS;
    for (int i = from; i < to; i++) {
      double x = h[i] + d[i];
      double r = c[0] * x;
      for (int k = 0; k < knots; k += 2) {
        double d0 = x - c[2 + k];
        double d1 = x - c[3 + k];
        double u0 = Math.abs(d0) - d0;
        double u1 = Math.abs(d1) - d1;
        r = r + (u0 * (c[a + k] + c[b + k] * u0) + u1 * (c[a + k + 1] + c[b + k + 1] * u1));
      }
      q[i] = r;
    }
  }

  @Override
  public void shift(Work64 w, double[] q, int nx, int first, int last, int from, int to) {
    // neighbours are read where they lie
  }

  @Override
  public void conduct(
      Work64 w, double[] q, int nx, int first, int last, int from, int to, double perArea) {
    inner(w, q, nx, Math.max(from, first + nx), Math.min(to, last - nx), perArea);
    for (int row = from; row < to; row += nx) {
      double[] below = row == first ? w.below : q;
      double[] above = row + nx == last ? w.above : q;
      if (below != q || above != q) {
        outer(w, q, nx, row, below, above, perArea);
      }
      ends(w, q, nx, row, below, above, perArea);
    }
  }

  /** Rows with a row on either side. */
  private static void inner(Work64 w, double[] q, int nx, int from, int to, double perArea) {
    double[] back = w.back;
    double[] front = w.front;
    double[] rate = w.rate;
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector own = load(q, i);
      DoubleVector x = load(q, i - 1).sub(own).add(load(q, i + 1).sub(own));
      DoubleVector y = load(q, i - nx).sub(own).add(load(q, i + nx).sub(own));
      DoubleVector z = load(back, i).sub(own).add(load(front, i).sub(own));
      store(x.add(y).add(z).mul(perArea), rate, i);
    }
    for (; i < to; i++) {
      cell(w, q, i, q[i - 1], q[i + 1], q[i - nx], q[i + nx], perArea);
    }
  }

  /** The first or last row of what is computed, without its ends. */
  private static void outer(
      Work64 w, double[] q, int nx, int row, double[] below, double[] above, double perArea) {
    int down = below == q ? -nx : 0;
    int up = above == q ? nx : 0;
    for (int i = row + 1; i < row + nx - 1; i++) {
      cell(w, q, i, q[i - 1], q[i + 1], below[i + down], above[i + up], perArea);
    }
  }

  /** The first and the last cell of a row. */
  private static void ends(
      Work64 w, double[] q, int nx, int row, double[] below, double[] above, double perArea) {
    int down = below == q ? -nx : 0;
    int up = above == q ? nx : 0;
    int last = row + nx - 1;
    double right = nx > 1 ? q[row + 1] : w.right[row];
    cell(w, q, row, w.left[row], right, below[row + down], above[row + up], perArea);
    if (last > row) {
      cell(w, q, last, q[last - 1], w.right[last], below[last + down], above[last + up], perArea);
    }
  }

  private static void cell(
      Work64 w,
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
      Work64 w, double[] h, double[] d, double[] alive, int from, int to, double[] p) {
    // the compiler vectorises this by itself; with the Vector API it now and then made objects
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
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      DoubleVector twoBefore = load(e, i);
      DoubleVector before = load(d, i);
      DoubleVector now = load(rate, i);
      DoubleVector start = load(m, i);
      DoubleVector kept = before.mul(mu).add(twoBefore.mul(nu));
      store(kept.add(now.mul(a).add(start.mul(b))), e, i);
    }
    for (; i < to; i++) {
      double now = mu * d[i] + nu * e[i];
      e[i] = now + (a * rate[i] + b * m[i]);
    }
  }
}
