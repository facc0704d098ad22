package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.data.Offset;
import org.assertj.core.data.Percentage;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real livers, where they are there; the expected figures stand in the README beside the files. */
class RealAnatomyTest {
  private static LabelImage read(String name) {
    Path file = Path.of(System.getProperty("iceball.shared"), "geometry", name);
    Assumptions.assumeTrue(Files.exists(file), "skipped: no " + file);
    return LabelImages.read(file).image();
  }

  private static double millilitres(LabelImage image, int... labels) {
    int[] counts = new int[256];
    for (byte v : image.values()) {
      counts[v & 0xff]++;
    }
    int sum = 0;
    for (int label : labels) {
      sum += counts[label];
    }
    return sum * Math.abs(image.affine().determinant()) * 1e6;
  }

  @ParameterizedTest
  @CsvSource({
    "msd_task08/case002_labels.nii.gz,305,242,57,2041,29.9",
    "msd_task08/case008_labels.nii.gz,254,211,44,1572,5.3",
    "msd_task08/case010_labels.nii.gz,265,209,48,1324,36.8",
    "sksurgery_liver/labels_1p5mm.nii.gz,158,153,137,2316,96.7"
  })
  void volumesAreThoseOfTheReadme(
      String name, int nx, int ny, int nz, double liver, double tumour) {
    LabelImage image = read(name);
    assertThat(new int[] {image.nx(), image.ny(), image.nz()}).containsExactly(nx, ny, nz);
    assertThat(millilitres(image, 4)).isCloseTo(tumour, Offset.offset(0.11));
    // The README's liver includes the vessels within the organ; the labels of the veins reach out
    // of
    // it, so that it must lie between the liver without and with all of them.
    assertThat(liver).isBetween(millilitres(image, 1, 4), millilitres(image, 1, 2, 3, 4, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "msd_task08/case002_labels.nii.gz",
    "msd_task08/case008_labels.nii.gz",
    "msd_task08/case010_labels.nii.gz",
    "sksurgery_liver/labels_1p5mm.nii.gz"
  })
  void theResampledTumourHasTheVolumeOfItsVoxels(String name) {
    LabelImage image = read(name);
    Vec3 centre = Vec3.ZERO;
    int n = 0;
    int v = 0;
    for (int k = 0; k < image.nz(); k++) {
      for (int j = 0; j < image.ny(); j++) {
        for (int i = 0; i < image.nx(); i++) {
          if (image.values()[v++] == 4) {
            centre = centre.plus(image.affine().toPoint(i, j, k));
            n++;
          }
        }
      }
    }
    centre = centre.times(1.0 / n);
    Grid grid = new Grid(100, 100, 100, 1e-3, centre.minus(Vec3.mm(49.5, 49.5, 49.5)));
    long start = System.nanoTime();
    Labels labels = Resampler.toGrid(image, grid);
    double seconds = (System.nanoTime() - start) * 1e-9;
    double ml = labels.count(4) * grid.cellVolume() * 1e6;
    assertThat(ml).isCloseTo(millilitres(image, 4), Percentage.withPercentage(3));
    // 0.4 to 0.9 s on two cores; the rest is for machines that are shared.
    assertThat(seconds).isLessThan(5);
  }
}
