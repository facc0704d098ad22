package org.iceball.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.iceball.injury.Coverage;
import org.iceball.injury.Zone;
import org.iceball.model.Case;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import org.iceball.study.Convergence.Kind;

/**
 * A case on three grids, of its own spacing and 1.5 and 2.25 times that: the observed order of
 * convergence and the grid convergence index of every figure (Roache, J. Fluids Eng. 116 (1994)
 * 405; Celik et al., J. Fluids Eng. 130 (2008) 078001).
 *
 * @param outcomes on the three grids, finest first
 * @param rows one a figure
 */
public record GridStudy(List<Outcome> outcomes, List<Convergence> rows) {

  public GridStudy {
    outcomes = List.copyOf(outcomes);
    rows = List.copyOf(rows);
  }

  /**
   * Runs the study, the coarsest grid first.
   *
   * @param asked whose spacing is that of the finest grid
   * @param runner runs a case, its anatomy laid on the grid of that case's spacing
   * @throws org.iceball.units.CaseException where one of the three can't be run
   */
  public static GridStudy run(Case asked, Function<Case, Outcome> runner) {
    List<Outcome> outcomes = new ArrayList<>();
    for (int grid = 2; grid >= 0; grid--) {
      double spacing = asked.spacing() * Math.pow(Convergence.RATIO, grid);
      // snapshots are of no use here, and each would end a step
      Case one = asked.withSpacing(spacing).withSnapshotEvery(Double.POSITIVE_INFINITY);
      outcomes.add(0, runner.apply(one));
    }
    return of(outcomes);
  }

  /**
   * The study of three outcomes.
   *
   * @param outcomes of one case with spacings that differ by {@link Convergence#RATIO}, finest
   *     first
   */
  static GridStudy of(List<Outcome> outcomes) {
    List<Convergence> rows = new ArrayList<>();
    Outcome fine = outcomes.get(0);
    for (int m = fine.moments().size() - 1; m >= 0; m--) {
      for (int z = 0; z < fine.moments().get(m).zones().size(); z++) {
        zone(rows, outcomes, m, z);
      }
    }
    if (fine.coverage() != null) {
      coverage(rows, outcomes);
    }
    return new GridStudy(outcomes, rows);
  }

  private static void zone(List<Convergence> rows, List<Outcome> outcomes, int moment, int index) {
    Moment fine = outcomes.get(0).moments().get(moment);
    String of = fine.zones().get(index).name() + ", " + fine.name();
    ToDoubleFunction<Zone> volume = z -> z.volume() > 0 ? z.volume() : Double.NaN;
    rows.add(
        row("volume", of, Kind.VOLUME, outcomes, o -> volume.applyAsDouble(at(o, moment, index))));
    String[] names = {"length", "width", "thickness"};
    for (int axis = 0; axis < names.length; axis++) {
      int a = axis;
      rows.add(
          row(
              names[a],
              of,
              Kind.LENGTH,
              outcomes,
              o -> {
                Zone z = at(o, moment, index);
                return z.volume() > 0 ? z.axes().get(a) : Double.NaN;
              }));
    }
  }

  private static Zone at(Outcome outcome, int moment, int zone) {
    return outcome.moments().get(moment).zones().get(zone);
  }

  private static void coverage(List<Convergence> rows, List<Outcome> outcomes) {
    Coverage fine = outcomes.get(0).coverage();
    rows.add(row("covered", "target", Kind.FRACTION, outcomes, of(Coverage::covered)));
    rows.add(row("least margin", "target", Kind.LENGTH, outcomes, of(Coverage::leastMargin)));
    for (int m = 0; m < fine.margins().size(); m++) {
      int margin = m;
      if (fine.margins().get(m).margin() > 0) {
        String of = "target + " + ErrorBars.millimetres(fine.margins().get(m).margin()) + " mm";
        rows.add(
            row(
                "covered",
                of,
                Kind.FRACTION,
                outcomes,
                of(c -> c.margins().get(margin).covered())));
      }
    }
  }

  private static ToDoubleFunction<Outcome> of(ToDoubleFunction<Coverage> figure) {
    return o -> o.coverage() == null ? Double.NaN : figure.applyAsDouble(o.coverage());
  }

  private static Convergence row(
      String quantity,
      String of,
      Kind kind,
      List<Outcome> outcomes,
      ToDoubleFunction<Outcome> figure) {
    List<Double> values = new ArrayList<>();
    outcomes.forEach(o -> values.add(figure.applyAsDouble(o)));
    return Convergence.of(quantity, of, kind, values);
  }
}
