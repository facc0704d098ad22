package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.iceball.injury.NamedLaw;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/**
 * {@code zones:}, {@code lethal:}, {@code injury:}, {@code margins:} and {@code snapshots:} - what
 * is measured.
 *
 * @param zones thresholds, warmest first [K]
 * @param lethal one of them [K]
 * @param injury laws by which the dead are counted; may be empty
 * @param margins ascending [m]
 * @param snapshotEvery [s]; infinite for none
 */
record MeasureSection(
    List<Double> zones,
    double lethal,
    List<NamedLaw> injury,
    List<Double> margins,
    double snapshotEvery) {
  private static final Range MARGIN = Range.of(Dimension.LENGTH, "0 mm", "50 mm");
  private static final Range EVERY = Range.of(Dimension.TIME, "1 s", "24 h");
  // parsed, because 273.15 - 20 is not the double that `-20 degC` gives
  private static final double USUAL_LETHAL = Quantity.parse("-20 degC", Dimension.TEMPERATURE);
  private static final List<Double> USUAL_ZONES =
      List.of(
          Quantity.parse("0 degC", Dimension.TEMPERATURE),
          USUAL_LETHAL,
          Quantity.parse("-40 degC", Dimension.TEMPERATURE));
  private static final double USUAL_EVERY = 60;
  private static final int MOST = 16;

  static MeasureSection read(Section top, InjuryLibrary laws, boolean heats) {
    int before = top.notebook().count();
    List<Double> zones = values(top, "zones", CaseReader.TEMPERATURE, USUAL_ZONES);
    zones.sort(Comparator.reverseOrder());
    List<Double> margins = values(top, "margins", MARGIN, List.of(0.0, 5e-3, 10e-3));
    margins.sort(Comparator.naturalOrder());
    double lethal = top.quantity("lethal", CaseReader.TEMPERATURE, USUAL_LETHAL);
    if (top.notebook().count() == before && !zones.contains(lethal)) {
      if (top.has("lethal")) {
        top.complain(
            Complaint.OUT_OF_RANGE,
            "lethal",
            "the lethal temperature is none of the zones",
            "add it to `zones`, or choose one of them");
      } else {
        top.missing("lethal", "say which of the zones counts as lethal, or add -20 degC to them");
      }
    }
    return new MeasureSection(
        List.copyOf(zones), lethal, injury(top, laws, heats), List.copyOf(margins), every(top));
  }

  /** Laws by their names; the usual ones where the key is left out. */
  private static List<NamedLaw> injury(Section top, InjuryLibrary library, boolean heats) {
    List<Yaml> items = top.list("injury", 0, MOST);
    if (!top.has("injury")) {
      return heats ? library.ofHeat() : library.usual();
    }
    List<NamedLaw> laws = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String place = top.place("injury[" + i + "]");
      int line = items.get(i).line();
      Optional<String> name = top.text(items.get(i), place);
      Optional<NamedLaw> law = name.flatMap(library::find);
      if (name.isPresent() && law.isEmpty()) {
        top.notebook()
            .complain(
                Complaint.UNKNOWN_NAME,
                place,
                line,
                Shown.of(name.get()) + " is no injury law known here",
                Nearest.remedy(name.get(), library.names()));
      } else if (law.isPresent() && laws.contains(law.get())) {
        top.notebook()
            .complain(
                Complaint.DUPLICATE_NAME,
                place,
                line,
                "this law stands in the list already",
                "keep one of the two");
      }
      law.ifPresent(laws::add);
    }
    return List.copyOf(laws);
  }

  private static List<Double> values(Section top, String key, Range range, List<Double> usual) {
    List<Yaml> items = top.list(key, 1, MOST);
    if (!top.has(key)) {
      return new ArrayList<>(usual);
    }
    List<Double> values = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      String place = top.place(key + "[" + i + "]");
      int before = top.notebook().count();
      double value = top.quantity(items.get(i), place, range, range.low());
      if (top.notebook().count() == before && values.contains(value)) {
        top.notebook()
            .complain(
                Complaint.DUPLICATE_NAME,
                place,
                items.get(i).line(),
                "this value stands in the list already",
                "keep one of the two");
      }
      values.add(value);
    }
    return values;
  }

  private static double every(Section top) {
    Optional<Yaml> value = top.value("snapshots");
    if (value.isPresent()
        && value.get() instanceof Yaml.Scalar scalar
        && scalar.text().strip().equalsIgnoreCase("none")) {
      return Double.POSITIVE_INFINITY;
    }
    return value.map(v -> top.quantity(v, "snapshots", EVERY, USUAL_EVERY)).orElse(USUAL_EVERY);
  }
}
