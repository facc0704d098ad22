package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NiftiReaderTest {
  @TempDir Path folder;

  private static final Affine STRAIGHT =
      new Affine(Vec3.mm(10, -20, 30), Vec3.mm(0.8, 0, 0), Vec3.mm(0, 0.9, 0), Vec3.mm(0, 0, 5));

  private static ByteBuffer little() {
    return ByteBuffer.wrap(TestImages.nifti(2, VoxelType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0))
        .order(ByteOrder.LITTLE_ENDIAN);
  }

  private static byte[] bytes(ByteBuffer file) {
    byte[] all = new byte[file.capacity()];
    file.get(0, all);
    return all;
  }

  private LabelImage read(ByteBuffer file) {
    return LabelImages.read(TestImages.write(folder, "a.nii", bytes(file))).image();
  }

  private String refused(ByteBuffer file) {
    return TestImages.refused(TestImages.write(folder, "a.nii", bytes(file)), Complaint.BAD_IMAGE);
  }

  @ParameterizedTest
  @CsvSource({
    "2,UINT8",
    "4,INT16",
    "8,INT32",
    "16,FLOAT32",
    "64,FLOAT64",
    "512,UINT16",
    "768,UINT32",
    "1024,INT64",
    "1280,UINT64"
  })
  void everyNumberTypeIsReadInBothByteOrders(int code, VoxelType type) {
    for (ByteOrder order : new ByteOrder[] {ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN}) {
      byte[] file = TestImages.nifti(code, type, order, 0, 0);
      LabelImage plain = LabelImages.read(TestImages.write(folder, "a.nii", file)).image();
      assertThat(plain.values()).as("%s", order).isEqualTo(TestImages.values());
      TestImages.same(plain.affine(), STRAIGHT, 1e-9);
      byte[] zip = TestImages.gzip(file);
      LabelImage packed = LabelImages.read(TestImages.write(folder, "a.nii.gz", zip)).image();
      assertThat(packed.values()).isEqualTo(TestImages.values());
    }
  }

  @Test
  void signedBytesAreReadAndNegativeOnesRefused() {
    ByteBuffer b = little();
    b.putShort(70, (short) 256);
    assertThat(refused(b)).contains("holds -128");
    for (int v = 128; v < 140; v++) {
      b.put(352 + v, (byte) 0);
    }
    assertThat(read(b).at(1, 2, 3)).isEqualTo(120);
  }

  @Test
  void scalingIsAppliedUnlessItsSlopeIsZeroOrNoNumber() {
    ByteBuffer scaled =
        ByteBuffer.wrap(TestImages.nifti(4, VoxelType.INT16, ByteOrder.LITTLE_ENDIAN, 0.5, -3))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(scaled.getShort(352 + 2)).isEqualTo((short) 8);
    assertThat(read(scaled).values()).isEqualTo(TestImages.values());

    ByteBuffer none = little();
    none.putFloat(112, 0).putFloat(116, 77);
    assertThat(read(none).values()).isEqualTo(TestImages.values());
    none.putFloat(112, Float.NaN).putFloat(116, Float.NaN);
    assertThat(read(none).values()).isEqualTo(TestImages.values());
  }

  @Test
  void aProbabilityMapIsNoLabelImage() {
    ByteBuffer b = little();
    b.putFloat(112, 0.5f);
    assertThat(refused(b)).contains("voxel 1 holds 0.5").contains("not the scan");
  }

  @Test
  void sformGoesBeforeQformAndQformBeforeBareVoxelSizes() {
    ByteBuffer b = little();
    b.putShort(252, (short) 1);
    b.putFloat(76, -1); // mirrored along k
    // A quarter turn about z: i goes to A, j to L.
    b.putFloat(264, (float) Math.sqrt(0.5));
    b.putFloat(268, 1).putFloat(272, 2).putFloat(276, 3);
    TestImages.same(read(b).affine(), STRAIGHT, 1e-9);
    b.putShort(254, (short) 0);
    TestImages.same(
        read(b).affine(),
        new Affine(Vec3.mm(1, 2, 3), Vec3.mm(0, 0.8, 0), Vec3.mm(-0.9, 0, 0), Vec3.mm(0, 0, -5)),
        1e-9);
    b.putShort(252, (short) 0);
    TestImages.same(
        read(b).affine(), new Affine(Vec3.ZERO, STRAIGHT.di(), STRAIGHT.dj(), STRAIGHT.dk()), 1e-9);
  }

  @Test
  void aHalfTurnQuaternionIsARotation() {
    ByteBuffer b = little();
    b.putShort(252, (short) 1).putShort(254, (short) 0);
    b.putFloat(256, 1.0000001f);
    TestImages.same(
        read(b).affine(),
        new Affine(Vec3.ZERO, Vec3.mm(0.8, 0, 0), Vec3.mm(0, -0.9, 0), Vec3.mm(0, 0, -5)),
        1e-9);
  }

  @Test
  void theUnitOfLengthCounts() {
    ByteBuffer b = little();
    b.put(123, (byte) 3).putFloat(280, 800).putFloat(300, 900).putFloat(320, 5000);
    assertThat(read(b).affine().dk().z()).isEqualTo(5e-3);
    b.put(123, (byte) 0).putFloat(280, 0.8f).putFloat(300, 0.9f).putFloat(320, 5);
    assertThat(read(b).affine().dk().z()).isEqualTo(5e-3);
    b.put(123, (byte) 1).putFloat(280, 0.0008f).putFloat(300, 0.0009f).putFloat(320, 0.005f);
    assertThat(read(b).affine().dk().z()).isEqualTo((double) 0.005f);
    b.put(123, (byte) 5);
    assertThat(refused(b)).contains("unit of length");
  }

  @Test
  void voxelsMayBeginBehindAnExtension() {
    byte[] plain = bytes(little());
    ByteBuffer b = ByteBuffer.allocate(plain.length + 64).order(ByteOrder.LITTLE_ENDIAN);
    b.put(0, plain, 0, 352).put(352 + 64, plain, 352, plain.length - 352).putFloat(108, 416);
    assertThat(read(b).values()).isEqualTo(TestImages.values());
    byte[] zip = TestImages.gzip(bytes(b));
    assertThat(LabelImages.read(TestImages.write(folder, "b.nii.gz", zip)).image().values())
        .isEqualTo(TestImages.values());
  }

  @Test
  void aFourthDimensionOfOneIsNone() {
    ByteBuffer b = little();
    b.putShort(40, (short) 4);
    assertThat(read(b).values()).isEqualTo(TestImages.values());
    b.putShort(48, (short) 2);
    assertThat(refused(b)).contains("three-dimensional");
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 2049, 32767, -32768})
  void edgesBeyondTheLimitsAreRefused(int edge) {
    ByteBuffer b = little();
    b.putShort(42, (short) edge);
    assertThat(refused(b)).contains("1 to 2048");
  }

  @Test
  void moreVoxelsThanTheLimitAreRefusedBeforeTheyAreAllocated() {
    ByteBuffer b = little();
    b.putShort(42, (short) 2048).putShort(44, (short) 2048).putShort(46, (short) 2048);
    assertThat(refused(b)).contains("536870912");
  }

  @ParameterizedTest
  @ValueSource(ints = {280, 284, 292, 300, 320})
  void aFrameThatIsNoFrameIsRefused(int offset) {
    for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, 1e30f}) {
      ByteBuffer b = little();
      b.putFloat(offset, bad);
      refused(b);
    }
    ByteBuffer flat = little();
    flat.putFloat(320, 0).putFloat(288, 5);
    assertThat(refused(flat)).contains("span a volume");
  }

  @Test
  void whatIsNoSingleFileNiftiOneIsNamed() {
    ByteBuffer pair = little();
    pair.put(345, (byte) 'i');
    assertThat(refused(pair)).contains("single-file");
    ByteBuffer second = little();
    second.putInt(0, 540);
    assertThat(refused(second)).contains("NIfTI-2");
    ByteBuffer none = little();
    none.putInt(0, 1);
    assertThat(refused(none)).contains("header");
    ByteBuffer rgb = little();
    rgb.putShort(70, (short) 128);
    assertThat(refused(rgb)).contains("datatype 128");
    ByteBuffer lie = little();
    lie.putShort(72, (short) 16);
    assertThat(refused(lie)).contains("bitpix");
    for (float offset : new float[] {0, -352, 340, 1e9f, Float.NaN, 352.5f}) {
      ByteBuffer b = little();
      b.putFloat(108, offset);
      assertThat(refused(b)).contains("begin at byte");
    }
  }
}
