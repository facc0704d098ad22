package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ZoneFilesTest {
  @TempDir Path folder;

  /** The voxels of an image as NIfTI-1 lays them out: 8 bits each, from the header's offset on. */
  private static byte[] voxels(Path image) throws IOException {
    try (InputStream in = new GZIPInputStream(Files.newInputStream(image))) {
      ByteBuffer all = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
      byte[] voxels = new byte[all.capacity() - (int) all.getFloat(108)];
      all.position((int) all.getFloat(108));
      all.get(voxels);
      return voxels;
    }
  }

  @Test
  void deadTissueLiesOnTheAnatomyWithTheVolumeOfEachLaw() throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), ResumedRunTest.HEATED);
    Path out = folder.resolve("out");
    Ran ran = Ran.iceball("simulate", file, "--out", out, "--quiet", "--no-error-bar");
    assertThat(ran.code()).as(ran.err()).isZero();
    byte[] voxels = voxels(out.resolve("dead.nii.gz"));
    JsonNode laws =
        JsonMapper.shared()
            .readTree(Files.readString(out.resolve("summary.json")))
            .at("/injury/laws");
    double dead = 0;
    for (byte v : voxels) {
      dead += v * 8e-3; // cells of 2 mm, a law a count
    }
    double reported = 0;
    String segments =
        Files.readString(
            out.resolve("zones.seg.nrrd"), java.nio.charset.StandardCharsets.ISO_8859_1);
    for (JsonNode law : laws) {
      reported += law.at("/volume_ml").asDouble();
      assertThat(segments).contains("Name:=dead by " + law.at("/law").asString() + "\n");
    }
    assertThat(laws.size()).isGreaterThan(2);
    assertThat(reported).isGreaterThan(2);
    // a voxel is dead or not, a cell may be so in part
    assertThat(dead).isEqualTo(reported, within(0.1 * reported));
  }

  @Test
  void coldLeavesNoImageOfHeat() throws IOException {
    Path file = Files.writeString(folder.resolve("case.yaml"), ResumedRunTest.EVERYTHING);
    Path out = folder.resolve("out");
    Ran ran =
        Ran.iceball(
            "simulate", file, "--out", out, "--quiet", "--no-error-bar", "--spacing", "3 mm");
    assertThat(ran.code()).as(ran.err()).isZero();
    assertThat(out.resolve("dead.nii.gz")).doesNotExist();
    assertThat(out.resolve("zones.nii.gz")).exists();
  }
}
