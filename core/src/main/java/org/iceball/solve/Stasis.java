package org.iceball.solve;

import org.iceball.grid.Vec3;

/**
 * A piece of a vessel that froze shut.
 *
 * @param vessel its name
 * @param at middle of the piece [m], RAS
 * @param diameter of its lumen [m]
 * @param from when its wall was frozen all round [s]
 * @param to when it had thawed [s]; infinite where it was shut to the end
 */
public record Stasis(String vessel, Vec3 at, double diameter, double from, double to) {}
