package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.solve.Outcome;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.book.Table;
import org.iceball.validation.exact.Material;
import org.iceball.validation.exact.PerfusedIceball;
import org.iceball.validation.exact.PerfusedMedium;
import org.iceball.validation.exact.Symmetry;
import org.iceball.validation.reported.Bias;
import org.iceball.validation.reported.Comparison;
import org.iceball.validation.reported.Judged;
import org.iceball.validation.reported.ReportedRow.Use;
import org.iceball.validation.reported.ReportedTable;

/** Zones that others have reported. */
final class ReportedCases {
  private static final int SAMPLES = 12;
  private static final double ICE = 273.15;

  private static final String NEEDLE =
      """
      iceball: 1
      anatomy: {phantom: {size: [160 mm, 160 mm, 160 mm], shapes: []}}
      regions: [{label: 0, name: liver, tissue: LIVER, role: organ}]
      grid: {spacing: 2 mm, around: 30 mm}
      protocol: freeze 60 min
      zones: [-1 degC]
      lethal: -1 degC
      numerics: {precision: fp32}
      needles:
        - {probe: 17G, target: {point: [0 mm, 0 mm, 0 mm]}, direction: [0, 0, 1]}
      """;

  private ReportedCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "reported-zones",
            "Every case of validation/reported on cells of 1 and 2 mm, and "
                + SAMPLES
                + " draws of its uncertain inputs",
            () -> measure(new Comparison(ReportedTable.bundled(), SAMPLES, name -> {}).run())),
        new CheckCase(
            "needle-in-perfused-liver",
            "One long 17 gauge needle for an hour in liver, cirrhotic and normal, on cells of 2 mm",
            ReportedCases::perfused));
  }

  /** However long it runs, it can't pass what an endless needle at its plateau could hold. */
  private static Measured perfused() {
    Measured.Builder found = Measured.builder();
    for (String liver : List.of("liver-cirrhotic", "liver")) {
      UserCase asked = new UserCase(NEEDLE.replace("LIVER", liver));
      Outcome outcome = asked.run();
      Tissue tissue = outcome.asked().regions().get(0).tissue();
      double width = outcome.moments().get(0).zones().get(0).axes().get(2);
      found.value("width in " + liver, 1e3 * width);
      found.value("width over the limit in " + liver, width / limit(tissue));
    }
    return found.build();
  }

  /** Width of the steady iceball of an endless needle at -140 degC (physics.md, 2.5) [m]. */
  private static double limit(Tissue tissue) {
    ThermalLaw law = ThermalLaw.of(tissue);
    PerfusedMedium medium =
        new PerfusedMedium(
            new Material(law.conductivity(), law.density() * law.specificHeat()),
            tissue.value(TissueProperty.PERFUSION) * Tissue.Blood.HEAT_CAPACITY,
            Tissue.Blood.TEMPERATURE,
            tissue.value(TissueProperty.METABOLIC_HEAT));
    return 2
        * new PerfusedIceball(
                Symmetry.CYLINDER,
                1.47e-3 / 2,
                NeedleCases.coldIntegral(tissue),
                medium,
                law.liquidus())
            .radius();
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
