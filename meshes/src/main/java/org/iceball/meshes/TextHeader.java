package org.iceball.meshes;

import java.util.HashMap;
import java.util.Map;

/** The named fields of a text header, with complaints that name the field. */
final class TextHeader {
  private final ImageInput input;
  private final Map<String, String> fields = new HashMap<>();

  TextHeader(ImageInput input) {
    this.input = input;
  }

  /** Adds a field; the same one twice is refused. */
  void put(String name, String value) {
    if (fields.put(name, value.strip()) != null) {
      throw input.refuse("the header has the field \"" + name + "\" twice", "Remove one of them");
    }
  }

  /** The field's text, or the fallback where there is no such field. */
  String get(String name, String fallback) {
    return fields.getOrDefault(name, fallback);
  }

  /** The field's text; its lack is refused. */
  String require(String name) {
    String value = fields.get(name);
    if (value == null) {
      throw input.refuse(
          "the header lacks the field \"" + name + "\"",
          "Save the image again with 3D Slicer, as .seg.nrrd or .nii.gz");
    }
    return value;
  }

  /** True where the field is there. */
  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Whole numbers of a field, exactly so many. */
  long[] whole(String name, String text, int count) {
    String[] words = words(name, text, count);
    long[] numbers = new long[count];
    for (int i = 0; i < count; i++) {
      try {
        numbers[i] = Long.parseLong(words[i]);
      } catch (NumberFormatException e) {
        throw noNumber(name, words[i]);
      }
    }
    return numbers;
  }

  /** Numbers of a field, exactly so many, separated by blanks or commas. */
  double[] numbers(String name, String text, int count) {
    String[] words = words(name, text, count);
    double[] numbers = new double[count];
    for (int i = 0; i < count; i++) {
      try {
        numbers[i] = Double.parseDouble(words[i]);
      } catch (NumberFormatException e) {
        throw noNumber(name, words[i]);
      }
    }
    return numbers;
  }

  private String[] words(String name, String text, int count) {
    String[] words = text.strip().split("[\\s,]+");
    if (words.length != count) {
      throw input.refuse(
          "the field \"" + name + "\" holds " + words.length + " numbers, not " + count,
          "Repair the header or export the image again");
    }
    return words;
  }

  private RuntimeException noNumber(String name, String word) {
    return input.refuse(
        "the field \"" + name + "\" holds \"" + word + "\", which is no number",
        "Repair the header or export the image again");
  }

  /** Refuses a field's value. */
  RuntimeException unknown(String name, String readable) {
    return input.refuse(
        "the field \"" + name + "\" says \"" + get(name, "") + "\", which iceball does not read",
        "Save the image with " + readable);
  }
}
