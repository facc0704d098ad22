package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Specimen;

/**
 * A steady field in a cube of two tissues that was chosen, not found: in the left half, frozen
 * tissue whose conductivity falls linearly with temperature; in the right half, living tissue with
 * perfusion and metabolism. Temperature and flux match where they meet, so terms (1), (1'), (2) and
 * (3) of docs/physics.md all take part. What is missing in the balance is brought by term (4): two
 * "needles" that reach every cell, one warm, one cold, whose conductance g(x) = S(x) / (Q_wall - Q)
 * is computed from the chosen field. So nothing in the engine is changed for this check.
 *
 * <p>With s = x / (L/2), v = sin^3(pi y / L) sin^3(pi z / L), Q the conductivity integral:
 *
 * <pre>
 *   left:   Q = Q_face + p(s) v            p = P sin(pi s / 2) + G (s^3 - s^2)
 *   right:  T = T_face + r(s) m(v) + w(s) v    r = cos(pi (s - 1) / 2),  w = G/k (s - 1)(2 - s)
 * </pre>
 *
 * with m(v) = T(Q_face + P v) - T_face. The derivatives are worked out in {@link #source}.
 */
public final class ManufacturedSolution {
  /** Edge of the cube [m]. */
  static final double EDGE = 8e-3;

  private static final double HALF = EDGE / 2;
  private static final double WAVE = Math.PI / EDGE;
  private static final double FACE = 308;
  private static final double LIQUIDUS = 340;
  private static final double SOLIDUS = 240;
  private static final double WARM_K = 0.5;
  private static final double COLD_K = 2;
  private static final double BEND = (COLD_K - WARM_K) / (LIQUIDUS - SOLIDUS);
  private static final double DEPTH = -66;
  private static final double SLOPE = 20;
  private static final double METABOLISM = 4200;
  private static final double PERFUSION = 0.016;
  private static final double FAR_WALL = 1e5;
  private static final double COLDEST = 250;
  private static final double STEADY = 150;

  private static final Tissue LEFT =
      Specimen.tissue(
          FrozenLaw.CONSTANT, 1000, 3600, 3600, WARM_K, COLD_K, SOLIDUS, LIQUIDUS, 0, 0);
  private static final Tissue RIGHT =
      Specimen.with(
          Specimen.tissue(
              FrozenLaw.CONSTANT, 1000, 3600, 3600, WARM_K, COLD_K, 219, 220, 0, PERFUSION),
          TissueProperty.METABOLIC_HEAT,
          METABOLISM);

  private ManufacturedSolution() {}

  /**
   * Errors of the temperature.
   *
   * @param l2 root mean square [K]
   * @param max largest [K]
   */
  public record Errors(double l2, double max) {}

  /** Errors once the engine is steady, on so many cells along each edge, an even number. */
  public static Errors errors(int cells) {
    double h = EDGE / cells;
    Grid grid = new Grid(cells, cells, cells, h, new Vec3(h / 2, h / 2, h / 2));
    byte[] side = new byte[grid.cells()];
    double[] exact = new double[grid.cells()];
    Material left = Specimen.material(LEFT, h, FACE);
    Material right = Specimen.material(RIGHT, h, FACE);
    for (int c = 0; c < side.length; c++) {
      Vec3 at = grid.centre(c);
      side[c] = (byte) (at.x() < HALF ? 0 : 1);
      exact[c] = temperature(at.x(), at.y(), at.z());
    }
    List<Material> materials = List.of(left, right);
    Model bare = new Model(grid, side, materials, List.of(), new Faces(Faces.Kind.HELD, FACE));
    Model model =
        new Model(grid, side, materials, List.of(spread(bare, 1), spread(bare, -1)), bare.faces());
    try (EngineSolver engine =
        new EngineSolver(model, new Rkl2Stepper(Rkl2Stepper.TOLERANCE), Double.MAX_VALUE)) {
      engine.drive(new double[] {FAR_WALL, FAR_WALL, -FAR_WALL, -FAR_WALL}, COLDEST);
      engine.to(STEADY);
      double[] found = engine.temperature();
      return new Errors(Norms.l2(found, exact), Norms.max(found, exact));
    }
  }

  /** The source of one sign as a needle that reaches every cell. */
  private static NeedleCells spread(Model model, int sign) {
    List<Integer> cells = new ArrayList<>();
    double[] conductance = new double[model.grid().cells()];
    int n = 0;
    for (int c = 0; c < model.grid().cells(); c++) {
      Vec3 at = model.grid().centre(c);
      double source = source(at.x(), at.y(), at.z());
      if (source * sign > 0) {
        var curve = model.materialOf(c).curve();
        double q = curve.integral(curve.enthalpy(temperature(at.x(), at.y(), at.z())));
        cells.add(c);
        conductance[n++] = source / (sign * FAR_WALL - q);
      }
    }
    return new NeedleCells(
        cells.stream().mapToInt(Integer::intValue).toArray(), Arrays.copyOf(conductance, n));
  }

  /** The chosen temperature [K] at a point of the cube [m]. */
  static double temperature(double x, double y, double z) {
    double s = x / HALF;
    double v = shape(y) * shape(z);
    return s < 1
        ? temperatureOf(integralOf(FACE) + p(s) * v)
        : FACE + r(s) * (temperatureOf(integralOf(FACE) + DEPTH * v) - FACE) + w(s) * v;
  }

  /** Heat that has to be brought to keep the chosen field [W/m3], at a point of the cube [m]. */
  static double source(double x, double y, double z) {
    double s = x / HALF;
    double v = shape(y) * shape(z);
    double laplaceV = shapeBent(y) * shape(z) + shape(y) * shapeBent(z);
    if (s < 1) {
      return -(pBent(s) / (HALF * HALF) * v + p(s) * laplaceV);
    }
    double slopeY = shapeSlope(y) * shape(z);
    double slopeZ = shape(y) * shapeSlope(z);
    double slopes = slopeY * slopeY + slopeZ * slopeZ;
    double meeting = temperatureOf(integralOf(FACE) + DEPTH * v);
    double k = conductivity(meeting);
    // dT/dQ = 1/k, d2T/dQ2 = -(dk/dT)/k^3
    double first = DEPTH / k;
    double second = DEPTH * DEPTH * BEND / (k * k * k);
    double laplace =
        (rBent(s) * (meeting - FACE) + wBent() * v) / (HALF * HALF)
            + r(s) * (first * laplaceV + second * slopes)
            + w(s) * laplaceV;
    double blood =
        PERFUSION * Tissue.Blood.HEAT_CAPACITY * (Tissue.Blood.TEMPERATURE - temperature(x, y, z));
    return -WARM_K * laplace - blood - METABOLISM;
  }

  /** Conductivity of the left half [W/(m K)] at a temperature [K]. */
  static double conductivity(double temperature) {
    return WARM_K + BEND * (LIQUIDUS - temperature);
  }

  private static double integralOf(double temperature) {
    double below = LIQUIDUS - temperature;
    return -(WARM_K + BEND * below / 2) * below;
  }

  private static double temperatureOf(double integral) {
    return LIQUIDUS - (Math.sqrt(WARM_K * WARM_K - 2 * BEND * integral) - WARM_K) / BEND;
  }

  private static double shape(double at) {
    double sin = Math.sin(WAVE * at);
    return sin * sin * sin;
  }

  private static double shapeSlope(double at) {
    double sin = Math.sin(WAVE * at);
    return 3 * WAVE * sin * sin * Math.cos(WAVE * at);
  }

  private static double shapeBent(double at) {
    double sin = Math.sin(WAVE * at);
    double cos = Math.cos(WAVE * at);
    return 3 * WAVE * WAVE * sin * (2 * cos * cos - sin * sin);
  }

  private static double p(double s) {
    return DEPTH * Math.sin(Math.PI * s / 2) + SLOPE * s * s * (s - 1);
  }

  private static double pBent(double s) {
    double quarter = Math.PI / 2;
    return -DEPTH * quarter * quarter * Math.sin(quarter * s) + SLOPE * (6 * s - 2);
  }

  private static double r(double s) {
    return Math.cos(Math.PI * (s - 1) / 2);
  }

  private static double rBent(double s) {
    double quarter = Math.PI / 2;
    return -quarter * quarter * Math.cos(quarter * (s - 1));
  }

  private static double w(double s) {
    return SLOPE / WARM_K * (s - 1) * (2 - s);
  }

  private static double wBent() {
    return -2 * SLOPE / WARM_K;
  }
}
