package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.iceball.grid.Affine;
import org.iceball.grid.Vec3;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NrrdReaderTest {
  @TempDir Path folder;

  private static final String HEADER =
      """
      NRRD0004
      # made by hand
      type: uchar
      dimension: 3
      space: left-posterior-superior
      sizes: 7 5 4
      space directions: (0.8,0,0) (0, 0.9, 0) (0,0,5)
      kinds: domain domain domain
      endian: little
      encoding: raw
      space origin: (-10,20,30)

      """;

  private LabelFile read(String header, byte[] voxels) {
    return LabelImages.read(TestImages.write(folder, "a.nrrd", TestImages.join(header, voxels)));
  }

  private String refused(String header, byte[] voxels) {
    return TestImages.refused(
        TestImages.write(folder, "a.nrrd", TestImages.join(header, voxels)), Complaint.BAD_IMAGE);
  }

  @ParameterizedTest
  @CsvSource({"LPS,-1,-1", "RAS,1,1", "left-anterior-superior,-1,1", "Right-Anterior-Superior,1,1"})
  void axesAreTurnedToRas(String space, int x, int y) {
    LabelFile file = read(HEADER.replace("left-posterior-superior", space), TestImages.values());
    TestImages.same(
        file.image().affine(),
        new Affine(
            Vec3.mm(-10 * x, 20 * y, 30),
            Vec3.mm(0.8 * x, 0, 0),
            Vec3.mm(0, 0.9 * y, 0),
            Vec3.mm(0, 0, 5)),
        1e-12);
    assertThat(file.image().values()).isEqualTo(TestImages.values());
    assertThat(file.names()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(VoxelType.class)
  void everyNumberTypeIsReadInBothByteOrders(VoxelType type) {
    String word =
        switch (type) {
          case FLOAT32 -> "float";
          case FLOAT64 -> "double";
          default -> type.name().toLowerCase(java.util.Locale.ROOT);
        };
    byte[] little = TestImages.voxels(type, ByteOrder.LITTLE_ENDIAN);
    byte[] big = TestImages.voxels(type, ByteOrder.BIG_ENDIAN);
    String header = HEADER.replace("uchar", word);
    if (type == VoxelType.INT8) {
      assertThat(refused(header, little)).contains("whole numbers from 0 to 255");
      return;
    }
    assertThat(read(header, little).image().values()).isEqualTo(TestImages.values());
    String other = header.replace("little", "big").replace("raw", "gzip");
    assertThat(read(other, TestImages.gzip(big)).image().values()).isEqualTo(TestImages.values());
  }

  @Test
  void windowsLineEndsAndSkippedBytesDoNotMatter() {
    byte[] shifted = TestImages.join("xyz", TestImages.values());
    String header = HEADER.replace("encoding: raw\n", "encoding: raw\nbyte skip: 3\n");
    assertThat(read(header.replace("\n", "\r\n"), shifted).image().values())
        .isEqualTo(TestImages.values());
    String last = HEADER.replace("encoding: raw\n", "encoding: raw\nbyte skip: -1\n");
    assertThat(read(last, shifted).image().values()).isEqualTo(TestImages.values());
  }

  @Test
  void theSpaceUnitCounts() {
    String units = "space units: \"um\" \"um\" \"um\"\nkinds";
    String header =
        HEADER
            .replace("kinds", units)
            .replace("(0.8,0,0) (0, 0.9, 0) (0,0,5)", "(800,0,0) (0,900,0) (0,0,5000)");
    assertThat(read(header, TestImages.values()).image().affine().dk().z())
        .isCloseTo(5e-3, Offset.offset(1e-15));
    refused(HEADER.replace("kinds", "space units: \"mm\" \"um\" \"mm\"\nkinds"), new byte[140]);
  }

  @Test
  void voxelsMayLieInAnotherFileOfTheSameFolderOnly() throws IOException {
    Path inner = Files.createDirectory(folder.resolve("inner"));
    Path outside = TestImages.write(folder, "outside.raw", TestImages.values());
    TestImages.write(inner, "voxels.raw", TestImages.values());
    Files.createSymbolicLink(inner.resolve("link.raw"), outside);
    String header = HEADER.stripTrailing() + "\ndata file: ";
    Path good =
        TestImages.write(inner, "a.nhdr", TestImages.join(header + "voxels.raw\n\n", new byte[0]));
    assertThat(LabelImages.read(good).image().values()).isEqualTo(TestImages.values());
    for (String name :
        new String[] {
          "../outside.raw", outside.toString(), "link.raw", "..", ".", "LIST", "a%02d.raw 1 4 1"
        }) {
      Path bad =
          TestImages.write(inner, "b.nhdr", TestImages.join(header + name + "\n\n", new byte[0]));
      boolean missing = name.equals("LIST") || name.startsWith("a%");
      TestImages.refused(bad, missing ? Complaint.FILE_NOT_FOUND : Complaint.BAD_IMAGE);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "type: uchar|type: block",
        "type: uchar|type: int16", // too short then
        "type: uchar|type: uchar\ntype: uchar",
        "type: uchar\n|",
        "dimension: 3|dimension: 2",
        "dimension: 3|dimension: 4294967299",
        "dimension: 3|dimension: three",
        "sizes: 7 5 4|sizes: 7 5",
        "sizes: 7 5 4|sizes: 7 5 -4",
        "sizes: 7 5 4|sizes: 7 5 2049",
        "sizes: 7 5 4|sizes: 2048 2048 2048",
        "sizes: 7 5 4|sizes: 7 5 9223372036854775807",
        "sizes: 7 5 4|sizes: 7 5 9223372036854775808",
        "space: left-posterior-superior|space: scanner-xyz",
        "space: left-posterior-superior\n|",
        "(0,0,5)|(0,0,0)",
        "(0,0,5)|(0,0,NaN)",
        "(0,0,5)|(0,0)",
        "(0,0,5)|none",
        "(0,0,5)|",
        "(-10,20,30)|(-10,20,Infinity)",
        "(-10,20,30)|-10 20 30",
        "encoding: raw|encoding: hex",
        "encoding: raw|encoding: raw\nbyte skip: -2",
        "encoding: raw|encoding: raw\nbyte skip: 9223372036854775807",
        "encoding: raw|encoding: raw\nline skip: 1",
        "kinds: domain domain domain|kinds",
        "encoding: raw|encoding: gzip",
      })
  void aHeaderThatLiesIsRefused(String change) {
    String[] words = change.split("\\|", -1);
    assertThat(HEADER).contains(words[0]);
    refused(HEADER.replace(words[0], words[1]), TestImages.values());
  }

  @Test
  void aHeaderWithoutEndIsRefused() {
    refused("NRRD0004\n" + "# talk\n".repeat(200_000), new byte[0]);
    refused("NRRD0004\n#" + "x".repeat(2_000_000), new byte[0]);
  }

  private static final String LAYERS =
      """
      NRRD0004
      type: uchar
      dimension: 4
      space: left-posterior-superior
      sizes: 2 3 1 1
      space directions: none (1,0,0) (0,1,0) (0,0,1)
      kinds: list domain domain domain
      encoding: raw
      space origin: (0,0,0)
      Segment0_ID:=a
      Segment0_Name:=outer zone
      Segment0_LabelValue:=%d
      Segment0_Layer:=0
      Segment1_ID:=b
      Segment1_Name:=inner zone
      Segment1_LabelValue:=%d
      Segment1_Layer:=1

      """;

  @Test
  void laterLayersLieOverEarlierOnes() {
    // voxel by voxel: (layer 0, layer 1)
    LabelFile file = read(LAYERS.formatted(4, 9), new byte[] {4, 0, 4, 9, 0, 0});
    assertThat(file.image().values()).containsExactly(4, 9, 0);
    assertThat(file.names()).isEqualTo(Map.of(4, "outer zone", 9, "inner zone"));
  }

  @Test
  void segmentsThatShareAValueAreNumbered() {
    LabelFile file = read(LAYERS.formatted(1, 1), new byte[] {1, 0, 1, 1, 0, 1});
    assertThat(file.image().values()).containsExactly(1, 2, 2);
    assertThat(file.names()).isEqualTo(Map.of(1, "outer zone", 2, "inner zone"));
  }

  @Test
  void theListAxisMayBeTheSlowest() {
    String header =
        LAYERS
            .formatted(4, 9)
            .replace("sizes: 2 3 1 1", "sizes: 3 1 1 2")
            .replace("none (1,0,0) (0,1,0) (0,0,1)", "(1,0,0) (0,1,0) (0,0,1) none");
    LabelFile file = read(header, new byte[] {4, 4, 0, 0, 9, 0});
    assertThat(file.image().values()).containsExactly(4, 9, 0);
  }

  @Test
  void layersOfNobodyAreRefused() {
    refused(LAYERS.formatted(4, 9), new byte[] {4, 0, 4, 7, 0, 0});
    refused(LAYERS.formatted(4, 300), new byte[6]);
    refused(LAYERS.formatted(4, 9).replace("Layer:=1", "Layer:=2"), new byte[6]);
    String nameless = LAYERS.formatted(4, 9).replaceAll("Segment[^\n]*\n", "");
    assertThat(refused(nameless, new byte[6])).contains("names no segments");
  }

  @Test
  void namesOfASingleLayerAreKept() {
    String header =
        HEADER.stripTrailing()
            + "\nSegment0_ID:=x\nSegment0_Name:=Lebertumor \u00e4\nSegment0_LabelValue:=4\n"
            + "Segment0_Layer:=0\n\n";
    LabelFile file = read(header, TestImages.values());
    assertThat(file.names()).isEqualTo(Map.of(4, "Lebertumor \u00e4"));
    assertThat(file.image().values()).isEqualTo(TestImages.values());
  }
}
