package org.iceball.injury;

import java.util.Arrays;
import java.util.List;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * What a law remembers of every cell of a box: a few plain arrays, brought up to date a stretch of
 * cells at a time. {@link InjuryMemory} decides which cells are looked at and when; a look
 * allocates nothing.
 */
public abstract class CellMemory {
  /** From the last look to this one the enthalpy of a cell is taken to go along a straight line. */
  static final class Look {
    /** Time of the last look [s]. */
    double since;

    /** Time from the last look to this one [s]. */
    double duration;

    /** Enthalpy at the last look [J/m3], shape [cells of the box]. */
    double[] before;

    /** Enthalpy now [J/m3], shape [cells of the box]. */
    double[] after;

    /** Material of each cell, shape [cells of the box]. */
    byte[] material;
  }

  private final List<String> names;
  private final double[] initial;

  /** The arrays, in the order of their names, each of shape [cells of the box]. */
  protected final double[][] field;

  /**
   * @param names of the arrays, with units, for checkpoints
   * @param initial what a cell remembers before anything happened, shape [arrays]
   */
  protected CellMemory(List<String> names, double... initial) {
    this.names = List.copyOf(names);
    this.initial = initial.clone();
    field = new double[initial.length][0];
  }

  /** Names of the arrays, with their units. */
  public final List<String> names() {
    return names;
  }

  /** An array, shape [cells of the box]; not a copy, and a new one whenever the box has grown. */
  public final double[] values(int array) {
    return field[array];
  }

  /** What an array holds where nothing happened. */
  public final double initial(int array) {
    return initial[array];
  }

  /** A cell above this enthalpy at the last look and at this one need not be shown [J/m3]. */
  protected abstract double[] coldInterest();

  /** Nor need one below this [J/m3]; infinite for a law that heat is nothing to. */
  protected double[] hotInterest() {
    double[] none = new double[coldInterest().length];
    Arrays.fill(none, Double.POSITIVE_INFINITY);
    return none;
  }

  /** Whether a cell that was of interest once is to be shown at every look from then on. */
  protected boolean isLasting() {
    return false;
  }

  /** Takes note of what cells did since the last look. */
  protected abstract void look(Look look, int from, int to);

  /** Whether a cell is dead by what is remembered so far. */
  protected boolean isDead(int cell) {
    return false;
  }

  /** Moves to a larger box. */
  final void move(Span from, Span to) {
    for (int f = 0; f < field.length; f++) {
      double[] wider = new double[to.cells()];
      Arrays.fill(wider, initial[f]);
      from.copyInto(field[f], to, wider);
      field[f] = wider;
    }
  }

  final void save(StateOut out) {
    for (double[] values : field) {
      out.numbers(values);
    }
  }

  /** Takes over what was saved for a box of so many cells. */
  final void restore(StateIn in, int cells) {
    for (int f = 0; f < field.length; f++) {
      field[f] = new double[cells];
      in.numbers(field[f]);
    }
  }
}
