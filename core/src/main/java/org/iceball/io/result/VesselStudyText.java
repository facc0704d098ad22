package org.iceball.io.result;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.injury.Coverage;
import org.iceball.io.Words;
import org.iceball.model.Anatomy;
import org.iceball.solve.Outcome;
import org.iceball.solve.VesselReport;
import org.iceball.study.VesselStudy;
import org.iceball.study.WhatIf;

/** Runs of one case side by side, as a table for people. ASCII only. */
public final class VesselStudyText {
  private VesselStudyText() {}

  /**
   * A column of the table.
   *
   * @param heading short
   * @param outcome of the run
   */
  public record Column(String heading, Outcome outcome) {}

  /** The vessels that were found: how wide, where blood enters, what was mended. */
  public static String vessels(Anatomy anatomy) {
    StringBuilder text = new StringBuilder("Vessels found\n");
    int elsewhere = 0;
    for (VesselTree tree : anatomy.vessels()) {
      if (tree.segments().stream().noneMatch(s -> anatomy.labels().grid().contains(s.from()))) {
        elsewhere++;
        continue;
      }
      double[] flow = tree.flows();
      double widest = tree.segments().stream().mapToDouble(VesselSegment::radius).max().orElse(0);
      double length = tree.segments().stream().mapToDouble(VesselSegment::length).sum();
      long leaving = leaving(tree, anatomy);
      text.append(
          String.format(
              Locale.ROOT,
              "  %s: %.0f mm of centreline, up to %.1f mm wide, trunk at %s, %d end%s, %.0f ml/min"
                  + " in at the %s, leaves the grid at %d place%s\n",
              tree.name(),
              length * 1e3,
              2e3 * widest,
              Words.place(tree.segments().get(0).from()),
              tree.ends().length,
              tree.ends().length == 1 ? "" : "s",
              flow[0] * 6e7,
              tree.inlet() == VesselTree.Inlet.TRUNK ? "trunk" : "ends",
              leaving,
              leaving == 1 ? "" : "s"));
    }
    if (anatomy.vessels().isEmpty()) {
      text.append("  none\n");
    }
    if (elsewhere > 0) {
      text.append("  and ").append(elsewhere).append(" outside the grid\n");
    }
    anatomy.repairs().forEach(r -> text.append("  - ").append(r).append('\n'));
    return text.append('\n').toString();
  }

  private static long leaving(VesselTree tree, Anatomy anatomy) {
    var grid = anatomy.labels().grid();
    return tree.segments().stream()
        .filter(s -> grid.contains(s.from()) != grid.contains(s.to()))
        .count();
  }

  /** The runs side by side; the vessel nearest to the target in more detail. */
  public static String table(String title, List<Column> columns) {
    StringBuilder text = new StringBuilder(title).append('\n');
    text.append(line("", columns, Column::heading));
    text.append(
        line("lethal zone [ml]", columns, c -> Words.fixed(lethalVolume(c.outcome()) * 1e6, 2)));
    Coverage first = columns.get(0).outcome().coverage();
    if (first != null) {
      for (int m = 0; m < first.margins().size(); m++) {
        int at = m;
        double mm = first.margins().get(m).margin() * 1e3;
        String name = mm > 0 ? String.format(Locale.ROOT, "target + %.0f mm", mm) : "target";
        text.append(
            line(
                name + " covered",
                columns,
                c -> Words.percent(c.outcome().coverage().margins().get(at).covered())));
      }
      text.append(
          line(
              "least margin [mm]",
              columns,
              c -> Words.fixed(c.outcome().coverage().leastMargin() * 1e3, 2)));
    }
    List<VesselReport> near = new ArrayList<>(columns.get(0).outcome().vessels());
    near.sort(Comparator.comparingDouble(VesselReport::gap));
    for (VesselReport v : near.subList(0, Math.min(3, near.size()))) {
      text.append(
          String.format(
              Locale.ROOT,
              "%s, %.1f mm wide, gap %.1f mm\n",
              v.name(),
              v.diameter() * 1e3,
              v.gap() * 1e3));
      text.append(
          line("  lethal to wall [mm]", columns, c -> of(c, v, r -> mm(r.lethalApproach()))));
      text.append(
          line(
              "  target alive [ml]",
              columns,
              c -> of(c, v, r -> Words.fixed(r.last().orElseThrow().targetLeft() * 1e6, 3))));
      text.append(
          line(
              "  margin alive [ml]",
              columns,
              c -> of(c, v, r -> Words.fixed(r.last().orElseThrow().marginLeft() * 1e6, 3))));
      text.append(
          line(
              "  coldest wall [degC]",
              columns,
              c -> of(c, v, r -> Words.fixed(r.coldestWall() - 273.15, 1))));
      text.append(
          line(
              "  ice in the lumen [mm]",
              columns,
              c -> of(c, v, r -> Words.fixed(r.ice() * 1e3, 1))));
      text.append(
          line("  of the wall frozen", columns, c -> of(c, v, r -> Words.percent(r.round()))));
      text.append(
          line("  heat given [kJ]", columns, c -> of(c, v, r -> Words.fixed(r.heat() / 1e3, 2))));
    }
    return text.append('\n').toString();
  }

  /** What a longer freeze and one needle more would change; empty where nobody asked. */
  public static String whatIf(WhatIf whatIf) {
    if (whatIf == null) {
      return "";
    }
    String title = String.format(Locale.ROOT, "What if, cells of %.2g mm", whatIf.spacing() * 1e3);
    List<Column> columns = new ArrayList<>();
    StringBuilder where = new StringBuilder();
    for (WhatIf.Run run : whatIf.runs()) {
      columns.add(new Column(run.change(), run.outcome()));
      run.added()
          .ifPresent(
              n ->
                  where.append(
                      String.format(
                          Locale.ROOT,
                          "  The needle more is %s with its tip at %s.%n",
                          n.probe().name(),
                          Words.place(n.tip()))));
    }
    if (where.isEmpty()) {
      where.append(
          String.format(
              Locale.ROOT,
              "  No needle more: no shadow has anything left, or none fits %.0f mm from all vessels"
                  + " and needles.%n",
              VesselStudy.CLEARANCE * 1e3));
    }
    String table = table(title, columns);
    return (table.stripTrailing() + "\n" + where + "\n").replace("\r\n", "\n");
  }

  private static String of(
      Column column, VesselReport vessel, Function<VesselReport, String> value) {
    return column.outcome().vessels().stream()
        .filter(v -> v.name().equals(vessel.name()))
        .findFirst()
        .map(value)
        .orElse("-");
  }

  /** Volume that ever was lethally cold [m3]. */
  static double lethalVolume(Outcome o) {
    var last = o.moments().get(o.moments().size() - 1);
    int at = o.asked().thresholds().indexOf(o.asked().lethal());
    return last.zones().get(at).volume();
  }

  private static String mm(double metres) {
    return Words.fixed(metres * 1e3, 2);
  }

  private static String line(String name, List<Column> columns, Function<Column, String> value) {
    StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "  %-24s", name));
    columns.forEach(c -> line.append(String.format(Locale.ROOT, " %14s", value.apply(c))));
    return line.toString().stripTrailing() + "\n";
  }
}
