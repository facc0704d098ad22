package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.book.Table;
import org.iceball.validation.reported.Bias;
import org.iceball.validation.reported.Comparison;
import org.iceball.validation.reported.Judged;
import org.iceball.validation.reported.ReportedRow.Use;
import org.iceball.validation.reported.ReportedTable;

/** Zones that others have reported. */
final class ReportedCases {
  private static final int SAMPLES = 12;
  private static final double ICE = 273.15;

  private ReportedCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "reported-zones",
            "Every case of validation/reported on cells of 1 and 2 mm, and "
                + SAMPLES
                + " draws of its uncertain inputs",
            () -> measure(new Comparison(ReportedTable.bundled(), SAMPLES, name -> {}).run())));
  }

  private static Measured measure(List<Judged> judged) {
    Map<Use, List<Judged>> uses = Comparison.byUse(judged);
    Measured.Builder found = Measured.builder();
    for (Use use : List.of(Use.CALIBRATION, Use.VALIDATION)) {
      String key = use.name().toLowerCase(Locale.ROOT);
      List<Judged> of = uses.get(use);
      List<Judged> ice = of.stream().filter(j -> j.row().isotherm() == ICE).toList();
      List<Judged> cold = of.stream().filter(j -> j.row().isotherm() < ICE).toList();
      found.value(key + ", bias at 0 degC", Bias.of(ice).bias());
      found.value(key + ", scatter at 0 degC", Bias.of(ice).scatter());
      found.value(key + ", spread at 0 degC", Bias.of(ice).spread());
      found.value(key + ", bias below", Bias.of(cold).bias());
      found.value(key + ", scatter below", Bias.of(cold).scatter());
      found.value(
          key + ", within 2 u_val",
          100.0 * of.stream().filter(Judged::isWithin).count() / of.size());
      List<Double> distances =
          of.stream()
              .filter(j -> j.row().over().isEmpty())
              // a front's distance is half of a diameter's difference
              .map(j -> Math.abs(j.error()) / 2)
              .toList();
      found.value(
          key + ", mean distance of isotherms",
          distances.stream().mapToDouble(d -> d).average().orElse(Double.NaN));
      found.value(
          key + ", largest distance of isotherms",
          distances.stream().mapToDouble(d -> d).max().orElse(Double.NaN));
    }
    uses.forEach((use, of) -> found.table(table(use, of)));
    return found.chart(chart(uses)).build();
  }

  private static Table table(Use use, List<Judged> of) {
    List<List<String>> rows = new ArrayList<>();
    for (Judged j : of) {
      rows.add(
          List.of(
              j.row().id(),
              j.row().kind(),
              j.row().caseName() + ", " + j.row().quantity().key(),
              number(j.row().isotherm() - ICE) + " degC",
              number(j.row().value()),
              number(j.simulated()),
              number(j.error()),
              number(j.uNumerical()),
              number(j.uInput()),
              number(j.row().u()),
              number(2 * j.uValidation()),
              j.isWithin() ? "within" : "outside",
              j.row().note(),
              j.row().citation()));
    }
    return new Table(
        switch (use) {
          case CALIBRATION -> "Figures that moved numbers of the device library";
          case VALIDATION -> "Figures that judge: nothing was moved by them";
          case CONTEXT -> "Figures whose conditions are not known well enough to judge by";
        },
        List.of(
            "Row",
            "Kind",
            "Case and quantity",
            "Isotherm",
            "D [mm or %]",
            "S",
            "E = S - D",
            "u_num",
            "u_input",
            "u_D",
            "2 u_val",
            "Verdict",
            "Note",
            "Reported by"),
        rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static Chart chart(Map<Use, List<Judged>> uses) {
    List<Chart.Series> series = new ArrayList<>();
    series.add(new Chart.Series("as reported", true, new double[] {0, 80}, new double[] {0, 80}));
    uses.forEach(
        (use, of) -> {
          List<Judged> lengths = of.stream().filter(j -> j.row().over().isEmpty()).toList();
          series.add(
              new Chart.Series(
                  use.name().toLowerCase(Locale.ROOT),
                  false,
                  lengths.stream().mapToDouble(j -> j.row().value()).toArray(),
                  lengths.stream().mapToDouble(Judged::simulated).toArray()));
        });
    return new Chart(
        "Simulated against reported lengths", "reported [mm]", "simulated [mm]", false, series);
  }
}
