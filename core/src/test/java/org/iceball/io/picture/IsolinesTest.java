package org.iceball.io.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class IsolinesTest {

  @Test
  void aCircleIsOneClosedLineOfItsRadius() {
    int n = 40;
    double[] values = new double[n * n];
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        values[i + n * j] = Math.hypot(i - 18.3, j - 21.7);
      }
    }
    List<List<double[]>> lines = Isolines.of(values, n, n, 10);
    assertThat(lines).hasSize(1);
    List<double[]> line = lines.get(0);
    assertThat(line.get(0)).isEqualTo(line.get(line.size() - 1));
    assertThat(line)
        .allSatisfy(
            p -> assertThat(Math.hypot(p[0] - 18.3, p[1] - 21.7)).isCloseTo(10, within(0.02)));
    assertThat(length(line)).isCloseTo(2 * Math.PI * 10, within(0.3));
  }

  @Test
  void aPlaneIsOneStraightOpenLine() {
    int nu = 6;
    int nv = 9;
    double[] values = new double[nu * nv];
    for (int j = 0; j < nv; j++) {
      for (int i = 0; i < nu; i++) {
        values[i + nu * j] = i;
      }
    }
    List<List<double[]>> lines = Isolines.of(values, nu, nv, 2.25);
    assertThat(lines).hasSize(1);
    assertThat(lines.get(0)).hasSize(nv).allSatisfy(p -> assertThat(p[0]).isEqualTo(2.25));
  }

  @Test
  void aSaddleIsDecidedByItsMiddle() {
    // Two cold corners touching diagonally: apart where the middle is warm, joined where it is
    // cold.
    assertThat(Isolines.of(new double[] {-1, 3, 3, -1}, 2, 2, 0)).hasSize(2);
    List<List<double[]>> apart = Isolines.of(new double[] {-1, 3, 3, -1}, 2, 2, 0);
    assertThat(apart)
        .allSatisfy(line -> assertThat(sum(line.get(0)) < 1).isEqualTo(sum(line.get(1)) < 1));
    List<List<double[]>> joined = Isolines.of(new double[] {-3, 1, 1, -3}, 2, 2, 0);
    assertThat(joined).hasSize(2);
    assertThat(joined)
        .allSatisfy(line -> assertThat(sum(line.get(0)) < 1).isNotEqualTo(sum(line.get(1)) < 1));
  }

  @Test
  void nothingCrossesNothing() {
    assertThat(Isolines.of(new double[] {1, 1, 1, 1}, 2, 2, 0)).isEmpty();
    assertThat(Isolines.of(new double[] {-1}, 1, 1, 0)).isEmpty();
  }

  private static double sum(double[] p) {
    return p[0] + p[1];
  }

  private static double length(List<double[]> line) {
    double length = 0;
    for (int n = 1; n < line.size(); n++) {
      length +=
          Math.hypot(line.get(n)[0] - line.get(n - 1)[0], line.get(n)[1] - line.get(n - 1)[1]);
    }
    return length;
  }
}
