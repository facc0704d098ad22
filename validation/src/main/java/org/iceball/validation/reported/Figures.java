package org.iceball.validation.reported;

import java.util.Map;
import org.iceball.solve.Outcome;

/** The engine's figure for a reported one. */
final class Figures {
  private Figures() {}

  /**
   * The figure in the unit of the row.
   *
   * @param outcomes of all cases that the row names, by name
   */
  static double of(ReportedRow row, Map<String, Outcome> outcomes) {
    double length = row.quantity().of(outcomes.get(row.caseName()), row.isotherm());
    return row.over().isEmpty()
        ? length * 1e3
        : 100 * length / row.quantity().of(outcomes.get(row.over()), row.isotherm());
  }
}
