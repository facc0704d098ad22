package org.iceball.electric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Random;
import org.iceball.grid.Vectors;
import org.junit.jupiter.api.Test;

class StencilTest {
  @Test
  void theTestsRunWithVectors() {
    assertThat(Stencil.best().getClass().getSimpleName()).isEqualTo("VectorStencil");
  }

  @Test
  void bothWritingsGiveTheSameBits() {
    assumeThat(Vectors.available()).isTrue();
    for (int nx : new int[] {1, 7, 16, 37}) {
      Network of = network(nx, 5, 4);
      Random random = new Random(nx);
      float[] in = random(random, of.length());
      float[] right = random(random, of.length());
      float[] inverse = random(random, of.length());
      for (int k = 0; k < of.nz; k++) {
        float[][] out = new float[2][of.length()];
        float[][] next = new float[2][of.length()];
        float[][] row = new float[2][];
        for (int s = 0; s < 2; s++) {
          Stencil stencil = s == 0 ? new PlainStencil() : Stencil.best();
          stencil.residual(of, k, in, right, out[s]);
          stencil.relax(of, k, in, right, inverse, 0.6f, next[s]);
          row[s] = random(new Random(1), nx);
          stencil.add(row[s], 0.75f, in, of.start(k), nx);
        }
        assertThat(out[1]).isEqualTo(out[0]);
        assertThat(next[1]).isEqualTo(next[0]);
        assertThat(row[1]).isEqualTo(row[0]);
      }
    }
  }

  /** A step of Jacobi is the residual times the step, added. */
  @Test
  void relaxingAddsTheResidual() {
    Network of = network(9, 8, 7);
    float[] in = random(new Random(2), of.length());
    float[] right = random(new Random(3), of.length());
    float[] inverse = random(new Random(4), of.length());
    float[] r = new float[of.length()];
    float[] out = new float[of.length()];
    Stencil stencil = Stencil.best();
    stencil.residual(of, 3, in, right, r);
    stencil.relax(of, 3, in, right, inverse, 0.5f, out);
    for (int c = of.start(3); c < of.start(4); c++) {
      assertThat(out[c]).isEqualTo(in[c] + 0.5f * inverse[c] * r[c]);
    }
  }

  private static Network network(int nx, int ny, int nz) {
    Network of = new Network(nx, ny, nz);
    Random random = new Random(11);
    for (int c = of.start(0); c < of.start(nz); c++) {
      int cell = c - of.plane;
      of.gx[c] = cell % nx < nx - 1 ? random.nextFloat() : 0;
      of.gy[c] = cell / nx % ny < ny - 1 ? random.nextFloat() : 0;
      of.gz[c] = cell / of.plane < nz - 1 ? random.nextFloat() : 0;
      of.fixed[c] = random.nextFloat();
    }
    return of;
  }

  private static float[] random(Random random, int n) {
    float[] x = new float[n];
    for (int i = 0; i < n; i++) {
      x[i] = random.nextFloat() - 0.5f;
    }
    return x;
  }
}
