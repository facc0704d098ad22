package org.iceball.validation.reported;

import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.iceball.injury.LawZone;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.model.Case;
import org.iceball.solve.CurrentReport;
import org.iceball.solve.Outcome;
import org.iceball.study.ErrorBars;
import org.iceball.validation.book.Csv;
import org.iceball.validation.reported.ReportedRow.Use;

/** Runs every reported case of radiofrequency ablation and puts the zones side by side. */
public final class HeatedZones {
  /**
   * Electric conductivity of liver out of the body [S/m]: the one number that was moved, by the
   * rows of Rempp 2014 alone (reported: 0.12 to 0.36 S/m at 3 to 500 kHz).
   */
  public static final String EX_VIVO = "0.45 S/m";

  /** Coagulated is what was hotter than 50 degC. */
  private static final String LAW = "hot-50";

  private static final double COARSER = 1.5;

  private HeatedZones() {}

  /**
   * A run beside which rows stand.
   *
   * @param axes extents of the coagulated zone, longest first [m]
   * @param volume of it [m3]
   * @param current what the generator gave
   */
  public record Run(double[] axes, double volume, CurrentReport current) {}

  /**
   * A row beside the engine's figure.
   *
   * @param row what was reported
   * @param simulated the engine's figure [mm]
   * @param uNumerical standard uncertainty from the grid [mm]
   * @param run where it comes from
   */
  public record Beside(HeatedRow row, double simulated, double uNumerical, Run run) {
    /** The same for statistics that cryoablation's rows share. */
    Judged judged() {
      ReportedRow plain =
          new ReportedRow(
              row.id(),
              row.study(),
              row.use(),
              row.kind(),
              row.key(),
              ZoneQuantity.WIDTH,
              "",
              323.15,
              row.value(),
              row.u(),
              row.note(),
              row.citation());
      return new Judged(plain, simulated, uNumerical, 0);
    }
  }

  /** Bias and scatter of a group of at least two. */
  public static Bias bias(List<Beside> group) {
    return Bias.of(group.stream().map(Beside::judged).toList());
  }

  /** The table that belongs to this version. */
  public static List<HeatedRow> bundled() {
    List<HeatedRow> rows = new ArrayList<>();
    Map<String, Use> uses = new LinkedHashMap<>();
    for (Map<String, String> r :
        Csv.rows(new StringReader(ReportedTable.text("heated/zones.csv")))) {
      Use use = Use.valueOf(r.get("use").toUpperCase(Locale.ROOT));
      Use before = uses.putIfAbsent(r.get("study"), use);
      double u = Double.parseDouble(r.get("u"));
      if ((before != null && before != use) || !(u > 0) || r.get("u_reason").isEmpty()) {
        throw new IllegalArgumentException(r.get("id") + ": two uses, or no uncertainty");
      }
      rows.add(
          new HeatedRow(
              r.get("id"),
              r.get("study"),
              use,
              r.get("kind"),
              r.get("file"),
              r.get("settings"),
              r.get("quantity"),
              Double.parseDouble(r.get("value")),
              u,
              r.get("note"),
              r.get("citation")));
    }
    return List.copyOf(rows);
  }

  /** The case of a row with a conductivity of liver out of the body, as a quantity. */
  public static Case asked(HeatedRow row, String exVivo) {
    String text = ReportedTable.text("heated/" + row.file() + ".yaml");
    for (Map.Entry<String, String> word : row.words().entrySet()) {
      text = text.replace(word.getKey(), word.getValue());
    }
    boolean isOut = row.kind().equals("ex vivo");
    text = text.replace("EX_VIVO", isOut ? exVivo : "0.2 S/m");
    return CaseReader.readText(
            text, Path.of("."), List.of(), TissueLibrary.bundled(), ProbeLibrary.bundled())
        .asked();
  }

  /** Runs a case of a row. */
  public static Run run(Case asked) {
    Outcome o = Trial.run(asked);
    LawZone zone =
        o.injury().zones().stream().filter(z -> z.name().equals(LAW)).findFirst().orElseThrow();
    double[] axes = zone.axes().stream().mapToDouble(a -> a).toArray();
    return new Run(axes, zone.volume(), o.current());
  }

  /**
   * All rows beside the engine's figures.
   *
   * @param twins whether to run each on coarser cells, too, for the grid's uncertainty
   * @param progress gets a line a run
   */
  public static List<Beside> compare(
      List<HeatedRow> rows, String exVivo, boolean twins, Consumer<String> progress) {
    Map<String, Run> fine = new LinkedHashMap<>();
    Map<String, Run> coarse = new LinkedHashMap<>();
    List<Beside> beside = new ArrayList<>();
    for (HeatedRow row : rows) {
      if (!fine.containsKey(row.key())) {
        progress.accept(row.key());
        Case asked = asked(row, exVivo);
        fine.put(row.key(), run(asked));
        if (twins) {
          coarse.put(row.key(), run(asked.withSpacing(COARSER * asked.spacing())));
        }
      }
      Run own = fine.get(row.key());
      double found = row.of(own.axes(), own.volume());
      Run other = coarse.getOrDefault(row.key(), own);
      double off = Math.abs(found - row.of(other.axes(), other.volume()));
      // a first-order error: that of the finer grid is twice the difference of the two
      beside.add(new Beside(row, found, ErrorBars.SAFETY * off, own));
    }
    return List.copyOf(beside);
  }
}
