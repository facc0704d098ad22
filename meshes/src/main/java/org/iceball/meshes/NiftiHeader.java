package org.iceball.meshes;

import java.nio.ByteBuffer;
import org.iceball.grid.Affine;
import org.iceball.grid.Vec3;

/**
 * The 348 bytes at the beginning of a NIfTI-1 file; offsets and meanings as in nifti1.h.
 *
 * @param bytes the header in its own byte order
 */
record NiftiHeader(ByteBuffer bytes) {
  static final int BYTES = 348;
  static final int DIM = 40;
  static final int DATATYPE = 70;
  static final int BITPIX = 72;
  static final int PIXDIM = 76;
  static final int VOX_OFFSET = 108;
  static final int SCL_SLOPE = 112;
  static final int SCL_INTER = 116;
  static final int XYZT_UNITS = 123;
  static final int DESCRIP = 148;
  static final int QFORM_CODE = 252;
  static final int SFORM_CODE = 254;
  static final int QUATERN = 256;
  static final int QOFFSET = 268;
  static final int SROW = 280;
  static final int MAGIC = 344;

  /** True for header and voxels in one file. */
  boolean isSingleFile() {
    return bytes.get(MAGIC) == 'n'
        && bytes.get(MAGIC + 1) == '+'
        && bytes.get(MAGIC + 2) == '1'
        && bytes.get(MAGIC + 3) == 0;
  }

  /** Voxels along i, j, k. */
  long[] dims(ImageInput input) {
    int rank = bytes.getShort(DIM);
    boolean flat = rank >= 3 && rank <= 7;
    for (int axis = 4; flat && axis <= rank; axis++) {
      flat = bytes.getShort(DIM + 2 * axis) == 1;
    }
    if (!flat) {
      throw input.refuse(
          "the image is not three-dimensional (dim[0] is " + rank + ")",
          "Save a single 3-D volume");
    }
    return new long[] {
      bytes.getShort(DIM + 2), bytes.getShort(DIM + 4), bytes.getShort(DIM + 6),
    };
  }

  /** Where the voxels begin [bytes]; -1 where the header has no whole number there. */
  long voxelOffset() {
    float offset = bytes.getFloat(VOX_OFFSET);
    return offset == Math.rint(offset) && Math.abs(offset) < 1e9 ? (long) offset : -1;
  }

  /** How voxels are stored; a slope of zero or none means that nothing is scaled. */
  VoxelDecoder decoder(ImageInput input) {
    int code = bytes.getShort(DATATYPE);
    VoxelType type =
        switch (code) {
          case 2 -> VoxelType.UINT8;
          case 4 -> VoxelType.INT16;
          case 8 -> VoxelType.INT32;
          case 16 -> VoxelType.FLOAT32;
          case 64 -> VoxelType.FLOAT64;
          case 256 -> VoxelType.INT8;
          case 512 -> VoxelType.UINT16;
          case 768 -> VoxelType.UINT32;
          case 1024 -> VoxelType.INT64;
          case 1280 -> VoxelType.UINT64;
          default ->
              throw input.refuse(
                  "voxels of NIfTI datatype " + code + " are no labels",
                  "Save the label image with whole numbers, for example as uint8");
        };
    if (bytes.getShort(BITPIX) != 8 * type.bytes()) {
      throw input.refuse(
          "bitpix " + bytes.getShort(BITPIX) + " contradicts datatype " + code,
          ImageInput.COPY_AGAIN);
    }
    double slope = bytes.getFloat(SCL_SLOPE);
    double intercept = bytes.getFloat(SCL_INTER);
    // Some writers leave NaN where there is no scaling.
    boolean scaled = slope != 0 && Double.isFinite(slope) && Double.isFinite(intercept);
    return scaled
        ? new VoxelDecoder(type, bytes.order(), slope, intercept)
        : VoxelDecoder.plain(type, bytes.order());
  }

  /** The frame [m], RAS: sform, else qform, else the voxel sizes alone. */
  Affine frame(ImageInput input) {
    double unit = unit(input);
    if (bytes.getShort(SFORM_CODE) > 0) {
      return scaled(unit, column(3), column(0), column(1), column(2));
    }
    Vec3 edges =
        new Vec3(
            Math.abs(bytes.getFloat(PIXDIM + 4)),
            Math.abs(bytes.getFloat(PIXDIM + 8)),
            Math.abs(bytes.getFloat(PIXDIM + 12)));
    if (bytes.getShort(QFORM_CODE) > 0) {
      return qform(unit, edges);
    }
    return scaled(
        unit,
        Vec3.ZERO,
        new Vec3(edges.x(), 0, 0),
        new Vec3(0, edges.y(), 0),
        new Vec3(0, 0, edges.z()));
  }

  private Affine qform(double unit, Vec3 edges) {
    double b = bytes.getFloat(QUATERN);
    double c = bytes.getFloat(QUATERN + 4);
    double d = bytes.getFloat(QUATERN + 8);
    double square = 1 - (b * b + c * c + d * d);
    double a = Math.sqrt(Math.max(0, square));
    if (square < 1e-7) {
      // A half turn: a is lost in rounding, so the axis is made a unit vector instead.
      double s = 1 / Math.sqrt(b * b + c * c + d * d);
      a = 0;
      b *= s;
      c *= s;
      d *= s;
    }
    double handedness = bytes.getFloat(PIXDIM) < 0 ? -1 : 1;
    Vec3 di = new Vec3(a * a + b * b - c * c - d * d, 2 * (b * c + a * d), 2 * (b * d - a * c));
    Vec3 dj = new Vec3(2 * (b * c - a * d), a * a + c * c - b * b - d * d, 2 * (c * d + a * b));
    Vec3 dk = new Vec3(2 * (b * d + a * c), 2 * (c * d - a * b), a * a + d * d - b * b - c * c);
    Vec3 origin =
        new Vec3(bytes.getFloat(QOFFSET), bytes.getFloat(QOFFSET + 4), bytes.getFloat(QOFFSET + 8));
    return scaled(
        unit, origin, di.times(edges.x()), dj.times(edges.y()), dk.times(edges.z() * handedness));
  }

  /** Column of the sform matrix. */
  private Vec3 column(int column) {
    int at = SROW + 4 * column;
    return new Vec3(bytes.getFloat(at), bytes.getFloat(at + 16), bytes.getFloat(at + 32));
  }

  private static Affine scaled(double unit, Vec3 origin, Vec3 di, Vec3 dj, Vec3 dk) {
    return new Affine(origin.times(unit), di.times(unit), dj.times(unit), dk.times(unit));
  }

  /** Metres in the file's unit of length; files that name none mean millimetres. */
  private double unit(ImageInput input) {
    int code = bytes.get(XYZT_UNITS) & 7;
    return switch (code) {
      case 1 -> 1.0;
      case 0, 2 -> 1e-3;
      case 3 -> 1e-6;
      default ->
          throw input.refuse(
              "the unit of length has the unknown code " + code, "Export the image in millimetres");
    };
  }
}
