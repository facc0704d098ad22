package org.iceball.validation.book;

import java.util.Locale;
import java.util.Optional;

/** Chapters of the guide, in this order. */
public enum Group {
  SPACE(
      "Order in space",
      "Does the error fall as the square of the spacing where there is no front? The field is"
          + " chosen, and the heat that it lacks is brought in; conduction with k(T), the face"
          + " between two tissues, perfusion and metabolism all take part."),
  TIME(
      "Order in time",
      "Does the error fall with the step as it should? The grid's own decay is known in closed"
          + " form here, so the grid adds nothing."),
  PENNES(
      "Perfused tissue without ice",
      "Pennes' equation has closed solutions for a half space, a slab, a ball, a box and a point."),
  FREEZING(
      "Freezing fronts",
      "Fronts at a single freezing point are staircases on any grid: the order is then reported as"
          + " it is observed, about one. Each error is a mean over the passage of the front"
          + " through four cells."),
  NEEDLE(
      "Needles and iceballs",
      "Needles are thinner than a cell. Their iceballs are held against a line sink, against the"
          + " largest iceball that perfusion allows, and against a radial solver that shares no"
          + " code with the engine."),
  VESSELS(
      "Vessels",
      "A vessel in a bar of tissue with cold sides gives what its own equation says, its blood loses"
          + " what the tissue gets, and the ice keeps the distance from a warm wall that the film"
          + " calls for. Large veins stay open beside every probe of the library, a thin slow one"
          + " does not."),
  CURRENT(
      "Electric current",
      "The potential of spheres is known, that of an electrode is found in r and z by a solver that"
          + " shares no code with the engine; steady temperatures follow from the potential alone"
          + " (Kohlrausch 1900). Power is voltage times current."),
  BOOKS("Energy, bounds and symmetry", "What must hold to rounding, whatever the case."),
  BARS(
      "Error bars",
      "Every run carries its own error bars, from a second run on cells of twice the edge. Here"
          + " they are counted over cases whose answers are known: how often does a bar reach the"
          + " truth?"),
  INJURY("Zones", "What counts as frozen or killed, at temperatures that are known."),
  REPORTED(
      "Zones that others have reported",
      "Runs of the cases of published studies beside what was reported (ASME V&V 20: E = S - D"
          + " against 2 u_val, from the grid's error, sampled inputs and the report's own"
          + " uncertainty). Bench, ex vivo and in vivo stand apart. Bias and scatter are those of"
          + " the FDS validation guide. Every row is shown, failures included."),
  PLAN(
      "Where the needles go",
      "The planner beside packing of the iceballs that needles make alone, and beside the best of as"
          + " many random plans as it had runs of the engine; with as many needles of the same kind"
          + " and under the same rules. Plans are found on cells of 2 mm and judged on cells of 1"
          + " mm."),
  MUTANTS(
      "Mutants: defects that must be noticed",
      "The same checks on a solver with a mistake put in on purpose. Each row here passes only if"
          + " the check turns red. The plain scheme is a second, simple writing of the numerics,"
          + " and it is green where nothing is put in."),
  REFUSALS(
      "Cases that must be refused",
      "Each case file has one mistake; the row passes only if the case is refused with the"
          + " complaint that is named.");

  private final String title;
  private final String about;

  Group(String title, String about) {
    this.title = title;
    this.about = about;
  }

  /** Headline of the chapter. */
  public String title() {
    return title;
  }

  /** What the chapter shows, for people. */
  public String about() {
    return about;
  }

  /** The name in the table, for example {@code freezing}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The group of a name in the table. */
  public static Optional<Group> of(String key) {
    for (Group g : values()) {
      if (g.key().equals(key)) {
        return Optional.of(g);
      }
    }
    return Optional.empty();
  }
}
