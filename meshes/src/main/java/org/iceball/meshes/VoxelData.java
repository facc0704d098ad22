package org.iceball.meshes;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * Where the voxels of an image with a text header lie.
 *
 * @param file the file that holds them
 * @param offset where they begin in it [bytes]; negative: they are the last bytes of the file
 * @param packing how they are compressed
 */
record VoxelData(ImageInput file, long offset, Packing packing) {
  /** How voxels are compressed. */
  enum Packing {
    NONE,
    /** RFC 1952. */
    GZIP,
    /** RFC 1950. */
    ZLIB
  }

  /**
   * Reads the voxels.
   *
   * @param voxels how many, already checked
   */
  byte[] read(VoxelDecoder decoder, int voxels) throws IOException {
    long declared = decoder.bytes(voxels);
    long start = offset < 0 && packing == Packing.NONE ? file.size() - declared : offset;
    if (start < 0) {
      ImageLimits.fits(file, declared, file.size(), packing != Packing.NONE);
    }
    start = Math.max(0, start);
    ImageLimits.fits(file, declared, Math.max(0, file.size() - start), packing != Packing.NONE);
    try (InputStream in = file.open()) {
      in.skipNBytes(start);
      InputStream voxelStream =
          switch (packing) {
            case NONE -> in;
            case GZIP -> new GZIPInputStream(in, 1 << 16);
            case ZLIB -> new InflaterInputStream(in);
          };
      byte[] labels = decoder.decode(file, voxelStream, voxels);
      if (packing != Packing.NONE) {
        VoxelDecoder.requireEnd(file, voxelStream);
      }
      return labels;
    }
  }
}
