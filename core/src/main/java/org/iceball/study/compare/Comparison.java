package org.iceball.study.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.iceball.grid.Coarsening;
import org.iceball.grid.Labels;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Monitor;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.study.CoarseTwin;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * Two treatments on the same patient: anatomy, target, margins, vessels and every number of the
 * tissues are the same in both.
 *
 * @param pairings one a rule of matching
 * @param draws the first pairing with the tissues' numbers drawn from their intervals; empty where
 *     nobody asked
 */
public record Comparison(List<Pairing> pairings, Optional<TissueDraws> draws) {
  public Comparison {
    pairings = List.copyOf(pairings);
  }

  /**
   * Runs both arms under both rules.
   *
   * @param first arm
   * @param second arm, of the same case
   * @param anatomies gives a case its anatomy
   * @param samples of the tissues' numbers; 0 for none
   * @param progress gets what is being done, in a few words
   * @param watch looks on while an arm runs, at its snapshots
   * @throws CaseException {@code empty-target} where cells of twice the edge, which the error bars
   *     come from, miss the target
   */
  public static Comparison of(
      Arm first,
      Arm second,
      Function<Case, Anatomy> anatomies,
      int samples,
      Consumer<String> progress,
      BiFunction<Arm, Anatomy, Monitor> watch) {
    Anatomy anatomy = anatomies.apply(first.asked());
    checkTarget(first.asked(), anatomy);
    progress.accept("matching the arms");
    Anatomy coarse = anatomies.apply(coarse(first));
    Reach reach = Reach.match(first, second, coarse);
    List<Pairing> pairings = new ArrayList<>();
    ArmResult a = run(first, anatomy, Matching.EFFORT, progress, watch);
    ArmResult b = run(second, anatomy, Matching.EFFORT, progress, watch);
    pairings.add(new Pairing(Matching.EFFORT, Optional.empty(), a, b));
    ArmResult c =
        reach.first() == 1
            ? a
            : run(first.shortened(reach.first()), anatomy, Matching.REACH, progress, watch);
    ArmResult d =
        reach.second() == 1
            ? b
            : run(second.shortened(reach.second()), anatomy, Matching.REACH, progress, watch);
    pairings.add(new Pairing(Matching.REACH, Optional.of(reach), c, d));
    Optional<TissueDraws> draws =
        samples > 0
            ? Optional.of(TissueDraws.of(first, second, coarse, samples, progress))
            : Optional.empty();
    return new Comparison(pairings, draws);
  }

  private static void checkTarget(Case asked, Anatomy anatomy) {
    Labels coarse = Coarsening.of(anatomy.labels());
    if (asked.targetIn(coarse).isEmpty()) {
      throw new CaseException(
          Finding.of(
              Complaint.EMPTY_TARGET,
              "grid.spacing",
              String.format(
                  Locale.ROOT,
                  "no cell of %.2g mm has its centre in the target, and from cells of that size, twice"
                      + " the asked one, come the error bars that a comparison needs",
                  coarse.grid().spacing() * 1e3),
              "Ask for a finer spacing"));
    }
  }

  private static Case coarse(Arm arm) {
    return arm.asked().withSpacing(Reach.SPACING);
  }

  private static ArmResult run(
      Arm arm,
      Anatomy anatomy,
      Matching matching,
      Consumer<String> progress,
      BiFunction<Arm, Anatomy, Monitor> watch) {
    progress.accept(arm.name() + (matching == Matching.REACH ? ", matched" : ""));
    Outcome fine = Simulation.run(arm.asked(), anatomy, watch.apply(arm, anatomy));
    Outcome twin = CoarseTwin.of(fine);
    return new ArmResult(
        arm,
        CoarseTwin.withErrorBars(fine, twin),
        Residual.of(fine, arm.law()),
        Residual.of(twin, arm.law()));
  }
}
