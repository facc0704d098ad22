package org.iceball.validation.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.model.Model;

/**
 * A second solution of a whole case on a small grid. It reads the model's data - which cell is made
 * of what, the tables T(H) and Q(H), blood, needles - and shares nothing with what the engine does
 * with them: the balance is assembled as a sparse matrix, time is stepped implicitly by Alexander's
 * method of two stages (SIAM J. Numer. Anal. 14 (1977) 1006; L-stable, second order) with Newton's
 * method, and walls follow their exponential exactly. Steps are short after every event and never
 * longer than a second, so that its own error is small beside the engine's.
 */
public final class ImplicitReference {
  private static final double FIRST_STEP = 5e-3;
  private static final double STEP_SHARE = 0.05;
  private static final double LONGEST_STEP = 1;
  private static final double GAMMA = 1 - Math.sqrt(0.5);

  private final Model model;
  private final List<Needle> needles;
  private final ImplicitBalance balance;
  private final double[] enthalpy;
  private final double[] wallAtPhase;
  private double time;

  /**
   * A reference at the model's start.
   *
   * @param model on a small grid
   * @param needles those of the model, in its order
   */
  public ImplicitReference(Model model, List<Needle> needles) {
    this.model = model;
    this.needles = List.copyOf(needles);
    balance = new ImplicitBalance(model);
    enthalpy = new double[model.grid().cells()];
    for (int c = 0; c < enthalpy.length; c++) {
      enthalpy[c] = model.materialOf(c).start();
    }
    balance.endBloodAtOrBelowLiquidus(enthalpy);
    wallAtPhase = new double[needles.size()];
  }

  /**
   * Goes on to a time [s].
   *
   * @return the enthalpy then [J/m3], shape [cells], x fastest; a copy
   */
  public double[] enthalpyAt(double until) {
    for (double event : events(until)) {
      beginPhases();
      double began = time;
      while (event - time > 1e-9) {
        double allowed = Math.min(LONGEST_STEP, Math.max(FIRST_STEP, STEP_SHARE * (time - began)));
        double left = event - time;
        advance(left / Math.ceil(left / allowed - 1e-9));
      }
      time = event;
    }
    return enthalpy.clone();
  }

  /** Beginnings and ends of phases after the present and before a time, and that time. */
  private List<Double> events(double until) {
    TreeSet<Double> events = new TreeSet<>(List.of(until));
    for (Needle needle : needles) {
      double t = needle.start();
      events.add(t);
      for (Phase phase : needle.protocol().phases()) {
        t += phase.duration();
        events.add(t);
      }
    }
    List<Double> ahead = new ArrayList<>();
    for (double t : events) {
      if (t > time + 1e-9 && t <= until) {
        ahead.add(t);
      }
    }
    return ahead;
  }

  /** A wall that begins to move starts from the temperature of the tissue round its needle. */
  private void beginPhases() {
    for (int n = 0; n < needles.size(); n++) {
      if (Math.abs(phaseBegan(n) - time) < 1e-9) {
        double sum = 0;
        double weight = 0;
        int[] cells = model.needles().get(n).cells();
        for (int i = 0; i < cells.length; i++) {
          double g = model.needles().get(n).conductance()[i];
          sum += g * model.materialOf(cells[i]).curve().temperature(enthalpy[cells[i]]);
          weight += g;
        }
        wallAtPhase[n] = sum / weight;
      }
    }
  }

  /** When the phase that holds just after the present began [s]; NaN where none holds. */
  private double phaseBegan(int needle) {
    double t = needles.get(needle).start();
    for (Phase phase : needles.get(needle).protocol().phases()) {
      if (time > t - 1e-9 && time < t + phase.duration() - 1e-9) {
        return t;
      }
      t += phase.duration();
    }
    return Double.NaN;
  }

  /** Wall temperatures [K] at a time within the step that begins at the present; NaN: passive. */
  private double[] walls(double at) {
    double[] walls = new double[needles.size()];
    for (int n = 0; n < walls.length; n++) {
      double began = phaseBegan(n);
      walls[n] = Double.NaN;
      double t = needles.get(n).start();
      for (Phase phase : needles.get(n).protocol().phases()) {
        if (t == began) {
          walls[n] = wall(n, phase.kind(), at - t);
        }
        t += phase.duration();
      }
    }
    return walls;
  }

  private double wall(int needle, Phase.Kind kind, double since) {
    Cryoprobe probe = (Cryoprobe) needles.get(needle).probe();
    return switch (kind) {
      case FREEZE ->
          settling(
              wallAtPhase[needle],
              probe.freezeTemperature().value(),
              probe.freezeTimeConstant().value(),
              since);
      case ACTIVE_THAW ->
          settling(
              wallAtPhase[needle],
              probe.thawTemperature().value(),
              probe.thawTimeConstant().value(),
              since);
      case PASSIVE_THAW, HEAT -> Double.NaN;
    };
  }

  private static double settling(double from, double to, double constant, double since) {
    return constant > 0 ? to + (from - to) * Math.exp(-since / constant) : to;
  }

  /** One step of Alexander's method. */
  private void advance(double step) {
    double[] first = enthalpy.clone();
    double[] rate = balance.solve(enthalpy, GAMMA * step, walls(time + GAMMA * step), first);
    double[] base = new double[enthalpy.length];
    for (int c = 0; c < base.length; c++) {
      base[c] = enthalpy[c] + (1 - GAMMA) * step * rate[c];
    }
    double[] second = first.clone();
    balance.solve(base, GAMMA * step, walls(time + step), second);
    System.arraycopy(second, 0, enthalpy, 0, enthalpy.length);
    balance.endBloodAtOrBelowLiquidus(enthalpy);
    time += step;
  }
}
