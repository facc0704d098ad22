package org.iceball.meshes;

import java.util.Arrays;
import java.util.Locale;
import org.iceball.grid.Affine;
import org.iceball.grid.Vec3;

/** What a label image may claim to be, checked before a byte is allocated for it. */
final class ImageLimits {
  /** Most voxels along an axis. */
  static final int MAX_EDGE = 2048;

  /** Most voxels in a file, layers included. */
  static final long MAX_VOXELS = 1L << 29;

  /**
   * Deflate spends at least 2 bits on 258 bytes, so no sound stream grows more than 1032-fold
   * (Deutsch, RFC 1951; zlib technical details). Masks of a small zone in a large image do come
   * near this, so a smaller bound would refuse good files.
   */
  static final long MAX_DEFLATE_RATIO = 1032;

  private static final double SMALLEST_EDGE = 1e-6;
  private static final double LARGEST_EDGE = 0.1;
  private static final double FARTHEST_ORIGIN = 100.0;

  /** Least volume of a voxel relative to the box of its three edges [1]; zero is flat. */
  private static final double FLATTEST = 1e-3;

  private ImageLimits() {}

  /**
   * Checks the numbers of voxels.
   *
   * @param dims along i, j, k
   * @param layers volumes in the file
   * @return voxels in the file, layers included
   */
  static int voxels(ImageInput input, long[] dims, long layers) {
    long product = 1;
    for (long n : dims) {
      if (n < 1 || n > MAX_EDGE) {
        throw tooLarge(input, dims, "has an edge outside 1 to " + MAX_EDGE + " voxels");
      }
      product *= n;
    }
    if (layers < 1 || layers > 255) {
      throw input.refuse(
          "the image has " + layers + " layers; 1 to 255 can be read",
          "Save the segmentation with fewer overlapping segments");
    }
    product *= layers;
    if (product > MAX_VOXELS) {
      throw tooLarge(input, dims, "has more than " + MAX_VOXELS + " voxels");
    }
    long memory = Runtime.getRuntime().maxMemory();
    if (2 * product > memory) {
      throw input.refuse(
          "an image of "
              + product
              + " voxels needs more memory than the "
              + (memory >> 20)
              + " MB that Java has",
          "Crop the image, or give Java more memory with -Xmx");
    }
    return (int) product;
  }

  private static RuntimeException tooLarge(ImageInput input, long[] dims, String why) {
    return input.refuse(
        "the image claims to be " + Arrays.toString(dims) + " voxels large, which " + why,
        "Crop the image to the organ; if the numbers look wrong, export it again");
  }

  /** Checks that a file can hold the voxels it declares. */
  static void fits(ImageInput input, long declaredBytes, long bytesThere, boolean deflated) {
    if (declaredBytes > (deflated ? MAX_DEFLATE_RATIO * bytesThere : bytesThere)) {
      throw input.refuse(
          "the file is too short: it declares "
              + declaredBytes
              + " bytes and "
              + bytesThere
              + (deflated ? " compressed bytes are there" : " are there"),
          ImageInput.COPY_AGAIN);
    }
  }

  /** Checks that voxels have a place, a size and a volume. */
  static Affine frame(ImageInput input, Affine frame) {
    double volume = Math.abs(frame.determinant());
    double box = 1;
    for (Vec3 step : new Vec3[] {frame.di(), frame.dj(), frame.dk()}) {
      double edge = step.norm();
      if (!(edge >= SMALLEST_EDGE && edge <= LARGEST_EDGE)) {
        throw input.refuse(
            String.format(
                Locale.ROOT, "a voxel edge of %.4g mm is not between 0.001 and 100 mm", edge * 1e3),
            "Check spacing and unit in the image's header, then export it again");
      }
      box *= edge;
    }
    if (!(volume >= FLATTEST * box)) {
      throw input.refuse(
          "the image's axes do not span a volume", "Repair the directions in its header");
    }
    if (!(frame.origin().norm() <= FARTHEST_ORIGIN)) {
      throw input.refuse(
          String.format(Locale.ROOT, "the image's origin lies %.4g m away", frame.origin().norm()),
          "Repair the origin in its header");
    }
    return frame;
  }
}
