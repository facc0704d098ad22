package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileImagesTest {
  @TempDir Path folder;

  private static Map<String, byte[]> soundFiles() {
    byte[] nifti = TestImages.nifti(4, VoxelType.INT16, ByteOrder.BIG_ENDIAN, 0, 0);
    Segment segment = Segment.ofLabel("a", 0, TestImages.image(TestImages.oblique(false)), 3);
    Segment other = new Segment("b", 0, segment.image(), 1, 200);
    String meta =
        """
        ObjectType = Image
        NDims = 3
        DimSize = 7 5 4
        ElementType = MET_UCHAR
        CompressedData = True
        ElementDataFile = LOCAL
        """;
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("plain.nii", nifti);
    files.put("packed.nii.gz", TestImages.gzip(nifti));
    files.put("ours.nii.gz", NiftiEncoder.encode(segment.image()));
    files.put("layers.seg.nrrd", SegNrrdEncoder.encode(List.of(segment, other)));
    files.put("a.mha", TestImages.join(meta, TestImages.zlib(TestImages.values())));
    files.put("b.mha", TestImages.join(meta.replace("True", "False"), TestImages.values()));
    return files;
  }

  @Test
  void everySoundFileIsRead() {
    soundFiles()
        .forEach(
            (name, bytes) ->
                assertThat(LabelImages.read(TestImages.write(folder, name, bytes)).image().nx())
                    .isEqualTo(7));
  }

  @Test
  void truncatedAnywhereAFileIsRefused() {
    soundFiles()
        .forEach(
            (name, bytes) -> {
              for (int length = 0; length < bytes.length; length += 64) {
                byte[] part = Arrays.copyOf(bytes, length);
                TestImages.refused(TestImages.write(folder, name, part), Complaint.BAD_IMAGE);
              }
              byte[] part = Arrays.copyOf(bytes, bytes.length - 1);
              TestImages.refused(TestImages.write(folder, name, part), Complaint.BAD_IMAGE);
            });
  }

  @Test
  void mutatedFilesAreReadOrRefusedButNothingElse() {
    long seed = 20261122;
    Random random = new Random(seed);
    soundFiles()
        .forEach(
            (name, bytes) -> {
              for (int n = 0; n < 300; n++) {
                byte[] mutant = bytes.clone();
                for (int flips = 1 + random.nextInt(4); flips > 0; flips--) {
                  mutant[random.nextInt(mutant.length)] = (byte) random.nextInt(256);
                }
                Path file = TestImages.write(folder, name, mutant);
                Throwable thrown = catchThrowable(() -> LabelImages.read(file));
                if (thrown != null) {
                  assertThat(thrown)
                      .as("seed %d, mutant %d of %s", seed, n, name)
                      .isInstanceOf(CaseException.class);
                }
              }
            });
  }

  @Test
  void aBombOfZerosIsNeitherInflatedNorAllocated() throws Exception {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(TestImages.nifti(2, VoxelType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0));
      for (int n = 0; n < 64; n++) {
        zip.write(zeros);
      }
    }
    Path more = TestImages.write(folder, "more.nii.gz", out.toByteArray());
    assertThat(TestImages.refused(more, Complaint.BAD_IMAGE)).contains("more than the voxels");

    ByteBuffer header =
        ByteBuffer.wrap(TestImages.nifti(2, VoxelType.UINT8, ByteOrder.LITTLE_ENDIAN, 0, 0))
            .order(ByteOrder.LITTLE_ENDIAN);
    header.putShort(42, (short) 2048).putShort(44, (short) 2048).putShort(46, (short) 128);
    Path fewer = TestImages.write(folder, "fewer.nii.gz", TestImages.gzip(header.array()));
    assertThat(TestImages.refused(fewer, Complaint.BAD_IMAGE)).contains("too short");
  }

  @Test
  void aMaskThatDeflatesAlmostToNothingIsStillRead() {
    byte[] voxels = new byte[512 * 512 * 40];
    voxels[12_345] = 1;
    org.iceball.grid.LabelImage image =
        new org.iceball.grid.LabelImage(512, 512, 40, TestImages.oblique(true), voxels);
    byte[] file = NiftiEncoder.encode(image);
    assertThat(voxels.length / file.length).as("compression").isGreaterThan(500);
    assertThat(LabelImages.read(TestImages.write(folder, "m.nii.gz", file)).image().values())
        .isEqualTo(voxels);
  }

  @Test
  void whatIsNoFileOrNoImageIsNamed() throws Exception {
    TestImages.refused(folder.resolve("nowhere.nii"), Complaint.FILE_NOT_FOUND);
    TestImages.refused(folder, Complaint.BAD_IMAGE);
    TestImages.refused(Path.of("/dev/zero"), Complaint.BAD_IMAGE);
    TestImages.refused(TestImages.write(folder, "empty.nii", new byte[0]), Complaint.BAD_IMAGE);
    TestImages.refused(TestImages.write(folder, "empty", new byte[0]), Complaint.BAD_IMAGE);
    TestImages.refused(TestImages.write(folder, "empty.nrrd", new byte[0]), Complaint.BAD_IMAGE);
    TestImages.refused(TestImages.write(folder, "empty.mhd", new byte[0]), Complaint.BAD_IMAGE);
    byte[] dicom = new byte[200];
    System.arraycopy("DICM".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, dicom, 128, 4);
    assertThat(TestImages.refused(TestImages.write(folder, "IM0001", dicom), Complaint.BAD_IMAGE))
        .contains("dcm2niix");
    Path jpeg = Files.write(folder.resolve("a.jpg"), new byte[] {(byte) 0xff, (byte) 0xd8, 1, 2});
    assertThat(TestImages.refused(jpeg, Complaint.BAD_IMAGE)).contains(".seg.nrrd");
  }

  @Test
  void theContentCountsMoreThanTheName() {
    byte[] nrrd =
        SegNrrdEncoder.encode(
            List.of(Segment.ofLabel("a", 0, TestImages.image(TestImages.oblique(false)), 3)));
    assertThat(LabelImages.read(TestImages.write(folder, "wrong.nii.gz", nrrd)).names())
        .containsEntry(3, "a");
  }
}
