package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;

import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;

class SpanTest {
  private static final Grid GRID = new Grid(7, 6, 5, 1e-3, Vec3.ZERO);
  private static final Span BOX = new Span(GRID, 2, 5, 1, 3, 1, 4);

  @Test
  void cellsAreNumberedXFastest() {
    assertThat(BOX.cells()).isEqualTo(18);
    assertThat(Span.all(GRID).cells()).isEqualTo(210);
    int at = 0;
    for (int k = 1; k < 4; k++) {
      for (int j = 1; j < 3; j++) {
        assertThat(BOX.row(j, k)).isEqualTo(at);
        for (int i = 2; i < 5; i++, at++) {
          assertThat(BOX.global(at)).isEqualTo(GRID.index(i, j, k));
          assertThat(BOX.at(GRID.index(i, j, k))).isEqualTo(at);
        }
      }
    }
  }

  @Test
  void cellsBesideTheBoxLieOutside() {
    int[][] outside = {{1, 1, 1}, {5, 1, 1}, {2, 0, 1}, {2, 3, 1}, {2, 1, 0}, {2, 1, 4}};
    for (int[] p : outside) {
      assertThat(BOX.at(GRID.index(p[0], p[1], p[2]))).isEqualTo(-1);
    }
  }

  @Test
  void aBoxWithoutExtentIsEmpty() {
    assertThat(BOX.isEmpty()).isFalse();
    assertThat(new Span(GRID, 2, 2, 1, 3, 1, 4).isEmpty()).isTrue();
    assertThat(new Span(GRID, 2, 5, 3, 3, 1, 4).isEmpty()).isTrue();
    assertThat(new Span(GRID, 2, 5, 1, 3, 4, 4).isEmpty()).isTrue();
    assertThat(Span.none(GRID).cells()).isZero();
    assertThat(Span.none(GRID).grown(2)).isEqualTo(Span.none(GRID));
    assertThat(BOX.including(Span.none(GRID))).isEqualTo(BOX);
    assertThat(Span.none(GRID).including(BOX)).isEqualTo(BOX);
    assertThat(BOX.contains(Span.none(GRID))).isTrue();
  }

  @Test
  void aBoxHoldsItselfAndNothingThatReachesBeyondOneOfItsSides() {
    assertThat(BOX.contains(BOX)).isTrue();
    assertThat(BOX.contains(new Span(GRID, 3, 4, 1, 2, 2, 3))).isTrue();
    int[][] beyond = {
      {1, 5, 1, 3, 1, 4},
      {2, 6, 1, 3, 1, 4},
      {2, 5, 0, 3, 1, 4},
      {2, 5, 1, 4, 1, 4},
      {2, 5, 1, 3, 0, 4},
      {2, 5, 1, 3, 1, 5}
    };
    for (int[] b : beyond) {
      Span wider = new Span(GRID, b[0], b[1], b[2], b[3], b[4], b[5]);
      assertThat(BOX.contains(wider)).isFalse();
      assertThat(wider.contains(BOX)).isTrue();
      assertThat(BOX.within(wider)).isEqualTo(BOX);
      assertThat(BOX.including(wider)).isEqualTo(wider);
    }
    assertThat(BOX.within(new Span(GRID, 5, 7, 1, 3, 1, 4))).isEqualTo(Span.none(GRID));
  }

  @Test
  void aMarginEndsAtTheGrid() {
    assertThat(BOX.grown(1)).isEqualTo(new Span(GRID, 1, 6, 0, 4, 0, 5));
    assertThat(BOX.grown(9)).isEqualTo(Span.all(GRID));
    assertThat(BOX.asGrid()).isEqualTo(new Grid(3, 2, 3, 1e-3, GRID.centre(2, 1, 1)));
  }

  @Test
  void valuesAreCutPastedAndCopiedWhereTheyLie() {
    float[] whole = new float[GRID.cells()];
    for (int c = 0; c < whole.length; c++) {
      whole[c] = c + 1;
    }
    float[] part = BOX.cut(whole);
    float[] back = BOX.paste(part);
    for (int c = 0; c < whole.length; c++) {
      int at = BOX.at(c);
      assertThat(back[c]).isEqualTo(at < 0 ? 0 : whole[c]);
      if (at >= 0) {
        assertThat(part[at]).isEqualTo(whole[c]);
      }
    }
    Span other = new Span(GRID, 3, 7, 0, 2, 2, 5);
    double[] own = new double[BOX.cells()];
    for (int c = 0; c < own.length; c++) {
      own[c] = BOX.global(c) + 1;
    }
    double[] into = new double[other.cells()];
    BOX.copyInto(own, other, into);
    for (int c = 0; c < into.length; c++) {
      int cell = other.global(c);
      assertThat(into[c]).isEqualTo(BOX.at(cell) < 0 ? 0 : cell + 1);
    }
  }

  @Test
  void aCellWithoutValueIsLentTheLeastOfItsNeighbours() {
    Grid g = new Grid(3, 3, 3, 1e-3, Vec3.ZERO);
    int[][] beside = {{0, 1, 1}, {2, 1, 1}, {1, 0, 1}, {1, 2, 1}, {1, 1, 0}, {1, 1, 2}};
    for (int[] p : beside) {
      float[] values = new float[27];
      java.util.Arrays.fill(values, 9);
      values[g.index(p[0], p[1], p[2])] = -4;
      values[g.index(0, 0, 0)] = 3;
      ZoneFractions.lend(g, values, 9);
      assertThat(values[g.index(1, 1, 1)]).isEqualTo(-4);
      assertThat(values[g.index(p[0], p[1], p[2])]).isEqualTo(-4);
      assertThat(values[g.index(0, 0, 0)]).as("has its own").isEqualTo(3);
      assertThat(values[g.index(2, 2, 2)]).as("two cells away").isEqualTo(9);
    }
  }
}
