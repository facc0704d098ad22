package org.iceball.plan;

import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.tissue.Tissue;

/**
 * How cold one needle alone makes the organ round it: the lowest temperature ever, as a drop below
 * body temperature, against the distances from its axis and along it from its middle.
 */
final class ColdShape {
  /** Body temperature, that of arterial blood: what drops are counted from [K]. */
  static final double BODY = Tissue.Blood.TEMPERATURE;

  /** Distance of the table's points [m]. */
  private static final double STEP = 1e-3;

  /** How far from the axis the table reaches [m]. */
  static final double REACH = 35e-3;

  private static final int ACROSS = 1 + (int) Math.round(REACH / STEP);

  private final float[] power;
  private final int along;
  private final double middle;

  /**
   * @param power drop below body temperature, over that of the lethal temperature, to a power [1];
   *     shape [along][ACROSS]
   */
  private ColdShape(float[] power, int along) {
    this.power = power;
    this.along = along;
    middle = (along - 1) / 2.0;
  }

  /**
   * A needle, or several, alone in the organ.
   *
   * @param like tells tissue, laws and how it is solved; its grid's spacing is used
   * @param needles in the frame of a needle along z with its middle at the origin
   * @param length of the active zone [m]
   */
  static Outcome alone(Case like, List<PlannedNeedle> needles, double length) {
    Region organ =
        like.regions().stream()
            .filter(r -> r.role() == Region.Role.ORGAN || r.role() == Region.Role.TARGET)
            .min((a, b) -> a.role().compareTo(b.role()))
            .orElseThrow();
    double h = like.spacing();
    int n = (int) Math.ceil(2 * REACH / h);
    int nz = (int) Math.ceil((2 * REACH + length) / h);
    Vec3 first = new Vec3(-(n - 1) * h / 2, -(n - 1) * h / 2, -(nz - 1) * h / 2);
    Grid grid = new Grid(n, n, nz, h, first);
    byte[] labels = new byte[grid.cells()];
    Arrays.fill(labels, (byte) organ.label());
    Region plain = new Region(organ.label(), organ.name(), organ.tissue(), Region.Role.ORGAN);
    Anatomy anatomy = new Anatomy(new Labels(grid, labels), null, Vec3.ZERO, 0, 0);
    Vec3 size = new Vec3(n * h, n * h, nz * h);
    Case alone =
        like.withRegions(List.of(plain))
            .withNeedles(needles)
            .withAnatomy(new AnatomySpec.Phantom(size, List.of()));
    return Simulation.run(alone, anatomy);
  }

  /**
   * The shape from a run of one needle.
   *
   * @param outcome of {@link #alone}
   * @param lethal drop below body temperature that kills [K]
   * @param exponent the power that is stored [1]
   */
  static ColdShape of(Outcome outcome, double lethal, double exponent) {
    Grid g = outcome.anatomy().labels().grid();
    int along = 1 + (int) Math.floor((g.nz() - 1) * g.spacing() / STEP);
    float[] power = new float[along * ACROSS];
    for (int a = 0; a < along; a++) {
      for (int r = 0; r < ACROSS; r++) {
        double z = (a - (along - 1) / 2.0) * STEP;
        double drop = Math.max(0, ring(outcome, r * STEP, z));
        power[a * ACROSS + r] = (float) Math.pow(drop / lethal, exponent);
      }
    }
    return new ColdShape(power, along);
  }

  /** The same with what is stored to a further power [1]. */
  ColdShape power(double exponent) {
    float[] other = new float[power.length];
    for (int n = 0; n < other.length; n++) {
      other[n] = (float) Math.pow(power[n], exponent);
    }
    return new ColdShape(other, along);
  }

  /** Mean drop on a ring round the axis [K]. */
  private static double ring(Outcome outcome, double r, double z) {
    Grid g = outcome.anatomy().labels().grid();
    double sum = 0;
    for (int side = 0; side < 8; side++) {
      double angle = Math.PI / 4 * side;
      Vec3 f = g.toIndex(new Vec3(r * Math.cos(angle), r * Math.sin(angle), z));
      sum += BODY - Trilinear.at(outcome.lowest(), g, f);
    }
    return sum / 8;
  }

  /**
   * The stored power at a point.
   *
   * @param along distance from the middle along the axis [m]
   * @param across distance from the axis [m]
   */
  double at(double along, double across) {
    double r = across / STEP;
    double a = along / STEP + middle;
    int i = (int) r;
    int k = (int) a;
    if (i >= ACROSS - 1 || a < 0 || k >= this.along - 1) {
      return 0;
    }
    double fr = r - i;
    double fa = a - k;
    int at = k * ACROSS + i;
    return (power[at] * (1 - fr) + power[at + 1] * fr) * (1 - fa)
        + (power[at + ACROSS] * (1 - fr) + power[at + ACROSS + 1] * fr) * fa;
  }
}
