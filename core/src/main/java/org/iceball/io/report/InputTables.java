package org.iceball.io.report;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.InjuryReport;
import org.iceball.io.Words;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;
import org.iceball.tissue.Cited;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/** What is not known of a run's inputs, and what of that is in its figures. */
final class InputTables {
  /** An interval wider than this part of its value is worth a row [1]. */
  private static final double WIDE = 0.1;

  private InputTables() {}

  static String html(Outcome outcome) {
    StringBuilder html = new StringBuilder(Html.heading("Inputs"));
    List<List<String>> bands = bands(outcome.injury());
    if (bands.isEmpty()) {
      html.append(
          Html.paragraph(
              "The case names no two laws of injury of one cause, so what such laws disagree by is"
                  + " not told."));
    } else {
      html.append(
          Html.table(
              "What the laws of injury disagree by, on the same temperatures",
              List.of("figure", "least", "most"),
              bands));
    }
    html.append(
        Html.paragraph(
            "No number of tissue, blood flow or probe was varied for this page: the intervals below"
                + " are not in the figures above. iceball compare --draws N varies those of the"
                + " tissues, iceball plan places, perfusion and the probes' power."));
    Set<Tissue> tissues = new LinkedHashSet<>();
    outcome.asked().regions().stream().map(Region::tissue).forEach(tissues::add);
    List<List<String>> rows = new ArrayList<>();
    for (Tissue t : tissues) {
      rows.addAll(intervals(t));
    }
    if (!rows.isEmpty()) {
      html.append(
          Html.details(
              "Intervals of the tissues' numbers, the wide ones",
              Html.table(
                  "Wider than a tenth of the value; SI units and kelvin; each with its source",
                  List.of("tissue", "number", "value", "interval", "source"),
                  rows)));
    }
    String weak = unverified(tissues);
    if (!weak.isEmpty()) {
      html.append(Html.paragraph("Tissue numbers whose source is not yet verified: " + weak + "."));
    }
    return html.toString();
  }

  private static List<List<String>> bands(InjuryReport injury) {
    List<List<String>> rows = new ArrayList<>();
    if (injury == null) {
      return rows;
    }
    for (InjuryLaw.Cause cause : InjuryLaw.Cause.values()) {
      Optional<InjuryReport.Band> band = injury.band(cause).filter(b -> b.laws() > 1);
      if (band.isPresent()) {
        InjuryReport.Band b = band.get();
        String by = cause.name().toLowerCase(Locale.ROOT);
        rows.add(
            List.of(
                "dead by " + by,
                Words.number(b.low() * 1e6, 1) + " ml (" + b.strictest() + ")",
                Words.number(b.high() * 1e6, 1) + " ml (" + b.mildest() + ")"));
        if (Double.isFinite(b.coveredLow())) {
          rows.add(row("of the target, by " + by, b.coveredLow(), b.coveredHigh()));
        }
        for (InjuryReport.MarginBand m : b.margins()) {
          if (m.margin() > 0) {
            String what = "of target + " + Words.number(m.margin() * 1e3, 1) + " mm, by " + by;
            rows.add(row(what, m.low(), m.high()));
          }
        }
      }
    }
    return rows;
  }

  private static List<String> row(String what, double low, double high) {
    return List.of(what, Words.percent(low), Words.percent(high));
  }

  private static List<List<String>> intervals(Tissue tissue) {
    List<List<String>> rows = new ArrayList<>();
    for (TissueProperty p : TissueProperty.values()) {
      Cited c = tissue.properties().get(p);
      if (c.high() - c.low() > WIDE * Math.abs(c.value())) {
        rows.add(
            List.of(
                tissue.name(),
                p.key().replace('_', ' '),
                figure(c.value()),
                figure(c.low()) + " to " + figure(c.high()),
                c.citation().toString()));
      }
    }
    return rows;
  }

  private static String figure(double value) {
    return String.format(Locale.ROOT, "%.4g", value);
  }

  private static String unverified(Set<Tissue> tissues) {
    return Stream.of(TissueProperty.values())
        .filter(
            p ->
                tissues.stream()
                    .map(t -> t.properties().get(p).citation().provenance())
                    .anyMatch(known -> known.contains("unverified")))
        .map(p -> p.key().replace('_', ' '))
        .collect(Collectors.joining(", "));
  }
}
