package org.iceball.meshes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;

/**
 * Reads NRRD files, raw or gzipped, and the segmentations that 3D Slicer keeps in them (Teem, "The
 * NRRD file format", nrrd.org; Slicer developer guide, "Segmentation labelmap file format").
 */
final class NrrdReader implements LabelReader {
  private static final String MAGIC = "NRRD000";

  @Override
  public boolean recognises(ImageInput input) {
    return input.startsWith("NRRD")
        || (!input.isGzip() && (input.isNamed(".nrrd") || input.isNamed(".nhdr")));
  }

  @Override
  public LabelFile read(ImageInput input) throws IOException {
    TextHeader header = new TextHeader(input);
    Map<String, String> remarks = new LinkedHashMap<>();
    int length = parse(input, header, remarks);

    NrrdFrame frame = NrrdFrame.of(input, header);
    int voxels = ImageLimits.voxels(input, frame.dims(), frame.layers());
    Affine affine = ImageLimits.frame(input, frame.affine());
    Segments segments = Segments.of(input, remarks, frame.layers());
    VoxelDecoder decoder = VoxelDecoder.plain(type(header), order(header));
    byte[] stored = data(input, header, length).read(decoder, voxels);

    long[] n = frame.dims();
    byte[] labels = segments.merge(input, stored, frame.listStride());
    return new LabelFile(
        new LabelImage((int) n[0], (int) n[1], (int) n[2], affine, labels), segments.names());
  }

  /** Reads fields and key-value remarks; returns the length of the header [bytes]. */
  private static int parse(ImageInput input, TextHeader header, Map<String, String> remarks)
      throws IOException {
    try (InputStream in = input.open()) {
      LineReader lines = new LineReader(input, in);
      if (!lines.next().startsWith(MAGIC)) {
        throw input.refuse("the file does not begin as NRRD files do", "Export it again");
      }
      for (String line = lines.next(); !line.isEmpty(); line = lines.next()) {
        int remark = line.indexOf(":=");
        int field = line.indexOf(": ");
        boolean comment = line.startsWith("#");
        if (!comment && remark >= 0 && (field < 0 || remark < field)) {
          remarks.put(line.substring(0, remark), unescaped(line.substring(remark + 2)));
        } else if (!comment && field >= 0) {
          header.put(
              line.substring(0, field).strip().toLowerCase(Locale.ROOT), line.substring(field + 2));
        } else if (!comment) {
          throw input.refuse(
              "the header line \""
                  + line.substring(0, Math.min(60, line.length()))
                  + "\" is no field",
              "Repair the header or export the image again");
        }
      }
      return lines.bytesRead();
    }
  }

  private static String unescaped(String value) {
    return value.replace("\\n", "\n").replace("\\\\", "\\").strip();
  }

  private static VoxelType type(TextHeader header) {
    return switch (header.require("type").toLowerCase(Locale.ROOT)) {
      case "signed char", "int8", "int8_t" -> VoxelType.INT8;
      case "uchar", "unsigned char", "uint8", "uint8_t" -> VoxelType.UINT8;
      case "short", "short int", "signed short", "signed short int", "int16", "int16_t" ->
          VoxelType.INT16;
      case "ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t" ->
          VoxelType.UINT16;
      case "int", "signed int", "int32", "int32_t" -> VoxelType.INT32;
      case "uint", "unsigned int", "uint32", "uint32_t" -> VoxelType.UINT32;
      case "longlong", "long long", "long long int", "signed long long", "int64", "int64_t" ->
          VoxelType.INT64;
      case "ulonglong", "unsigned long long", "unsigned long long int", "uint64", "uint64_t" ->
          VoxelType.UINT64;
      case "float" -> VoxelType.FLOAT32;
      case "double" -> VoxelType.FLOAT64;
      default -> throw header.unknown("type", "whole numbers, for example as unsigned char");
    };
  }

  private static ByteOrder order(TextHeader header) {
    if (type(header).bytes() == 1) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    return switch (header.require("endian").toLowerCase(Locale.ROOT)) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw header.unknown("endian", "little or big byte order");
    };
  }

  private static VoxelData data(ImageInput input, TextHeader header, int length) {
    VoxelData.Packing packing =
        switch (header.require("encoding").toLowerCase(Locale.ROOT)) {
          case "raw" -> VoxelData.Packing.NONE;
          case "gz", "gzip" -> VoxelData.Packing.GZIP;
          default -> throw header.unknown("encoding", "raw or gzip encoding");
        };
    for (String skip : new String[] {"line skip", "lineskip"}) {
      if (!"0".equals(header.get(skip, "0"))) {
        throw header.unknown(skip, "header and voxels in one file");
      }
    }
    String name = header.has("byte skip") ? "byte skip" : "byteskip";
    long skip = header.whole(name, header.get(name, "0"), 1)[0];
    boolean raw = packing == VoxelData.Packing.NONE;
    if (skip < -1 || skip > input.size() + (1L << 40) || (skip != 0 && !raw)) {
      throw header.unknown(name, "header and voxels in one file");
    }
    String detached = header.get("data file", header.get("datafile", null));
    ImageInput file = detached == null ? input : input.sibling(detached);
    long base = detached == null ? length : 0;
    return new VoxelData(file, skip == -1 ? -1 : base + skip, packing);
  }
}
