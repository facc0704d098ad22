package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodersTest {
  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void niftiGivesBackVoxelsAndObliqueFrame(boolean mirrored) {
    LabelImage image = TestImages.image(TestImages.oblique(mirrored));
    byte[] file = NiftiEncoder.encode(image);
    LabelImage back = LabelImages.read(TestImages.write(folder, "a.nii.gz", file)).image();
    assertThat(back.values()).isEqualTo(image.values());
    TestImages.same(back.affine(), image.affine(), 1e-7);

    ByteBuffer header = ByteBuffer.wrap(TestImages.gunzip(file)).order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(254, (short) 0);
    byte[] qformOnly = new byte[header.capacity()];
    header.get(0, qformOnly);
    LabelImage byQform = LabelImages.read(TestImages.write(folder, "q.nii", qformOnly)).image();
    TestImages.same(byQform.affine(), image.affine(), 1e-7);
    byte[] words = new byte[26];
    header.get(148, words);
    assertThat(new String(words, StandardCharsets.US_ASCII))
        .isEqualTo("iceball, research use only");
  }

  @Test
  void everyRightAngledOrientationHasItsQuaternion() {
    Vec3[] axes = {
      new Vec3(1, 0, 0), new Vec3(-1, 0, 0), new Vec3(0, 1, 0),
      new Vec3(0, -1, 0), new Vec3(0, 0, 1), new Vec3(0, 0, -1)
    };
    int tried = 0;
    for (Vec3 x : axes) {
      for (Vec3 y : axes) {
        for (Vec3 z : axes) {
          if (x.dot(y) == 0 && Math.abs(x.cross(y).dot(z)) == 1) {
            tried++;
            Affine affine =
                new Affine(Vec3.mm(1, 2, 3), x.times(0.8e-3), y.times(0.9e-3), z.times(5e-3));
            byte[] file = TestImages.gunzip(NiftiEncoder.encode(TestImages.image(affine)));
            ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putShort(254, (short) 0);
            TestImages.same(
                LabelImages.read(TestImages.write(folder, "q.nii", file)).image().affine(),
                affine,
                1e-9);
          }
        }
      }
    }
    assertThat(tried).isEqualTo(48);
  }

  @Test
  void aShearedFrameHasNoQform() {
    Affine sheared = new Affine(Vec3.ZERO, Vec3.mm(1, 0, 0), Vec3.mm(0, 1, 0), Vec3.mm(0, 1, 5));
    byte[] file = NiftiEncoder.encode(TestImages.image(sheared));
    ByteBuffer header = ByteBuffer.wrap(TestImages.gunzip(file)).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getShort(252)).isZero();
    TestImages.same(
        LabelImages.read(TestImages.write(folder, "a.nii.gz", file)).image().affine(),
        sheared,
        1e-9);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void labelsOfAnImageShareOneLayer(boolean mirrored) {
    LabelImage image = TestImages.image(TestImages.oblique(mirrored));
    byte[] file =
        SegNrrdEncoder.encode(
            List.of(
                Segment.ofLabel("liver", 0xff8000, image, 7),
                Segment.ofLabel("tumour\nB", 0x00ff00, image, 3)));
    LabelFile back = LabelImages.read(TestImages.write(folder, "a.seg.nrrd", file));
    assertThat(back.names()).isEqualTo(Map.of(7, "liver", 3, "tumour B"));
    TestImages.same(back.image().affine(), image.affine(), 1e-12);
    for (int v = 0; v < image.values().length; v++) {
      int label = image.values()[v];
      assertThat(back.image().values()[v]).isEqualTo((byte) (label == 7 || label == 3 ? label : 0));
    }
    String header = new String(file, StandardCharsets.ISO_8859_1);
    assertThat(header).contains("dimension: 3\n").contains("Segment0_Color:=1.000000 0.501961 0.0");
    // 7 is voxel (0, 1, 0), 3 is voxel (3, 0, 0)
    assertThat(header).contains("Segment1_Extent:=0 3 0 1 0 0\n");
  }

  @Test
  void nestedZonesGetALayerEachAndTheAnatomyKeepsItsLabels() {
    LabelImage anatomy = TestImages.image(TestImages.oblique(false));
    byte[] ranks = new byte[anatomy.values().length];
    for (int v = 40; v < 100; v++) {
      ranks[v] = (byte) (v < 60 ? 1 : v < 80 ? 2 : 3);
    }
    LabelImage zones = new LabelImage(7, 5, 4, anatomy.affine(), ranks);
    List<Segment> segments =
        List.of(
            Segment.ofZone("0 degC", 0x99ccff, zones, 1),
            Segment.ofZone("-20 degC", 0x3366ff, zones, 2),
            Segment.ofZone("-40 degC", 0x000099, zones, 3),
            Segment.ofLabel("tumour", 0x00aa00, anatomy, 2),
            Segment.ofLabel("empty", 0x00aa00, anatomy, 200));
    byte[] file = SegNrrdEncoder.encode(segments);
    String header = new String(file, StandardCharsets.ISO_8859_1);
    assertThat(header)
        .contains("sizes: 3 7 5 4\n")
        .contains("kinds: list domain domain domain\n")
        .contains("Segment3_LabelValue:=2\n")
        .contains("Segment3_Layer:=0\n")
        .contains("Segment2_Layer:=2\n");
    LabelFile back = LabelImages.read(TestImages.write(folder, "a.seg.nrrd", file));
    Map<Integer, String> names = back.names();
    assertThat(names).hasSize(5).containsEntry(2, "tumour");
    assertThat(names.get(back.image().values()[45] & 0xff)).isEqualTo("0 degC");
    assertThat(names.get(back.image().values()[65] & 0xff)).isEqualTo("-20 degC");
    assertThat(names.get(back.image().values()[99] & 0xff)).isEqualTo("-40 degC");
    assertThat(names.get(back.image().values()[2] & 0xff)).isEqualTo("tumour");
    assertThat(back.image().values()[39]).isZero();
  }

  @Test
  void segmentsOfDifferentFramesAreRefused() {
    LabelImage a = TestImages.image(TestImages.oblique(false));
    LabelImage b = TestImages.image(TestImages.oblique(true));
    LabelImage c = new LabelImage(140, 1, 1, a.affine(), a.values());
    for (LabelImage other : new LabelImage[] {b, c}) {
      assertThatThrownBy(
              () ->
                  SegNrrdEncoder.encode(
                      List.of(Segment.ofLabel("a", 0, a, 1), Segment.ofLabel("b", 0, other, 1))))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> SegNrrdEncoder.encode(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theSameImageGivesTheSameBytes() {
    LabelImage image = TestImages.image(TestImages.oblique(false));
    assertThat(NiftiEncoder.encode(image)).isEqualTo(NiftiEncoder.encode(image));
  }
}
