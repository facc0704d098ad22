package org.iceball.injury;

/**
 * Dead is what lies deep enough inside the ice, at its largest: the rule of those who see the ice
 * and no temperatures.
 *
 * @param edge temperature of the ice that is seen [K]
 * @param depth from the edge of the ice inward [m]
 */
public record InsideEdge(double edge, double depth) implements InjuryLaw {

  @Override
  public Cause cause() {
    return Cause.FREEZING;
  }

  @Override
  public float[] dead(Evidence evidence) {
    float[] inside = evidence.depth(edge);
    float[] outside = new float[inside.length];
    for (int c = 0; c < inside.length; c++) {
      outside[c] = -inside[c];
    }
    return ColdFraction.of(evidence.grid(), outside, -depth);
  }
}
