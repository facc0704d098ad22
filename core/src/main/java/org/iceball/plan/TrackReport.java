package org.iceball.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iceball.grid.Vec3;
import org.iceball.model.Region;

/**
 * A planned needle for who is to place it.
 *
 * @param name of the needle
 * @param track its way
 * @param tip [m], RAS
 * @param entry where it comes into the organ, or through the region it may enter by [m], RAS
 * @param depth from entry to tip [m]
 * @param nearest name of the nearest vessel or structure that is not to be crossed; empty for none
 * @param gap from the needle's axis to it [m]
 */
public record TrackReport(
    String name, Track track, Vec3 tip, Vec3 entry, double depth, String nearest, double gap) {

  /** Distances to every structure that a track may come near. */
  static final class Maker {
    private final Terrain terrain;
    private final TrackCheck check;
    private final double activeLength;
    private final Map<String, float[]> distances = new TreeMap<>();

    Maker(
        Terrain terrain,
        TrackCheck check,
        List<Region> regions,
        PlanRules rules,
        double activeLength) {
      this.terrain = terrain;
      this.check = check;
      this.activeLength = activeLength;
      for (Region r : regions) {
        boolean named = r.isSpared() || rules.avoid().contains(r.label());
        if (named || r.role() == Region.Role.VESSEL) {
          distances.put(r.name(), terrain.distanceTo(r.label()));
        }
      }
    }

    List<TrackReport> of(List<Track> tracks) {
      List<TrackReport> reports = new ArrayList<>();
      for (int n = 0; n < tracks.size(); n++) {
        reports.add(of("planned " + (n + 1), tracks.get(n)));
      }
      return List.copyOf(reports);
    }

    private TrackReport of(String name, Track track) {
      TrackCheck.Finding found = check.look(track);
      String nearest = "";
      double gap = Double.POSITIVE_INFINITY;
      for (Map.Entry<String, float[]> structure : distances.entrySet()) {
        double least = Double.POSITIVE_INFINITY;
        for (double d = 0; d <= found.depth(); d += 4 * TrackCheck.STEP) {
          Vec3 p = track.at(d - activeLength / 2);
          least = Math.min(least, terrain.at(structure.getValue(), p));
        }
        if (least < gap) {
          gap = least;
          nearest = structure.getKey();
        }
      }
      return new TrackReport(
          name, track, track.tip(activeLength), found.entry(), found.depth(), nearest, gap);
    }
  }
}
