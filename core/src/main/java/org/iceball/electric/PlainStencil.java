package org.iceball.electric;

/** The loops without the Vector API. */
final class PlainStencil implements Stencil {
  @Override
  public void residual(Network of, int k, float[] in, float[] right, float[] out) {
    for (int c = of.start(k); c < of.start(k + 1); c++) {
      out[c] = residual(of, in, right, c);
    }
  }

  @Override
  public void relax(
      Network of, int k, float[] in, float[] right, float[] inverse, float omega, float[] out) {
    for (int c = of.start(k); c < of.start(k + 1); c++) {
      out[c] = relaxed(of, in, right, inverse, omega, c);
    }
  }

  @Override
  public void add(float[] row, float weight, float[] from, int at, int n) {
    for (int i = 0; i < n; i++) {
      row[i] += weight * from[at + i];
    }
  }

  /** right - A in of one cell. */
  static float residual(Network of, float[] in, float[] right, int c) {
    int nx = of.nx;
    int plane = of.plane;
    float v = in[c];
    return right[c]
        - (of.gx[c] * (v - in[c + 1])
            + of.gx[c - 1] * (v - in[c - 1])
            + of.gy[c] * (v - in[c + nx])
            + of.gy[c - nx] * (v - in[c - nx])
            + of.gz[c] * (v - in[c + plane])
            + of.gz[c - plane] * (v - in[c - plane])
            + of.fixed[c] * v);
  }

  /** in + omega inverse (right - A in) of one cell. */
  static float relaxed(Network of, float[] in, float[] right, float[] inverse, float omega, int c) {
    return in[c] + omega * inverse[c] * residual(of, in, right, c);
  }
}
