package org.iceball.meshes;

import java.util.Map;
import org.iceball.grid.LabelImage;

/**
 * What a label file holds.
 *
 * @param image the labels in their own frame
 * @param names the file's own names for labels, as far as it has any; other labels may occur
 */
public record LabelFile(LabelImage image, Map<Integer, String> names) {
  public LabelFile {
    names = Map.copyOf(names);
  }
}
