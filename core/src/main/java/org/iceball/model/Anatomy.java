package org.iceball.model;

import org.iceball.grid.LabelImage;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;

/**
 * The anatomy on the simulation grid.
 *
 * @param labels on the simulation grid
 * @param source the image it came from, in its own frame, or null for a phantom; zones are handed
 *     back in this frame
 * @param targetCentre centre of mass of the target [m], RAS; the origin where there is no target
 * @param organVolume volume of organ and target in the whole anatomy, cropped parts included [m3]
 * @param targetVolume volume of the target in the whole anatomy [m3]
 */
public record Anatomy(
    Labels labels, LabelImage source, Vec3 targetCentre, double organVolume, double targetVolume) {}
