package org.iceball.meshes;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.iceball.device.Placement;
import org.iceball.device.Wire;
import org.iceball.grid.Grid;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Budget;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.HeapRoom;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** From a case to its anatomy on a simulation grid. */
public final class AnatomyBuilder {
  private AnatomyBuilder() {}

  /**
   * Reads or paints the anatomy, lays the grid round target and needles, and fills it.
   *
   * <p>The grid is the box of the target and of all active zones, grown by {@link Case#around()};
   * it may reach beyond the image or phantom, where label 0 holds. Volumes and the target's centre
   * are those of the whole anatomy, not of the grid.
   *
   * @throws CaseException with {@code FILE_NOT_FOUND}, {@code BAD_IMAGE}, {@code
   *     LABEL_WITHOUT_TISSUE}, {@code EMPTY_TARGET} or {@code OVER_BUDGET}
   */
  public static Anatomy build(Case c) {
    if (c.anatomy() instanceof AnatomySpec.Image image) {
      return fromImage(c, image);
    }
    return fromPhantom(c, (AnatomySpec.Phantom) c.anatomy());
  }

  private static Anatomy fromImage(Case c, AnatomySpec.Image spec) {
    LabelFile file = LabelImages.read(spec.file(), spec.written());
    LabelImage image = file.image();
    CompletableFuture<VesselTracer> vessels =
        tracing(c, () -> VesselBox.ofImage(image, c.regions()));
    Census census = ImageCensus.take(image, c.regions());
    RegionCheck check = new RegionCheck(spec.written(), c.regions(), file.names());
    check.wholeAnatomy(census, Math.abs(image.affine().determinant()));
    Grid grid = grid(c, census, ImageCensus.bounds(image), spec.written());
    checkMemory(c, grid, image.values().length);
    VesselTracer traced = result(vessels);
    Labels labels = Resampler.toGrid(image, grid);
    check.onGrid(labels, census.expectsTarget());
    return anatomy(labels, image, census, traced);
  }

  private static Anatomy fromPhantom(Case c, AnatomySpec.Phantom spec) {
    PhantomPainter painter = new PhantomPainter(spec);
    Bounds box = new Bounds();
    box.include(Vec3.ZERO, spec.size().times(0.5));
    Grid whole = box.grid(c.spacing());
    if (Double.isInfinite(c.around())) {
      checkMemory(c, whole, 0); // before anything is painted on it
    }
    CompletableFuture<VesselTracer> vessels =
        tracing(c, () -> VesselBox.ofPhantom(spec, c.regions()));
    Census census = painter.census(whole, c.regions());
    RegionCheck check = new RegionCheck("anatomy", c.regions(), Map.of());
    check.wholeAnatomy(census, whole.cellVolume());
    Grid grid = grid(c, census, box, "anatomy");
    checkMemory(c, grid, 0);
    VesselTracer traced = result(vessels);
    Labels labels = painter.paint(grid);
    check.onGrid(labels, census.expectsTarget());
    return anatomy(labels, null, census, traced);
  }

  /** Traces the vessels, beside what the caller does where the case may use a second thread. */
  private static CompletableFuture<VesselTracer> tracing(Case c, Supplier<VesselBox> box) {
    Executor thread =
        task -> {
          Thread beside = new Thread(task, "iceball-vessels");
          beside.setDaemon(true);
          beside.start();
        };
    return CompletableFuture.supplyAsync(
        () -> box.get().trace(c.regions()), c.numerics().threads() > 1 ? thread : Runnable::run);
  }

  /**
   * Waits for the vessels, before labels are allocated, for tracing needs memory too.
   *
   * @throws CaseException that the tracing threw
   */
  private static VesselTracer result(CompletableFuture<VesselTracer> vessels) {
    try {
      return vessels.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (e.getCause() instanceof Error cause) {
        throw cause;
      }
      throw e;
    }
  }

  private static void checkMemory(Case c, Grid grid, long voxels) {
    Budget.of(c, grid, voxels).checkMemory(c, grid, voxels, HeapRoom.forLargeArrays());
  }

  private static Anatomy anatomy(
      Labels labels, LabelImage source, Census census, VesselTracer vessels) {
    return new Anatomy(
        labels,
        source,
        census.targetCentre(),
        census.organVolume(),
        census.targetVolume(),
        vessels.trees(),
        vessels.repairs());
  }

  private static Grid grid(Case c, Census census, Bounds whole, String place) {
    for (PlannedNeedle needle : c.needles()) {
      if (needle.placement().anchor() == Placement.Anchor.TARGET_CENTRE
          && !census.expectsTarget()) {
        throw noTarget(place, needle.name());
      }
    }
    if (Double.isInfinite(c.around())) {
      return whole.grid(c.spacing());
    }
    Bounds box = new Bounds();
    box.include(census.targetBounds());
    for (PlannedNeedle needle : c.needles()) {
      Placement placement = needle.placement();
      double length = needle.probe().activeLength().value();
      Vec3 tip = placement.tip(census.targetCentre(), length);
      double r = needle.probe().radius();
      Vec3 shaft = new Vec3(r, r, r);
      box.include(tip, shaft);
      box.include(tip.plus(placement.axis().times(length)), shaft);
      Wire.placed(needle.probe(), tip, placement.axis())
          .forEach(
              wire -> {
                box.include(wire.from(), shaft);
                box.include(wire.to(), shaft);
              });
    }
    if (box.isEmpty()) {
      return whole.grid(c.spacing());
    }
    box.grow(c.around());
    return box.grid(c.spacing());
  }

  private static CaseException noTarget(String place, String needle) {
    return new CaseException(
        List.of(
            Finding.of(
                Complaint.EMPTY_TARGET,
                place,
                "needle "
                    + needle
                    + " is placed from the target's centre, but no region is the target",
                "Give one region the role of target, or place the needle in the image's frame")));
  }
}
