package org.iceball.meshes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.iceball.grid.Labels;
import org.iceball.model.Region;
import org.iceball.model.Region.Role;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** Whether an anatomy's labels and a case's regions are made for each other. */
final class RegionCheck {
  private final String place;
  private final List<Region> regions;
  private final Map<Integer, String> names;

  /**
   * @param place how messages call the anatomy
   * @param names the anatomy's own names for labels
   */
  RegionCheck(String place, List<Region> regions, Map<Integer, String> names) {
    this.place = place;
    this.regions = regions;
    this.names = names;
  }

  /**
   * Checks that each label has a region, each region its label, and the target voxels.
   *
   * @param voxelVolume [m3]
   */
  void wholeAnatomy(Census census, double voxelVolume) {
    List<Finding> findings = new ArrayList<>();
    for (int label = 0; label < 256; label++) {
      double volume = census.volume(label);
      if (volume > 0 && regionOf(label) == null) {
        String amount =
            String.format(
                Locale.ROOT, "%d voxels, %.3g ml", Math.round(volume / voxelVolume), volume * 1e6);
        findings.add(
            Finding.of(
                Complaint.LABEL_WITHOUT_TISSUE,
                place,
                "label " + label + named(label) + " (" + amount + ") has no region in the case",
                "Add a region for label " + label + " that says what tissue it is"));
      }
    }
    boolean targetFound = census.targetVolume() > 0;
    if (census.expectsTarget() && !targetFound) {
      findings.add(
          Finding.of(
              Complaint.EMPTY_TARGET,
              place,
              "no voxel has the label of the target (" + targetLabels() + ")",
              "Give the role of target to a label that occurs: " + present(census)));
    }
    for (Region region : regions) {
      // Label 0 also is what lies beyond the anatomy, so it need not occur in it.
      boolean absent = census.volume(region.label()) == 0 && region.label() != 0;
      if (absent && region.role() != Role.TARGET) {
        findings.add(
            Finding.of(
                Complaint.LABEL_WITHOUT_TISSUE,
                place,
                "no voxel has label " + region.label() + " of the region " + region.name(),
                "Remove the region or correct its label; these occur: " + present(census)));
      }
    }
    throwIfAny(findings);
  }

  /** Checks what the grid adds or loses. */
  void onGrid(Labels labels, boolean expectsTarget) {
    boolean background = false;
    boolean target = false;
    boolean[] isTarget = new boolean[256];
    regions.forEach(r -> isTarget[r.label()] = r.role() == Role.TARGET);
    for (byte value : labels.values()) {
      background |= value == 0;
      target |= isTarget[value & 0xff];
    }
    List<Finding> findings = new ArrayList<>();
    if (background && regionOf(0) == null) {
      findings.add(
          Finding.of(
              Complaint.LABEL_WITHOUT_TISSUE,
              place,
              "the grid reaches beyond the anatomy, where label 0 holds, which has no region",
              "Add a region for label 0, or keep less around the target"));
    }
    if (expectsTarget && !target) {
      findings.add(
          Finding.of(
              Complaint.EMPTY_TARGET,
              place,
              "the target is too small for a cell of the simulation grid",
              "Use a smaller spacing"));
    }
    throwIfAny(findings);
  }

  private Region regionOf(int label) {
    return regions.stream().filter(r -> r.label() == label).findFirst().orElse(null);
  }

  private String named(int label) {
    String name = names.get(label);
    return name == null ? "" : " \"" + name + "\"";
  }

  private String targetLabels() {
    List<String> labels = new ArrayList<>();
    for (Region r : regions) {
      if (r.role() == Role.TARGET) {
        labels.add(Integer.toString(r.label()));
      }
    }
    return String.join(", ", labels);
  }

  private String present(Census census) {
    List<String> labels = new ArrayList<>();
    for (int label = 0; label < 256; label++) {
      if (census.volume(label) > 0) {
        labels.add(label + named(label));
      }
    }
    return String.join(", ", labels);
  }

  private static void throwIfAny(List<Finding> findings) {
    if (!findings.isEmpty()) {
      throw new CaseException(findings);
    }
  }
}
