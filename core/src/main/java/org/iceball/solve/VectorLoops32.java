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

  /** Made by name. */
  public VectorLoops32() {}

  @Override
  public void integral(
      float[] h, float[] d, float[] y, float[] q, int from, int to, float[] c, int knots) {
    if (knots == 0) {
      line(h, d, q, from, to, c[0]);
      return;
    }
    firstKnots(h, d, q, from, to, c, knots > 2);
    if (knots > 4) {
      moreKnots(h, d, q, from, to, c, 4, knots > 6);
    }
  }

  private static void line(float[] h, float[] d, float[] q, int from, int to, float slope) {
    int i = from;
    if (d == null) {
      for (; i <= to - LANES; i += LANES) {
        FloatVector.fromArray(S, h, i).mul(slope).intoArray(q, i);
      }
    } else {
      for (; i <= to - LANES; i += LANES) {
        FloatVector.fromArray(S, h, i)
            .add(FloatVector.fromArray(S, d, i))
            .mul(slope)
            .intoArray(q, i);
      }
    }
    for (; i < to; i++) {
      q[i] = slope * (d == null ? h[i] : h[i] + d[i]);
    }
  }

  private static void firstKnots(
      float[] h, float[] d, float[] q, int from, int to, float[] c, boolean four) {
    final int n = EnthalpyCurve.KNOTS;
    final int a = 2 + 3 * n;
    final int b = a + n;
    final float slope = c[0];
    final float h0 = c[2], h1 = c[3], h2 = c[4], h3 = c[5];
    final float a0 = c[a], a1 = c[a + 1], a2 = c[a + 2], a3 = c[a + 3];
    final float b0 = c[b], b1 = c[b + 1], b2 = c[b + 2], b3 = c[b + 3];
    int i = from;
    if (four) {
      for (; i <= to - LANES; i += LANES) {
        FloatVector x = FloatVector.fromArray(S, h, i);
        if (d != null) {
          x = x.add(FloatVector.fromArray(S, d, i));
        }
        FloatVector d0 = x.sub(h0);
        FloatVector d1 = x.sub(h1);
        FloatVector u0 = d0.abs().sub(d0);
        FloatVector u1 = d1.abs().sub(d1);
        FloatVector low = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
        FloatVector d2 = x.sub(h2);
        FloatVector d3 = x.sub(h3);
        FloatVector u2 = d2.abs().sub(d2);
        FloatVector u3 = d3.abs().sub(d3);
        FloatVector deep = u2.mul(u2.mul(b2).add(a2)).add(u3.mul(u3.mul(b3).add(a3)));
        x.mul(slope).add(low).add(deep).intoArray(q, i);
      }
    } else {
      for (; i <= to - LANES; i += LANES) {
        FloatVector x = FloatVector.fromArray(S, h, i);
        if (d != null) {
          x = x.add(FloatVector.fromArray(S, d, i));
        }
        FloatVector d0 = x.sub(h0);
        FloatVector d1 = x.sub(h1);
        FloatVector u0 = d0.abs().sub(d0);
        FloatVector u1 = d1.abs().sub(d1);
        FloatVector low = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
        x.mul(slope).add(low).intoArray(q, i);
      }
    }
    for (; i < to; i++) {
      float x = d == null ? h[i] : h[i] + d[i];
      float r = slope * x + two(x, h0, h1, a0, a1, b0, b1);
      q[i] = four ? r + two(x, h2, h3, a2, a3, b2, b3) : r;
    }
  }

  private static void moreKnots(
      float[] h, float[] d, float[] q, int from, int to, float[] c, int k, boolean four) {
    final int n = EnthalpyCurve.KNOTS;
    final int a = 2 + 3 * n + k;
    final int b = a + n;
    final float h0 = c[2 + k], h1 = c[3 + k], h2 = c[4 + k], h3 = c[5 + k];
    final float a0 = c[a], a1 = c[a + 1], a2 = c[a + 2], a3 = c[a + 3];
    final float b0 = c[b], b1 = c[b + 1], b2 = c[b + 2], b3 = c[b + 3];
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      FloatVector x = FloatVector.fromArray(S, h, i);
      if (d != null) {
        x = x.add(FloatVector.fromArray(S, d, i));
      }
      FloatVector d0 = x.sub(h0);
      FloatVector d1 = x.sub(h1);
      FloatVector u0 = d0.abs().sub(d0);
      FloatVector u1 = d1.abs().sub(d1);
      FloatVector low = u0.mul(u0.mul(b0).add(a0)).add(u1.mul(u1.mul(b1).add(a1)));
      FloatVector r = FloatVector.fromArray(S, q, i).add(low);
      if (four) {
        FloatVector d2 = x.sub(h2);
        FloatVector d3 = x.sub(h3);
        FloatVector u2 = d2.abs().sub(d2);
        FloatVector u3 = d3.abs().sub(d3);
        r = r.add(u2.mul(u2.mul(b2).add(a2)).add(u3.mul(u3.mul(b3).add(a3))));
      }
      r.intoArray(q, i);
    }
    for (; i < to; i++) {
      float x = d == null ? h[i] : h[i] + d[i];
      float r = q[i] + two(x, h0, h1, a0, a1, b0, b1);
      q[i] = four ? r + two(x, h2, h3, a2, a3, b2, b3) : r;
    }
  }

  private static float two(float x, float h0, float h1, float a0, float a1, float b0, float b1) {
    float d0 = x - h0;
    float d1 = x - h1;
    float u0 = Math.abs(d0) - d0;
    float u1 = Math.abs(d1) - d1;
    return u0 * (a0 + b0 * u0) + u1 * (a1 + b1 * u1);
  }

  @Override
  public void shift(Balance32.Work w, float[] q, int nx, int from, int to) {
    // neighbours are read where they lie
  }

  @Override
  public void conduct(Balance32.Work w, float[] q, int nx, int from, int to, float perArea) {
    float[] back = w.back;
    float[] front = w.front;
    float[] rate = w.rate;
    final int begin = from + nx;
    final int end = to - nx;
    int i = begin;
    for (; i <= end - LANES; i += LANES) {
      FloatVector own = FloatVector.fromArray(S, q, i);
      FloatVector x =
          FloatVector.fromArray(S, q, i - 1)
              .sub(own)
              .add(FloatVector.fromArray(S, q, i + 1).sub(own));
      FloatVector y =
          FloatVector.fromArray(S, q, i - nx)
              .sub(own)
              .add(FloatVector.fromArray(S, q, i + nx).sub(own));
      FloatVector z =
          FloatVector.fromArray(S, back, i)
              .sub(own)
              .add(FloatVector.fromArray(S, front, i).sub(own));
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
      Balance32.Work w,
      float[] q,
      int nx,
      int row,
      float below,
      float above,
      boolean inner,
      float perArea) {
    int last = row + nx - 1;
    float right = nx > 1 ? q[row + 1] : w.right[row];
    cell(w, q, row, w.left[row], right, below, above, perArea);
    if (last > row) {
      float b = inner ? q[last - nx] : w.below[last];
      float a = inner ? q[last + nx] : w.above[last];
      cell(w, q, last, q[last - 1], w.right[last], b, a, perArea);
    }
  }

  /** The first or last row of what is computed. */
  private static void edgeRow(
      Balance32.Work w, float[] q, int nx, int row, int from, int to, float perArea) {
    for (int i = row; i < row + nx; i++) {
      float left = i > row ? q[i - 1] : w.left[i];
      float right = i < row + nx - 1 ? q[i + 1] : w.right[i];
      float below = row > from ? q[i - nx] : w.below[i];
      float above = row + nx < to ? q[i + nx] : w.above[i];
      cell(w, q, i, left, right, below, above, perArea);
    }
  }

  private static void cell(
      Balance32.Work w,
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
  public void perfuse(
      Balance32.Work w, float[] h, float[] d, float[] alive, int from, int to, float[] p) {
    final float full = p[0], off = p[1], base = p[2], slope = p[3];
    final float bendFull = p[4], bendFront = p[5], bendOff = p[6], metabolism = p[7];
    float[] rate = w.rate;
    float[] heat = w.heat;
    int i = from;
    for (; i <= to - LANES; i += LANES) {
      FloatVector x = FloatVector.fromArray(S, h, i);
      if (d != null) {
        x = x.add(FloatVector.fromArray(S, d, i));
      }
      FloatVector life = FloatVector.fromArray(S, alive, i);
      FloatVector f = x.sub(full);
      FloatVector o = x.sub(off);
      FloatVector bends =
          f.abs()
              .sub(f)
              .mul(bendFull)
              .add(x.abs().sub(x).mul(bendFront).add(o.abs().sub(o).mul(bendOff)));
      FloatVector brought = life.mul(x.mul(slope).add(base).add(bends));
      brought.intoArray(heat, i);
      FloatVector.fromArray(S, rate, i).add(brought.add(life.mul(metabolism))).intoArray(rate, i);
    }
    for (; i < to; i++) {
      float x = d == null ? h[i] : h[i] + d[i];
      float f = x - full;
      float o = x - off;
      float blood =
          (base + slope * x)
              + ((Math.abs(f) - f) * bendFull
                  + ((Math.abs(x) - x) * bendFront + (Math.abs(o) - o) * bendOff));
      float brought = alive[i] * blood;
      heat[i] = brought;
      rate[i] = rate[i] + (brought + alive[i] * metabolism);
    }
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
      FloatVector before = FloatVector.fromArray(S, e, i).mul(nu);
      FloatVector now = FloatVector.fromArray(S, d, i).mul(mu).add(before);
      FloatVector start = FloatVector.fromArray(S, m, i).mul(b);
      now.add(FloatVector.fromArray(S, rate, i).mul(a).add(start)).intoArray(e, i);
    }
    for (; i < to; i++) {
      float now = mu * d[i] + nu * e[i];
      e[i] = now + (a * rate[i] + b * m[i]);
    }
  }
}
