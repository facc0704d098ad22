package org.iceball.device;

import org.iceball.grid.Vec3;

/**
 * Where a needle is to lie, as the user says it; {@link #tip} and {@link #axis} say it as numbers.
 *
 * @param anchor what {@code point} and {@code entry} are measured from
 * @param aim which part of the needle lies at {@code point}
 * @param point the aimed-at point, or its offset from the target's centre [m], RAS
 * @param entry a point the shaft passes through further out, or null where a direction is given;
 *     measured like {@code point} [m]
 * @param direction direction from tip to hub [1], or null where an entry is given
 */
public record Placement(Anchor anchor, Aim aim, Vec3 point, Vec3 entry, Vec3 direction) {
  /** What positions are measured from. */
  public enum Anchor {
    /** The patient frame of the image. */
    IMAGE,
    /** The centre of mass of the target. */
    TARGET_CENTRE
  }

  /** Which part of the needle lies at the point. */
  public enum Aim {
    TIP,
    MIDDLE_OF_ACTIVE_ZONE
  }

  public Placement {
    if ((entry == null) == (direction == null)) {
      throw new IllegalArgumentException("a placement has either an entry or a direction");
    }
  }

  /** Unit vector from the tip to the hub [1]. */
  public Vec3 axis() {
    return direction != null ? direction.unit() : entry.minus(point).unit();
  }

  /**
   * The tip [m], RAS.
   *
   * @param targetCentre centre of mass of the target [m]; only used with that anchor
   * @param activeLength of the probe [m]
   */
  public Vec3 tip(Vec3 targetCentre, double activeLength) {
    Vec3 at = anchor == Anchor.IMAGE ? point : targetCentre.plus(point);
    return aim == Aim.TIP ? at : at.minus(axis().times(activeLength / 2));
  }
}
