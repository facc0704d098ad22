package org.iceball.solve;

import java.util.List;

/**
 * Where the heat went over the whole run. What the needles take out comes from somewhere: stored
 * change = -(probes) + perfusion + metabolism + boundary + vessels + current.
 *
 * @param takenByNeedles heat each needle took out of the tissue, in the order of the case [J];
 *     negative where it warmed
 * @param stored change of the tissue's enthalpy, sensible and latent [J]
 * @param latent part of {@code stored} bound in ice at the end [J]
 * @param perfusion heat that blood brought [J]
 * @param metabolism heat that metabolism made [J]
 * @param boundary heat that came in through the outer faces [J]
 * @param vessels heat that came out of the vessels [J]
 * @param current heat of the electric current [J]
 * @param imbalanceRelative absolute residual of the balance over the energy exchanged (the sum of
 *     the absolute values of all terms) [1]
 */
public record EnergyReport(
    List<Double> takenByNeedles,
    double stored,
    double latent,
    double perfusion,
    double metabolism,
    double boundary,
    double vessels,
    double current,
    double imbalanceRelative) {

  /**
   * What the books say.
   *
   * @param taken by each needle [J]
   * @param firstWall the first coupling that is a wall of a vessel
   * @param couplings needles' and walls' together
   */
  static EnergyReport of(
      EnergyLedger ledger,
      List<Double> taken,
      int firstWall,
      int couplings,
      double stored,
      double latent) {
    CompensatedSum fromVessels = new CompensatedSum();
    fromVessels.add(ledger.energy(Powers.vessels(couplings)));
    for (int i = firstWall; i < couplings; i++) {
      fromVessels.add(ledger.energy(i));
    }
    double exchanged = ledger.exchanged();
    return new EnergyReport(
        List.copyOf(taken),
        stored,
        latent,
        ledger.energy(Powers.perfusion(couplings)),
        ledger.energy(Powers.metabolism(couplings)),
        ledger.energy(Powers.faces(couplings)),
        fromVessels.value(),
        ledger.energy(Powers.current(couplings)),
        exchanged > 0 ? Math.abs(stored - ledger.sum()) / exchanged : 0);
  }

  /** Where no electrode heats. */
  public EnergyReport(
      List<Double> takenByNeedles,
      double stored,
      double latent,
      double perfusion,
      double metabolism,
      double boundary,
      double vessels,
      double imbalanceRelative) {
    this(
        takenByNeedles,
        stored,
        latent,
        perfusion,
        metabolism,
        boundary,
        vessels,
        0,
        imbalanceRelative);
  }
}
