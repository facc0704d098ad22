package org.iceball.injury;

/**
 * Dead by heat is tissue whose Arrhenius integral, A exp(-E/(R T)) summed over time, has come to 1
 * (Henriques, Arch. Pathol. 43 (1947) 489).
 *
 * @param frequency A [1/s]
 * @param energy E [J/mol]
 * @param from colder tissue takes no harm [K]: fitted to minutes of heating, the integral would
 *     otherwise kill a body at rest within hours
 */
public record Arrhenius(double frequency, double energy, double from) implements InjuryLaw {
  /** Molar gas constant, exact since the SI of 2019 [J/(mol K)]. */
  public static final double GAS_CONSTANT = 8.31446261815324;

  @Override
  public Cause cause() {
    return Cause.HEAT;
  }

  @Override
  public boolean stopsBlood() {
    return true;
  }

  @Override
  public float[] dead(Evidence evidence) {
    float[] left = evidence.remembered(this, (m, c, kind) -> -((DamageIntegral) m).excess(c), 20);
    return ColdFraction.of(evidence.grid(), left, 0);
  }

  @Override
  public CellMemory memory(TissueCurves tissues) {
    double logA = Math.log(frequency);
    return new DamageIntegral(
        tissues, "Arrhenius integral [1]", t -> logA - energy / (GAS_CONSTANT * t), 1, from);
  }
}
