package org.iceball.solve;

import org.iceball.tissue.EnthalpyCurve;

/**
 * The loops over a plane that the compiler vectorises, in single precision. All arrays are indexed
 * alike and a loop touches few of them; otherwise JDK 17 gives up on vectors. It also gives up when
 * it inlines one of them into its caller, so the launcher forbids that
 * (docs/decisions/0004-loops-that-vectorise.md); the bits are the same either way.
 */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class PlaneLoops32 {
  /** Selects the conductivity integral in {@link #evaluate}. */
  static final int INTEGRAL = 0;

  /** Selects the temperature above the liquidus in {@link #evaluate}. */
  static final int TEMPERATURE = 1;

  private PlaneLoops32() {}

  /**
   * One of the two curves of {@link EnthalpyCurve} on a stretch, without the liquidus. Two knots a
   * pass: with six in one loop the compiler gives up on vectors (5 ns a cell instead of 0.7).
   *
   * @param knots no cell lies below a later knot than these; the others would add zero
   */
  static void evaluate(float[] y, float[] q, int from, int to, float[] c, int which, int knots) {
    final int n = EnthalpyCurve.KNOTS;
    final int a = which == INTEGRAL ? 2 + 3 * n : 2 + n;
    final int b = a + n;
    if (knots == 0) {
      scale(q, c[which], y, from, to);
      return;
    }
    lineAndTwoKnots(y, q, from, to, c[which], c[2], c[3], c[a], c[a + 1], c[b], c[b + 1]);
    for (int k = 2; k < knots; k += 2) {
      twoKnots(y, q, from, to, c[2 + k], c[3 + k], c[a + k], c[a + k + 1], c[b + k], c[b + k + 1]);
    }
  }

  static void lineAndTwoKnots(
      float[] y,
      float[] q,
      int from,
      int to,
      float slope,
      float h0,
      float h1,
      float a0,
      float a1,
      float b0,
      float b1) {
    for (int i = from; i < to; i++) {
      float x = y[i];
      float d0 = x - h0;
      float d1 = x - h1;
      float u0 = Math.abs(d0) - d0;
      float u1 = Math.abs(d1) - d1;
      q[i] = slope * x + (u0 * (a0 + b0 * u0) + u1 * (a1 + b1 * u1));
    }
  }

  static void twoKnots(
      float[] y,
      float[] q,
      int from,
      int to,
      float h0,
      float h1,
      float a0,
      float a1,
      float b0,
      float b1) {
    for (int i = from; i < to; i++) {
      float x = y[i];
      float d0 = x - h0;
      float d1 = x - h1;
      float u0 = Math.abs(d0) - d0;
      float u1 = Math.abs(d1) - d1;
      q[i] = q[i] + (u0 * (a0 + b0 * u0) + u1 * (a1 + b1 * u1));
    }
  }

  static void conduct(
      float[] rate,
      float[] left,
      float[] right,
      float[] below,
      float[] above,
      float[] back,
      float[] front,
      float[] q,
      int from,
      int to,
      float perArea) {
    // three loops: with eight arrays in one the compiler gives up on vectors
    for (int i = from; i < to; i++) {
      rate[i] = (left[i] - q[i]) + (right[i] - q[i]);
    }
    for (int i = from; i < to; i++) {
      rate[i] = rate[i] + ((below[i] - q[i]) + (above[i] - q[i]));
    }
    for (int i = from; i < to; i++) {
      rate[i] = (rate[i] + ((back[i] - q[i]) + (front[i] - q[i]))) * perArea;
    }
  }

  /** Terms (2) and (3), added to the rate; the heat that blood brings. */
  static void perfuse(
      float[] rate, float[] heat, float[] y, float[] alive, int from, int to, float[] p) {
    final float full = p[0], off = p[1], base = p[2], slope = p[3];
    final float bendFull = p[4], bendFront = p[5], bendOff = p[6], metabolism = p[7];
    for (int i = from; i < to; i++) {
      float x = y[i];
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

  static void add(float[] into, float[] x, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      into[i] = x[i] + y[i];
    }
  }

  static void scale(float[] into, float a, float[] x, int from, int to) {
    for (int i = from; i < to; i++) {
      into[i] = a * x[i];
    }
  }

  /** e = mu d + nu e. */
  static void combine(float mu, float[] d, float nu, float[] e, int from, int to) {
    for (int i = from; i < to; i++) {
      e[i] = mu * d[i] + nu * e[i];
    }
  }

  /** e += a x + b y. */
  static void addTwo(float[] e, float a, float[] x, float b, float[] y, int from, int to) {
    for (int i = from; i < to; i++) {
      e[i] = e[i] + (a * x[i] + b * y[i]);
    }
  }

  /** Error |0.4 tau (m + m') - 0.8 d| of each cell. */
  static void error(
      float[] error, float[] d, float half, float[] m, float[] rate, int from, int to) {
    for (int i = from; i < to; i++) {
      error[i] = Math.abs(half * (m[i] + rate[i]) - (float) 0.8 * d[i]);
    }
  }

  /** |d| of each cell. */
  static void size(float[] size, float[] d, int from, int to) {
    for (int i = from; i < to; i++) {
      size[i] = Math.abs(d[i]);
    }
  }

  /** Sum in a fixed order that leaves the processor eight independent chains. */
  static /* wide */ double total(float[] x, int from, int to) {
    /* wide */ double s0 = 0, s1 = 0, s2 = 0, s3 = 0, s4 = 0, s5 = 0, s6 = 0, s7 = 0;
    int i = from;
    for (; i + 8 <= to; i += 8) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
      s4 += x[i + 4];
      s5 += x[i + 5];
      s6 += x[i + 6];
      s7 += x[i + 7];
    }
    /* wide */ double rest = 0;
    for (; i < to; i++) {
      rest += x[i];
    }
    return (((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7))) + rest;
  }

  /**
   * The sum of a stretch by eighths: what stands at the same place in each is added up first, so
   * that few numbers have to be widened.
   *
   * @param t to work in
   */
  static /* wide */ double totalOfEighths(float[] x, float[] t, int from, int to) {
    int n = (to - from) / 8;
    fold(x, t, from, n);
    return total(t, 0, n) + total(x, from + 8 * n, to);
  }

  private static void fold(float[] x, float[] t, int from, int n) {
    for (int i = 0; i < n; i++) {
      int c = from + i;
      float a = (x[c] + x[c + n]) + (x[c + 2 * n] + x[c + 3 * n]);
      float b = (x[c + 4 * n] + x[c + 5 * n]) + (x[c + 6 * n] + x[c + 7 * n]);
      t[i] = a + b;
    }
  }

  static void keepLowest(float[] lowest, float[] h, int from, int to) {
    for (int i = from; i < to; i++) {
      lowest[i] = Math.min(lowest[i], h[i]);
    }
  }

  /** The least value of a stretch. */
  static float least(float[] x, int from, int to) {
    float a = Float.POSITIVE_INFINITY, b = a, c = a, d = a;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      a = x[i] < a ? x[i] : a;
      b = x[i + 1] < b ? x[i + 1] : b;
      c = x[i + 2] < c ? x[i + 2] : c;
      d = x[i + 3] < d ? x[i + 3] : d;
    }
    for (; i < to; i++) {
      a = x[i] < a ? x[i] : a;
    }
    return Math.min(Math.min(a, b), Math.min(c, d));
  }

  /** The largest distance from a value in a stretch; 0 where that is empty. */
  static float farthest(float[] x, float value, int from, int to) {
    float a = 0, b = 0, c = 0, d = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      float p = Math.abs(x[i] - value);
      float q = Math.abs(x[i + 1] - value);
      float r = Math.abs(x[i + 2] - value);
      float s = Math.abs(x[i + 3] - value);
      a = p > a ? p : a;
      b = q > b ? q : b;
      c = r > c ? r : c;
      d = s > d ? s : d;
    }
    for (; i < to; i++) {
      float p = Math.abs(x[i] - value);
      a = p > a ? p : a;
    }
    return Math.max(Math.max(a, b), Math.max(c, d));
  }

  /** False where a stretch holds what is infinite or not a number. */
  static boolean areFinite(float[] x, int from, int to) {
    float a = 0, b = 0, c = 0, d = 0;
    int i = from;
    for (; i + 4 <= to; i += 4) {
      a += 0 * x[i]; // not a number from such a cell on
      b += 0 * x[i + 1];
      c += 0 * x[i + 2];
      d += 0 * x[i + 3];
    }
    for (; i < to; i++) {
      a += 0 * x[i];
    }
    return (a + b) + (c + d) == 0;
  }

  /** The first cell below a limit, or {@code to}. */
  static int firstBelow(float[] x, float limit, int from, int to) {
    int i = from;
    while (i < to && !(x[i] < limit)) {
      i++;
    }
    return i;
  }

  /** The last cell below a limit, or {@code from}. */
  static int lastBelow(float[] x, float limit, int from, int to) {
    int i = to - 1;
    while (i > from && !(x[i] < limit)) {
      i--;
    }
    return i;
  }

  /** How many are above zero. */
  static int count(float[] x, int from, int to) {
    int n = 0;
    for (int i = from; i < to; i++) {
      n += x[i] > 0 ? 1 : 0;
    }
    return n;
  }

  /** Nothing lives at or below the liquidus, and nothing comes back to life. */
  static void bury(float[] alive, float[] h, int from, int to) {
    for (int i = from; i < to; i++) {
      if (h[i] <= 0) {
        alive[i] = 0;
      }
    }
  }
}
