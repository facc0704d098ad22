package org.iceball.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatticeGreenTest {

  @Test
  void hasTheKnownValuesNextToTheSource() {
    assertThat(LatticeGreen.potential(0, 0)).isCloseTo(0, within(1e-12));
    assertThat(LatticeGreen.potential(1, 0)).isCloseTo(0.25, within(1e-10));
    assertThat(LatticeGreen.potential(1, 1)).isCloseTo(1 / Math.PI, within(1e-10));
    assertThat(LatticeGreen.potential(2, 0)).isCloseTo(1 - 2 / Math.PI, within(1e-10));
    assertThat(LatticeGreen.potential(2, 2)).isCloseTo(4 / (3 * Math.PI), within(1e-10));
  }

  @Test
  void isHarmonicExceptAtTheSource() {
    for (int m = -9; m <= 9; m++) {
      for (int n = -9; n <= 9; n++) {
        double sum =
            LatticeGreen.potential(m - 1, n)
                + LatticeGreen.potential(m + 1, n)
                + LatticeGreen.potential(m, n - 1)
                + LatticeGreen.potential(m, n + 1)
                - 4 * LatticeGreen.potential(m, n);
        assertThat(sum).as("at %s, %s", m, n).isCloseTo(m == 0 && n == 0 ? 1 : 0, within(1e-9));
      }
    }
  }

  @Test
  void tendsToTheLogarithmFarAway() {
    for (int[] at : new int[][] {{12, 0}, {9, 9}, {4, 14}, {20, 0}}) {
      double r = Math.hypot(at[0], at[1]);
      double far = (Math.log(r) + LatticeGreen.FAR_CONSTANT) / (2 * Math.PI);
      assertThat(LatticeGreen.potential(at[0], at[1])).isCloseTo(far, within(0.02 / (r * r)));
    }
  }
}
