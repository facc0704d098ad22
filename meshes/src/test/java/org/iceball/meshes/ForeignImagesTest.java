package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;

/** Files that nibabel, VTK and teem wrote; the frames are what those programs say they are. */
class ForeignImagesTest {
  /** The affine that nibabel was given and gives back [mm], column by column. */
  private static final Affine OBLIQUE =
      new Affine(
          Vec3.mm(40, -60, 1000.5),
          Vec3.mm(-0.740451328, -0.262063738, 0.151836849),
          Vec3.mm(-0.334822997, 0.791930859, -0.265968186),
          Vec3.mm(0.350997701, 1.72065948, 4.68146682));

  private static LabelImage read(String name) throws Exception {
    LabelImage image =
        LabelImages.read(Path.of(ForeignImagesTest.class.getResource(name).toURI())).image();
    assertThat(new int[] {image.nx(), image.ny(), image.nz()}).containsExactly(7, 5, 4);
    assertThat(image.values()).isEqualTo(TestImages.values());
    return image;
  }

  @Test
  void anObliqueNiftiOfNibabelLiesWhereNibabelSays() throws Exception {
    TestImages.same(read("nibabel_oblique.nii.gz").affine(), OBLIQUE, 1e-9);
  }

  @Test
  void theQformAloneGivesTheSameFrame() throws Exception {
    TestImages.same(read("nibabel_qform_only.nii").affine(), OBLIQUE, 1e-8);
  }

  @Test
  void aMetaImageOfVtkIsLps() throws Exception {
    Affine expected =
        new Affine(
            Vec3.mm(-40, 60, 1000.5), Vec3.mm(-0.8, 0, 0), Vec3.mm(0, -0.9, 0), Vec3.mm(0, 0, 5));
    TestImages.same(read("vtk_compressed.mha").affine(), expected, 1e-10);
  }

  @Test
  void aBigEndianNrrdOfTeemIsTurnedFromLpsToRas() throws Exception {
    Affine expected =
        new Affine(
            Vec3.mm(40, -60, 1000.5), Vec3.mm(0.8, 0, 0), Vec3.mm(0, -0.6, 0.8), Vec3.mm(0, 4, 3));
    TestImages.same(read("teem_oblique.nrrd").affine(), expected, 1e-12);
  }
}
