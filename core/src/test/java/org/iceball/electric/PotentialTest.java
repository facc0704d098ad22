package org.iceball.electric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.iceball.device.Generator.Ground;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;

class PotentialTest {
  private static final double H = 1e-3;

  private static Grid box(int nx, int ny, int nz) {
    Vec3 origin = new Vec3(-(nx - 1) * H / 2, -(ny - 1) * H / 2, -(nz - 1) * H / 2);
    return new Grid(nx, ny, nz, H, origin);
  }

  /** A line of joints through the middle, in patchy tissue. */
  private static Potential patchy(Grid g, Ground ground, double contrast, double tolerance) {
    Potential p = new Potential(g, ground, Vec3.ZERO, tolerance, Threads.ALONE);
    Random random = new Random(7);
    double[] sigma = p.conductivity();
    for (int c = 0; c < sigma.length; c++) {
      sigma[c] = 0.2 * Math.pow(contrast, -random.nextDouble());
    }
    double[] joint = new double[g.cells()];
    for (int k = g.nz() / 4; k < g.nz() / 2; k++) {
      joint[g.index(g.nx() / 2, g.ny() / 2, k)] = 2e-3;
    }
    p.join(joint);
    return p;
  }

  @Test
  void allHeatOfTheCurrentIsPlacedToTheLastDigit() {
    for (Ground ground : Ground.values()) {
      Grid g = box(19, 23, 30);
      Potential p = patchy(g, ground, 100, 1e-10);
      p.solve();
      double[] heat = new double[g.cells()];
      double beyond = p.heat(heat);
      double inside = Arrays.stream(heat).sum() * g.cellVolume();
      assertThat((inside + beyond) / p.conductance()).isEqualTo(1, within(1e-10));
      assertThat(beyond > 0).isEqualTo(ground == Ground.FAR);
    }
  }

  @Test
  void halvingTheResidualMovesThePowerByNothingThatCounts() {
    Grid g = box(31, 30, 29);
    Potential coarse = patchy(g, Ground.FAR, 1000, 1e-10);
    Potential fine = patchy(g, Ground.FAR, 1000, 5e-11);
    coarse.solve();
    fine.solve();
    assertThat(fine.conductance() / coarse.conductance() - 1).isEqualTo(0, within(1e-9));
  }

  @Test
  void iterationsDoNotGrowWithTheGridNorMuchWithTheContrast() {
    for (int n : new int[] {17, 32, 65}) {
      Potential p = patchy(box(n, n, n), Ground.FAR, 1, 1e-10);
      assertThat(p.solve()).isLessThanOrEqualTo(14);
    }
    assertThat(patchy(box(33, 33, 33), Ground.FACES, 1e4, 1e-10).solve()).isLessThan(60);
  }

  @Test
  void aSlabHasTheResistanceOfASlab() {
    Grid g = box(6, 5, 41);
    Potential p = new Potential(g, Ground.SUPERIOR, Vec3.ZERO, 1e-12, Threads.ALONE);
    Arrays.fill(p.conductivity(), 0.3);
    double[] joint = new double[g.cells()];
    for (int c = 0; c < 30; c++) {
      joint[c] = H * H / (H / 2); // the lowest plane, half a cell from an electrode of its size
    }
    p.join(joint);
    p.solve();
    assertThat(p.conductance()).isEqualTo(0.3 * 30 * H * H / (41 * H), within(1e-9));
  }

  @Test
  void threadsChangeNoBit() {
    Grid g = box(33, 20, 48);
    Potential one = patchy(g, Ground.FAR, 50, 1e-10);
    Potential other = new Potential(g, Ground.FAR, Vec3.ZERO, 1e-10, backwards());
    System.arraycopy(one.conductivity(), 0, other.conductivity(), 0, g.cells());
    double[] joint = new double[g.cells()];
    for (int k = g.nz() / 4; k < g.nz() / 2; k++) {
      joint[g.index(g.nx() / 2, g.ny() / 2, k)] = 2e-3;
    }
    other.join(joint);
    one.solve();
    other.solve();
    assertThat(other.conductance()).isEqualTo(one.conductance());
    for (int c = 0; c < g.cells(); c++) {
      assertThat(other.at(c)).isEqualTo(one.at(c));
    }
  }

  private static Threads backwards() {
    return (n, piece) -> {
      for (int p = n - 1; p >= 0; p--) {
        piece.accept(p);
      }
    };
  }
}
