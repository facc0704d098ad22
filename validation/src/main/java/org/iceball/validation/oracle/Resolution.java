package org.iceball.validation.oracle;

/**
 * How finely {@link RadialReference} computes. Cells grow from the wall as firstCell + growth (r -
 * r0); a step lasts at most a share of the time since the last phase began.
 *
 * @param firstCell width of the cell at the wall [m]
 * @param growth of the cells' width per length [1]
 * @param outerRadius where the tissue is held at body temperature [m]
 * @param stepShare longest step per time since the phase began [1]
 * @param longestStep [s]
 */
public record Resolution(
    double firstCell, double growth, double outerRadius, double stepShare, double longestStep) {

  /** Cells of 0.01 mm at the wall and 0.034 mm at 12 mm, steps up to 0.2 s; 10 cm of tissue. */
  public static final Resolution STANDARD = new Resolution(1e-5, 2e-3, 0.1, 0.04, 0.2);

  public Resolution {
    if (!(firstCell > 0 && growth > 0 && outerRadius > 0 && stepShare > 0 && longestStep > 0)) {
      throw new IllegalArgumentException("every number of a resolution must be above zero");
    }
  }

  /** This one with cells so many times as wide. */
  public Resolution coarserCells(double factor) {
    return new Resolution(firstCell * factor, growth * factor, outerRadius, stepShare, longestStep);
  }

  /** This one with steps so many times as long. */
  public Resolution longerSteps(double factor) {
    return new Resolution(firstCell, growth, outerRadius, stepShare * factor, longestStep * factor);
  }
}
