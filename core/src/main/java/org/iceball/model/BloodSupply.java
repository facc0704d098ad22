package org.iceball.model;

import java.util.List;
import java.util.Optional;

/**
 * What holds for all blood of a case.
 *
 * @param rung the model of every vessel that has none of its own; empty where the calibre decides
 * @param everywhere whether {@code rung} also replaces the vessels' own models
 * @param clamps when the inflow of the organ is clamped, in time order
 */
public record BloodSupply(Optional<VesselModel> rung, boolean everywhere, List<Clamp> clamps) {
  /** Vessels by their calibre, nothing clamped. */
  public static final BloodSupply BY_CALIBRE = new BloodSupply(Optional.empty(), false, List.of());

  /**
   * The inflow of the organ is clamped (Pringle's manoeuvre: portal vein and hepatic artery).
   *
   * @param from when [s]
   * @param to until when [s]
   */
  public record Clamp(double from, double to) {}

  public BloodSupply {
    clamps = List.copyOf(clamps);
  }

  /** One model for every vessel, whatever it says itself. */
  public BloodSupply with(VesselModel model) {
    return new BloodSupply(Optional.of(model), true, clamps);
  }

  /**
   * The model of a vessel.
   *
   * @param own what its region says, or empty
   * @param diameter of the lumen [m]
   */
  public VesselModel model(Optional<VesselModel> own, double diameter) {
    if (everywhere || own.isEmpty()) {
      return rung.orElseGet(() -> VesselModel.byCalibre(diameter));
    }
    return own.get();
  }

  /** Whether the inflow is clamped at a time [s]. */
  public boolean clamped(double time) {
    return clamps.stream().anyMatch(c -> time >= c.from() && time < c.to());
  }
}
