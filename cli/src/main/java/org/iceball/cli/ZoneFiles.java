package org.iceball.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.LawZone;
import org.iceball.injury.Zone;
import org.iceball.io.AtomicFile;
import org.iceball.meshes.NiftiEncoder;
import org.iceball.meshes.Resampler;
import org.iceball.meshes.SegNrrdEncoder;
import org.iceball.meshes.Segment;
import org.iceball.model.Anatomy;
import org.iceball.solve.Outcome;

/** Zones and dead tissue as label images in the anatomy's own frame, so that they lie on it. */
final class ZoneFiles {
  /** Colours of the zones, warmest first; the last one serves for all further zones. */
  private static final List<Integer> COLD = List.of(0x9ecae1, 0x4292c6, 0x08519c, 0x54278f);

  /** Colours of what is dead by the laws of heat, in their order; the last serves for the rest. */
  private static final List<Integer> HOT = List.of(0xfdae6b, 0xe6550d, 0xa63603, 0x67000d);

  private ZoneFiles() {}

  /**
   * Writes {@code zones.nii.gz}, where each voxel holds the number of thresholds that it has been
   * below, after a run with electrodes {@code dead.nii.gz}, where it holds the number of laws of
   * heat that call it dead, and {@code zones.seg.nrrd} with a segment for each of all these.
   *
   * @param folder exists
   * @throws org.iceball.units.CaseException {@code cannot-write}
   */
  static void write(Outcome outcome, Path folder) {
    Anatomy anatomy = outcome.anatomy();
    LabelImage frame =
        anatomy.source() != null ? anatomy.source() : LabelImage.of(anatomy.labels());
    LabelImage ranks =
        Resampler.zonesOnImage(
            outcome.lowest(), anatomy.labels().grid(), frame, outcome.asked().thresholds());
    image(ranks, folder.resolve("zones.nii.gz"));
    List<Segment> segments = new ArrayList<>();
    List<Zone> everReached = outcome.moments().get(outcome.moments().size() - 1).zones();
    for (int i = 0; i < everReached.size(); i++) {
      segments.add(Segment.ofZone(everReached.get(i).name(), colour(COLD, i), ranks, i + 1));
    }
    if (outcome.current() != null && outcome.injury() != null) {
      List<Segment> dead = dead(outcome, frame);
      image(count(dead, frame), folder.resolve("dead.nii.gz"));
      segments.addAll(dead);
    }
    AtomicFile.stream(folder.resolve("zones.seg.nrrd"), out -> SegNrrdEncoder.write(segments, out));
  }

  private static void image(LabelImage of, Path file) {
    AtomicFile.stream(file, out -> NiftiEncoder.write(of, out));
  }

  private static int colour(List<Integer> of, int n) {
    return of.get(Math.min(n, of.size() - 1));
  }

  /** A segment for each law of heat: where more than half of the tissue is dead. */
  private static List<Segment> dead(Outcome outcome, LabelImage frame) {
    Grid grid = outcome.anatomy().labels().grid();
    List<Segment> segments = new ArrayList<>();
    for (LawZone law : outcome.injury().zones()) {
      if (law.cause() == InjuryLaw.Cause.HEAT) {
        float[] alive = outcome.injury().deadBy(law.name());
        for (int c = 0; c < alive.length; c++) {
          alive[c] = 1 - alive[c];
        }
        LabelImage image = Resampler.zonesOnImage(alive, grid, frame, List.of(0.5));
        int colour = colour(HOT, segments.size());
        segments.add(Segment.ofLabel("dead by " + law.name(), colour, image, 1));
      }
    }
    return segments;
  }

  /** How many of the segments each voxel belongs to. */
  private static LabelImage count(List<Segment> segments, LabelImage frame) {
    byte[] sum = new byte[frame.values().length];
    for (Segment s : segments) {
      byte[] one = s.image().values();
      for (int v = 0; v < sum.length; v++) {
        sum[v] += one[v];
      }
    }
    return new LabelImage(frame.nx(), frame.ny(), frame.nz(), frame.affine(), sum);
  }
}
