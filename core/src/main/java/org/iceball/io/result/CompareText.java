package org.iceball.io.result;

import java.util.Locale;
import org.iceball.injury.LawZone;
import org.iceball.io.Disclaimer;
import org.iceball.io.Words;
import org.iceball.study.compare.ArmResult;
import org.iceball.study.compare.Comparison;
import org.iceball.study.compare.Pairing;
import org.iceball.study.compare.Residual;
import org.iceball.study.compare.TissueDraws;

/** A comparison as {@code compare.txt}. ASCII only. */
public final class CompareText {
  private CompareText() {}

  /** The whole text. */
  public static String of(Comparison comparison, Provenance provenance) {
    StringBuilder text = new StringBuilder();
    ArmResult first = comparison.pairings().get(0).first();
    text.append(first.outcome().asked().title()).append(": two treatments compared\n");
    text.append(Disclaimer.TEXT).append("\n\n");
    comparison.pairings().forEach(p -> text.append(verdict(p)).append('\n'));
    comparison.draws().ifPresent(d -> text.append(draws(comparison, d)).append('\n'));
    text.append('\n');
    for (Pairing p : comparison.pairings()) {
      table(CompareTable.of(p), text);
      laws(p, text);
      warnings(p.first(), text);
      warnings(p.second(), text);
      text.append('\n');
    }
    trials(text);
    text.append("iceball ").append(provenance.version()).append('\n');
    return text.toString();
  }

  /** What a pairing says of the primary figure, in a sentence. */
  public static String verdict(Pairing p) {
    double margin = Residual.USUAL;
    String more = p.difference(margin) > 0 ? p.second().arm().name() : p.first().arm().name();
    String left =
        String.format(
            Locale.ROOT,
            "%s: %s leaves %.1f %% and %s %.1f %% of %s alive",
            capital(p.title()),
            p.first().arm().name(),
            100 * p.first().uncovered(margin),
            p.second().arm().name(),
            100 * p.second().uncovered(margin),
            CompareTable.target(margin));
    return p.differs(margin)
        ? String.format(
            Locale.ROOT,
            "%s: %s leaves %.1f +/- %.1f points more.",
            left,
            more,
            100 * Math.abs(p.difference(margin)),
            100 * p.differenceError(margin))
        : String.format(
            Locale.ROOT,
            "%s: no difference beyond the cells' error of %.1f points.",
            left,
            100 * p.differenceError(margin));
  }

  /** How sure the sign is, given what is not known of the tissues. */
  public static String draws(Comparison comparison, TissueDraws draws) {
    Pairing p = comparison.pairings().get(0);
    double margin = Residual.USUAL;
    return String.format(
        Locale.ROOT,
        "In %d draws of the tissues' numbers from their intervals, on cells of %.2g mm, %s leaves"
            + " between %.1f points less and %.1f more of %s than %s (5th and 95th percentile), and"
            + " more in %.0f %% of them (%s).",
        draws.samples(),
        draws.spacing() * 1e3,
        p.second().arm().name(),
        -100 * draws.percentile(margin, 5),
        100 * draws.percentile(margin, 95),
        CompareTable.target(margin),
        p.first().arm().name(),
        100 * draws.positive(margin),
        p.title());
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }

  private static void table(CompareTable table, StringBuilder text) {
    text.append(table.title()).append('\n');
    line("", table.columns().get(0), table.columns().get(1), table.columns().get(2), text);
    for (CompareTable.Row row : table.rows()) {
      line(row.name(), row.first(), row.second(), row.difference(), text);
    }
  }

  private static void line(String name, String a, String b, String d, StringBuilder text) {
    text.append(
        String.format(Locale.ROOT, "  %-58s %15s %15s %15s", name, a, b, d).stripTrailing());
    text.append('\n');
  }

  /** The dead by every law of either arm, for the choice of law is a choice. */
  private static void laws(Pairing p, StringBuilder text) {
    for (ArmResult r : new ArmResult[] {p.first(), p.second()}) {
      text.append("  left of ")
          .append(CompareTable.target(Residual.USUAL))
          .append(" in ")
          .append(r.arm().name())
          .append(" by each law [%]:");
      for (LawZone z : r.outcome().injury().zones()) {
        double covered =
            z.margins().stream()
                .filter(m -> m.margin() == Residual.USUAL)
                .findFirst()
                .orElseThrow()
                .covered();
        text.append(' ')
            .append(z.name())
            .append(z.name().equals(r.arm().law()) ? " (counted) " : " ")
            .append(Words.number(100 * (1 - covered), 1))
            .append(';');
      }
      text.setLength(text.length() - 1);
      text.append('\n');
    }
  }

  private static void warnings(ArmResult r, StringBuilder text) {
    r.outcome()
        .warnings()
        .forEach(w -> text.append("  ").append(r.arm().name()).append(": ").append(w).append('\n'));
  }

  private static void trials(StringBuilder text) {
    text.append(
        "What studies reported of patients [% with cryo, % with RFA]; not what is simulated");
    text.append(" here\n");
    for (ReportedTrials.Trial t : ReportedTrials.all()) {
      text.append(
          String.format(
              Locale.ROOT,
              "  %s (PMID %s): %s: %s, %s%s; %s; %s\n",
              t.study(),
              t.pmid(),
              t.quantity(),
              t.cryo(),
              t.rfa(),
              t.p().isEmpty() ? "" : ", p " + t.p(),
              t.kind(),
              t.direction()));
    }
    text.append('\n');
  }
}
