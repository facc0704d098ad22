package org.iceball.study.compare;

import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.injury.TargetMask;
import org.iceball.solve.Outcome;
import org.iceball.solve.VesselReport;

/**
 * What an arm leaves alive and what it kills for nothing, by one injury law. Volumes are of tissue
 * that counts, organ and target without vessels, where nothing else is said.
 *
 * @param shells the target first, then the shells round it, outward
 * @param sectors one a vessel near the target
 * @param dead volume of all dead tissue, whether it counts or not [m3]
 * @param outside dead tissue further than {@link #USUAL} from the target [m3]
 * @param elsewhere dead tissue that does not count, such as the surroundings of the organ [m3]
 */
public record Residual(
    List<Shell> shells, List<Sector> sectors, double dead, double outside, double elsewhere) {

  /** Margins round the target that are reported, ascending [m]; 0 is the target alone. */
  public static final List<Double> MARGINS = List.of(0.0, 2e-3, 5e-3, 10e-3);

  /** The margin that a plan usually wants, and that sectors and the primary figure have [m]. */
  public static final double USUAL = 5e-3;

  /** Half the opening of a sector that faces a vessel: 60 degrees in all [rad]. */
  static final double HALF_SECTOR = Math.toRadians(30);

  /**
   * The target, or what lies round it between two margins.
   *
   * @param from inner margin [m]; negative infinity for the target
   * @param to outer margin [m]
   * @param volume of it [m3]
   * @param left part of that which is alive [m3]
   */
  public record Shell(double from, double to, double volume, double left) {}

  /**
   * The part of target and {@link #USUAL} margin that faces a vessel, seen from the target's
   * centre.
   *
   * @param vessel name of it
   * @param gap from target to wall [m]
   * @param diameter of the vessel there [m]
   * @param volume of the sector [m3]
   * @param left part of that which is alive [m3]
   */
  public record Sector(String vessel, double gap, double diameter, double volume, double left) {
    /** Part of the sector that is alive [1]; NaN where it holds nothing. */
    public double uncovered() {
      return left / volume;
    }
  }

  public Residual {
    shells = List.copyOf(shells);
    sectors = List.copyOf(sectors);
  }

  /** Part of target and margin that is alive [1]; the margin is one of {@link #MARGINS}. */
  public double uncovered(double margin) {
    double volume = 0;
    double left = 0;
    for (Shell s : shells) {
      if (s.to <= margin) {
        volume += s.volume;
        left += s.left;
      }
    }
    return left / volume;
  }

  /**
   * Measures a run.
   *
   * @param outcome of a case that has a target and names the law
   * @param law by which the dead are counted
   */
  public static Residual of(Outcome outcome, String law) {
    return of(outcome, outcome.injury().deadBy(law));
  }

  /**
   * @param dead part of each cell that is dead [1], shape [cells]; not modified
   */
  private static Residual of(Outcome outcome, float[] dead) {
    Grid grid = outcome.anatomy().labels().grid();
    TargetMask target = outcome.asked().targetIn(outcome.anatomy().labels());
    List<Facing> facing = facing(outcome);
    double[] volume = new double[MARGINS.size()];
    double[] left = new double[MARGINS.size()];
    double all = 0;
    double outside = 0;
    double elsewhere = 0;
    for (int c = 0; c < dead.length; c++) {
      all += dead[c];
      if (!target.counts(c)) {
        elsewhere += dead[c];
        continue;
      }
      double distance = target.distance(c);
      int shell = 0;
      while (shell < MARGINS.size() && distance > MARGINS.get(shell)) {
        shell++;
      }
      if (shell < MARGINS.size()) {
        volume[shell]++;
        left[shell] += 1 - dead[c];
      }
      if (distance > USUAL) {
        outside += dead[c];
      } else if (!facing.isEmpty()) {
        Vec3 at = grid.centre(c);
        for (Facing f : facing) {
          f.offer(at, 1 - dead[c]);
        }
      }
    }
    double cell = grid.cellVolume();
    List<Shell> shells = new ArrayList<>();
    for (int m = 0; m < volume.length; m++) {
      double from = m == 0 ? Double.NEGATIVE_INFINITY : MARGINS.get(m - 1);
      shells.add(new Shell(from, MARGINS.get(m), volume[m] * cell, left[m] * cell));
    }
    List<Sector> sectors = facing.stream().map(f -> f.sector(cell)).toList();
    return new Residual(shells, sectors, all * cell, outside * cell, elsewhere * cell);
  }

  private static List<Facing> facing(Outcome outcome) {
    Vec3 centre = outcome.anatomy().targetCentre();
    List<Facing> facing = new ArrayList<>();
    for (VesselReport v : outcome.vessels()) {
      Vec3 towards = v.at().minus(centre);
      if (towards.norm() > 0) {
        facing.add(new Facing(v, centre, towards.times(1 / towards.norm())));
      }
    }
    return facing;
  }

  /** The sector that faces a vessel, while its cells are counted. */
  private static final class Facing {
    private final VesselReport vessel;
    private final Vec3 centre;
    private final Vec3 towards;
    private double volume;
    private double left;

    Facing(VesselReport vessel, Vec3 centre, Vec3 towards) {
      this.vessel = vessel;
      this.centre = centre;
      this.towards = towards;
    }

    void offer(Vec3 at, double alive) {
      Vec3 out = at.minus(centre);
      if (out.dot(towards) >= Math.cos(HALF_SECTOR) * out.norm()) {
        volume++;
        left += alive;
      }
    }

    Sector sector(double cell) {
      return new Sector(vessel.name(), vessel.gap(), vessel.diameter(), volume * cell, left * cell);
    }
  }
}
