package org.iceball.electric;

import java.util.Arrays;

/**
 * Conductances between the cells of a box and from each cell to fixed potentials [S]: the matrix of
 * the potential, never written out. Arrays have a plane to spare before the first cell and behind
 * the last one, so that no loop asks where it is; conductances that would lead out are zero.
 */
final class Network {
  final int nx;
  final int ny;
  final int nz;
  final int plane;

  /** Conductances to the next cell along x, y and z [S], shape [cells + 2 planes]. */
  final float[] gx;

  final float[] gy;
  final float[] gz;

  /** Conductance to fixed potentials [S]. */
  final float[] fixed;

  Network(int nx, int ny, int nz) {
    this.nx = nx;
    this.ny = ny;
    this.nz = nz;
    plane = nx * ny;
    gx = new float[length()];
    gy = new float[length()];
    gz = new float[length()];
    fixed = new float[length()];
  }

  int length() {
    return plane * (nz + 2);
  }

  /** Where the cells of a plane begin. */
  int start(int k) {
    return plane * (k + 1);
  }

  /** Sum of all conductances of a cell [S]. */
  double diagonal(int c) {
    return (double) gx[c] + gx[c - 1] + gy[c] + gy[c - nx] + gz[c] + gz[c - plane] + fixed[c];
  }

  /** out = A in over a plane; returns the sum of in times out. */
  double apply(int k, double[] in, double[] out) {
    double sum = 0;
    int end = start(k + 1);
    for (int c = start(k); c < end; c++) {
      double v = in[c];
      double flow =
          gx[c] * (v - in[c + 1])
              + gx[c - 1] * (v - in[c - 1])
              + gy[c] * (v - in[c + nx])
              + gy[c - nx] * (v - in[c - nx])
              + gz[c] * (v - in[c + plane])
              + gz[c - plane] * (v - in[c - plane])
              + fixed[c] * v;
      out[c] = flow;
      sum += v * flow;
    }
    return sum;
  }

  /**
   * Conductances of the network with cells twice as wide: along a pair of fine cells in series,
   * four such pairs beside each other.
   */
  void coarsen(Network fine) {
    Arrays.fill(gx, 0);
    Arrays.fill(gy, 0);
    Arrays.fill(gz, 0);
    Arrays.fill(fixed, 0);
    for (int k = 0; k < fine.nz; k++) {
      for (int j = 0; j < fine.ny; j++) {
        for (int i = 0; i < fine.nx; i++) {
          int c = fine.start(k) + fine.nx * j + i;
          int to = start(k / 2) + nx * (j / 2) + i / 2;
          fixed[to] += fine.fixed[c];
          if (i % 2 == 1 && i + 1 < fine.nx) {
            gx[to] += series(fine.gx, c, 1, i + 2 < fine.nx);
          }
          if (j % 2 == 1 && j + 1 < fine.ny) {
            gy[to] += series(fine.gy, c, fine.nx, j + 2 < fine.ny);
          }
          if (k % 2 == 1 && k + 1 < fine.nz) {
            gz[to] += series(fine.gz, c, fine.plane, k + 2 < fine.nz);
          }
        }
      }
    }
  }

  /** Half of the inner face, the face between, half of the inner face beyond. */
  private static float series(float[] g, int c, int step, boolean beyond) {
    float resistance = 0.5f / g[c - step] + 1 / g[c] + (beyond ? 0.5f / g[c + step] : 0);
    return 1 / resistance;
  }
}
