package org.iceball.meshes;

import org.iceball.grid.LabelImage;

/**
 * A named part of an image: all voxels whose value lies in a range. Segments may overlap.
 *
 * @param name for people
 * @param rgb colour to show it in, 0xRRGGBB
 * @param image whose voxels are meant
 * @param lowest least value that belongs to the segment, 1 to 255
 * @param highest greatest value that belongs to it
 */
public record Segment(String name, int rgb, LabelImage image, int lowest, int highest) {
  public Segment {
    if (lowest < 1 || highest < lowest || highest > 255) {
      throw new IllegalArgumentException("no range of labels: " + lowest + " to " + highest);
    }
  }

  /** The voxels with one label. */
  public static Segment ofLabel(String name, int rgb, LabelImage image, int label) {
    return new Segment(name, rgb, image, label, label);
  }

  /**
   * One of several nested zones, as {@link Resampler#zonesOnImage} counts them.
   *
   * @param rank 1 for the outermost zone
   */
  public static Segment ofZone(String name, int rgb, LabelImage image, int rank) {
    return new Segment(name, rgb, image, rank, 255);
  }

  /** True where the voxel belongs to the segment. */
  boolean contains(int voxel) {
    int value = image.values()[voxel] & 0xff;
    return value >= lowest && value <= highest;
  }
}
