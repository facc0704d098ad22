package org.iceball.injury;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.iceball.grid.DistanceTransform;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;

/**
 * The target on the grid and how far every cell of the organ lies from its surface; made once,
 * asked for coverage often.
 */
public final class TargetMask {
  private final Grid grid;
  private final boolean[] organ;
  private final boolean[] target;
  private final int[] cells;
  private final float[] distance;
  private final double volume;

  /**
   * @param grid of the cells
   * @param target true in the target, shape [cells]; not modified
   * @param organ true in organ and target, shape [cells]; not modified. Tissue outside the organ
   *     and vessels are nobody's to cover.
   */
  public TargetMask(Grid grid, boolean[] target, boolean[] organ) {
    this(grid, target, organ, Threads.ALONE);
  }

  /**
   * The same.
   *
   * @param threads share the work
   */
  public TargetMask(Grid grid, boolean[] target, boolean[] organ, Threads threads) {
    this.grid = grid;
    this.target = target;
    cells = IntStream.range(0, target.length).filter(c -> target[c]).toArray();
    this.organ = organ;
    int n = cells.length;
    volume = n * grid.cellVolume();
    distance = n == 0 ? new float[0] : distance(threads);
  }

  /** Distance of every cell from the surface of the target, negative inside [m]. */
  private float[] distance(Threads threads) {
    float[] distance = DistanceTransform.squared(grid, c -> target[c], threads);
    for (int c = 0; c < distance.length; c++) {
      distance[c] = (float) Math.sqrt(distance[c]);
    }
    int[] low = {grid.nx(), grid.ny(), grid.nz()};
    int[] high = {0, 0, 0};
    for (int c : cells) {
      int[] at = {c % grid.nx(), c / grid.nx() % grid.ny(), c / grid.nx() / grid.ny()};
      for (int axis = 0; axis < 3; axis++) {
        low[axis] = Math.max(0, Math.min(low[axis], at[axis] - 1));
        high[axis] = Math.max(high[axis], at[axis] + 2);
      }
    }
    // what lies behind the cells next to the target is nearest to none of its cells
    int nx = Math.min(high[0], grid.nx()) - low[0];
    int ny = Math.min(high[1], grid.ny()) - low[1];
    int nz = Math.min(high[2], grid.nz()) - low[2];
    Grid round = new Grid(nx, ny, nz, grid.spacing(), grid.centre(low[0], low[1], low[2]));
    IntUnaryOperator whole =
        c -> grid.index(low[0] + c % nx, low[1] + c / nx % ny, low[2] + c / nx / ny);
    float[] inward = DistanceTransform.squared(round, c -> !target[whole.applyAsInt(c)], threads);
    for (int c = 0; c < inward.length; c++) {
      if (inward[c] > 0) {
        distance[whole.applyAsInt(c)] = (float) -Math.sqrt(inward[c]);
      }
    }
    return distance;
  }

  /** True where there is no target. */
  public boolean isEmpty() {
    return !(volume > 0);
  }

  /**
   * Distance of a cell's centre from the target's surface, outward [m]; negative inside. Without a
   * target it means nothing.
   */
  public double distance(int cell) {
    return distance[cell];
  }

  /** Whether a cell is target. */
  public boolean isTarget(int cell) {
    return target[cell];
  }

  /** Whether a cell is organ or target, so that it counts in margins. */
  public boolean counts(int cell) {
    return organ[cell];
  }

  /** Part of the target inside a zone [1], given the zone's fraction of each cell. */
  public double covered(float[] fraction) {
    double sum = 0;
    for (int c : cells) {
      sum += fraction[c];
    }
    return sum / cells.length;
  }

  /**
   * Coverage of the target and of the target with margins, by the zone below a threshold.
   *
   * @param temperature [K], shape [cells]; not modified
   * @param threshold [K]
   * @param margins [m]
   */
  public Coverage coverage(float[] temperature, double threshold, List<Double> margins) {
    float[] fraction = ColdFraction.of(grid, temperature, threshold);
    List<Coverage.Margin> covered = new ArrayList<>();
    for (double margin : margins) {
      double sum = 0;
      double all = 0;
      for (int c = 0; c < organ.length; c++) {
        if (organ[c] && distance[c] <= margin) {
          sum += fraction[c];
          all++;
        }
      }
      covered.add(new Coverage.Margin(margin, all > 0 ? sum / all : Double.NaN));
    }
    Least least = new Least();
    for (int c = 0; c < organ.length; c++) {
      if (organ[c] && !(temperature[c] < threshold)) {
        least.offer(distance[c], c);
      }
    }
    IsothermSurface.of(grid, temperature, threshold, Rows.all(grid))
        .forEachCut(
            (cold, warm, part) -> {
              if (organ[warm]) {
                least.offer(distance[cold] + part * (distance[warm] - distance[cold]), warm);
              }
            });
    Vec3 where = least.at < 0 ? null : grid.centre(least.at);
    return new Coverage(volume, covered(fraction), covered, least.distance, where);
  }

  /** The least of the distances offered [m] and the cell it was offered for. */
  private static final class Least {
    private double distance = Double.POSITIVE_INFINITY;
    private int at = -1;

    void offer(double candidate, int cell) {
      if (candidate < distance) {
        distance = candidate;
        at = cell;
      }
    }
  }
}
