package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.grid.Grid;
import org.iceball.injury.Coverage;
import org.iceball.injury.LawZone;
import org.iceball.io.Words;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.picture.ComparePicture;
import org.iceball.io.result.CompareTable;
import org.iceball.io.result.CompareText;
import org.iceball.io.result.Provenance;
import org.iceball.io.result.ReportedTrials;
import org.iceball.solve.Outcome;
import org.iceball.study.compare.Arm;
import org.iceball.study.compare.ArmResult;
import org.iceball.study.compare.Comparison;
import org.iceball.study.compare.Pairing;
import org.iceball.study.compare.Residual;

/** The report of a comparison: both arms side by side, in one page. */
public final class CompareReport {
  private CompareReport() {}

  /**
   * The page.
   *
   * @param comparison what came out
   * @param reading the case with the origin of its values
   * @param films what was kept of the arms as they were asked for; arms without one are not shown
   * @param provenance what made it
   */
  public static ReportPage of(
      Comparison comparison,
      CaseReading reading,
      Map<Arm, SceneFrames> films,
      Provenance provenance) {
    Pairing asked = comparison.pairings().get(0);
    ReportPage page =
        new ReportPage(
            asked.first().outcome().asked().title() + ": two treatments compared",
            byline(asked, provenance),
            limits(comparison),
            lead(comparison),
            List.of());
    if (films.containsKey(asked.first().arm()) && films.containsKey(asked.second().arm())) {
      page = page.with("views", "Both through time", views(asked, films));
      page = page.with("margins", "What is left on the target's surface", margins(asked));
    }
    page = page.with("map", "Maps of the margin reached", map(comparison));
    for (Pairing p : comparison.pairings()) {
      String id = p.matching().name().toLowerCase(Locale.ROOT);
      page = page.with(id, capital(p.title()), pairing(p));
    }
    page = page.with("evidence", "What studies of patients reported", evidence());
    return page.with(
        "provenance",
        "Where every number comes from",
        RunReport.provenance(asked.first().outcome(), reading));
  }

  private static String byline(Pairing p, Provenance provenance) {
    Grid g = p.first().outcome().anatomy().labels().grid();
    return String.format(
        Locale.ROOT,
        "iceball %s; %s and %s on %d x %d x %d cells of %s mm; %s",
        provenance.version(),
        p.first().arm().name(),
        p.second().arm().name(),
        g.nx(),
        g.ny(),
        g.nz(),
        Words.number(g.spacing() * 1e3, 2),
        provenance.jdk());
  }

  private static List<String> limits(Comparison comparison) {
    return List.of(
        "Both treatments are simulated on the same patient with the same numbers of the tissues."
            + " What stands after +/- is the error of the grid only; a difference within it is none.",
        comparison.draws().isPresent()
            ? "The numbers of the tissues were drawn from their intervals for the band below; probes,"
                + " electrodes and the laws of injury were not varied."
            : "What is unknown about tissue, blood flow, probe and generator is in no figure; --draws"
                + " varies the tissues.",
        "Which law of injury counts the dead is a choice, and another choice can turn the sign.");
  }

  private static String lead(Comparison comparison) {
    StringBuilder html = new StringBuilder();
    for (Pairing p : comparison.pairings()) {
      html.append("<p class=\"lead\">").append(Html.text(CompareText.verdict(p))).append("</p>\n");
    }
    comparison
        .draws()
        .ifPresent(d -> html.append(Html.paragraph(CompareText.draws(comparison, d))));
    return html.toString();
  }

  private static String views(Pairing p, Map<Arm, SceneFrames> films) {
    return "<div class=\"pair\">\n"
        + view("first", p.first(), films)
        + view("second", p.second(), films)
        + "</div>\n"
        + Html.note("Both views turn together and share their clock.");
  }

  private static String view(String id, ArmResult r, Map<Arm, SceneFrames> films) {
    Scene scene = Scene.of(id, "arms", r.outcome(), films.get(r.arm()), r.arm().law());
    return "<div>" + Html.heading(r.arm().name()) + scene.html() + "</div>\n";
  }

  private static String margins(Pairing p) {
    StringBuilder html = new StringBuilder("<div class=\"pair\">\n");
    String[] ids = {"first", "second"};
    ArmResult[] arms = {p.first(), p.second()};
    for (int n = 0; n < ids.length; n++) {
      html.append("<div>").append(Html.heading(arms[n].arm().name()));
      html.append(Scene.margins(ids[n]));
      html.append(RunReport.margins(arms[n].outcome(), arms[n].arm().law())).append("</div>\n");
    }
    return html.append("</div>\n").toString();
  }

  private static String map(Comparison comparison) {
    return Html.picture(
            ComparePicture.draw(comparison),
            "For both rules of matching, a map of the target's surface for each arm: how far beyond"
                + " it tissue is dead without a gap. The tables below say what is left in figures.")
        + Html.note(
            "The target's surface as a map, the head on top: the margin along rays from its centre."
                + " The same numbers are in margins.csv.");
  }

  private static String pairing(Pairing p) {
    CompareTable table = CompareTable.of(p);
    List<String> head = new ArrayList<>(List.of(""));
    head.addAll(table.columns());
    List<List<String>> rows = new ArrayList<>();
    for (CompareTable.Row r : table.rows()) {
      rows.add(
          List.of(
              r.name(), r.first(), r.second(), r.difference().isEmpty() ? "-" : r.difference()));
    }
    StringBuilder html = new StringBuilder(Html.table(capital(table.title()), head, rows));
    html.append(laws(p));
    for (ArmResult r : List.of(p.first(), p.second())) {
      if (!r.outcome().warnings().isEmpty()) {
        html.append(Html.heading("Warnings, " + r.arm().name()));
        html.append(Html.bullets(r.outcome().warnings()));
      }
    }
    return html.toString();
  }

  /** The dead by every law of either arm. */
  private static String laws(Pairing p) {
    List<List<String>> rows = new ArrayList<>();
    for (ArmResult r : List.of(p.first(), p.second())) {
      Outcome o = r.outcome();
      for (LawZone z : o.injury().zones()) {
        double covered =
            z.margins().stream()
                .filter(m -> m.margin() == Residual.USUAL)
                .mapToDouble(Coverage.Margin::covered)
                .findFirst()
                .orElse(Double.NaN);
        rows.add(
            List.of(
                r.arm().name(),
                z.name() + (z.name().equals(r.arm().law()) ? " (counted)" : ""),
                Words.number(z.volume() * 1e6, 2),
                Double.isFinite(covered) ? Words.number(100 * (1 - covered), 1) : "-"));
      }
    }
    return Html.table(
        "By each law of injury that the arms name",
        List.of(
            "arm", "law", "dead [ml]", "left of " + CompareTable.target(Residual.USUAL) + " [%]"),
        rows);
  }

  private static String evidence() {
    List<List<String>> rows = new ArrayList<>();
    for (ReportedTrials.Trial t : ReportedTrials.all()) {
      rows.add(
          List.of(
              t.study() + " (PMID " + t.pmid() + ")",
              t.quantity(),
              t.cryo(),
              t.rfa(),
              t.p().isEmpty() ? "-" : t.p(),
              t.kind(),
              t.direction()));
    }
    return Html.table(
        "Figures of patients, those that speak for one treatment and those that speak for the other."
            + " Nothing that is simulated here maps onto them.",
        List.of("study", "of what", "cryo [%]", "RFA [%]", "p", "kind of study", "speaks for"),
        rows);
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
