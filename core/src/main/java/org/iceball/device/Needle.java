package org.iceball.device;

import java.util.List;
import org.iceball.grid.Vec3;

/**
 * A cryoprobe or an electrode in the patient, with its protocol.
 *
 * @param name the user's name for it
 * @param probe what kind it is
 * @param tip its tip [m], RAS
 * @param axis unit vector from the tip to the hub [1]
 * @param start when its protocol begins [s]
 * @param protocol what it does from then on
 * @param drive what makes it cold or hot
 */
public record Needle(
    String name,
    Applicator probe,
    Vec3 tip,
    Vec3 axis,
    double start,
    Protocol protocol,
    Drive drive) {

  /** A needle driven as its probe is where nobody chooses. */
  public Needle(
      String name, Applicator probe, Vec3 tip, Vec3 axis, double start, Protocol protocol) {
    this(name, probe, tip, axis, start, protocol, Drive.of(probe));
  }

  /** The point where the active zone ends and the insulated shaft begins [m]. */
  public Vec3 activeEnd() {
    return tip.plus(axis.times(probe.activeLength().value()));
  }

  /** Its lines that exchange heat and current with the tissue [m], RAS. */
  public List<Wire> wires() {
    return Wire.placed(probe, tip, axis);
  }

  /** Whether it is an electrode. */
  public boolean heats() {
    return probe instanceof RfElectrode;
  }

  /** When the last phase ends [s]. */
  public double end() {
    return start + protocol.duration();
  }
}
