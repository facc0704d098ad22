package org.iceball.cli;

import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.iceball.plan.Plan;
import org.iceball.plan.PlanRules;
import org.iceball.plan.PlanWatch;
import org.iceball.plan.Score;
import org.iceball.plan.Track;

/** Says on standard error which plan is the best so far, and hands finished plans on. */
final class PlanProgress implements PlanWatch, AutoCloseable {
  private final Console console;
  private final PlanRules rules;
  private final Consumer<Plan> finished;
  private final long start = System.nanoTime();
  private int needles;
  private int runs;
  private Score best;
  private boolean drawn;

  /**
   * @param console null to say nothing
   * @param finished is handed each plan as it is done
   */
  PlanProgress(Console console, PlanRules rules, Consumer<Plan> finished) {
    this.console = console;
    this.rules = rules;
    this.finished = finished;
  }

  @Override
  public synchronized void evaluated(List<Track> tracks, Score score) {
    boolean another = tracks.size() != needles;
    runs = another ? 1 : runs + 1;
    needles = tracks.size();
    boolean better = another || score.value(rules.weights()) < best.value(rules.weights());
    best = better ? score : best;
    if (console == null) {
      return;
    }
    if (console.terminal()) {
      String line = String.format(Locale.ROOT, "\r%-" + (console.columns() - 1) + "s", said());
      console.err().print(line.substring(0, Math.min(line.length(), console.columns())));
      console.err().flush();
      drawn = true;
    } else if (better) {
      console.err().println(said());
    }
  }

  private String said() {
    long seconds = (System.nanoTime() - start) / 1_000_000_000;
    return String.format(
        Locale.ROOT,
        "%d:%02d, %d needle%s: best of %d covers %.1f %% of the target, %.1f %% with its margin",
        seconds / 60,
        seconds % 60,
        needles,
        needles == 1 ? "" : "s",
        runs,
        best.covered() * 100,
        best.marginCovered() * 100);
  }

  @Override
  public synchronized void finished(Plan plan) {
    finished.accept(plan);
    if (console != null) {
      wipe();
      String confirmed = plan.confirmed().isPresent() ? ", confirmed" : "";
      console
          .err()
          .println(
              String.format(
                  Locale.ROOT,
                  "%d needle%s done%s: %.2f %% of the target, %.1f %% with its margin",
                  plan.needles(),
                  plan.needles() == 1 ? "" : "s",
                  confirmed,
                  plan.covered() * 100,
                  plan.marginCovered() * 100));
    }
  }

  /** Wipes the line off a terminal. */
  synchronized void wipe() {
    if (drawn) {
      console.err().print("\r" + " ".repeat(console.columns() - 1) + "\r");
      console.err().flush();
      drawn = false;
    }
  }

  @Override
  public void close() {
    wipe();
  }
}
