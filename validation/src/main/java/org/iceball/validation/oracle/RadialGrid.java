package org.iceball.validation.oracle;

/**
 * Rings round the needle, for one radian and one metre of length. Between two centres the flux is
 * (Q_j - Q_i)/ln(r_j/r_i), which the steady logarithmic profile obeys exactly.
 */
final class RadialGrid {
  final int cells;

  /** Radii of the walls between cells, the needle's and the outer one included [m]. */
  final double[] walls;

  /** Radii of the centres [m]. */
  final double[] centres;

  /** Volumes [m2], for one radian and one metre. */
  final double[] volumes;

  /** 1/ln(r_j/r_i) across each wall; the first and last lead to the boundary [1]. */
  final double[] conductances;

  RadialGrid(double needleRadius, Resolution resolution) {
    double growth = resolution.growth();
    double first = resolution.firstCell();
    double span = resolution.outerRadius() - needleRadius;
    if (!(needleRadius > 0 && span > 0)) {
      throw new IllegalArgumentException("the needle must have a radius inside the outer radius");
    }
    cells = Math.max(4, (int) Math.ceil(Math.log1p(growth * span / first) / growth));
    walls = new double[cells + 1];
    centres = new double[cells];
    volumes = new double[cells];
    conductances = new double[cells + 1];
    for (int i = 0; i <= cells; i++) {
      walls[i] = needleRadius + first / growth * Math.expm1(growth * i);
    }
    for (int i = 0; i < cells; i++) {
      centres[i] = needleRadius + first / growth * Math.expm1(growth * (i + 0.5));
      volumes[i] = (walls[i + 1] - walls[i]) * (walls[i + 1] + walls[i]) / 2;
    }
    conductances[0] = 1 / Math.log(centres[0] / walls[0]);
    for (int i = 1; i < cells; i++) {
      conductances[i] = 1 / Math.log(centres[i] / centres[i - 1]);
    }
    conductances[cells] = 1 / Math.log(walls[cells] / centres[cells - 1]);
  }

  /** Writes the share of each cell [1] that lies beyond a radius [m]. */
  void shareBeyond(double radius, double[] share) {
    for (int i = 0; i < cells; i++) {
      double from = Math.min(walls[i + 1], Math.max(walls[i], radius));
      share[i] = (walls[i + 1] - from) * (walls[i + 1] + from) / (2 * volumes[i]);
    }
  }

  /**
   * The outermost radius [m] at which a profile falls to a value or below, going inwards; zero
   * where it is nowhere that low. Between centres the profile is linear in the logarithm of the
   * radius.
   *
   * @param profile conductivity integrals of the cells [W/m]
   * @param atWall the same at the needle's wall [W/m]
   * @param value [W/m]
   */
  double outermost(double[] profile, double atWall, double value) {
    for (int i = cells - 1; i >= 0; i--) {
      double inner = i == 0 ? atWall : profile[i - 1];
      if (inner <= value && value < profile[i]) {
        double share = (value - inner) / (profile[i] - inner);
        double from = i == 0 ? walls[0] : centres[i - 1];
        return from * Math.exp(share * Math.log(centres[i] / from));
      }
      if (profile[i] <= value) {
        return centres[i];
      }
    }
    return 0;
  }
}
