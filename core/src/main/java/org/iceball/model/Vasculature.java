package org.iceball.model;

import java.util.List;
import org.iceball.device.VesselTree;

/**
 * The vessels of a model.
 *
 * @param trees in the order of the anatomy
 * @param walls the pieces near a needle; wall w is coupling {@code first + w} of {@link
 *     Model#needles}
 * @param first index of the first wall among the model's couplings
 */
public record Vasculature(List<VesselTree> trees, List<VesselWall> walls, int first) {
  public Vasculature {
    trees = List.copyOf(trees);
    walls = List.copyOf(walls);
  }

  /** No vessels at all, behind a number of needles. */
  public static Vasculature none(int needles) {
    return new Vasculature(List.of(), List.of(), needles);
  }
}
