package org.iceball.injury;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.iceball.grid.Grid;

/**
 * What is known of a run when its dead are counted, cut to a box that holds all that was ever cold
 * or hot.
 */
public final class Evidence {
  private final Span box;
  private final Grid grid;
  private final float[] lowest;
  private final InjuryMemory memory;
  private final Map<Double, float[]> depths = new HashMap<>();
  private final Map<Double, float[]> zones = new HashMap<>();
  private final Map<InjuryLaw, float[]> dead = new HashMap<>();

  /**
   * @param box the cells
   * @param lowest lowest temperature each cell of the whole grid ever had [K]; not modified
   * @param memory what was remembered
   */
  Evidence(Span box, float[] lowest, InjuryMemory memory) {
    this.box = box;
    grid = box.asGrid();
    this.lowest = box.cut(lowest);
    this.memory = memory;
  }

  /** The cells of the box as a grid of their own. */
  public Grid grid() {
    return grid;
  }

  /** Lowest temperature each cell ever had [K], shape [cells]; not modified. */
  public float[] lowest() {
    return lowest;
  }

  /** Part of each cell that was ever colder than a temperature [K] [1]; cached, not modified. */
  float[] colderThan(double temperature) {
    return zones.computeIfAbsent(temperature, t -> ColdFraction.of(grid, lowest, t));
  }

  /** Part of each cell that is dead by a law [1]; cached, not modified. */
  float[] dead(InjuryLaw law) {
    float[] known = dead.get(law);
    if (known == null) {
      known = law.dead(this);
      dead.put(law, known);
    }
    return known;
  }

  /** How far each cell lies inside the ice that was colder than a temperature [K] [m]; cached. */
  float[] depth(double temperature) {
    return depths.computeIfAbsent(temperature, t -> IceDepth.of(grid, lowest, t));
  }

  /** Reads one number out of a memory. */
  interface Reading {
    /**
     * The number of a cell.
     *
     * @param memory of the law
     * @param cell in the memory's arrays
     * @param material of the cell
     */
    double of(CellMemory memory, int cell, int material);
  }

  /**
   * What a law remembers, a number a cell.
   *
   * @param outside for cells that its memory does not reach
   * @return shape [cells]; a new array
   */
  float[] remembered(InjuryLaw law, Reading reading, double outside) {
    float[] found = new float[grid.cells()];
    CellMemory own = memory.of(law);
    Span kept = memory.box();
    Span both = box.within(kept);
    Arrays.fill(found, (float) outside);
    for (int k = both.k0(); k < both.k1(); k++) {
      for (int j = both.j0(); j < both.j1(); j++) {
        int at = kept.row(j, k) + both.i0() - kept.i0();
        int here = box.row(j, k) + both.i0() - box.i0();
        for (int n = both.i1() - both.i0(); n > 0; n--, at++, here++) {
          found[here] = (float) reading.of(own, at, memory.material(at));
        }
      }
    }
    return found;
  }
}
