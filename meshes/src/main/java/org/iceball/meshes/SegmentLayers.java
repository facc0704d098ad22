package org.iceball.meshes;

import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.LabelImage;

/** Segments distributed over as few volumes as first fit finds, so that none covers another. */
final class SegmentLayers {
  private final List<byte[]> layers = new ArrayList<>();
  private final List<int[]> extents = new ArrayList<>();
  private final int[] layerOf;
  private final int[] valueOf;

  private SegmentLayers(int segments) {
    layerOf = new int[segments];
    valueOf = new int[segments];
  }

  /**
   * Distributes segments.
   *
   * @throws IllegalArgumentException where they are none, too many, or of different frames
   */
  static SegmentLayers of(List<Segment> segments) {
    if (segments.isEmpty() || segments.size() > 255) {
      throw new IllegalArgumentException("1 to 255 segments, not " + segments.size());
    }
    SegmentLayers result = new SegmentLayers(segments.size());
    boolean[] taken = new boolean[256];
    for (Segment s : segments) {
      // A segment of one label keeps it, whatever others stand before it.
      taken[s.lowest()] |= s.lowest() == s.highest();
    }
    boolean[] given = new boolean[256];
    for (int n = 0; n < segments.size(); n++) {
      Segment s = segments.get(n);
      requireSameFrame(segments.get(0).image(), s.image());
      int value = s.lowest();
      if (s.lowest() != s.highest() || given[value]) {
        value = 1;
        while (taken[value] || given[value]) {
          value++;
        }
      }
      given[value] = true;
      result.valueOf[n] = value;
      result.add(n, s, (byte) value);
    }
    return result;
  }

  private static void requireSameFrame(LabelImage a, LabelImage b) {
    if (a.nx() != b.nx() || a.ny() != b.ny() || a.nz() != b.nz()) {
      throw new IllegalArgumentException("segments of images of different sizes");
    }
    if (!a.affine().equals(b.affine())) {
      throw new IllegalArgumentException("segments of images in different frames");
    }
  }

  private void add(int n, Segment segment, byte value) {
    int layer = 0;
    while (layer < layers.size() && overlaps(segment, layers.get(layer))) {
      layer++;
    }
    LabelImage image = segment.image();
    if (layer == layers.size()) {
      layers.add(new byte[image.values().length]);
      extents.add(new int[] {image.nx(), -1, image.ny(), -1, image.nz(), -1});
    }
    layerOf[n] = layer;
    byte[] values = layers.get(layer);
    int[] extent = extents.get(layer);
    int voxel = 0;
    for (int k = 0; k < image.nz(); k++) {
      for (int j = 0; j < image.ny(); j++) {
        for (int i = 0; i < image.nx(); i++, voxel++) {
          if (segment.contains(voxel)) {
            values[voxel] = value;
            include(extent, i, j, k);
          }
        }
      }
    }
  }

  private static boolean overlaps(Segment segment, byte[] layer) {
    for (int v = 0; v < layer.length; v++) {
      if (layer[v] != 0 && segment.contains(v)) {
        return true;
      }
    }
    return false;
  }

  private static void include(int[] extent, int i, int j, int k) {
    extent[0] = Math.min(extent[0], i);
    extent[1] = Math.max(extent[1], i);
    extent[2] = Math.min(extent[2], j);
    extent[3] = Math.max(extent[3], j);
    extent[4] = Math.min(extent[4], k);
    extent[5] = Math.max(extent[5], k);
  }

  /** Number of layers. */
  int count() {
    return layers.size();
  }

  /** Voxels of a layer, i fastest; not modified. */
  byte[] values(int layer) {
    return layers.get(layer);
  }

  /** Layer of the nth segment. */
  int layerOf(int n) {
    return layerOf[n];
  }

  /** Value of the nth segment in its layer; different for all segments of the file. */
  int valueOf(int n) {
    return valueOf[n];
  }

  /**
   * First and last voxel of a layer along i, j, k, as Slicer writes them. It is that of the whole
   * layer, not of a segment, because Slicer crops a layer to the extent of its first segment.
   */
  String extent(int layer) {
    int[] e = extents.get(layer);
    if (e[1] < 0) {
      return "0 -1 0 -1 0 -1";
    }
    return e[0] + " " + e[1] + " " + e[2] + " " + e[3] + " " + e[4] + " " + e[5];
  }
}
