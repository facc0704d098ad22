package org.iceball.meshes;

import java.util.Arrays;

/**
 * The cells whose surrounding voxels differ, with their distances to each label in question, and
 * the decision between these.
 *
 * <p>Distances alone round off what the voxels have as edges: a sphere of 11 mm radius in slices of
 * 5 mm would lose 6 % of its volume, a vessel 10 %. So each label's surface is moved as a whole by
 * one offset, such that its volume on the grid is that of its voxels (the sum of their trilinear
 * weights, which is Cavalieri's rule). The offsets stay below half the shortest voxel edge, so that
 * every voxel's centre keeps its label.
 */
final class MixedCells {
  private static final int ITERATIONS = 30;

  /** Largest offset relative to the shortest voxel edge [1]. */
  private static final double FURTHEST = 0.49;

  private final double reach;
  private final double[] wanted = new double[256];
  private int[] cells = new int[1 << 12];
  private int count;
  private int[] candidateOf = new int[1 << 13];
  private byte[] label = new byte[1 << 13];
  private float[] distance = new float[1 << 13];
  private int candidates;

  /**
   * @param shortestEdge of a voxel [m]
   */
  MixedCells(double shortestEdge) {
    reach = FURTHEST * shortestEdge;
  }

  /** Adds a cell; returns its number here. */
  int add(int cell) {
    if (count == cells.length) {
      cells = Arrays.copyOf(cells, 2 * count);
    }
    cells[count] = cell;
    return count++;
  }

  /** How many cells there are. */
  int size() {
    return count;
  }

  /** The grid's cell with this number. */
  int cell(int number) {
    return cells[number];
  }

  /**
   * Adds a label that a cell may get; labels of a cell come in ascending order.
   *
   * @param number the cell's number here
   * @param weight sum of the trilinear weights of the voxels with the label [1]
   * @param signedDistance to the label's surface [m], negative inside
   */
  void addCandidate(int number, int candidate, double weight, float signedDistance) {
    if (candidates == label.length) {
      candidateOf = Arrays.copyOf(candidateOf, 2 * candidates);
      label = Arrays.copyOf(label, 2 * candidates);
      distance = Arrays.copyOf(distance, 2 * candidates);
    }
    candidateOf[candidates] = number;
    label[candidates] = (byte) candidate;
    distance[candidates++] = signedDistance;
    wanted[candidate] += weight;
  }

  /** Writes the cells' labels into those of the grid, shape [cells], *modified*. */
  void settle(byte[] labels) {
    byte[] chosen = new byte[count];
    float[] deepest = new float[count];
    double[] offset = offsets(chosen, deepest);
    choose(offset, chosen, deepest);
    for (int n = 0; n < count; n++) {
      labels[cells[n]] = chosen[n];
    }
  }

  /** Looks for the offsets by steps that shrink whenever a label overshoots its volume. */
  private double[] offsets(byte[] chosen, float[] deepest) {
    double[] offset = new double[256];
    double[] step = new double[256];
    double[] before = new double[256];
    Arrays.fill(step, reach / 4);
    double[] best = offset.clone();
    double least = Double.POSITIVE_INFINITY;
    for (int n = 0; n < ITERATIONS; n++) {
      int[] got = choose(offset, chosen, deepest);
      double error = 0;
      for (int l = 0; l < 256; l++) {
        // Rounded, so that the order of summation can't show.
        double missing = Math.rint((wanted[l] - got[l]) * 1e3) * 1e-3;
        error += Math.abs(missing);
        step[l] *= missing * before[l] < 0 ? 0.5 : 1.2;
        before[l] = missing;
      }
      if (error < least) {
        least = error;
        best = offset.clone();
      }
      for (int l = 0; l < 256; l++) {
        double moved = offset[l] + Math.signum(before[l]) * step[l];
        offset[l] = Math.max(-reach, Math.min(reach, moved));
      }
    }
    return best;
  }

  /** Gives each cell the label it lies deepest in; returns the numbers of cells by label. */
  private int[] choose(double[] offset, byte[] chosen, float[] deepest) {
    Arrays.fill(deepest, Float.POSITIVE_INFINITY);
    for (int c = 0; c < candidates; c++) {
      float d = (float) (distance[c] - offset[label[c] & 0xff]);
      int n = candidateOf[c];
      if (d < deepest[n]) {
        deepest[n] = d;
        chosen[n] = label[c];
      }
    }
    int[] got = new int[256];
    for (byte l : chosen) {
      got[l & 0xff]++;
    }
    return got;
  }
}
