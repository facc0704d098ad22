package org.iceball.solve;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.iceball.tissue.EnthalpyCurve;

/**
 * The loops with the Vector API, in single precision: the same operations in the same order as
 * {@link PlaneLoops32}, therefore the same bits, in fewer passes. Compiled apart, with the
 * incubator module; loaded by name where that module is there.
 */
public final class VectorLoops32 implements Loops32 {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();
  private static final Class<? extends FloatVector> VECTOR =
      FloatVector.zero(S).getClass().asSubclass(FloatVector.class);

  /** Made by name. */
  public VectorLoops32() {}

  /**
   * Some lanes of an array. The cast, here and in {@link #store}, tells the compiler which class
   * the vector is of. A loop loads all it needs before it computes anything. Otherwise JDK 17 at
   * times makes an object of every vector: docs/decisions/0004-loops-that-vectorise.md.
   */
  private static FloatVector load(float[] from, int at) {
    return VECTOR.cast(FloatVector.fromArray(S, from, at));
  }

  private static void store(FloatVector lanes, float[] into, int at) {
    VECTOR.cast(lanes).intoArray(into, at);
  }

  @Override
  public void integral(
      float[] h, float[] d, float[] y, float[] q, int from, int to, float[] c, int knots) {
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

  private static void line(float[] h, float[] d, float[] q, int from, int to, float[] c) {
    final float slope = c[0];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      FloatVector x = load(h, i).add(load(d, i));
      store(x.mul(slope), q, i);
    }
    tail(h, d, q, i, to, c, 0);
  }

  private static void twoKnots(float[] h, float[] d, float[] q, int from, int to, float[] c) {
    final int a = 2 + 3 * EnthalpyCurve.KNOTS;
    final int b = a + EnthalpyCurve.KNOTS;
    final float slope = c[0];
    final float h0 = c[2], h1 = c[3];
    final float a0 = c[a], a1 = c[a + 1];
    final float b0 = c[b], b1 = c[b + 1];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      FloatVector x = load(h, i).add(load(d, i));
      FloatVector d0 = x.sub(h0);
      FloatVector d1 = x.sub(h1);
      FloatVector u0 = d0.abs().sub(d0);
      FloatVector u1 = d1.abs().sub(d1);
      FloatVector first = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
      store(x.mul(slope).add(first), q, i);
    }
    tail(h, d, q, i, to, c, 2);
  }

  private static void fourKnots(float[] h, float[] d, float[] q, int from, int to, float[] c) {
    final int a = 2 + 3 * EnthalpyCurve.KNOTS;
    final int b = a + EnthalpyCurve.KNOTS;
    final float slope = c[0];
    final float h0 = c[2], h1 = c[3], h2 = c[4], h3 = c[5];
    final float a0 = c[a], a1 = c[a + 1], a2 = c[a + 2], a3 = c[a + 3];
    final float b0 = c[b], b1 = c[b + 1], b2 = c[b + 2], b3 = c[b + 3];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      FloatVector x = load(h, i).add(load(d, i));
      FloatVector d0 = x.sub(h0);
      FloatVector d1 = x.sub(h1);
      FloatVector u0 = d0.abs().sub(d0);
      FloatVector u1 = d1.abs().sub(d1);
      FloatVector first = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
      FloatVector d2 = x.sub(h2);
      FloatVector d3 = x.sub(h3);
      FloatVector u2 = d2.abs().sub(d2);
      FloatVector u3 = d3.abs().sub(d3);
      FloatVector second = u2.mul(u2.mul(b2).add(a2)).add(u3.mul(u3.mul(b3).add(a3)));
      store(x.mul(slope).add(first).add(second), q, i);
    }
    tail(h, d, q, i, to, c, 4);
  }

  /** Adds the second four knots. With eight in one loop the compiler gives up. */
  private static void fourMore(float[] h, float[] d, float[] q, int from, int to, float[] c) {
    final int a = 6 + 3 * EnthalpyCurve.KNOTS;
    final int b = a + EnthalpyCurve.KNOTS;
    final float h0 = c[6], h1 = c[7], h2 = c[8], h3 = c[9];
    final float a0 = c[a], a1 = c[a + 1], a2 = c[a + 2], a3 = c[a + 3];
    final float b0 = c[b], b1 = c[b + 1], b2 = c[b + 2], b3 = c[b + 3];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      FloatVector before = load(q, i);
      FloatVector x = load(h, i).add(load(d, i));
      FloatVector d0 = x.sub(h0);
      FloatVector d1 = x.sub(h1);
      FloatVector u0 = d0.abs().sub(d0);
      FloatVector u1 = d1.abs().sub(d1);
      FloatVector third = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
      FloatVector d2 = x.sub(h2);
      FloatVector d3 = x.sub(h3);
      FloatVector u2 = d2.abs().sub(d2);
      FloatVector u3 = d3.abs().sub(d3);
      FloatVector fourth = u2.mul(u2.mul(b2).add(a2)).add(u3.mul(u3.mul(b3).add(a3)));
      store(before.add(third).add(fourth), q, i);
    }
    tail(h, d, q, i, to, c, 8);
  }

  /** The cells that are left over. */
  private static void tail(
      float[] h, float[] d, float[] q, int from, int to, float[] c, int knots) {
    final int a = 2 + 3 * EnthalpyCurve.KNOTS;
    final int b = a + EnthalpyCurve.KNOTS;
    for (int i = from; i < to; i++) {
      float x = h[i] + d[i];
      float r = c[0] * x;
      for (int k = 0; k < knots; k += 2) {
        float d0 = x - c[2 + k];
        float d1 = x - c[3 + k];
        float u0 = Math.abs(d0) - d0;
        float u1 = Math.abs(d1) - d1;
        r = r + (u0 * (c[a + k] + c[b + k] * u0) + u1 * (c[a + k + 1] + c[b + k + 1] * u1));
      }
      q[i] = r;
    }
  }

  @Override
  public void shift(Work32 w, float[] q, int nx, int first, int last, int from, int to) {
    // neighbours are read where they lie
  }

  @Override
  public void conduct(
      Work32 w, float[] q, int nx, int first, int last, int from, int to, float perArea) {
    inner(w, q, nx, Math.max(from, first + nx), Math.min(to, last - nx), perArea);
    for (int row = from; row < to; row += nx) {
      float[] below = row == first ? w.below : q;
      float[] above = row + nx == last ? w.above : q;
      if (below != q || above != q) {
        outer(w, q, nx, row, below, above, perArea);
      }
      ends(w, q, nx, row, below, above, perArea);
    }
  }

  /** Rows with a row on either side. */
  private static void inner(Work32 w, float[] q, int nx, int from, int to, float perArea) {
    float[] back = w.back;
    float[] front = w.front;
    float[] rate = w.rate;
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      FloatVector own = load(q, i);
      FloatVector x = load(q, i - 1).sub(own).add(load(q, i + 1).sub(own));
      FloatVector y = load(q, i - nx).sub(own).add(load(q, i + nx).sub(own));
      FloatVector z = load(back, i).sub(own).add(load(front, i).sub(own));
      store(x.add(y).add(z).mul(perArea), rate, i);
    }
    for (; i < to; i++) {
      cell(w, q, i, q[i - 1], q[i + 1], q[i - nx], q[i + nx], perArea);
    }
  }

  /** The first or last row of what is computed, without its ends. */
  private static void outer(
      Work32 w, float[] q, int nx, int row, float[] below, float[] above, float perArea) {
    int down = below == q ? -nx : 0;
    int up = above == q ? nx : 0;
    for (int i = row + 1; i < row + nx - 1; i++) {
      cell(w, q, i, q[i - 1], q[i + 1], below[i + down], above[i + up], perArea);
    }
  }

  /** The first and the last cell of a row. */
  private static void ends(
      Work32 w, float[] q, int nx, int row, float[] below, float[] above, float perArea) {
    int down = below == q ? -nx : 0;
    int up = above == q ? nx : 0;
    int last = row + nx - 1;
    float right = nx > 1 ? q[row + 1] : w.right[row];
    cell(w, q, row, w.left[row], right, below[row + down], above[row + up], perArea);
    if (last > row) {
      cell(w, q, last, q[last - 1], w.right[last], below[last + down], above[last + up], perArea);
    }
  }

  private static void cell(
      Work32 w,
      float[] q,
      int i,
      float left,
      float right,
      float below,
      float above,
      float perArea) {
    float own = q[i];
    float x = (left - own) + (right - own);
    float y = (below - own) + (above - own);
    float z = (w.back[i] - own) + (w.front[i] - own);
    w.rate[i] = ((x + y) + z) * perArea;
  }

  @Override
  public void perfuse(Work32 w, float[] h, float[] d, float[] alive, int from, int to, float[] p) {
    // the compiler vectorises this by itself; with the Vector API it now and then made objects
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
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      FloatVector twoBefore = load(e, i);
      FloatVector before = load(d, i);
      FloatVector now = load(rate, i);
      FloatVector start = load(m, i);
      FloatVector kept = before.mul(mu).add(twoBefore.mul(nu));
      store(kept.add(now.mul(a).add(start.mul(b))), e, i);
    }
    for (; i < to; i++) {
      float now = mu * d[i] + nu * e[i];
      e[i] = now + (a * rate[i] + b * m[i]);
    }
  }
}
