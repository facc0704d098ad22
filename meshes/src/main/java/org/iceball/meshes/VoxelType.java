package org.iceball.meshes;

import java.nio.ByteBuffer;

/** The number types that voxels are stored in. */
enum VoxelType {
  INT8(1),
  UINT8(1),
  INT16(2),
  UINT16(2),
  INT32(4),
  UINT32(4),
  INT64(8),
  UINT64(8),
  FLOAT32(4),
  FLOAT64(8);

  private final int bytes;

  VoxelType(int bytes) {
    this.bytes = bytes;
  }

  /** Length of a voxel [bytes]. */
  int bytes() {
    return bytes;
  }

  /** The voxel at the offset [bytes] as a number; the buffer's byte order counts. */
  double get(ByteBuffer buffer, int offset) {
    return switch (this) {
      case INT8 -> buffer.get(offset);
      case UINT8 -> buffer.get(offset) & 0xff;
      case INT16 -> buffer.getShort(offset);
      case UINT16 -> buffer.getShort(offset) & 0xffff;
      case INT32 -> buffer.getInt(offset);
      case UINT32 -> buffer.getInt(offset) & 0xffffffffL;
      case INT64 -> buffer.getLong(offset);
      case UINT64 -> unsigned(buffer.getLong(offset));
      case FLOAT32 -> buffer.getFloat(offset);
      case FLOAT64 -> buffer.getDouble(offset);
    };
  }

  private static double unsigned(long value) {
    return value >= 0 ? value : value + 0x1p64;
  }
}
