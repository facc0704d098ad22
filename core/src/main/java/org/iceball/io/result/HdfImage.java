package org.iceball.io.result;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.io.Disclaimer;

/**
 * Fields on the simulation grid as a VTKHDF ImageData file, version 1.0: what ParaView 5.11 and VTK
 * 9.1 open, and plain HDF5 for everything else. A point of the image is the centre of a cell;
 * lengths are in millimetres in the patient frame RAS.
 */
final class HdfImage {
  private static final int CHUNK = 32;
  private static final int DEFLATE_LEVEL = 4;

  private final Grid grid;
  private final double time;
  private final Map<String, Object> fields = new LinkedHashMap<>();

  /**
   * An image without fields yet.
   *
   * @param grid where the values lie
   * @param time since the start [s], kept as an attribute
   */
  HdfImage(Grid grid, double time) {
    this.grid = grid;
    this.time = time;
  }

  /**
   * Adds a field of real numbers.
   *
   * @param name of the data set
   * @param values shape [cells], x fastest; not modified
   * @param shift added to each value, in the values' unit
   */
  HdfImage with(String name, float[] values, double shift) {
    float[][][] nested = new float[grid.nz()][grid.ny()][grid.nx()];
    int cell = 0;
    for (float[][] slab : nested) {
      for (float[] row : slab) {
        for (int i = 0; i < row.length; i++) {
          row[i] = (float) (values[cell++] + shift);
        }
      }
    }
    fields.put(name, nested);
    return this;
  }

  /** Adds labels 0 to 255, shape [cells], x fastest; not modified. */
  HdfImage with(String name, byte[] labels) {
    byte[][][] nested = new byte[grid.nz()][grid.ny()][grid.nx()];
    int cell = 0;
    for (byte[][] slab : nested) {
      for (byte[] row : slab) {
        System.arraycopy(labels, cell, row, 0, row.length);
        cell += row.length;
      }
    }
    fields.put(name, nested);
    return this;
  }

  /** Writes the image with at least one field to a file that does not exist yet. */
  void writeTo(Path file) {
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putAttribute("disclaimer", Disclaimer.TEXT);
      hdf.putAttribute("time_s", time);
      WritableGroup image = hdf.putGroup("VTKHDF");
      image.putAttribute("Version", new int[] {1, 0});
      image.getAttributes().put("Type", AsciiAttribute.of("Type", image, "ImageData"));
      image.putAttribute(
          "WholeExtent", new int[] {0, grid.nx() - 1, 0, grid.ny() - 1, 0, grid.nz() - 1});
      Vec3 origin = grid.origin().times(1e3);
      image.putAttribute("Origin", new double[] {origin.x(), origin.y(), origin.z()});
      double spacing = grid.spacing() * 1e3;
      image.putAttribute("Spacing", new double[] {spacing, spacing, spacing});
      image.putAttribute("Direction", new double[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
      // jHDF 0.13.0 overwrites a group that holds no data set and comes last, so this is the only
      // other group and it always holds one.
      WritableGroup points = image.putGroup("PointData");
      fields.forEach((name, values) -> points.putDataset(name, values, options(values)));
    }
  }

  private DatasetCreationOptions options(Object values) {
    DatasetCreationOptions.Builder options =
        DatasetCreationOptions.builder()
            .chunkDimensions(
                Math.min(CHUNK, grid.nz()), Math.min(CHUNK, grid.ny()), Math.min(CHUNK, grid.nx()));
    return values instanceof byte[][][]
        ? options.unsigned().deflate(DEFLATE_LEVEL).build()
        : options.shuffle().deflate(DEFLATE_LEVEL).build();
  }
}
