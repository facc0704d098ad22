package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The smallest box round cells, and whether another box fits it, side by side. */
class ExtentTest {
  private static final Box BOX = new Box(10, 14, 20, 25, 30, 36);
  private static final int N = 50;

  private static Extent of(Box b) {
    Extent e = new Extent();
    e.add(b, 0, 0, 0);
    return e;
  }

  /** A box with one of its six bounds moved. */
  private static Box moved(Box b, int bound, int by) {
    int[] x = {b.i0(), b.i1(), b.j0(), b.j1(), b.k0(), b.k1()};
    x[bound] += by;
    return new Box(x[0], x[1], x[2], x[3], x[4], x[5]);
  }

  @Test
  void itHoldsWhatWasAddedAndNoMore() {
    Extent e = new Extent();
    assertThat(e.isEmpty()).isTrue();
    e.add(Box.empty(), 1, 1, 1);
    assertThat(e.isEmpty()).as("of nothing").isTrue();
    e.add(10, 12, 24, 30);
    assertThat(e.box()).isEqualTo(new Box(10, 12, 24, 25, 30, 31));
    e.add(13, 14, 20, 35);
    assertThat(e.box()).isEqualTo(BOX);
    Extent other = new Extent();
    other.add(e, 1, -2, 3);
    assertThat(other.box()).isEqualTo(new Box(11, 15, 18, 23, 33, 39));
    other.clear();
    other.add(BOX, -1, 2, -3);
    assertThat(other.box()).isEqualTo(new Box(9, 13, 22, 27, 27, 33));
    other.add(new Extent(), 0, 0, 0);
    assertThat(other.box()).isEqualTo(new Box(9, 13, 22, 27, 27, 33));
    other.clear();
    assertThat(other.isEmpty()).isTrue();
  }

  @Test
  void aBoxFitsThatHoldsTheMarginOnEverySide() {
    Extent e = of(BOX);
    Box tight = new Box(8, 16, 18, 27, 28, 38);
    assertThat(e.fits(tight, 2, N, N, N)).isTrue();
    for (int bound = 0; bound < 6; bound++) {
      int inwards = bound % 2 == 0 ? 1 : -1;
      assertThat(e.fits(moved(tight, bound, inwards), 2, N, N, N)).as("bound %d", bound).isFalse();
      assertThat(e.fits(moved(tight, bound, -inwards), 2, N, N, N)).as("bound %d", bound).isTrue();
    }
    assertThat(e.fits(new Box(0, 14, 0, 25, 0, 36), 30, 14, 25, 36))
        .as("the grid ends there")
        .isTrue();
  }

  @Test
  void aBoxIsLooseThatGoesFurtherOnSomeSide() {
    Extent e = of(BOX);
    Box edge = new Box(7, 17, 17, 28, 27, 39);
    assertThat(e.looseIn(edge, 3)).isFalse();
    for (int bound = 0; bound < 6; bound++) {
      int outwards = bound % 2 == 0 ? -1 : 1;
      assertThat(e.looseIn(moved(edge, bound, outwards), 3)).as("bound %d", bound).isTrue();
    }
  }

  @Test
  void cellsAreCountedWithTheMarginAndWithinTheGrid() {
    assertThat(of(BOX).cells(0, N, N, N)).isEqualTo(4 * 5 * 6);
    assertThat(of(BOX).cells(1, N, N, N)).isEqualTo(6 * 7 * 8);
    assertThat(of(BOX).cells(12, N, N, N)).isEqualTo(26L * 29 * 30);
    assertThat(of(BOX).cells(12, 20, 26, 37)).isEqualTo(20L * 18 * 19);
  }

  @Test
  void aSumKeepsTheDigitsThatAPlainOneLoses() {
    for (int order = 0; order < 2; order++) {
      CompensatedSum sum = new CompensatedSum();
      sum.add(order == 0 ? 1 : 1e100);
      sum.add(order == 0 ? 1e100 : 1);
      sum.add(1);
      sum.add(-1e100);
      assertThat(sum.value()).isEqualTo(2);
    }
  }
}
