package org.iceball.model;

import org.iceball.tissue.Tissue;

/**
 * What a label of the anatomy is.
 *
 * @param label its number, 0 to 255
 * @param name the user's name for it
 * @param tissue what it is made of
 * @param role what it is in the plan
 */
public record Region(int label, String name, Tissue tissue, Role role) {
  /** What a region is in the plan. */
  public enum Role {
    /** Tissue outside the organ. */
    SURROUNDING,
    /** The organ that is treated; its volume is the reference for frozen percentages. */
    ORGAN,
    /** The tumour. Also counts as organ. */
    TARGET,
    /** A lumen held at blood temperature. */
    VESSEL
  }
}
