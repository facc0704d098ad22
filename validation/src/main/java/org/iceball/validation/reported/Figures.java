package org.iceball.validation.reported;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.iceball.solve.Outcome;

/**
 * The lengths that rows ask of one run, kept so that the run itself need not be.
 *
 * @param lengths by quantity and isotherm [m]
 */
record Figures(Map<Asked, Double> lengths) {

  /**
   * What a row asks of a run.
   *
   * @param quantity what is measured
   * @param isotherm where [K]
   */
  record Asked(ZoneQuantity quantity, double isotherm) {}

  /** All that the rows ask of a case. */
  static Figures of(String caseName, Outcome outcome, List<ReportedRow> rows) {
    Map<Asked, Double> lengths = new LinkedHashMap<>();
    for (ReportedRow r : rows) {
      if (r.caseName().equals(caseName) || r.over().equals(caseName)) {
        lengths.computeIfAbsent(
            new Asked(r.quantity(), r.isotherm()), a -> a.quantity().of(outcome, a.isotherm()));
      }
    }
    return new Figures(lengths);
  }

  /**
   * The figure in the unit of the row.
   *
   * @param runs of all cases that the row names, by name
   */
  static double of(ReportedRow row, Map<String, Figures> runs) {
    Asked asked = new Asked(row.quantity(), row.isotherm());
    double length = runs.get(row.caseName()).lengths().get(asked);
    return row.over().isEmpty()
        ? length * 1e3
        : 100 * length / runs.get(row.over()).lengths().get(asked);
  }

  /** All cases that rows name, in alphabetical order. */
  static Set<String> cases(List<ReportedRow> rows) {
    Set<String> names = new TreeSet<>();
    for (ReportedRow r : rows) {
      names.add(r.caseName());
      if (!r.over().isEmpty()) {
        names.add(r.over());
      }
    }
    return names;
  }
}
