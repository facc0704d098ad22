package org.iceball.injury;

/**
 * Dead by heat is tissue whose time, each moment weighted as the equivalent at 43 degC, comes to a
 * dose: R^(43 - T) with R = 1/2 above 43 degC and 1/4 below (Sapareto and Dewey, Int. J. Radiat.
 * Oncol. Biol. Phys. 10 (1984) 787).
 *
 * @param dose equivalent time at 43 degC [s]
 * @param from colder tissue gets no dose [K], below 43 degC
 */
public record ThermalDose(double dose, double from) implements InjuryLaw {
  private static final double REFERENCE = 316.15;

  @Override
  public Cause cause() {
    return Cause.HEAT;
  }

  @Override
  public float[] dead(Evidence evidence) {
    float[] left = evidence.remembered(this, (m, c, kind) -> -((DamageIntegral) m).excess(c), 20);
    return ColdFraction.of(evidence.grid(), left, 0);
  }

  @Override
  public CellMemory memory(TissueCurves tissues) {
    double halve = Math.log(0.5);
    double quarter = Math.log(0.25);
    return new DamageIntegral(
        tissues,
        "equivalent time at 43 degC [s]",
        t -> (REFERENCE - t) * (t >= REFERENCE ? halve : quarter),
        dose,
        from,
        REFERENCE);
  }
}
