package org.iceball.grid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CoarseningTest {
  private static final Grid FINE = new Grid(6, 5, 4, 1e-3, Vec3.mm(10, -20, 30));

  private static Labels labels(java.util.function.ToIntFunction<int[]> label) {
    byte[] values = new byte[FINE.cells()];
    for (int k = 0; k < FINE.nz(); k++) {
      for (int j = 0; j < FINE.ny(); j++) {
        for (int i = 0; i < FINE.nx(); i++) {
          values[FINE.index(i, j, k)] = (byte) label.applyAsInt(new int[] {i, j, k});
        }
      }
    }
    return new Labels(FINE, values);
  }

  @Test
  void aCoarseCellLiesWhereItsEightCellsLie() {
    Grid coarse = Coarsening.of(FINE);
    assertThat(new int[] {coarse.nx(), coarse.ny(), coarse.nz()}).containsExactly(3, 3, 2);
    assertThat(coarse.spacing()).isEqualTo(2e-3);
    Vec3 middle = FINE.centre(2, 2, 2).plus(FINE.centre(3, 3, 3)).times(0.5);
    assertThat(coarse.centre(1, 1, 1).minus(middle).norm()).isLessThan(1e-12);
    for (int k = 0; k < FINE.nz(); k++) {
      assertThat(coarse.contains(FINE.centre(5, 4, k))).isTrue();
    }
  }

  @Test
  void mostOfTheEightCellsDecide() {
    // five of the eight cells of the first block have label 200
    Labels coarse =
        Coarsening.of(
            labels(p -> p[0] + p[1] * 2 + p[2] * 4 < 5 && p[0] < 2 && p[1] < 2 ? 200 : 3));
    assertThat(coarse.at(0)).isEqualTo(200);
    assertThat(coarse.count(3)).isEqualTo(coarse.grid().cells() - 1);
  }

  @Test
  void aSurfaceThroughTheMiddleOfBlocksMovesNeitherWay() {
    Labels low = Coarsening.of(labels(p -> p[0] < 3 ? 1 : 2));
    // blocks 2..3 along x are half and half: 3 x 2 of them, won by turns
    assertThat(low.count(1)).isEqualTo(6 + 3);
    Labels swapped = Coarsening.of(labels(p -> p[0] < 3 ? 2 : 1));
    assertThat(swapped.count(2)).isEqualTo(6 + 3);
  }

  @Test
  void theLastCellOfAnOddEdgeRepeatsTheOutermostLabel() {
    Labels coarse = Coarsening.of(labels(p -> p[1] == 4 ? 7 : 0));
    Grid g = coarse.grid();
    for (int k = 0; k < g.nz(); k++) {
      for (int i = 0; i < g.nx(); i++) {
        assertThat(coarse.at(g.index(i, 2, k))).isEqualTo(7);
        assertThat(coarse.at(g.index(i, 1, k))).isZero();
      }
    }
  }
}
