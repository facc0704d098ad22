package org.iceball.meshes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Turns stored numbers into labels.
 *
 * @param type how a voxel is stored
 * @param order byte order of a voxel
 * @param slope factor from stored to true value [1]
 * @param intercept added after that [1]
 */
record VoxelDecoder(VoxelType type, ByteOrder order, double slope, double intercept) {
  private static final int CHUNK = 1 << 13;

  /** How far from a whole number a label may be; float32 slopes are not exact. */
  private static final double WHOLE = 1e-4;

  /** Decoder of numbers that are stored as they are. */
  static VoxelDecoder plain(VoxelType type, ByteOrder order) {
    return new VoxelDecoder(type, order, 1, 0);
  }

  /** Length of so many voxels [bytes]. */
  long bytes(long voxels) {
    return Math.multiplyExact(voxels, type.bytes());
  }

  /**
   * Reads the voxels.
   *
   * @param voxels how many, already checked against {@link ImageLimits}
   * @return labels 0 to 255, shape [voxels]
   * @throws EOFException where the stream ends before
   */
  byte[] decode(ImageInput input, InputStream in, int voxels) throws IOException {
    byte[] labels = new byte[voxels];
    if (type == VoxelType.UINT8 && slope == 1 && intercept == 0) {
      require(in.readNBytes(labels, 0, voxels), voxels);
      return labels;
    }
    ByteBuffer buffer = ByteBuffer.allocate(CHUNK * type.bytes()).order(order);
    for (int done = 0; done < voxels; ) {
      int n = Math.min(CHUNK, voxels - done);
      require(in.readNBytes(buffer.array(), 0, n * type.bytes()), n * type.bytes());
      for (int i = 0; i < n; i++) {
        labels[done + i] = label(input, type.get(buffer, i * type.bytes()), done + i);
      }
      done += n;
    }
    return labels;
  }

  private byte label(ImageInput input, double stored, int voxel) {
    double value = slope * stored + intercept;
    double label = Math.rint(value);
    if (!(label >= 0 && label <= 255 && Math.abs(value - label) <= WHOLE)) {
      throw input.refuse(
          "voxel " + voxel + " holds " + value + ", but labels are whole numbers from 0 to 255",
          "Give the segmentation as a label image, not the scan or a probability map");
    }
    return (byte) (int) label;
  }

  private static void require(int got, int wanted) throws EOFException {
    if (got < wanted) {
      throw new EOFException();
    }
  }

  /** Checks that a decompressed stream ends where its voxels do; verifies its checksum, too. */
  static void requireEnd(ImageInput input, InputStream in) throws IOException {
    if (in.read() != -1) {
      throw input.refuse(
          "the compressed part holds more than the voxels that the header declares",
          ImageInput.COPY_AGAIN);
    }
  }
}
