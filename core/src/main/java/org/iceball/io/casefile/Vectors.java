package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.grid.Vec3;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;

/** Points and directions of a section. */
final class Vectors {
  private Vectors() {}

  /** A point that may be left out: three lengths [m]. */
  static Vec3 point(Section section, String key, Range each, Vec3 fallback) {
    return section
        .value(key)
        .map(v -> point(section, v, section.place(key), each, fallback))
        .orElse(fallback);
  }

  /** A value as three lengths [m]. */
  static Vec3 point(Section section, Yaml value, String where, Range each, Vec3 standIn) {
    List<Double> xyz = new ArrayList<>();
    for (Yaml item : three(section, value, where, "lengths, as in `[0 mm, 6 mm, 0 mm]`")) {
      xyz.add(section.quantity(item, where, each, each.high()));
    }
    return xyz.size() == 3 ? new Vec3(xyz.get(0), xyz.get(1), xyz.get(2)) : standIn;
  }

  /** A direction that may be left out: three plain numbers [1]. */
  static Vec3 direction(Section section, String key, Vec3 fallback) {
    Optional<Yaml> value = section.value(key);
    String where = section.place(key);
    List<Double> xyz = new ArrayList<>();
    if (value.isPresent()) {
      for (Yaml item : three(section, value.get(), where, "plain numbers, as in `[0, 0.3, 1]`")) {
        try {
          xyz.add(Numbers.plain(section.text(item, where).orElse("0")));
        } catch (CaseException e) {
          section.notebook().complain(e, where, item.line());
        }
      }
    }
    return xyz.size() == 3 ? new Vec3(xyz.get(0), xyz.get(1), xyz.get(2)) : fallback;
  }

  private static List<Yaml> three(Section section, Yaml value, String where, String what) {
    if (value instanceof Yaml.Listing listing && listing.items().size() == 3) {
      return listing.items();
    }
    if (!(value instanceof Yaml.Refused)) {
      section
          .notebook()
          .complain(
              Complaint.WRONG_TYPE,
              where,
              value.line(),
              "here should stand three numbers, x, y and z",
              "write three " + what);
    }
    return List.of();
  }
}
