package org.iceball.meshes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteOrder;
import java.util.Locale;
import java.util.Map;
import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;

/**
 * Reads MetaImage files (.mha, .mhd) as ITK means them: axes left, posterior, superior, lengths in
 * millimetres, row n of the transform matrix being the direction of axis n (ITK, MetaIO
 * documentation).
 */
final class MetaImageReader implements LabelReader {
  private static final double MM = 1e-3;

  @Override
  public boolean recognises(ImageInput input) {
    return input.startsWith("ObjectType")
        || input.startsWith("NDims")
        || input.isNamed(".mha")
        || input.isNamed(".mhd");
  }

  @Override
  public LabelFile read(ImageInput input) throws IOException {
    TextHeader header = new TextHeader(input);
    int length = parse(input, header);
    refuseWhatIsNoLabelImage(header);
    long[] n = header.whole("dimsize", header.require("dimsize"), 3);
    int voxels = ImageLimits.voxels(input, n, 1);
    Affine frame = ImageLimits.frame(input, frame(header));
    byte[] labels = data(input, header, length).read(decoder(header), voxels);
    return new LabelFile(
        new LabelImage((int) n[0], (int) n[1], (int) n[2], frame, labels), Map.of());
  }

  private static int parse(ImageInput input, TextHeader header) throws IOException {
    try (InputStream in = input.open()) {
      LineReader lines = new LineReader(input, in);
      String key;
      do {
        String line = lines.next();
        int equals = line.indexOf('=');
        if (equals < 0) {
          throw input.refuse(
              "a line of the header has no equals sign", "Repair it or export the image again");
        }
        key = canonical(line.substring(0, equals).strip().toLowerCase(Locale.ROOT));
        header.put(key, line.substring(equals + 1));
      } while (!"elementdatafile".equals(key));
      return lines.bytesRead();
    }
  }

  /** MetaIO has several words for some fields. */
  private static String canonical(String key) {
    return switch (key) {
      case "position", "origin" -> "offset";
      case "rotation", "orientation" -> "transformmatrix";
      case "binarydatabyteordermsb" -> "elementbyteordermsb";
      default -> key;
    };
  }

  private static void refuseWhatIsNoLabelImage(TextHeader header) {
    only(header, "objecttype", "image", "object type Image");
    only(header, "ndims", "3", "three dimensions");
    only(header, "binarydata", "true", "binary data");
    only(header, "elementnumberofchannels", "1", "one number a voxel");
    only(header, "elementtointensityfunctionslope", "1", "labels stored as they are");
    only(header, "elementtointensityfunctionoffset", "0", "labels stored as they are");
  }

  private static void only(TextHeader header, String field, String value, String readable) {
    String is = header.get(field, value).toLowerCase(Locale.ROOT);
    if (!is.equals(value)) {
      throw header.unknown(field, readable);
    }
  }

  private static boolean flag(TextHeader header, String field) {
    return switch (header.get(field, "false").toLowerCase(Locale.ROOT)) {
      case "true", "1", "yes" -> true;
      case "false", "0", "no" -> false;
      default -> throw header.unknown(field, "True or False there");
    };
  }

  private static VoxelDecoder decoder(TextHeader header) {
    VoxelType type =
        switch (header.require("elementtype")) {
          case "MET_CHAR" -> VoxelType.INT8;
          case "MET_UCHAR" -> VoxelType.UINT8;
          case "MET_SHORT" -> VoxelType.INT16;
          case "MET_USHORT" -> VoxelType.UINT16;
          // MetaIO fixes MET_LONG at four bytes.
          case "MET_INT", "MET_LONG" -> VoxelType.INT32;
          case "MET_UINT", "MET_ULONG" -> VoxelType.UINT32;
          case "MET_LONG_LONG" -> VoxelType.INT64;
          case "MET_ULONG_LONG" -> VoxelType.UINT64;
          case "MET_FLOAT" -> VoxelType.FLOAT32;
          case "MET_DOUBLE" -> VoxelType.FLOAT64;
          default -> throw header.unknown("elementtype", "whole numbers, for example MET_UCHAR");
        };
    boolean big = flag(header, "elementbyteordermsb");
    return VoxelDecoder.plain(type, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
  }

  private static Affine frame(TextHeader header) {
    double[] m =
        header.numbers("transformmatrix", header.get("transformmatrix", "1 0 0 0 1 0 0 0 1"), 9);
    double[] h = header.numbers("elementspacing", spacing(header), 3);
    double[] o = header.numbers("offset", header.get("offset", "0 0 0"), 3);
    return new Affine(
        fromLps(o[0], o[1], o[2]),
        fromLps(m[0], m[1], m[2]).times(h[0]),
        fromLps(m[3], m[4], m[5]).times(h[1]),
        fromLps(m[6], m[7], m[8]).times(h[2]));
  }

  private static String spacing(TextHeader header) {
    return header.has("elementspacing")
        ? header.require("elementspacing")
        : header.get("elementsize", "1 1 1");
  }

  private static Vec3 fromLps(double left, double posterior, double superior) {
    return new Vec3(-left * MM, -posterior * MM, superior * MM);
  }

  private static VoxelData data(ImageInput input, TextHeader header, int length) {
    VoxelData.Packing packing =
        flag(header, "compresseddata") ? VoxelData.Packing.ZLIB : VoxelData.Packing.NONE;
    String name = header.require("elementdatafile");
    if ("LOCAL".equals(name)) {
      return new VoxelData(input, length, packing);
    }
    long skip = header.whole("headersize", header.get("headersize", "0"), 1)[0];
    if (skip < -1 || (skip != 0 && packing != VoxelData.Packing.NONE)) {
      throw header.unknown("headersize", "header and voxels in one file");
    }
    return new VoxelData(input.sibling(name), skip, packing);
  }
}
