package org.iceball.io.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;

/**
 * A mapping of the case file while it is read. Each method returns the value of a key, or what the
 * caller gives it to fall back on: a default where the key may be left out, a stand-in where
 * something is wrong. Whatever is wrong goes to the notebook.
 */
final class Section {
  private static final Yaml.Mapping EMPTY = new Yaml.Mapping(Map.of(), 0);

  private final CaseSection kind;
  private final String path;
  private final Yaml.Mapping node;
  private final boolean broken;
  private final int line;
  private final Notebook notebook;

  private Section(CaseSection kind, String path, Yaml yaml, Notebook notebook) {
    this.kind = kind;
    this.path = path;
    this.notebook = notebook;
    this.line = yaml.line();
    this.broken = !(yaml instanceof Yaml.Mapping);
    this.node = yaml instanceof Yaml.Mapping mapping ? mapping : EMPTY;
    if (yaml instanceof Yaml.Scalar || yaml instanceof Yaml.Listing) {
      complain(
          Complaint.WRONG_TYPE,
          path.isEmpty() ? "case file" : path,
          line,
          "here should stand keys and values",
          "write one or more of " + String.join(", ", kind.keys()) + ", each with a colon");
    }
    refuseUnknownKeys();
  }

  /**
   * A value as a section, its keys checked.
   *
   * @param path its place in the file, empty for the whole of it
   */
  static Section of(CaseSection kind, String path, Yaml yaml, Notebook notebook) {
    return new Section(kind, path, yaml, notebook);
  }

  private void refuseUnknownKeys() {
    node.entries()
        .forEach(
            (key, entry) -> {
              if (!kind.keys().contains(key)) {
                complain(
                    Complaint.UNKNOWN_KEY,
                    place(key),
                    entry.keyLine(),
                    Shown.of(key) + " is no key known here",
                    Nearest.remedy(key, kind.keys()));
              }
            });
  }

  boolean has(String key) {
    return node.entries().containsKey(key);
  }

  /** Path of a key, for messages and origins. */
  String place(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  /** Line of a key's value, or of the section where the key is missing. */
  int line(String key) {
    Yaml.Entry entry = node.entries().get(key);
    return entry == null ? line : entry.value().line();
  }

  Notebook notebook() {
    return notebook;
  }

  void complain(Complaint complaint, String key, String cause, String remedy) {
    complain(complaint, place(key), line(key), cause, remedy);
  }

  private void complain(
      Complaint complaint, String where, int atLine, String cause, String remedy) {
    notebook.complain(complaint, where, atLine, cause, remedy);
  }

  /** Complains that a key is missing, unless the section itself is not there to have one. */
  void missing(String key, String remedy) {
    if (!broken) {
      complain(Complaint.MISSING_KEY, key, "`" + key + "` is missing", remedy);
    }
  }

  /** The value of a key, empty where the key is left out; notes its origin. */
  Optional<Yaml> value(String key) {
    Yaml.Entry entry = node.entries().get(key);
    notebook.origin(place(key), entry == null ? Origin.DEFAULT : Origin.CASE_FILE);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.value() instanceof Yaml.Scalar scalar && scalar.isNothing()) {
      complain(
          Complaint.WRONG_TYPE, key, "`" + key + "` has no value", "write one, or remove the key");
      return Optional.of(new Yaml.Refused(scalar.line()));
    }
    return Optional.of(entry.value());
  }

  /** The text of a key that may be left out; empty also where it is no text. */
  Optional<String> text(String key) {
    return value(key).flatMap(v -> text(v, place(key)));
  }

  /** The text of a key that must be there. */
  String text(String key, String standIn, String remedy) {
    if (!has(key)) {
      missing(key, remedy);
    }
    return text(key).orElse(standIn);
  }

  /** A value as text, empty (and complained about) where it is a list or a mapping. */
  Optional<String> text(Yaml value, String where) {
    if (value instanceof Yaml.Scalar scalar) {
      return Optional.of(scalar.text().strip());
    }
    if (!(value instanceof Yaml.Refused)) {
      complain(
          Complaint.WRONG_TYPE,
          where,
          value.line(),
          "here should stand a single value, not a list or keys",
          "write the value behind the colon");
    }
    return Optional.empty();
  }

  /** A quantity that may be left out. */
  double quantity(String key, Range range, double fallback) {
    return value(key).map(v -> quantity(v, place(key), range, fallback)).orElse(fallback);
  }

  /** A quantity that must be there. */
  double needQuantity(String key, Range range, String example) {
    if (!has(key)) {
      missing(key, "write for example `" + key + ": " + example + "`");
    }
    return quantity(key, range, range.low());
  }

  /** A value as a quantity. */
  double quantity(Yaml value, String where, Range range, double standIn) {
    Optional<String> text = text(value, where);
    if (text.isEmpty()) {
      return standIn;
    }
    try {
      return Numbers.quantity(text.get(), range);
    } catch (CaseException e) {
      notebook.complain(e, where, value.line());
      return standIn;
    }
  }

  /** A whole number that may be left out. */
  int integer(String key, int low, int high, int fallback) {
    Optional<String> text = text(key);
    if (text.isEmpty()) {
      return fallback;
    }
    try {
      return Numbers.integer(text.get(), low, high);
    } catch (CaseException e) {
      notebook.complain(e, place(key), line(key));
      return fallback;
    }
  }

  /** One of a few words; words with capitals are taken too. */
  <T> T word(String key, Map<String, T> words, T fallback) {
    return text(key).map(t -> choice(key, t, words, fallback)).orElse(fallback);
  }

  private <T> T choice(String key, String text, Map<String, T> words, T standIn) {
    for (Map.Entry<String, T> word : words.entrySet()) {
      if (word.getKey().equalsIgnoreCase(text)) {
        return word.getValue();
      }
    }
    complain(
        Complaint.UNKNOWN_NAME,
        key,
        Shown.of(text) + " is not known here",
        Nearest.remedy(text, words.keySet()));
    return standIn;
  }

  /** The items of a list that must be there, within its length. */
  List<Yaml> needList(String key, int fewest, int most, String remedy) {
    if (!has(key)) {
      missing(key, remedy);
    }
    return list(key, fewest, most);
  }

  /**
   * The items of a list, at most {@code most} of them; empty where the key is left out or holds no
   * list.
   */
  List<Yaml> list(String key, int fewest, int most) {
    Optional<Yaml> value = value(key);
    if (value.isEmpty() || value.get() instanceof Yaml.Refused) {
      return List.of();
    }
    if (value.get() instanceof Yaml.Listing listing) {
      int size = listing.items().size();
      if (size < fewest || size > most) {
        complain(
            Complaint.OUT_OF_RANGE,
            key,
            "`" + key + "` has " + size + (size == 1 ? " item" : " items"),
            "write " + fewest + " to " + most + " of them");
      }
      return listing.items().subList(0, Math.min(size, most));
    }
    complain(
        Complaint.WRONG_TYPE,
        key,
        "`" + key + "` should be a list",
        "write its items in square brackets, or each on a line after a hyphen");
    return List.of();
  }

  /** A section below this one; where the key is left out, an empty one with all its defaults. */
  Section section(String key, CaseSection below) {
    return of(below, place(key), value(key).orElse(EMPTY), notebook);
  }
}
