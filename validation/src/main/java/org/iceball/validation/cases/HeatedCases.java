package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.book.Table;
import org.iceball.validation.reported.Bias;
import org.iceball.validation.reported.HeatedRow;
import org.iceball.validation.reported.HeatedZones;
import org.iceball.validation.reported.HeatedZones.Beside;
import org.iceball.validation.reported.HeatedZones.Run;
import org.iceball.validation.reported.ReportedRow.Use;

/** Zones of radiofrequency ablation that others have reported. */
final class HeatedCases {
  private HeatedCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "reported-heat",
            "Every case of validation/reported/heated on cells of 1.5 and 2.25 mm",
            () -> measure(HeatedZones.bundled())),
        new CheckCase(
            "rf-roll-off-current",
            "The case of Rempp 2014 at 700 to 1300 mA: where is the widest zone?",
            HeatedCases::bestCurrent));
  }

  private static Measured measure(List<HeatedRow> rows) {
    List<Beside> all = HeatedZones.compare(rows, HeatedZones.EX_VIVO, true, key -> {});
    Measured.Builder found = Measured.builder();
    for (Use use : List.of(Use.CALIBRATION, Use.VALIDATION)) {
      String key = use.name().toLowerCase(Locale.ROOT);
      Bias bias = bias(all, b -> b.row().use() == use && b.row().kind().equals("ex vivo"));
      found.value(key + ", bias ex vivo", bias.bias());
      found.value(key + ", scatter ex vivo", bias.scatter());
      found.value(key + ", spread ex vivo", bias.spread());
    }
    found.value("longer at 103 degC", ratio(all, "LUO-20-103-30-W", "LUO-15-103-30-W"));
    found.value("hotter than 103 degC", ratio(all, "LUO-15-113-30-W", "LUO-15-103-30-W"));
    found.value("ex vivo over in vivo, one tip", ratio(all, "GOL-1e", "GOL-1v"));
    found.value("Pringle over portal occlusion", ratio(all, "CHI-Pr", "CHI-Po"));
    found.value("portal over arterial occlusion", ratio(all, "CHI-Po", "CHI-He"));
    found.value("arterial occlusion over none", ratio(all, "CHI-He", "CHI-No"));
    return found.table(table(all)).chart(chart(all)).build();
  }

  private static Bias bias(List<Beside> all, Predicate<Beside> which) {
    return HeatedZones.bias(all.stream().filter(which).toList());
  }

  private static double ratio(List<Beside> all, String id, String over) {
    return figure(all, id) / figure(all, over);
  }

  private static double figure(List<Beside> all, String id) {
    return all.stream()
        .filter(b -> b.row().id().equals(id))
        .mapToDouble(Beside::simulated)
        .findFirst()
        .orElseThrow();
  }

  /** Widths by current; past the best one the electrode rolls off too soon. */
  private static Measured bestCurrent() {
    HeatedRow any =
        HeatedZones.bundled().stream()
            .filter(r -> r.file().equals("rempp"))
            .findFirst()
            .orElseThrow();
    double best = 0;
    double bestCurrent = 0;
    double last = 0;
    double lastTime = 0;
    double first = 0;
    List<List<String>> rows = new ArrayList<>();
    for (int current = 700; current <= 1300; current += 100) {
      HeatedRow row =
          new HeatedRow(
              any.id(),
              any.study(),
              any.use(),
              any.kind(),
              any.file(),
              "CURRENT=" + current + " mA",
              "width",
              any.value(),
              any.u(),
              "",
              "");
      Run run = HeatedZones.run(HeatedZones.asked(row, HeatedZones.EX_VIVO));
      last = row.of(run.axes(), run.volume());
      lastTime = run.current().secondsOn();
      first = current == 700 ? last : first;
      if (last > best) {
        best = last;
        bestCurrent = current;
      }
      rows.add(
          List.of(
              String.valueOf(current),
              String.format(Locale.ROOT, "%.1f", last),
              String.format(Locale.ROOT, "%.0f", lastTime)));
    }
    return Measured.builder()
        .value("best current", bestCurrent)
        .value("width at the best over that at 700 mA", best / first)
        .value("width at the best over that at 1300 mA", best / last)
        .value("time with current at 1300 mA", lastTime)
        .table(
            new Table(
                "Rempp 2014 simulated",
                List.of("Current [mA]", "Width [mm]", "Time with current [s]"),
                rows))
        .build();
  }

  private static Table table(List<Beside> all) {
    List<List<String>> rows = new ArrayList<>();
    for (Beside b : all) {
      HeatedRow r = b.row();
      double reach = 2 * StrictMath.hypot(r.u(), b.uNumerical());
      rows.add(
          List.of(
              r.id(),
              r.use().name().toLowerCase(Locale.ROOT),
              r.kind(),
              r.quantity(),
              number(r.value()),
              number(b.simulated()),
              number(b.simulated() - r.value()),
              number(b.uNumerical()),
              number(r.u()),
              Math.abs(b.simulated() - r.value()) <= reach ? "within" : "outside",
              number(b.run().current().secondsOn()),
              r.note(),
              r.citation()));
    }
    return new Table(
        "Zones of heat; inputs were not sampled",
        List.of(
            "Row",
            "Use",
            "Kind",
            "Quantity",
            "D [mm]",
            "S",
            "E = S - D",
            "u_num",
            "u_D",
            "Verdict",
            "Time with current [s]",
            "Note",
            "Reported by"),
        rows);
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }

  private static Chart chart(List<Beside> all) {
    List<Chart.Series> series = new ArrayList<>();
    series.add(new Chart.Series("as reported", true, new double[] {0, 80}, new double[] {0, 80}));
    for (String study : all.stream().map(b -> b.row().study()).distinct().toList()) {
      List<Beside> of = all.stream().filter(b -> b.row().study().equals(study)).toList();
      series.add(
          new Chart.Series(
              study,
              false,
              of.stream().mapToDouble(b -> b.row().value()).toArray(),
              of.stream().mapToDouble(Beside::simulated).toArray()));
    }
    return new Chart(
        "Simulated against reported zones of heat",
        "reported [mm]",
        "simulated [mm]",
        false,
        series);
  }
}
