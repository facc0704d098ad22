package org.iceball.io.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Group;
import io.jhdf.object.datatype.StringData;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.units.CaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SnapshotWriterTest {
  private static final Grid GRID = new Grid(37, 5, 41, 2e-3, Vec3.mm(-10, 20, -30));

  @TempDir Path folder;

  @Test
  void fieldsReadBackCellByCell() {
    new SnapshotWriter(labels(), folder).snapshot(60, temperature(), frozen());
    try (HdfFile hdf = new HdfFile(folder.resolve("field_000060.hdf"))) {
      Group image = (Group) hdf.getChild("VTKHDF");
      assertThat(image.getAttribute("Version").getData()).isEqualTo(new int[] {1, 0});
      assertThat(image.getAttribute("WholeExtent").getData())
          .isEqualTo(new int[] {0, 36, 0, 4, 0, 40});
      assertThat((double[]) image.getAttribute("Origin").getData())
          .containsExactly(new double[] {-10, 20, -30}, within(1e-12));
      assertThat((double[]) image.getAttribute("Spacing").getData())
          .containsExactly(new double[] {2, 2, 2}, within(1e-12));
      assertThat(image.getAttribute("Direction").getData())
          .isEqualTo(new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
      assertThat(hdf.getAttribute("time_s").getData()).isEqualTo(60.0);

      float[][][] temperature = data(image, "temperature_degC", float[][][].class);
      float[][][] frozen = data(image, "frozen_fraction", float[][][].class);
      int[][][] labels = data(image, "labels", int[][][].class);
      for (int k = 0; k < GRID.nz(); k++) {
        for (int j = 0; j < GRID.ny(); j++) {
          for (int i = 0; i < GRID.nx(); i++) {
            int cell = GRID.index(i, j, k);
            assertThat(temperature[k][j][i]).isEqualTo((float) (temperature()[cell] - 273.15));
            assertThat(frozen[k][j][i]).isEqualTo(frozen()[cell]);
            assertThat(labels[k][j][i]).isEqualTo(labels().at(cell));
          }
        }
      }
    }
  }

  @Test
  void typeIsAsciiNullPaddedAndAsLongAsItsText() throws IOException {
    new SnapshotWriter(labels(), folder).snapshot(0, temperature(), frozen());
    Path file = folder.resolve("field_000000.hdf");
    try (HdfFile hdf = new HdfFile(file)) {
      Attribute type = ((Group) hdf.getChild("VTKHDF")).getAttribute("Type");
      StringData data = (StringData) type.getDataType();
      assertThat(type.getData()).isEqualTo("ImageData");
      assertThat(data.getSize()).isEqualTo(9);
      assertThat(data.getCharset()).isEqualTo(StandardCharsets.US_ASCII);
      assertThat(data.getPaddingType()).isEqualTo(StringData.PaddingType.NULL_PADDED);
    }
    // The attribute message: name, then class 3 of version 1, null-padded ASCII, 9 bytes long, a
    // scalar data space of version 2, and the text.
    ByteBuffer message = ByteBuffer.allocate(4 + 1 + 8 + 4 + 9);
    message.put("Type".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
    message.put(new byte[] {0x13, 0x01, 0, 0, 9, 0, 0, 0});
    message.put(new byte[] {2, 0, 0, 0});
    message.put("ImageData".getBytes(StandardCharsets.US_ASCII));
    String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    assertThat(bytes).contains(new String(message.array(), StandardCharsets.ISO_8859_1));
  }

  @Test
  void seriesListsEverySnapshotInTimeOrder() throws IOException {
    SnapshotWriter writer = new SnapshotWriter(labels(), folder);
    for (double time : new double[] {0, 60, 60.5, 600, 600.0000001, 1e6}) {
      writer.snapshot(time, temperature(), frozen());
    }
    JsonNode series =
        JsonMapper.shared().readTree(Files.readString(folder.resolve("field.hdf.series")));
    assertThat(series.get("file-series-version").asString()).isEqualTo("1.0");
    List<String> names =
        series.get("files").valueStream().map(f -> f.get("name").asString()).toList();
    assertThat(names)
        .containsExactly(
            "field_000000.hdf",
            "field_000060.hdf",
            "field_000060_500.hdf",
            "field_000600.hdf",
            "field_1000000.hdf");
    assertThat(series.get("files").valueStream().map(f -> f.get("time").asDouble()))
        .containsExactly(0.0, 60.0, 60.5, 600.0, 1e6);
    assertThat(names).allSatisfy(name -> assertThat(folder.resolve(name)).isRegularFile());
  }

  @Test
  void anEarlierRunsSnapshotsAreRemovedAndOtherFilesKept() throws IOException {
    new SnapshotWriter(labels(), folder).snapshot(60, temperature(), frozen());
    Files.writeString(folder.resolve("notes.txt"), "mine");
    new SnapshotWriter(labels(), folder).snapshot(0, temperature(), frozen());
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(p -> p.getFileName().toString()))
          .containsExactlyInAnyOrder("field_000000.hdf", "field.hdf.series", "notes.txt");
    }
  }

  @Test
  void aSnapshotThatCannotBeWrittenEndsTheRunWithItsName() throws IOException {
    SnapshotWriter writer = new SnapshotWriter(labels(), folder);
    Files.createDirectories(folder.resolve("field_000060.hdf/in the way"));
    assertThatThrownBy(() -> writer.snapshot(60, temperature(), frozen()))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("field_000060.hdf");
  }

  private static <T> T data(Group image, String name, Class<T> type) {
    return type.cast(((Group) image.getChild("PointData")).getDatasetByPath(name).getData());
  }

  private static float[] temperature() {
    float[] field = new float[GRID.cells()];
    for (int k = 0; k < GRID.nz(); k++) {
      for (int j = 0; j < GRID.ny(); j++) {
        for (int i = 0; i < GRID.nx(); i++) {
          field[GRID.index(i, j, k)] = 150 + i + 0.1f * j + 2.5f * k;
        }
      }
    }
    return field;
  }

  private static float[] frozen() {
    float[] field = new float[GRID.cells()];
    for (int cell = 0; cell < field.length; cell++) {
      field[cell] = cell / (float) field.length;
    }
    return field;
  }

  private static Labels labels() {
    byte[] labels = new byte[GRID.cells()];
    for (int cell = 0; cell < labels.length; cell++) {
      labels[cell] = (byte) (cell * 7 % 256);
    }
    return new Labels(GRID, labels);
  }
}
