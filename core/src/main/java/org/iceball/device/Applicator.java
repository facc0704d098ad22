package org.iceball.device;

import java.util.List;
import org.iceball.grid.Vec3;
import org.iceball.tissue.Cited;

/** What is put into the patient: a probe that cools or an electrode that heats. */
public sealed interface Applicator permits Cryoprobe, RfElectrode {

  /** How case files call it. */
  String name();

  /** One line for people. */
  String description();

  /** Outer diameter of the shaft [m]. */
  Cited diameter();

  /** Length along the shaft of the part that treats, from its foremost point [m]. */
  Cited activeLength();

  /** Radius of what exchanges heat and current with the tissue [m]. */
  default double radius() {
    return diameter().value() / 2;
  }

  /** Surface of what exchanges heat and current [m2]. */
  default double activeSurface() {
    double length = wires().stream().mapToDouble(Wire::length).sum();
    return 2 * Math.PI * radius() * length;
  }

  /**
   * The lines that exchange heat and current with the tissue, in the applicator's own frame: z runs
   * along the shaft from the foremost point to the hub [m].
   */
  default List<Wire> wires() {
    return List.of(new Wire(Vec3.ZERO, new Vec3(0, 0, activeLength().value())));
  }
}
