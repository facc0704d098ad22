package org.iceball.model;

import java.util.List;
import org.iceball.device.VesselTree;
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
 * @param vessels centrelines of the regions with the role of vessel, parts beyond the grid included
 * @param repairs what was mended in the vessels, in full sentences
 */
public record Anatomy(
    Labels labels,
    LabelImage source,
    Vec3 targetCentre,
    double organVolume,
    double targetVolume,
    List<VesselTree> vessels,
    List<String> repairs) {
  public Anatomy {
    vessels = List.copyOf(vessels);
    repairs = List.copyOf(repairs);
  }

  /** An anatomy without centrelines: the cells of its vessels, if any, are held at 37 degC. */
  public Anatomy(
      Labels labels,
      LabelImage source,
      Vec3 targetCentre,
      double organVolume,
      double targetVolume) {
    this(labels, source, targetCentre, organVolume, targetVolume, List.of(), List.of());
  }
}
