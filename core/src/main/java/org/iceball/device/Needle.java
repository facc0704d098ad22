package org.iceball.device;

import org.iceball.grid.Vec3;

/**
 * A cryoprobe in the patient, with its protocol.
 *
 * @param name the user's name for it
 * @param probe what kind it is
 * @param tip its tip [m], RAS
 * @param axis unit vector from the tip to the hub [1]
 * @param start when its protocol begins [s]
 * @param protocol what it does from then on
 * @param drive what makes it cold
 */
public record Needle(
    String name,
    Cryoprobe probe,
    Vec3 tip,
    Vec3 axis,
    double start,
    Protocol protocol,
    Drive drive) {

  /** A needle driven as its probe is where nobody chooses. */
  public Needle(
      String name, Cryoprobe probe, Vec3 tip, Vec3 axis, double start, Protocol protocol) {
    this(name, probe, tip, axis, start, protocol, Drive.of(probe));
  }

  /** The point where the active zone ends and the insulated shaft begins [m]. */
  public Vec3 activeEnd() {
    return tip.plus(axis.times(probe.activeLength().value()));
  }

  /** When the last phase ends [s]. */
  public double end() {
    return start + protocol.duration();
  }
}
