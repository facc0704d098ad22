package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ZoneMetricsTest {
  private static final Grid GRID = new Grid(40, 30, 36, 0.5e-3, Vec3.mm(3, -7, 11));

  private static float[] field(java.util.function.ToDoubleFunction<double[]> ofIndex) {
    float[] t = new float[GRID.cells()];
    int at = 0;
    for (int k = 0; k < GRID.nz(); k++) {
      for (int j = 0; j < GRID.ny(); j++) {
        for (int i = 0; i < GRID.nx(); i++) {
          t[at++] = (float) ofIndex.applyAsDouble(new double[] {i, j, k});
        }
      }
    }
    return t;
  }

  @ParameterizedTest
  @CsvSource({"17.3, 0", "10.5, 1", "20.1, 2", "0.2, 0", "8.75, 1"})
  void aPlaneCutsCellsWhereItLies(double index, int axis) {
    float[] fraction = ColdFraction.of(GRID, field(p -> 273.15 + 8 * (p[axis] - index)), 273.15);
    int[] stride = {1, GRID.nx(), GRID.nx() * GRID.ny()};
    int[] size = {GRID.nx(), GRID.ny(), GRID.nz()};
    for (int c = 0; c < fraction.length; c++) {
      int p = c / stride[axis] % size[axis];
      double expected = Math.max(0, Math.min(1, index - p + 0.5));
      // next to the rim the outermost cell is repeated, so a gradient ends there
      if (p > 0 && p < size[axis] - 1) {
        assertThat((double) fraction[c]).as("cell %s", p).isCloseTo(expected, within(1e-4));
      }
    }
  }

  @Test
  void anObliquePlaneCutsOffAsMuchAsItDoes() {
    Vec3 n = new Vec3(1, 2, 2).unit();
    float[] t = field(p -> 250 + 3 * (new Vec3(p[0], p[1], p[2]).dot(n) - 32.2));
    double volume = ZoneMetrics.volume(GRID, ColdFraction.of(GRID, t, 250));
    // by brute force, 10 points along each edge of a cell
    long inside = 0;
    for (int k = 0; k < 360; k++) {
      for (int j = 0; j < 300; j++) {
        for (int i = 0; i < 400; i++) {
          Vec3 p = new Vec3((i + 0.5) / 10 - 0.5, (j + 0.5) / 10 - 0.5, (k + 0.5) / 10 - 0.5);
          inside += p.dot(n) < 32.2 ? 1 : 0;
        }
      }
    }
    assertThat(volume / (inside * 1e-3 * GRID.cellVolume())).isCloseTo(1, within(2e-3));
  }

  @Test
  void nothingColdIsNothing() {
    float[] t = new float[GRID.cells()];
    Arrays.fill(t, 300);
    Zone zone = ZoneMetrics.measure(GRID, t, 273.15);
    assertThat(zone.volume()).isZero();
    assertThat(zone.axes()).containsExactly(0.0, 0.0, 0.0);
    assertThat(zone.name()).isEqualTo("0 degC");
    assertThat(zone.volumeError()).isNaN();
    assertThat(zone.axesErrors()).isEmpty();
  }

  @Test
  void everythingColdIsTheWholeBox() {
    float[] t = new float[GRID.cells()];
    Arrays.fill(t, 200);
    Zone zone = ZoneMetrics.measure(GRID, t, 233.15);
    assertThat(zone.name()).isEqualTo("-40 degC");
    assertThat(zone.threshold()).isEqualTo(233.15);
    assertThat(zone.volume() / (GRID.cells() * GRID.cellVolume())).isCloseTo(1, within(1e-6));
    assertThat(zone.axes().get(0)).isCloseTo(20e-3, within(0.15e-3));
    assertThat(zone.axes().get(1)).isCloseTo(18e-3, within(0.15e-3));
    assertThat(zone.axes().get(2)).isCloseTo(15e-3, within(0.15e-3));
  }

  @Test
  void anEllipsoidAcrossTheGridHasItsVolumeAndItsAxes() {
    Vec3 a = new Vec3(2, 1, -1).unit();
    Vec3 b = a.cross(new Vec3(0, 1, 0)).unit();
    Vec3 c = a.cross(b);
    Vec3 middle = new Vec3(19.3, 14.6, 17.9);
    float[] t =
        field(
            p -> {
              Vec3 d = new Vec3(p[0], p[1], p[2]).minus(middle);
              double r = new Vec3(d.dot(a) / 14, d.dot(b) / 10, d.dot(c) / 7).norm();
              return 253.15 + 60 * (r - 1);
            });
    Zone zone = ZoneMetrics.measure(GRID, t, 253.15);
    double ellipsoid = 4 * Math.PI / 3 * 14 * 10 * 7 * GRID.cellVolume();
    assertThat(zone.volume() / ellipsoid).isCloseTo(1, within(0.006));
    assertThat(zone.axes().get(0)).isCloseTo(14e-3, within(0.05e-3));
    assertThat(zone.axes().get(1)).isCloseTo(10e-3, within(0.03e-3));
    assertThat(zone.axes().get(2)).isCloseTo(7e-3, within(0.03e-3));
  }

  @Test
  void aZoneOfOneCellHasRoughlyItsSize() {
    float[] t = new float[GRID.cells()];
    Arrays.fill(t, 300);
    t[GRID.index(20, 15, 18)] = 246.3f;
    Zone zone = ZoneMetrics.measure(GRID, t, 273.15);
    // linear between centres: the cut lies half way to each neighbour
    assertThat(zone.axes()).allSatisfy(x -> assertThat(x).isBetween(0.3e-3, 0.7e-3));
    assertThat(zone.volume()).isBetween(0.1 * GRID.cellVolume(), GRID.cellVolume());
  }
}
