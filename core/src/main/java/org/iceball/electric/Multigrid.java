package org.iceball.electric;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Threads;

/**
 * One V-cycle of geometric multigrid in single precision, the preconditioner of {@link Potential}:
 * two Chebyshev steps of Jacobi before and behind, trilinear interpolation and its transpose, so
 * that the cycle is a symmetric matrix (Trottenberg, Oosterlee, Schueller, Multigrid, 2001).
 */
final class Multigrid {
  /** Steps whose damping is least over the upper three quarters of the spectrum [1]. */
  private static final float[] STEPS = {0.5620f, 1.3897f};

  private static final int COARSEST = 4;
  private static final int STEPS_ON_COARSEST = 24;

  private final Threads threads;
  private final Stencil stencil = Stencil.best();
  private final List<Level> levels = new ArrayList<>();

  private static final class Level {
    final Network of;
    final float[] inverse;
    float[] x;
    float[] next;
    final float[] b;
    final float[] r;

    Level(Network of) {
      this.of = of;
      inverse = new float[of.length()];
      x = new float[of.length()];
      next = new float[of.length()];
      b = new float[of.length()];
      r = new float[of.length()];
    }

    void prepare() {
      for (int c = of.start(0); c < of.start(of.nz); c++) {
        inverse[c] = (float) (1 / of.diagonal(c));
      }
    }
  }

  Multigrid(Network finest, Threads threads) {
    this.threads = threads;
    Network n = finest;
    levels.add(new Level(n));
    while (Math.max(n.nx, Math.max(n.ny, n.nz)) > COARSEST) {
      n = new Network((n.nx + 1) / 2, (n.ny + 1) / 2, (n.nz + 1) / 2);
      levels.add(new Level(n));
    }
  }

  /** The finest network has changed. */
  void prepare() {
    for (int l = 0; l < levels.size(); l++) {
      if (l > 0) {
        levels.get(l).of.coarsen(levels.get(l - 1).of);
      }
      levels.get(l).prepare();
    }
  }

  /** The right side of the finest level, to be filled. */
  float[] right() {
    return levels.get(0).b;
  }

  /** What {@link #cycle} found. */
  float[] found() {
    return levels.get(0).x;
  }

  /** x is about A^-1 b. */
  void cycle() {
    cycle(0);
  }

  private void cycle(int l) {
    Level at = levels.get(l);
    if (l == levels.size() - 1) {
      smooth(at, true, STEPS_ON_COARSEST);
      return;
    }
    smooth(at, true, STEPS.length);
    residual(at);
    Level below = levels.get(l + 1);
    run(below.of.nz, k -> restrict(at, below, k));
    cycle(l + 1);
    run(at.of.nz, k -> prolong(below, at, k));
    smooth(at, false, STEPS.length);
  }

  private void run(int n, java.util.function.IntConsumer piece) {
    if (n < 24) {
      Threads.ALONE.run(n, piece);
    } else {
      threads.run(n, piece);
    }
  }

  private void residual(Level at) {
    run(at.of.nz, k -> stencil.residual(at.of, k, at.x, at.b, at.r));
  }

  /** Jacobi steps; the first of all begins at zero. The order is the same before and behind. */
  private void smooth(Level at, boolean fromZero, int steps) {
    for (int s = 0; s < steps; s++) {
      float omega = STEPS[s % STEPS.length];
      if (s == 0 && fromZero) {
        run(at.of.nz, k -> first(at, k, omega));
      } else {
        run(at.of.nz, k -> stencil.relax(at.of, k, at.x, at.b, at.inverse, omega, at.next));
        float[] found = at.next;
        at.next = at.x;
        at.x = found;
      }
    }
  }

  private static void first(Level at, int k, float omega) {
    for (int c = at.of.start(k); c < at.of.start(k + 1); c++) {
      at.x[c] = omega * at.inverse[c] * at.b[c];
    }
  }

  /** b of a coarse plane: the transpose of {@link #prolong} of the fine residual. */
  private void restrict(Level fine, Level coarse, int k) {
    Network f = fine.of;
    Network c = coarse.of;
    float[] row = new float[f.nx];
    for (int j = 0; j < c.ny; j++) {
      Arrays.fill(row, 0);
      for (int dk = -1; dk < 3; dk++) {
        float wk = weight(2 * k + dk, k, f.nz, c.nz);
        for (int dj = -1; dj < 3 && wk > 0; dj++) {
          float w = wk * weight(2 * j + dj, j, f.ny, c.ny);
          if (w > 0) {
            int from = f.start(2 * k + dk) + f.nx * (2 * j + dj);
            stencil.add(row, w, fine.r, from, f.nx);
          }
        }
      }
      int to = c.start(k) + c.nx * j;
      for (int i = 0; i < c.nx; i++) {
        float sum = 0;
        for (int di = -1; di < 3; di++) {
          float w = weight(2 * i + di, i, f.nx, c.nx);
          sum += w > 0 ? w * row[2 * i + di] : 0;
        }
        coarse.b[to + i] = sum;
      }
    }
  }

  /** What a coarse cell gives to a fine one along one axis; nothing outside. */
  private static float weight(int fine, int coarse, int finest, int coarsest) {
    if (fine < 0 || fine >= finest) {
      return 0;
    }
    if (fine / 2 != coarse) {
      return 0.25f;
    }
    boolean edge = fine % 2 == 0 ? coarse == 0 : coarse == coarsest - 1;
    return edge ? 1 : 0.75f;
  }

  private void prolong(Level coarse, Level fine, int k) {
    Network f = fine.of;
    Network c = coarse.of;
    float[] row = new float[c.nx];
    for (int j = 0; j < f.ny; j++) {
      Arrays.fill(row, 0);
      for (int a = 0; a < 2; a++) {
        int ck = a == 0 ? k / 2 : k / 2 + (k % 2 == 0 ? -1 : 1);
        for (int b = 0; b < 2; b++) {
          int cj = b == 0 ? j / 2 : j / 2 + (j % 2 == 0 ? -1 : 1);
          if (ck >= 0 && ck < c.nz && cj >= 0 && cj < c.ny) {
            float w = weight(k, ck, f.nz, c.nz) * weight(j, cj, f.ny, c.ny);
            int from = c.start(ck) + c.nx * cj;
            stencil.add(row, w, coarse.x, from, c.nx);
          }
        }
      }
      int to = f.start(k) + f.nx * j;
      for (int i = 0; i < f.nx; i++) {
        int own = i / 2;
        int other = own + (i % 2 == 0 ? -1 : 1);
        boolean edge = other < 0 || other >= c.nx;
        fine.x[to + i] += edge ? row[own] : 0.75f * row[own] + 0.25f * row[other];
      }
    }
  }
}
