package org.iceball.io.picture;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Lines of equal value by marching squares (Lorensen and Cline 1987 in two dimensions): linear
 * along the edges between neighbouring values, saddles decided by the mean of the four corners,
 * segments joined into lines so that dashes run on.
 */
final class Isolines {
  private final double[] values;
  private final int nu;
  private final double level;
  // The (at most two) edges that each crossed edge is joined to.
  private final Map<Integer, List<Integer>> joined = new LinkedHashMap<>();

  private Isolines(double[] values, int nu, double level) {
    this.values = values;
    this.nu = nu;
    this.level = level;
  }

  /**
   * The lines.
   *
   * @param values shape [nu*nv], u fastest; not modified
   * @param nu number of values along u
   * @param nv number of values along v
   * @param level the value they follow, in the values' unit
   * @return each line as points {u, v} in fractional indices [1]; a closed line ends on its first
   *     point
   */
  static List<List<double[]>> of(double[] values, int nu, int nv, double level) {
    Isolines lines = new Isolines(values, nu, level);
    for (int j = 0; j + 1 < nv; j++) {
      for (int i = 0; i + 1 < nu; i++) {
        lines.square(i, j);
      }
    }
    return lines.chains();
  }

  private boolean inside(int i, int j) {
    return values[i + nu * j] < level;
  }

  private void square(int i, int j) {
    boolean a = inside(i, j);
    boolean b = inside(i + 1, j);
    boolean c = inside(i + 1, j + 1);
    boolean d = inside(i, j + 1);
    int south = 2 * (i + nu * j);
    int west = south + 1;
    int east = 2 * (i + 1 + nu * j) + 1;
    int north = 2 * (i + nu * (j + 1));
    List<Integer> crossed = new ArrayList<>(4);
    addIf(crossed, a != b, south);
    addIf(crossed, b != c, east);
    addIf(crossed, c != d, north);
    addIf(crossed, d != a, west);
    if (crossed.size() == 2) {
      join(crossed.get(0), crossed.get(1));
    } else if (crossed.size() == 4) {
      int corner = i + nu * j;
      double mean =
          (values[corner] + values[corner + 1] + values[corner + nu] + values[corner + nu + 1]) / 4;
      // Corner a is cut off where the middle is on the other side of the level than a is.
      boolean cutOffA = mean < level != a;
      join(south, cutOffA ? west : east);
      join(north, cutOffA ? east : west);
    }
  }

  private static void addIf(List<Integer> edges, boolean crossed, int edge) {
    if (crossed) {
      edges.add(edge);
    }
  }

  private void join(int edge, int other) {
    joined.computeIfAbsent(edge, e -> new ArrayList<>(2)).add(other);
    joined.computeIfAbsent(other, e -> new ArrayList<>(2)).add(edge);
  }

  private List<List<double[]>> chains() {
    List<List<double[]>> chains = new ArrayList<>();
    Set<Integer> done = new HashSet<>();
    // Open lines from their ends first; what is left are closed ones.
    joined.forEach((edge, others) -> addChain(chains, done, edge, others.size() == 1));
    joined.forEach((edge, others) -> addChain(chains, done, edge, true));
    return chains;
  }

  private void addChain(List<List<double[]>> chains, Set<Integer> done, int start, boolean wanted) {
    if (!wanted || done.contains(start)) {
      return;
    }
    List<double[]> chain = new ArrayList<>();
    int edge = start;
    boolean more = true;
    while (more) {
      done.add(edge);
      chain.add(crossing(edge));
      more = false;
      for (int next : joined.get(edge)) {
        if (!done.contains(next)) {
          edge = next;
          more = true;
          break;
        }
      }
    }
    if (edge != start && joined.get(start).size() == 2 && joined.get(start).contains(edge)) {
      chain.add(chain.get(0));
    }
    chains.add(chain);
  }

  private double[] crossing(int edge) {
    int corner = edge / 2;
    int i = corner % nu;
    int j = corner / nu;
    boolean alongU = edge % 2 == 0;
    double from = values[corner];
    double to = values[alongU ? corner + 1 : corner + nu];
    double t = (level - from) / (to - from);
    return alongU ? new double[] {i + t, j} : new double[] {i, j + t};
  }
}
