package org.iceball.io.plan;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.iceball.device.ProtocolWords;
import org.iceball.grid.Vec3;
import org.iceball.injury.Coverage;
import org.iceball.io.Disclaimer;
import org.iceball.io.Words;
import org.iceball.plan.Plan;
import org.iceball.plan.Plans;
import org.iceball.plan.Robustness;
import org.iceball.plan.TrackReport;

/** Plans as text for people and as a table of tracks. */
public final class PlanTable {
  private PlanTable() {}

  /** The plans, their robustness and every track; ASCII, lines ended by a line feed. */
  public static String text(Plans plans) {
    StringBuilder text = new StringBuilder();
    String title = "Plans: " + plans.request().asked().title();
    text.append(title).append('\n').append("=".repeat(title.length())).append("\n\n");
    String law =
        plans
            .request()
            .rules()
            .law()
            .map(l -> "dead by " + l.name())
            .orElse("below " + Words.celsius(plans.request().asked().lethal()));
    String margin = Words.number(plans.request().rules().margin() * 1e3, 1);
    text.append("Covered: ").append(law).append(". Margin: ").append(margin).append(" mm.\n\n");
    text.append(
        Words.line(
            "%-2s %7s %5s  %-17s %-17s %-13s %8s %8s %9s",
            "",
            "needles",
            "min",
            "target [%]",
            "with margin [%]",
            "least [mm]",
            "healthy",
            "excess",
            "objective"));
    text.append(
        Words.line(
            "%-2s %7s %5s  %-17s %-17s %-13s %8s %8s", "", "", "", "", "", "", "[ml]", "[K]"));
    for (Plan p : plans.plans()) {
      text.append(row(plans, p));
    }
    text.append(
        "\n* needs least, with needles and minutes priced in; - is beaten by another plan in every"
            + " way.\n"
            + "+/- is three times the difference from cells of twice the edge; (2 mm) was not"
            + " confirmed on the case's own cells.\n");
    text.append("\nUnder errors of placement, perfusion and power\n");
    text.append(
        Words.line(
            "  %7s %5s %10s %14s %14s %12s %14s %13s",
            "needles",
            "draws",
            "full [%]",
            "5th pct [mm]",
            "worst [mm]",
            "median [mm]",
            "weak probe",
            "strong flow"));
    for (Plan p : plans.plans()) {
      p.robustness().ifPresent(r -> text.append(robust(p, r)));
    }
    for (Plan p : plans.plans()) {
      text.append('\n').append(tracks(p));
    }
    if (plans.stopped()) {
      text.append("\nThe search was stopped before it was done; what is here is valid.\n");
    }
    text.append('\n').append(Disclaimer.TEXT).append('\n');
    return text.toString();
  }

  private static String row(Plans plans, Plan p) {
    boolean preferred = p.equals(plans.preferred());
    String mark = preferred ? "*" : plans.front().contains(p) ? "" : "-";
    Optional<Coverage> c = p.confirmed().map(o -> o.coverage());
    double coveredError = c.map(Coverage::coveredError).orElse(Double.NaN);
    double marginError = c.map(v -> v.margins().get(0).error()).orElse(Double.NaN);
    double leastError = c.map(Coverage::leastMarginError).orElse(Double.NaN);
    return Words.line(
        "%-2s %7d %5s  %-17s %-17s %-13s %8s %8s %9.3f%s",
        mark,
        p.needles(),
        Words.number(p.protocol().duration() / 60, 1),
        Words.withError(p.covered() * 100, coveredError * 100, 2),
        Words.withError(p.marginCovered() * 100, marginError * 100, 1),
        Words.withError(p.leastMargin() * 1e3, leastError * 1e3, 1),
        Words.fixed(p.ranked().healthy() * 1e6, 1),
        Words.fixed(p.ranked().excess(), 1),
        plans.price(p),
        p.confirmed().isPresent() ? "" : " (2 mm)");
  }

  private static String robust(Plan p, Robustness r) {
    return Words.line(
        "  %7d %5d %10s %14s %14s %12s %14s %13s",
        p.needles(),
        r.draws(),
        Words.fixed(r.full() * 100, 1),
        Words.fixed(r.fifth() * 1e3, 1),
        Words.fixed(r.worst() * 1e3, 1),
        Words.fixed(r.median() * 1e3, 1),
        Words.fixed(r.weakPower() * 1e3, 1),
        Words.fixed(r.strongFlow() * 1e3, 1));
  }

  private static String tracks(Plan p) {
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%d needle%s, %s%n",
            p.needles(),
            p.needles() == 1 ? "" : "s",
            ProtocolWords.text(p.protocol())));
    for (TrackReport t : p.tracks()) {
      text.append(
          Words.line(
              "  %-10s entry %-30s tip %-30s depth %s mm, %s deg to an axial slice%s",
              t.name(),
              Words.place(t.entry()) + ",",
              Words.place(t.tip()) + ",",
              Words.fixed(t.depth() * 1e3, 1),
              Words.fixed(Math.toDegrees(t.track().axialAngle()), 1),
              t.nearest().isEmpty()
                  ? ""
                  : ", " + Words.fixed(t.gap() * 1e3, 1) + " mm from " + t.nearest()));
    }
    return text.toString().replace("\r", "");
  }

  /** One row a track; positions in RAS. UTF-8, comma separated, lines ended by a line feed. */
  public static byte[] csv(Plans plans) {
    StringBuilder text = new StringBuilder();
    CSVFormat format = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get();
    try (CSVPrinter printer = new CSVPrinter(text, format)) {
      printer.printRecord(
          List.of(
              "plan",
              "protocol",
              "needle",
              "entry_x_mm",
              "entry_y_mm",
              "entry_z_mm",
              "target_x_mm",
              "target_y_mm",
              "target_z_mm",
              "tip_x_mm",
              "tip_y_mm",
              "tip_z_mm",
              "depth_mm",
              "axial_angle_deg",
              "azimuth_deg",
              "nearest",
              "nearest_mm"));
      for (Plan p : plans.plans()) {
        for (TrackReport t : p.tracks()) {
          Vec3 d = t.track().axis();
          printer.printRecord(
              p.needles(),
              ProtocolWords.text(p.protocol()),
              t.name(),
              mm(t.entry().x()),
              mm(t.entry().y()),
              mm(t.entry().z()),
              mm(t.track().middle().x()),
              mm(t.track().middle().y()),
              mm(t.track().middle().z()),
              mm(t.tip().x()),
              mm(t.tip().y()),
              mm(t.tip().z()),
              mm(t.depth()),
              Words.fixed(Math.toDegrees(t.track().axialAngle()), 2),
              Words.fixed(Math.toDegrees(Math.atan2(d.y(), d.x())), 2),
              t.nearest(),
              t.nearest().isEmpty() ? "" : mm(t.gap()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a StringBuilder does not fail", e);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String mm(double metres) {
    return Words.fixed(metres * 1e3, 2);
  }
}
