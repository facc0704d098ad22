package org.iceball.study.bench;

/**
 * The loops of {@link CpuRoof}, each in both precisions, so simple that the compiler vectorises
 * them.
 */
final class RoofLoops {
  private RoofLoops() {}

  static void fill(float[] a, float[] b, float[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = 0;
      b[i] = i & 7;
      c[i] = 1;
    }
  }

  static void copy(float[] a, float[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = b[i];
    }
  }

  static void triad(float[] a, float[] b, float[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = b[i] + 3f * c[i];
    }
  }

  /** Sixteen multiply-adds a number and pass; a number's chain is serial, numbers are not. */
  static void multiplyAdd(float[] x, int passes) {
    for (int p = 0; p < passes; p++) {
      for (int i = 0; i < x.length; i++) {
        float v = x[i];
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        v = Math.fma(v, 0.5f, 1f);
        x[i] = v;
      }
    }
  }

  static void fill(double[] a, double[] b, double[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = 0;
      b[i] = i & 7;
      c[i] = 1;
    }
  }

  static void copy(double[] a, double[] b, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = b[i];
    }
  }

  static void triad(double[] a, double[] b, double[] c, int from, int to) {
    for (int i = from; i < to; i++) {
      a[i] = b[i] + 3.0 * c[i];
    }
  }

  /** Sixteen multiply-adds a number and pass; a number's chain is serial, numbers are not. */
  static void multiplyAdd(double[] x, int passes) {
    for (int p = 0; p < passes; p++) {
      for (int i = 0; i < x.length; i++) {
        double v = x[i];
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        v = Math.fma(v, 0.5, 1.0);
        x[i] = v;
      }
    }
  }
}
