package org.iceball.electric;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.iceball.device.Generator.Ground;
import org.iceball.grid.Grid;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * The electric potential between electrodes at 1 V and the ground: div(sigma grad V) = 0, by
 * conjugate gradients with a multigrid cycle as preconditioner, beginning at what was found last.
 * Holds state: the potential.
 *
 * <p>An electrode is joined to its cells by conductances, as a needle's wall is ({@code
 * LineConductance}), so that the potential round it is the logarithm that it should be. All heat
 * lies where the current passes: that of a face goes to its two cells as their resistances are,
 * that of a joint to its cell. Power is voltage times current up to the residual.
 */
public final class Potential implements Kept {
  private static final int MOST_ITERATIONS = 500;

  private final Grid grid;
  private final Network network;
  private final Multigrid multigrid;
  private final Threads threads;
  private final Grounding ground;
  private final double tolerance;
  private final double[] sigma;
  private final double[] joint;
  private final double[] potential;
  private final double[] r;
  private final double[] p;
  private final double[] ap;
  private final double[] sums;
  private int iterations;

  /**
   * @param grid the cells
   * @param ground where the current leaves
   * @param centre of the electrodes [m]
   * @param tolerance norm of the residual over that of the right side [1]
   * @param threads share the planes
   */
  public Potential(Grid grid, Ground ground, Vec3 centre, double tolerance, Threads threads) {
    this.grid = grid;
    this.threads = threads;
    this.tolerance = tolerance;
    this.ground = Grounding.of(grid, ground, centre);
    network = new Network(grid.nx(), grid.ny(), grid.nz());
    multigrid = new Multigrid(network, threads);
    sigma = new double[grid.cells()];
    joint = new double[grid.cells()];
    potential = new double[network.length()];
    r = new double[network.length()];
    p = new double[network.length()];
    ap = new double[network.length()];
    sums = new double[grid.nz()];
  }

  /** Conductivity of the cells [S/m], shape [cells]; to be filled before {@link #solve}. */
  public double[] conductivity() {
    return sigma;
  }

  /**
   * Joins electrodes to the cells.
   *
   * @param geometry what each cell's conductance to the electrodes is over its conductivity [m],
   *     shape [cells]; not modified
   */
  public void join(double[] geometry) {
    System.arraycopy(geometry, 0, joint, 0, joint.length);
  }

  /**
   * Finds the potential for the conductivities as they are.
   *
   * @return iterations that it took
   * @throws IllegalStateException where it does not converge
   */
  public int solve() {
    fill();
    multigrid.prepare();
    double right = 0;
    for (int c = 0; c < grid.cells(); c++) {
      double b = sigma[c] * joint[c];
      right += b * b;
    }
    each(k -> network.apply(k, potential, ap));
    double left = sum(k -> sums[k] = startResidual(k));
    double goal = tolerance * Math.sqrt(right);
    double old = 0;
    for (iterations = 0; Math.sqrt(left) > goal; iterations++) {
      if (iterations == MOST_ITERATIONS || Double.isNaN(left)) {
        throw new IllegalStateException(
            "the electric potential did not converge: residual " + Math.sqrt(left / right));
      }
      each(this::hand);
      multigrid.cycle();
      double rz = sum(k -> sums[k] = product(k));
      double beta = iterations == 0 ? 0 : rz / old;
      each(k -> turn(k, beta));
      double pap = sum(k -> sums[k] = network.apply(k, p, ap));
      double alpha = rz / pap;
      left = sum(k -> sums[k] = step(k, alpha));
      old = rz;
    }
    return iterations;
  }

  private void each(IntConsumer plane) {
    threads.run(grid.nz(), plane);
  }

  /** Sums what each plane left in {@code sums}, in order. */
  private double sum(IntConsumer plane) {
    threads.run(grid.nz(), plane);
    double sum = 0;
    for (double s : sums) {
      sum += s;
    }
    return sum;
  }

  private double startResidual(int k) {
    double sum = 0;
    int from = network.start(k);
    for (int c = from; c < network.start(k + 1); c++) {
      int cell = c - network.plane;
      r[c] = (float) (sigma[cell] * joint[cell]) - ap[c];
      sum += r[c] * r[c];
    }
    return sum;
  }

  private void hand(int k) {
    float[] b = multigrid.right();
    for (int c = network.start(k); c < network.start(k + 1); c++) {
      b[c] = (float) r[c];
    }
  }

  private double product(int k) {
    float[] z = multigrid.found();
    double sum = 0;
    for (int c = network.start(k); c < network.start(k + 1); c++) {
      sum += r[c] * z[c];
    }
    return sum;
  }

  private void turn(int k, double beta) {
    float[] z = multigrid.found();
    for (int c = network.start(k); c < network.start(k + 1); c++) {
      p[c] = z[c] + beta * p[c];
    }
  }

  private double step(int k, double alpha) {
    double sum = 0;
    for (int c = network.start(k); c < network.start(k + 1); c++) {
      potential[c] += alpha * p[c];
      r[c] -= alpha * ap[c];
      sum += r[c] * r[c];
    }
    return sum;
  }

  /** Conductances from conductivities; a face has two half cells in series. */
  private void fill() {
    Arrays.fill(network.fixed, 0);
    each(this::fillPlane);
    for (int n = 0; n < ground.cells().length; n++) {
      int cell = ground.cells()[n];
      network.fixed[cell + network.plane] += (float) (sigma[cell] * ground.factor()[n]);
    }
  }

  private void fillPlane(int k) {
    int nx = grid.nx();
    int ny = grid.ny();
    double h = grid.spacing();
    for (int j = 0; j < ny; j++) {
      for (int i = 0; i < nx; i++) {
        int cell = grid.index(i, j, k);
        int c = cell + network.plane;
        network.gx[c] = i + 1 < nx ? face(h, cell, cell + 1) : 0;
        network.gy[c] = j + 1 < ny ? face(h, cell, cell + nx) : 0;
        network.gz[c] = k + 1 < grid.nz() ? face(h, cell, cell + network.plane) : 0;
        network.fixed[c] = (float) (sigma[cell] * joint[cell]);
      }
    }
  }

  private float face(double h, int a, int b) {
    return (float) (h * 2 * sigma[a] * sigma[b] / (sigma[a] + sigma[b]));
  }

  /** Current that the electrodes give at 1 V [A]: the conductance of it all [S]. */
  public double conductance() {
    double total = 0;
    for (int cell = 0; cell < joint.length; cell++) {
      if (joint[cell] > 0) {
        double g = (float) (sigma[cell] * joint[cell]);
        total += g * (1 - potential[cell + network.plane]);
      }
    }
    return total;
  }

  /** Iterations of the last solution. */
  public int iterations() {
    return iterations;
  }

  /** Potential of a cell while the electrodes are at 1 V [V]. */
  public double at(int cell) {
    return potential[cell + network.plane];
  }

  /**
   * Heat of the current while the electrodes are at 1 V.
   *
   * @param into power per volume [W/m3], shape [cells]; modified
   * @return heat beyond the outer faces [W]
   */
  public double heat(double[] into) {
    each(k -> heatOfPlane(k, into));
    double beyond = 0;
    double volume = grid.cellVolume();
    for (int n = 0; n < ground.cells().length; n++) {
      int cell = ground.cells()[n];
      double v = at(cell);
      double heat = sigma[cell] * ground.factor()[n] * v * v;
      into[cell] += heat * ground.inside()[n] / volume;
      beyond += heat * (1 - ground.inside()[n]);
    }
    return beyond;
  }

  private void heatOfPlane(int k, double[] into) {
    int nx = grid.nx();
    double perVolume = 1 / grid.cellVolume();
    for (int c = network.start(k); c < network.start(k + 1); c++) {
      int cell = c - network.plane;
      double v = potential[c];
      double heat =
          share(network.gx[c], v, c, c + 1)
              + share(network.gx[c - 1], v, c, c - 1)
              + share(network.gy[c], v, c, c + nx)
              + share(network.gy[c - nx], v, c, c - nx)
              + share(network.gz[c], v, c, c + network.plane)
              + share(network.gz[c - network.plane], v, c, c - network.plane);
      if (joint[cell] > 0) {
        heat += (float) (sigma[cell] * joint[cell]) * (1 - v) * (1 - v);
      }
      into[cell] = heat * perVolume;
    }
  }

  /** Heat of a face that lies in the half of it that is a cell's own [W]. */
  private double share(float g, double v, int c, int other) {
    if (g == 0) {
      return 0;
    }
    double own = sigma[c - network.plane];
    double theirs = sigma[other - network.plane];
    double drop = v - potential[other];
    return g * drop * drop * theirs / (own + theirs);
  }

  @Override
  public void save(StateOut out) {
    out.section("potential");
    out.numbers(sigma);
    out.numbers(joint);
    out.numbers(potential);
  }

  @Override
  public void restore(StateIn in) {
    in.section("potential");
    in.numbers(sigma);
    in.numbers(joint);
    in.numbers(potential);
  }
}
