package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Region;
import org.iceball.model.Region.VesselFlow;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.junit.jupiter.api.Test;

/** A block of 3 x 3 x 3 cells to be spared, looked at by hand. */
class SparedStructuresTest {
  private static final double LIMIT = 273.15;
  private static final Grid GRID = new Grid(5, 5, 5, 1e-3, Vec3.ZERO);
  private static final Tissue TISSUE = Cases.liver(0, FrozenLaw.RABIN);
  private static final int CORNER = GRID.index(1, 1, 1);
  private static final int INSIDE = GRID.index(2, 2, 2);

  private final SparedStructures spared = new SparedStructures(labels(), regions(LIMIT));

  private static Labels labels() {
    byte[] labels = new byte[GRID.cells()];
    for (int k = 1; k < 4; k++) {
      for (int j = 1; j < 4; j++) {
        for (int i = 1; i < 4; i++) {
          labels[GRID.index(i, j, k)] = 1;
        }
      }
    }
    return new Labels(GRID, labels);
  }

  private static List<Region> regions(double limit) {
    return List.of(
        new Region(0, "liver", TISSUE, Region.Role.ORGAN),
        new Region(1, "duct", TISSUE, Region.Role.SURROUNDING, 1, limit, VesselFlow.USUAL));
  }

  /** All cells at a temperature above the limit, but for one cell. */
  private void see(double time, int cell, double above) {
    spared.see(time, field(cell, above));
  }

  private static float[] field(int cell, double above) {
    float[] t = new float[GRID.cells()];
    Arrays.fill(t, (float) (LIMIT + 20));
    t[cell] = (float) (LIMIT + above);
    return t;
  }

  private SparedReport report() {
    return spared.reports(field(CORNER, -3)).get(0);
  }

  @Test
  void theTimeBeyondTheLimitIsInterpolatedBetweenLooks() {
    see(0, CORNER, 10);
    assertThat(report().beyond()).isZero();
    see(100, CORNER, 4);
    assertThat(report().beyond()).as("never beyond yet").isZero();
    assertThat(report().since()).isNaN();
    see(150, CORNER, -6); // passes the limit after 4 of 10
    assertThat(report().since()).isCloseTo(170 - 50, within(1e-3));
    assertThat(report().beyond()).isCloseTo(30, within(1e-3));
    see(200, CORNER, -2);
    assertThat(report().beyond()).isCloseTo(80, within(1e-3));
    see(240, CORNER, 6); // back after 2 of 8
    assertThat(report().beyond()).isCloseTo(90, within(1e-3));
    see(300, CORNER, 10);
    assertThat(report().beyond()).isCloseTo(90, within(1e-3));
    assertThat(report().since()).as("the first time").isCloseTo(120, within(1e-3));
  }

  @Test
  void whatIsBeyondFromTheFirstLookIsSoSinceThen() {
    see(0, CORNER, -1);
    see(60, CORNER, -1);
    assertThat(report().since()).isZero();
    assertThat(report().beyond()).isEqualTo(60);
  }

  @Test
  void onlyTheWallIsLookedAt() {
    see(0, INSIDE, -30);
    see(60, INSIDE, 50);
    assertThat(report().beyond()).isZero();
    assertThat(report().hottest()).isCloseTo(LIMIT + 20, within(1e-3));
    see(120, GRID.index(0, 0, 0), -30);
    assertThat(report().beyond()).as("outside").isZero();
    see(180, GRID.index(3, 2, 2), 55);
    assertThat(report().hottest()).isCloseTo(LIMIT + 55, within(1e-3));
    assertThat(report().coldest()).isCloseTo(LIMIT - 3, within(1e-3));
    assertThat(report().at()).isEqualTo(GRID.centre(CORNER));
  }

  @Test
  void nothingIsWatchedWithoutALimit() {
    SparedStructures none = new SparedStructures(labels(), regions(Double.NaN));
    assertThat(none.reports(field(CORNER, -3))).isEmpty();
    assertThat(SparedStructures.warnings(List.of(report()))).hasSize(1);
    assertThat(SparedStructures.warnings(spared.reports(field(CORNER, 3)))).isEmpty();
  }
}
