package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;

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

class MetaImageReaderTest {
  @TempDir Path folder;

  private static final String HEADER =
      """
      ObjectType = Image
      NDims = 3
      BinaryData = True
      BinaryDataByteOrderMSB = False
      CompressedData = False
      TransformMatrix = 0 1 0 -1 0 0 0 0 1
      Offset = -10 20 30
      ElementSpacing = 0.8 0.9 5
      DimSize = 7 5 4
      ElementType = MET_UCHAR
      ElementDataFile = LOCAL
      """;

  private LabelImage read(String header, byte[] voxels) {
    return LabelImages.read(TestImages.write(folder, "a.mha", TestImages.join(header, voxels)))
        .image();
  }

  @Test
  void rowsOfTheMatrixAreDirectionsOfAxesInLps() {
    LabelImage image = read(HEADER, TestImages.values());
    TestImages.same(
        image.affine(),
        new Affine(Vec3.mm(10, -20, 30), Vec3.mm(0, -0.8, 0), Vec3.mm(0.9, 0, 0), Vec3.mm(0, 0, 5)),
        1e-12);
    assertThat(image.values()).isEqualTo(TestImages.values());
  }

  @ParameterizedTest
  @CsvSource({
    "MET_UCHAR,UINT8", "MET_SHORT,INT16", "MET_USHORT,UINT16", "MET_INT,INT32",
    "MET_UINT,UINT32", "MET_LONG_LONG,INT64", "MET_FLOAT,FLOAT32", "MET_DOUBLE,FLOAT64"
  })
  void everyNumberTypeIsReadPlainAndCompressedInBothByteOrders(String word, VoxelType type) {
    String header = HEADER.replace("MET_UCHAR", word);
    byte[] little = TestImages.voxels(type, ByteOrder.LITTLE_ENDIAN);
    byte[] big = TestImages.voxels(type, ByteOrder.BIG_ENDIAN);
    assertThat(read(header, little).values()).isEqualTo(TestImages.values());
    String other = header.replace("MSB = False", "MSB = True");
    assertThat(read(other, big).values()).isEqualTo(TestImages.values());
    String packed = other.replace("CompressedData = False", "CompressedData = True");
    assertThat(read(packed, TestImages.zlib(big)).values()).isEqualTo(TestImages.values());
  }

  @Test
  void voxelsMayLieBesideTheHeader() {
    TestImages.write(folder, "b.raw", TestImages.values());
    Path file =
        TestImages.write(
            folder, "b.mhd", TestImages.join(HEADER.replace("LOCAL", "b.raw"), new byte[0]));
    assertThat(LabelImages.read(file).image().values()).isEqualTo(TestImages.values());
    Path away =
        TestImages.write(
            folder, "c.mhd", TestImages.join(HEADER.replace("LOCAL", "../b.raw"), new byte[0]));
    assertThat(TestImages.refused(away, Complaint.BAD_IMAGE)).contains("same folder");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NDims = 3|NDims = 2",
        "ObjectType = Image|ObjectType = Scene",
        "BinaryData = True|BinaryData = False",
        "DimSize = 7 5 4|DimSize = 7 5 4 1",
        "DimSize = 7 5 4|DimSize = 7 5 5",
        "DimSize = 7 5 4|DimSize = 7 5 0",
        "DimSize = 7 5 4|DimSize = 2048 2048 2048",
        "DimSize = 7 5 4\n|",
        "MET_UCHAR|MET_UCHAR_ARRAY",
        "MET_UCHAR|MET_SHORT",
        "ElementSpacing = 0.8 0.9 5|ElementSpacing = 0.8 0 5",
        "ElementSpacing = 0.8 0.9 5|ElementSpacing = 0.8 0.9 NaN",
        "0 1 0 -1 0 0 0 0 1|0 1 0 0 1 0 0 0 1",
        "0 1 0 -1 0 0 0 0 1|0 1 0 -1 0 0 0 0",
        "Offset = -10 20 30|Offset = -10 20 1e300",
        "CompressedData = False|CompressedData = True",
        "CompressedData = False|CompressedData = maybe",
        "NDims = 3|NDims = 3\nElementNumberOfChannels = 3",
        "NDims = 3|no equals sign",
      })
  void aHeaderThatLiesIsRefused(String change) {
    String[] words = change.split("\\|", -1);
    assertThat(HEADER).contains(words[0]);
    byte[] file = TestImages.join(HEADER.replace(words[0], words[1]), TestImages.values());
    TestImages.refused(TestImages.write(folder, "a.mha", file), Complaint.BAD_IMAGE);
  }
}
