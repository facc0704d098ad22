package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.assertj.core.data.Percentage;
import org.iceball.grid.Affine;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResamplerTest {

  /** An ellipsoid of label 2 in label 1, given by voxel centres, in a frame round the origin. */
  private static LabelImage ellipsoid(Affine steps, int[] n, Vec3 half) {
    Affine centred =
        new Affine(
            steps
                .toPoint(-(n[0] - 1) / 2.0, -(n[1] - 1) / 2.0, -(n[2] - 1) / 2.0)
                .minus(steps.origin()),
            steps.di(),
            steps.dj(),
            steps.dk());
    byte[] values = new byte[n[0] * n[1] * n[2]];
    int v = 0;
    for (int k = 0; k < n[2]; k++) {
      for (int j = 0; j < n[1]; j++) {
        for (int i = 0; i < n[0]; i++) {
          values[v++] = (byte) (inside(centred.toPoint(i, j, k), half) ? 2 : 1);
        }
      }
    }
    return new LabelImage(n[0], n[1], n[2], centred, values);
  }

  private static boolean inside(Vec3 p, Vec3 half) {
    double x = p.x() / half.x();
    double y = p.y() / half.y();
    double z = p.z() / half.z();
    return x * x + y * y + z * z < 1;
  }

  private static Grid cube(int n, double h) {
    double o = -(n - 1) * h / 2;
    return new Grid(n, n, n, h, new Vec3(o, o, o));
  }

  private static Affine straight() {
    return new Affine(Vec3.ZERO, Vec3.mm(0.9, 0, 0), Vec3.mm(0, 0.9, 0), Vec3.mm(0, 0, 5));
  }

  @ParameterizedTest
  @CsvSource({"15,15,15,0.965", "20,12,16,0.97", "11,11,11,0.955", "12,18,25,0.98", "8,8,8,0.93"})
  void volumesAndShapesSurviveThickSlices(double a, double b, double c, double leastDice) {
    Vec3 half = Vec3.mm(a, b, c);
    double exact = 4.0 / 3 * Math.PI * half.x() * half.y() * half.z();
    for (Affine frame : new Affine[] {straight(), TestImages.oblique(true)}) {
      LabelImage image = ellipsoid(frame, new int[] {95, 91, 17}, half);
      int voxels = 0;
      for (byte v : image.values()) {
        voxels += v == 2 ? 1 : 0;
      }
      double volumeOfVoxels = voxels * Math.abs(frame.determinant());
      Grid grid = cube(56, 1e-3);
      Labels labels = Resampler.toGrid(image, grid);
      double volume = labels.count(2) * grid.cellVolume();
      assertThat(volume).isCloseTo(volumeOfVoxels, Percentage.withPercentage(a < 10 ? 2 : 1));
      // The rest is what sampling in slices of 5 mm costs, whatever one does afterwards.
      assertThat(volume).isCloseTo(exact, Percentage.withPercentage(a < 10 ? 8 : 4));
      assertThat(dice(labels, half)).as("%s", frame).isGreaterThan(leastDice);
    }
  }

  private static double dice(Labels labels, Vec3 half) {
    Grid grid = labels.grid();
    int both = 0;
    int truth = 0;
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          boolean should = inside(grid.centre(i, j, k), half);
          both += should && labels.at(grid.index(i, j, k)) == 2 ? 1 : 0;
          truth += should ? 1 : 0;
        }
      }
    }
    return 2.0 * both / (truth + labels.count(2));
  }

  @Test
  void blocksDoNotShowInTheResult() {
    LabelImage image =
        ellipsoid(TestImages.oblique(true), new int[] {55, 51, 11}, Vec3.mm(15, 12, 20));
    byte[] values = image.values().clone();
    Random random = new Random(7);
    for (int n = 0; n < 300; n++) {
      values[random.nextInt(values.length)] = (byte) (3 + random.nextInt(3));
    }
    LabelImage noisy = new LabelImage(55, 51, 11, image.affine(), values);
    Grid grid = cube(50, 1.1e-3);
    byte[] whole = Resampler.toGrid(noisy, grid, 64).values();
    assertThat(Resampler.toGrid(noisy, grid, 7).values()).isEqualTo(whole);
    assertThat(Resampler.toGrid(noisy, grid, 16).values()).isEqualTo(whole);
  }

  @Test
  void aGridOnTheVoxelCentresGetsTheVoxels() {
    Affine affine =
        new Affine(Vec3.mm(3, 4, 5), Vec3.mm(2, 0, 0), Vec3.mm(0, 2, 0), Vec3.mm(0, 0, 2));
    LabelImage image = TestImages.image(affine);
    Grid grid = new Grid(7, 5, 4, 2e-3, affine.origin());
    assertThat(Resampler.toGrid(image, grid).values()).isEqualTo(image.values());
  }

  @Test
  void aFlippedImageKeepsItsPlaceInThePatient() {
    // LPS voxels: i to the left, j to the back.
    Affine affine =
        new Affine(Vec3.mm(60, 40, 0), Vec3.mm(-10, 0, 0), Vec3.mm(0, -10, 0), Vec3.mm(0, 0, 10));
    LabelImage image = TestImages.image(affine);
    Grid grid = new Grid(7, 5, 4, 10e-3, Vec3.ZERO);
    Labels labels = Resampler.toGrid(image, grid);
    for (int k = 0; k < 4; k++) {
      for (int j = 0; j < 5; j++) {
        for (int i = 0; i < 7; i++) {
          assertThat(labels.at(grid.index(i, j, k))).isEqualTo(image.at(6 - i, 4 - j, k));
        }
      }
    }
  }

  @Test
  void beyondTheImageThereIsLabelZeroAndUpToItsFaceTheImage() {
    byte[] ones = new byte[27];
    Arrays.fill(ones, (byte) 9);
    LabelImage image =
        new LabelImage(
            3,
            3,
            3,
            new Affine(Vec3.ZERO, Vec3.mm(4, 0, 0), Vec3.mm(0, 4, 0), Vec3.mm(0, 0, 4)),
            ones);
    Grid grid = new Grid(20, 20, 20, 1e-3, Vec3.mm(-5.5, -5.5, -5.5));
    Labels labels = Resampler.toGrid(image, grid);
    assertThat(labels.count(9)).isEqualTo(12 * 12 * 12);
    assertThat(labels.at(grid.index(3, 10, 10))).isZero();
    assertThat(labels.at(grid.index(4, 10, 10))).isEqualTo(9);
    assertThat(labels.at(grid.index(15, 10, 10))).isEqualTo(9);
    assertThat(labels.at(grid.index(16, 10, 10))).isZero();
  }

  @Test
  void anImageOfOneVoxelOrOneSliceIsNoException() {
    Affine big = new Affine(Vec3.ZERO, Vec3.mm(4, 0, 0), Vec3.mm(0, 4, 0), Vec3.mm(0, 0, 4));
    Grid grid = new Grid(4, 4, 4, 1e-3, Vec3.mm(-1.5, -1.5, -1.5));
    assertThat(Resampler.toGrid(new LabelImage(1, 1, 1, big, new byte[] {5}), grid).count(5))
        .isEqualTo(64);
    assertThat(Resampler.toGrid(new LabelImage(2, 1, 1, big, new byte[] {5, 6}), grid).count(5))
        .isEqualTo(64);
  }

  @Test
  void zonesLieOnTheImageWhereTheFieldIsCold() {
    Grid grid = cube(40, 1e-3);
    float[] field = new float[grid.cells()];
    for (int k = 0; k < 40; k++) {
      for (int j = 0; j < 40; j++) {
        for (int i = 0; i < 40; i++) {
          Vec3 c = grid.centre(i, j, k);
          field[grid.index(i, j, k)] =
              (float) (273.15 + c.x() * 1e3 + 2 * c.y() * 1e3 - c.z() * 1e3);
        }
      }
    }
    LabelImage image =
        ellipsoid(TestImages.oblique(true), new int[] {60, 61, 14}, Vec3.mm(9, 9, 9));
    LabelImage zones = Resampler.zonesOnImage(field, grid, image, List.of(273.15, 253.15, 233.15));
    assertThat(zones.affine()).isEqualTo(image.affine());
    int beyond = 0;
    int[] ranks = new int[4];
    for (int k = 0; k < 14; k++) {
      for (int j = 0; j < 61; j++) {
        for (int i = 0; i < 60; i++) {
          Vec3 p = image.affine().toPoint(i, j, k);
          double edge = 19.5e-3;
          boolean interior =
              Math.abs(p.x()) < edge && Math.abs(p.y()) < edge && Math.abs(p.z()) < edge;
          double t = 1e3 * (p.x() + 2 * p.y() - p.z());
          if (!grid.contains(p)) {
            beyond++;
            assertThat(zones.at(i, j, k)).isZero();
          } else if (interior
              && Math.min(Math.abs(t), Math.min(Math.abs(t + 20), Math.abs(t + 40))) > 1e-3) {
            int expected = t < -40 ? 3 : t < -20 ? 2 : t < 0 ? 1 : 0;
            ranks[expected]++;
            assertThat(zones.at(i, j, k)).isEqualTo(expected);
          }
        }
      }
    }
    assertThat(beyond).isPositive();
    assertThat(Arrays.stream(ranks).min().getAsInt()).isPositive();
  }
}
