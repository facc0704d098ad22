package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.model.Region;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/**
 * All that is not vessel with the organ's enthalpy curve. Faces between two curves cost the engine
 * half of a run on coarse cells of a real liver; blood flow stays that of each tissue. In MSD case
 * 008 that moves the coverage of two needles from 91.8 to 91.5 %. Plans are ranked so, and
 * confirmed with the tissues as they are.
 */
final class Alike {
  private Alike() {}

  /** The regions with the organ's curve for all that is not vessel. */
  static List<Region> thermally(List<Region> regions) {
    Optional<Tissue> organ =
        regions.stream().filter(r -> r.role() == Region.Role.ORGAN).map(Region::tissue).findFirst();
    if (organ.isEmpty()) {
      return regions;
    }
    List<Region> alike = new ArrayList<>();
    for (Region r : regions) {
      boolean blood = r.role() == Region.Role.VESSEL;
      alike.add(blood ? r : r.withTissue(tissue(r.tissue(), organ.get())));
    }
    return List.copyOf(alike);
  }

  private static Tissue tissue(Tissue own, Tissue organ) {
    Tissue tissue =
        new Tissue(own.name(), own.description(), organ.frozenLaw(), organ.properties());
    for (TissueProperty kept : List.of(TissueProperty.PERFUSION, TissueProperty.METABOLIC_HEAT)) {
      tissue = tissue.with(kept, own.properties().get(kept));
    }
    return tissue;
  }
}
