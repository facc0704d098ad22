package org.iceball.io.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.device.ProtocolWords;
import org.iceball.injury.LawZone;
import org.iceball.injury.NamedLaw;
import org.iceball.io.Words;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.result.Provenance;
import org.iceball.plan.Plan;
import org.iceball.plan.Plans;
import org.iceball.plan.Robustness;
import org.iceball.plan.TrackReport;
import org.iceball.solve.Outcome;

/** The report of a search for plans, in one page. */
public final class PlanReport {
  private PlanReport() {}

  /**
   * The page.
   *
   * @param plans what came of planning, at least one
   * @param reading the case with the origin of its values
   * @param provenance what made it
   */
  public static ReportPage of(Plans plans, CaseReading reading, Provenance provenance) {
    Plan best = plans.preferred();
    ReportPage page =
        new ReportPage(
            "Plans: " + plans.request().asked().title(),
            byline(plans, provenance),
            limits(plans),
            lead(plans, best),
            List.of());
    page = page.with("front", "What each plan reaches", front(plans, best));
    if (best.confirmed().isPresent()) {
      Outcome outcome = best.confirmed().get();
      String law = plans.request().rules().law().map(NamedLaw::name).orElse(null);
      Scene scene =
          Scene.of("best", "best", outcome, SceneFrames.still(outcome), law(outcome, law));
      page = page.with("views", "The plan that needs least", scene.html());
      if (scene.hasTarget()) {
        String shares = RunReport.margins(outcome, law(outcome, law));
        page = page.with("margins", "Margins and walls", scene.margins() + shares);
      }
    }
    page = page.with("tracks", "Tracks", tracks(plans, best));
    String robust = robust(plans);
    if (!robust.isEmpty()) {
      page = page.with("robust", "If it does not go as planned", robust);
    }
    page = page.with("onward", "What to do with a plan", onward(best));
    return best.confirmed().isEmpty()
        ? page
        : page.with(
            "provenance",
            "Where every number comes from",
            RunReport.provenance(best.confirmed().get(), reading));
  }

  /** The law, where the confirming run has it. */
  private static String law(Outcome outcome, String law) {
    boolean known =
        law != null
            && outcome.injury() != null
            && outcome.injury().zones().stream().map(LawZone::name).anyMatch(law::equals);
    return known ? law : null;
  }

  private static String byline(Plans plans, Provenance provenance) {
    return String.format(
        Locale.ROOT,
        "iceball %s; %d runs of the engine on wide cells, seed %d; %s",
        provenance.version(),
        plans.runs(),
        plans.request().seed(),
        provenance.jdk());
  }

  private static List<String> limits(Plans plans) {
    List<String> limits = new ArrayList<>();
    limits.add(
        "A plan is the best that a search found, not the best there is; it knows of the anatomy what"
            + " the labels say, and nothing of the patient.");
    limits.add("What stands after +/- is the error of the grid only.");
    if (plans.stopped()) {
      limits.add("The search was stopped before it was done. What is here is valid.");
    }
    return limits;
  }

  private static String lead(Plans plans, Plan best) {
    String sentence =
        String.format(
            Locale.ROOT,
            "%d needle%s for %.0f min (%s) reach%s %s of the target and %s of target + %s mm.",
            best.needles(),
            best.needles() == 1 ? "" : "s",
            best.protocol().duration() / 60,
            ProtocolWords.text(best.protocol()),
            best.needles() == 1 ? "es" : "",
            RunVerdict.percent(best.covered(), best.coveredError()),
            RunVerdict.percent(best.marginCovered(), best.marginError()),
            margin(plans));
    StringBuilder html = new StringBuilder("<p class=\"lead\">").append(Html.text(sentence));
    html.append("</p>\n");
    html.append(
        Html.paragraph(
            "Of the plans below this one needs least, with needles and minutes priced in. Counted as"
                + " dead: "
                + counted(plans)
                + "."));
    List<Html.Fact> facts = new ArrayList<>();
    facts.add(
        new Html.Fact(
            "least margin",
            RunVerdict.signed(best.leastMargin(), Double.NaN),
            best.confirmed().isPresent() ? "on the case's own cells" : "on cells of 2 mm"));
    facts.add(
        new Html.Fact(
            "healthy tissue frozen", Words.number(best.ranked().healthy() * 1e6, 1) + " ml", ""));
    best.robustness()
        .ifPresent(
            r ->
                facts.add(
                    new Html.Fact(
                        "chance that all of the target is dead",
                        Words.percent(r.full()),
                        "of " + r.draws() + " draws")));
    return html.append(Html.facts(facts)).toString();
  }

  private static String counted(Plans plans) {
    return plans
        .request()
        .rules()
        .law()
        .map(l -> "by the law " + l.name())
        .orElse("colder than " + Words.celsius(plans.request().asked().lethal()));
  }

  private static String margin(Plans plans) {
    return Words.number(plans.request().rules().margin() * 1e3, 1);
  }

  private static String front(Plans plans, Plan best) {
    List<String> names = new ArrayList<>();
    List<String> said = new ArrayList<>();
    List<List<String>> rows = new ArrayList<>();
    List<Plan> front = plans.front();
    for (Plan p : plans.plans()) {
      String name = name(plans, p);
      names.add(name);
      said.add(name + ": " + Words.percent(p.covered()) + " of the target");
      String standing = p.equals(best) ? "needs least" : front.contains(p) ? "" : "beaten";
      rows.add(
          List.of(
              name,
              Words.number(p.protocol().duration() / 60, 1),
              RunVerdict.percent(p.covered(), p.coveredError()),
              RunVerdict.percent(p.marginCovered(), p.marginError()),
              RunVerdict.signed(p.leastMargin(), Double.NaN),
              Words.number(p.ranked().healthy() * 1e6, 1),
              Words.number(p.ranked().excess(), 1),
              String.format(Locale.ROOT, "%.4f", plans.price(p)),
              p.confirmed().isPresent() ? "yes" : "no, 2 mm",
              standing));
    }
    return FrontChart.of(plans.plans(), names, String.join("; ", said) + ".")
        + Html.table(
            "The best plan found for each number of needles and each protocol; excess is how much"
                + " colder than allowed protected structures became",
            List.of(
                "plan",
                "minutes",
                "target",
                "target + " + margin(plans) + " mm",
                "least margin",
                "healthy [ml]",
                "excess [K]",
                "objective",
                "confirmed",
                ""),
            rows);
  }

  private static String name(Plans plans, Plan p) {
    boolean several =
        plans.plans().stream()
                .mapToLong(o -> Math.round(o.protocol().duration()))
                .distinct()
                .count()
            > 1;
    return p.needles()
        + (p.needles() == 1 ? " needle" : " needles")
        + (several ? ", " + Words.number(p.protocol().duration() / 60, 1) + " min" : "");
  }

  private static String tracks(Plans plans, Plan best) {
    StringBuilder html = new StringBuilder(tracks(best));
    for (Plan p : plans.plans()) {
      if (!p.equals(best)) {
        html.append(Html.details(name(plans, p), tracks(p)));
      }
    }
    return html.append(
            Html.note(
                "Positions in the patient frame: L left, R right, A front, P back, H head, F feet."))
        .toString();
  }

  private static String tracks(Plan p) {
    List<List<String>> rows = new ArrayList<>();
    for (TrackReport t : p.tracks()) {
      rows.add(
          List.of(
              t.name(),
              Words.place(t.entry()),
              Words.place(t.tip()),
              Words.number(t.depth() * 1e3, 1),
              Words.number(Math.toDegrees(t.track().axialAngle()), 1),
              t.nearest().isEmpty() ? "-" : t.nearest(),
              t.nearest().isEmpty() ? "-" : Words.number(t.gap() * 1e3, 1)));
    }
    return Html.table(
        ProtocolWords.text(p.protocol()),
        List.of(
            "needle", "entry", "tip", "depth [mm]", "to an axial slice [deg]", "passes", "at [mm]"),
        rows);
  }

  private static String robust(Plans plans) {
    List<List<String>> rows = new ArrayList<>();
    for (Plan p : plans.plans()) {
      if (p.robustness().isPresent()) {
        Robustness r = p.robustness().get();
        rows.add(
            List.of(
                name(plans, p),
                Integer.toString(r.draws()),
                Words.percent(r.full()),
                RunVerdict.signed(r.median(), Double.NaN),
                RunVerdict.signed(r.fifth(), Double.NaN),
                RunVerdict.signed(r.worst(), Double.NaN),
                RunVerdict.signed(r.weakPower(), Double.NaN),
                RunVerdict.signed(r.strongFlow(), Double.NaN)));
      }
    }
    return rows.isEmpty()
        ? ""
        : Html.table(
            "Needles a little elsewhere, perfusion and the probes' power anywhere in their"
                + " intervals: chance that all of the target is dead, and the least margin",
            List.of(
                "plan",
                "draws",
                "all dead",
                "median",
                "5th percentile",
                "worst",
                "weak probes",
                "strong flow"),
            rows);
  }

  private static String onward(Plan best) {
    return Html.bullets(
        List.of(
            "Each plan has a folder beside this page: case.yaml is the case with its needles, for"
                + " iceball simulate and iceball serve; --data names the folder with its images.",
            "tracks.mrk.json and tracks.fcsv open in 3D Slicer as lines and points in the frame of"
                + " the image; tracks.csv beside this page has all of them.",
            "The plan that needs least has "
                + best.needles()
                + (best.needles() == 1 ? " needle." : " needles.")
                + " Which plan is good enough is nobody's to say but yours."));
  }
}
