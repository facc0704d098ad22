package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iceball.grid.Grid;
import org.iceball.injury.Coverage;
import org.iceball.injury.LawZone;
import org.iceball.injury.Zone;
import org.iceball.io.Verdict;
import org.iceball.io.Words;
import org.iceball.io.casefile.CaseExplainer;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.casefile.ExplainedCase;
import org.iceball.io.result.Provenance;
import org.iceball.model.Case;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import org.iceball.solve.RunStats;

/** The report of a run: {@code report.html}. */
public final class RunReport {
  private RunReport() {}

  /**
   * The page.
   *
   * @param outcome what came out
   * @param reading the case with the origin of its values
   * @param frames what was kept while it ran; without a snapshot the page has no views
   * @param provenance what made it
   */
  public static ReportPage of(
      Outcome outcome, CaseReading reading, SceneFrames frames, Provenance provenance) {
    ReportPage page =
        new ReportPage(
            outcome.asked().title(),
            byline(outcome, provenance),
            limits(outcome),
            lead(outcome),
            List.of());
    if (!outcome.warnings().isEmpty()) {
      page = page.with("warnings", "Warnings", Html.bullets(outcome.warnings()));
    }
    if (!frames.isEmpty()) {
      Scene scene = Scene.of("run", "run", outcome, frames);
      String views = outcome.asked().heats() ? "The heat through time" : "The ice through time";
      page = page.with("views", views, scene.html());
      if (scene.hasTarget() || !outcome.vessels().isEmpty()) {
        page = page.with("margins", "Margins and walls", scene.margins() + margins(outcome));
      }
    }
    page = page.with("protocol", "Protocol", RunCurves.protocol(outcome));
    page = page.with("curves", "Against time", RunCurves.curves(outcome));
    page = page.with("energy", "Where the heat went", RunCurves.energy(outcome));
    page = page.with("zones", "Zones", RunTables.zones(outcome));
    String vessels = RunTables.vessels(outcome) + RunTables.spared(outcome);
    if (!vessels.isEmpty()) {
      page = page.with("vessels", "Vessels and protected structures", vessels);
    }
    page = page.with("uncertainty", "How sure the figures are", RunTables.uncertainty(outcome));
    return page.with("provenance", "Where every number comes from", provenance(outcome, reading));
  }

  private static String byline(Outcome outcome, Provenance provenance) {
    RunStats stats = outcome.stats();
    Grid g = outcome.anatomy().labels().grid();
    return String.format(
        Locale.ROOT,
        "iceball %s on %s, %s; %d x %d x %d cells of %s mm; %s simulated in %s; %s",
        provenance.version(),
        stats.backend(),
        outcome.asked().numerics().precision().name().toLowerCase(Locale.ROOT),
        g.nx(),
        g.ny(),
        g.nz(),
        Words.number(g.spacing() * 1e3, 2),
        Words.duration(stats.simulated()),
        Words.duration(stats.wall()),
        provenance.jdk());
  }

  private static List<String> limits(Outcome outcome) {
    return List.of(
        outcome.twin() == null
            ? "No numerical error bar was computed for this run. What is unknown about tissue, blood"
                + " flow and needle is in no figure."
            : "What stands after +/- is the error of the grid only. What is unknown about tissue,"
                + " blood flow and needle is not in it.");
  }

  private static String lead(Outcome outcome) {
    StringBuilder html = new StringBuilder("<p class=\"lead\">");
    html.append(Html.text(RunVerdict.sentence(outcome))).append("</p>\n");
    RunVerdict.more(outcome).forEach(s -> html.append(Html.paragraph(s)));
    List<Html.Fact> facts = new ArrayList<>();
    Moment ever = outcome.moments().get(outcome.moments().size() - 1);
    if (Verdict.hasTarget(outcome)) {
      Coverage c = outcome.coverage();
      facts.add(fact("target covered", Words.percent(c.covered()), c.coveredError() * 100, "%", 1));
      for (Coverage.Margin m : c.margins()) {
        if (m.margin() > 0) {
          String what = "target + " + Words.number(m.margin() * 1e3, 1) + " mm covered";
          facts.add(fact(what, Words.percent(m.covered()), m.error() * 100, "%", 1));
        }
      }
    }
    for (Zone z : outcome.asked().heats() ? List.<Zone>of() : ever.zones()) {
      String what = RunVerdict.beyond(outcome, z.threshold());
      String value = Words.number(z.volume() * 1e6, 1) + " ml";
      facts.add(fact(what, value, z.volumeError() * 1e6, "ml", 1));
    }
    if (outcome.asked().heats() && outcome.injury() != null) {
      for (LawZone z : outcome.injury().zones()) {
        String value = Words.number(z.volume() * 1e6, 1) + " ml";
        facts.add(fact("dead by " + z.name(), value, z.volumeError() * 1e6, "ml", 1));
      }
    }
    return html.append(Html.facts(facts)).toString();
  }

  private static Html.Fact fact(
      String what, String value, double error, String unit, int decimals) {
    return new Html.Fact(
        what,
        value,
        Double.isFinite(error)
            ? "+/- " + String.format(Locale.ROOT, "%." + decimals + "f ", error) + unit
            : "no error bar");
  }

  private static String margins(Outcome outcome) {
    String law = Scene.law(outcome);
    return law == null && outcome.asked().heats() ? "" : margins(outcome, law);
  }

  /** Parts of the target's surface by margin; {@code law} as for {@link MarginField#of}. */
  static String margins(Outcome outcome, String law) {
    List<List<String>> rows = MarginShares.rows(outcome, law);
    String dead = law == null ? Words.celsius(outcome.asked().lethal()) : "dead by " + law;
    return rows.isEmpty()
        ? ""
        : Html.table(
            "Margin, from the target's surface outward to the edge of the lethal zone ("
                + dead
                + "), to about half a cell. Vessels and tissue outside the organ do not count.",
            List.of("margin", "part of the target's surface"),
            rows);
  }

  /** Every value of the case with who set it, and the sources of the libraries' numbers. */
  static String provenance(Outcome outcome, CaseReading reading) {
    Case asked = outcome.asked();
    boolean hasTarget = outcome.anatomy().targetVolume() > 0;
    ExplainedCase explained =
        CaseExplainer.explained(
            new CaseReading(
                asked, reading.origins(), reading.assumptions(), reading.other(), reading.plan()),
            hasTarget ? Optional.of(outcome.anatomy().targetCentre()) : Optional.empty());
    StringBuilder html = new StringBuilder();
    html.append(
        Html.paragraph(
            "Every value of the case, who set it, and where the library's numbers come from. A"
                + " number in brackets is a source below."));
    if (!explained.assumed().isEmpty()) {
      html.append(Html.heading("Assumed")).append(Html.bullets(explained.assumed()));
    }
    for (ExplainedCase.Part part : explained.parts()) {
      StringBuilder inside = new StringBuilder();
      part.prose().forEach(p -> inside.append(Html.note(p)));
      List<List<String>> rows = new ArrayList<>();
      part.rows().forEach(r -> rows.add(List.of(r.name(), r.value(), r.origin())));
      inside.append(Html.table("", List.of("what", "value", "origin"), rows));
      html.append(Html.details(part.heading(), inside.toString()));
    }
    StringBuilder sources = new StringBuilder("<ol>\n");
    explained.sources().forEach(s -> sources.append("<li>").append(Html.text(s)).append("</li>\n"));
    html.append(Html.heading("Sources")).append(sources).append("</ol>\n");
    html.append(
        Html.note("State of every cell at the end, SHA-256 " + outcome.stats().stateHash() + "."));
    return html.toString();
  }
}
