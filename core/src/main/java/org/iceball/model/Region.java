package org.iceball.model;

import java.util.Optional;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.tissue.Tissue;

/**
 * What a label of the anatomy is.
 *
 * @param label its number, 0 to 255
 * @param name the user's name for it
 * @param tissue what it is made of
 * @param role what it is in the plan
 * @param bloodFlow part of the tissue's normal perfusion that it gets [1]; less than one after
 *     embolisation
 * @param limit temperature that this structure must not be colder than [K]; NaN where it need not
 *     be spared
 * @param flow what flows in it; only used where it is a vessel
 */
public record Region(
    int label,
    String name,
    Tissue tissue,
    Role role,
    double bloodFlow,
    double limit,
    VesselFlow flow) {
  /** What a region is in the plan. */
  public enum Role {
    /** Tissue outside the organ. */
    SURROUNDING,
    /** The organ that is treated; its volume is the reference for frozen percentages. */
    ORGAN,
    /** The tumour. Also counts as organ. */
    TARGET,
    /** A lumen with flowing blood. */
    VESSEL
  }

  /**
   * The flow in a vessel.
   *
   * @param model which rung of the ladder; empty where the case or the calibre decides
   * @param velocity in the trunk, mean over the lumen [m/s]
   * @param inlet where blood enters
   */
  public record VesselFlow(Optional<VesselModel> model, double velocity, Inlet inlet) {
    /** Mean velocity in a portal vein by Doppler, 16 to 20 cm/s (weak sources) [m/s]. */
    public static final double USUAL_VELOCITY = 0.17;

    /** By calibre, 17 cm/s, from the trunk into the branches. */
    public static final VesselFlow USUAL =
        new VesselFlow(Optional.empty(), USUAL_VELOCITY, Inlet.TRUNK);
  }

  /** A region with its tissue's normal blood flow that need not be spared. */
  public Region(int label, String name, Tissue tissue, Role role) {
    this(label, name, tissue, role, 1, Double.NaN, VesselFlow.USUAL);
  }

  /** The same made of another tissue. */
  public Region withTissue(Tissue other) {
    return new Region(label, name, other, role, bloodFlow, limit, flow);
  }

  /** Whether it is to be spared. */
  public boolean isSpared() {
    return !Double.isNaN(limit);
  }
}
