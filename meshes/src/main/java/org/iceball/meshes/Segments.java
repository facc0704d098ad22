package org.iceball.meshes;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The segments of a .seg.nrrd file: which value in which layer is which label.
 *
 * <p>A segment's label is its value in the file where no two segments of different layers share a
 * value, else its number in the file counted from 1. Where segments overlap, the one in the later
 * layer wins.
 *
 * @param labels label of a value, one table of 256 a layer; -1 where no segment has the value
 * @param names the labels' names
 */
record Segments(List<int[]> labels, Map<Integer, String> names) {

  private record Key(int layer, int value) {}

  /** The segments that the key-value pairs of a NRRD header describe. */
  static Segments of(ImageInput input, Map<String, String> remarks, long layers) {
    Map<Key, String> named = new LinkedHashMap<>();
    for (int n = 0; isThere(remarks, n); n++) {
      String segment = "Segment" + n + "_";
      // Older files have a layer of ones for each segment.
      int layer = number(input, remarks, segment + "Layer", n, layers - 1);
      int value = number(input, remarks, segment + "LabelValue", 1, 255);
      String name = remarks.getOrDefault(segment + "Name", "segment " + (n + 1));
      named.merge(new Key(layer, value), name, (a, b) -> a + " / " + b);
    }
    if (named.isEmpty() && layers > 1) {
      throw input.refuse(
          "the image has " + layers + " volumes but names no segments",
          "Save one volume, or a segmentation as .seg.nrrd");
    }
    Set<Integer> values = new HashSet<>();
    named.keySet().forEach(k -> values.add(k.value()));
    boolean unambiguous = values.size() == named.size();

    List<int[]> tables = new ArrayList<>();
    for (int layer = 0; layer < layers; layer++) {
      int[] table = new int[256];
      for (int v = 0; v < 256; v++) {
        table[v] = v == 0 || layers == 1 ? v : -1;
      }
      tables.add(table);
    }
    Map<Integer, String> names = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<Key, String> entry : named.entrySet()) {
      int label = unambiguous ? entry.getKey().value() : ++number;
      tables.get(entry.getKey().layer())[entry.getKey().value()] = label;
      names.put(label, entry.getValue());
    }
    return new Segments(tables, names);
  }

  private static boolean isThere(Map<String, String> remarks, int n) {
    return n <= 255
        && (remarks.containsKey("Segment" + n + "_ID")
            || remarks.containsKey("Segment" + n + "_Name")
            || remarks.containsKey("Segment" + n + "_LabelValue"));
  }

  private static int number(
      ImageInput input, Map<String, String> remarks, String key, int fallback, long most) {
    String text = remarks.getOrDefault(key, Integer.toString(fallback));
    int least = key.endsWith("LabelValue") ? 1 : 0;
    try {
      int value = Integer.parseInt(text);
      if (value >= least && value <= most) {
        return value;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw input.refuse(
        key + " is \"" + text + "\", not a whole number from " + least + " to " + most,
        "Save the segmentation again with 3D Slicer");
  }

  /**
   * One volume out of all layers.
   *
   * @param stored as in the file; may be returned itself, modified
   * @param listStride as in {@link NrrdFrame}
   */
  byte[] merge(ImageInput input, byte[] stored, long listStride) {
    int layers = labels.size();
    byte[] merged = layers == 1 ? stored : new byte[stored.length / layers];
    int stride = (int) listStride;
    for (int voxel = 0; voxel < merged.length; voxel++) {
      int at = voxel / stride * stride * layers + voxel % stride;
      int label = 0;
      for (int layer = 0; layer < layers; layer++, at += stride) {
        int found = labels.get(layer)[stored[at] & 0xff];
        if (found < 0) {
          throw input.refuse(
              "layer " + layer + " holds the value " + (stored[at] & 0xff) + " of no segment",
              "Save the segmentation again with 3D Slicer");
        }
        label = found != 0 ? found : label;
      }
      merged[voxel] = (byte) label;
    }
    return merged;
  }
}
