package org.iceball.io.casefile;

import java.util.Optional;
import org.iceball.model.Faces;
import org.iceball.tissue.Tissue.Blood;
import org.iceball.units.Dimension;

/**
 * {@code grid:} what is computed on.
 *
 * @param spacing edge of a cell [m]
 * @param around how far the grid reaches beyond target and needles [m]; infinite for everything
 * @param faces what holds at its outer faces
 */
record GridSection(double spacing, double around, Faces faces) {
  static final Range SPACING = Range.of(Dimension.LENGTH, "0.25 mm", "5 mm");
  private static final Range AROUND = Range.of(Dimension.LENGTH, "5 mm", "300 mm");
  private static final double USUAL_SPACING = 1e-3;
  private static final double USUAL_AROUND = 30e-3;
  private static final String EVERYTHING = "everything";

  static GridSection read(Section top) {
    Section section = top.section("grid", CaseSection.GRID);
    return new GridSection(
        section.quantity("spacing", SPACING, USUAL_SPACING), around(section), faces(section));
  }

  private static double around(Section section) {
    Optional<Yaml> value = section.value("around");
    if (value.isPresent() && says(value.get(), EVERYTHING)) {
      return Double.POSITIVE_INFINITY;
    }
    return value
        .map(v -> section.quantity(v, section.place("around"), AROUND, USUAL_AROUND))
        .orElse(USUAL_AROUND);
  }

  private static Faces faces(Section section) {
    Faces body = new Faces(Faces.Kind.HELD, Blood.TEMPERATURE);
    Optional<Yaml> value = section.value("faces");
    if (value.isEmpty() || says(value.get(), "body")) {
      return body;
    }
    if (says(value.get(), "insulated")) {
      return new Faces(Faces.Kind.INSULATED, Blood.TEMPERATURE);
    }
    return new Faces(
        Faces.Kind.HELD,
        section.quantity(
            value.get(), section.place("faces"), CaseReader.TEMPERATURE, Blood.TEMPERATURE));
  }

  private static boolean says(Yaml value, String word) {
    return value instanceof Yaml.Scalar scalar && scalar.text().strip().equalsIgnoreCase(word);
  }
}
