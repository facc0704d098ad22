package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;

import org.iceball.model.NeedleCells;
import org.iceball.model.VesselModel;
import org.iceball.model.VesselWall;
import org.junit.jupiter.api.Test;

class FrozenWallsTest {
  private static final double BLOOD = 310.15;

  private static VesselWall line(double area, double film) {
    return new VesselWall(
        0,
        0,
        new VesselModel.Advective(),
        new NeedleCells(new int[0], new double[0]),
        new double[0],
        film,
        area);
  }

  @Test
  void aWallIsFrozenWhereTheTissueTakesMoreThanTheFilmLetsThrough() {
    FrozenWalls walls = new FrozenWalls(null, null);
    double area = 2e-5;
    double most = 1000 * (BLOOD - BloodFlow.FREEZING) * area;
    assertThat(walls.allRound(line(area, 1000), area, BLOOD, 1.01 * most)).isTrue();
    assertThat(walls.allRound(line(area, 1000), area, BLOOD, 0.99 * most)).isFalse();
    assertThat(walls.allRound(line(area, Double.POSITIVE_INFINITY), area, BLOOD, 9 * most))
        .isFalse();
  }

  @Test
  void aPieceAtAForkWithATenthOfItsWallIsNotFrozenAllRound() {
    // seen at a fork of a real hepatic vein: four cells of wall beside a needle shut a vein of 7 mm
    FrozenWalls walls = new FrozenWalls(null, null);
    double most = 1000 * (BLOOD - BloodFlow.FREEZING) * 2e-5;
    assertThat(walls.allRound(line(2e-5, 1000), 20e-5, BLOOD, 3 * most)).isFalse();
  }
}
