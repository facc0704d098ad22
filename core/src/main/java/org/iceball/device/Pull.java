package org.iceball.device;

import java.util.List;

/** What a needle does during one phase of its protocol, on the clock of that phase. */
public sealed interface Pull permits Pull.Rest, Pull.Settling, Pull.Following, Pull.Lines, GasFlow {

  /**
   * What it does on average over a part of the phase.
   *
   * @param start temperature of the wall at the beginning of the phase [K]
   * @param from beginning of the part, since the phase began [s]
   * @param to its end [s]
   * @param share part of the gas asked for that the supply can give [1]
   * @return null while the needle rests
   */
  Load load(double start, double from, double to, double share);

  /** Time constant of its beginning [s]; 0 where it begins at once. */
  default double timeConstant() {
    return 0;
  }

  /** Times since the phase began at which it bends [s]. */
  default List<Double> bends() {
    return List.of();
  }

  /** Gas that it asks of the supply [kg/s], as argon. */
  default double flow() {
    return 0;
  }

  /** Mean of 1 - exp(-t / constant) over a part of a phase [1]; 1 without a time constant. */
  static double risen(double constant, double from, double to) {
    if (constant <= 0) {
      return 1;
    }
    double a = from / constant;
    double b = to / constant;
    return 1 - (b > a ? (StrictMath.exp(-a) - StrictMath.exp(-b)) / (b - a) : StrictMath.exp(-a));
  }

  /** The gas is off. */
  record Rest() implements Pull {
    @Override
    public Load load(double start, double from, double to, double share) {
      return null;
    }
  }

  /**
   * The wall goes to a plateau exponentially (option 2 of the boundary models that the literature
   * uses; needles reach theirs with a time constant of 20 to 40 s).
   *
   * @param plateau [K]
   * @param timeConstant [s]
   */
  record Settling(double plateau, double timeConstant) implements Pull {
    /** After this many time constants the wall counts as settled, within 0.07 % of the ramp. */
    public static final double SETTLED = 7.25;

    @Override
    public Load load(double start, double from, double to, double share) {
      if (timeConstant <= 0 || from >= SETTLED * timeConstant) {
        return Load.wall(plateau);
      }
      return Load.wall(start + (plateau - start) * risen(timeConstant, from, to));
    }
  }

  /**
   * The wall follows straight lines between given points, and stays where the last one is.
   *
   * @param times [s], ascending
   * @param temperatures [K]
   */
  record Following(List<Double> times, List<Double> temperatures) implements Pull {
    @Override
    public Load load(double start, double from, double to, double share) {
      return Load.wall(at(0.5 * (from + to)));
    }

    @Override
    public List<Double> bends() {
      return times;
    }

    private double at(double time) {
      int last = times.size() - 1;
      if (time <= times.get(0)) {
        return temperatures.get(0);
      }
      for (int i = 0; i < last; i++) {
        if (time <= times.get(i + 1)) {
          double part = (time - times.get(i)) / (times.get(i + 1) - times.get(i));
          return temperatures.get(i) + part * (temperatures.get(i + 1) - temperatures.get(i));
        }
      }
      return temperatures.get(last);
    }
  }

  /** The same load all the time. */
  record Lines(Load load) implements Pull {
    @Override
    public Load load(double start, double from, double to, double share) {
      return load;
    }
  }
}
