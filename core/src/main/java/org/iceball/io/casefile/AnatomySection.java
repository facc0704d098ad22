package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.iceball.grid.Vec3;
import org.iceball.model.AnatomySpec;
import org.iceball.model.AnatomySpec.Phantom;
import org.iceball.model.AnatomySpec.Shape;
import org.iceball.model.Region;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;

/** {@code anatomy:} an image, or a phantom of painted shapes. */
final class AnatomySection {
  private static final Range EDGE = Range.of(Dimension.LENGTH, "1 mm", "1 m");
  private static final Range DIAMETER = Range.of(Dimension.LENGTH, "0.1 mm", "1 m");
  private static final int MOST_SHAPES = 1000;
  private static final Vec3 STAND_IN = new Vec3(0.1, 0.1, 0.1);

  private final CaseFolders folders;
  private final Frame frame;

  AnatomySection(CaseFolders folders, Frame frame) {
    this.folders = folders;
    this.frame = frame;
  }

  AnatomySpec read(Section top) {
    if (!top.has("anatomy")) {
      top.missing("anatomy", "add `anatomy:` with an `image:` or a `phantom:`");
      return new Phantom(STAND_IN, List.of());
    }
    Section section = top.section("anatomy", CaseSection.ANATOMY);
    if (section.has("image") == section.has("phantom")) {
      section.missing("image", "write either `image:` with a file, or `phantom:` with shapes");
      return new Phantom(STAND_IN, List.of());
    }
    return section.has("image") ? image(section) : phantom(section);
  }

  private AnatomySpec image(Section section) {
    Optional<String> written = section.text("image");
    try {
      if (written.isPresent()) {
        return new AnatomySpec.Image(folders.find(written.get()), written.get());
      }
    } catch (CaseException e) {
      section.notebook().complain(e, section.place("image"), section.line("image"));
    }
    return new Phantom(STAND_IN, List.of());
  }

  private Phantom phantom(Section anatomy) {
    Section section = anatomy.section("phantom", CaseSection.PHANTOM);
    if (!section.has("size")) {
      section.missing("size", "write for example `size: [100 mm, 100 mm, 100 mm]`");
    }
    Vec3 size = Vectors.point(section, "size", EDGE, STAND_IN);
    List<Shape> shapes = new ArrayList<>();
    List<Yaml> items = section.list("shapes", 0, MOST_SHAPES);
    for (int i = 0; i < items.size(); i++) {
      String place = section.place("shapes[" + i + "]");
      shape(Section.of(CaseSection.SHAPE, place, items.get(i), section.notebook()))
          .ifPresent(shapes::add);
    }
    return new Phantom(size, List.copyOf(shapes));
  }

  private Optional<Shape> shape(Section section) {
    if (!section.has("label")) {
      section.missing("label", "write the label it paints, from 0 to 255");
    }
    int label = section.integer("label", 0, 255, 0);
    List<String> kinds = List.of("box", "ellipsoid", "tube");
    List<String> said = kinds.stream().filter(section::has).toList();
    if (said.size() != 1) {
      section.missing("box", "write exactly one of `box:`, `ellipsoid:` and `tube:`");
      return Optional.empty();
    }
    return Optional.of(
        switch (said.get(0)) {
          case "box" -> {
            Section box = section.section("box", CaseSection.BOX);
            yield new AnatomySpec.Box(label, centre(box), edges(box, "size"));
          }
          case "ellipsoid" -> {
            Section ellipsoid = section.section("ellipsoid", CaseSection.ELLIPSOID);
            yield new AnatomySpec.Ellipsoid(label, centre(ellipsoid), edges(ellipsoid, "axes"));
          }
          default -> tube(label, section.section("tube", CaseSection.TUBE));
        });
  }

  private Shape tube(int label, Section tube) {
    List<Vec3> points = new ArrayList<>();
    List<Yaml> items =
        tube.needList(
            "points",
            2,
            MOST_SHAPES,
            "write two or more, as in `[[0 mm, 0 mm, 0 mm], [0 mm, 0 mm, 9 mm]]`");
    for (int i = 0; i < items.size(); i++) {
      String place = tube.place("points[" + i + "]");
      points.add(frame.toRas(Vectors.point(tube, items.get(i), place, Frame.REACH, Vec3.ZERO)));
    }
    return new AnatomySpec.Tube(
        label, List.copyOf(points), tube.needQuantity("diameter", DIAMETER, "8 mm"));
  }

  private Vec3 centre(Section shape) {
    return frame.toRas(Vectors.point(shape, "centre", Frame.REACH, Vec3.ZERO));
  }

  private static Vec3 edges(Section shape, String key) {
    if (!shape.has(key)) {
      shape.missing(key, "write three lengths, as in `" + key + ": [22 mm, 20 mm, 24 mm]`");
    }
    return Vectors.point(shape, key, EDGE, STAND_IN);
  }

  /** Checks that a phantom paints only what the case gives a tissue, and paints its target. */
  static void check(AnatomySpec anatomy, List<Region> regions, Section top) {
    if (!(anatomy instanceof Phantom phantom)) {
      return; // an image's labels are known once it is read
    }
    Set<Integer> painted = new TreeSet<>(Set.of(0));
    phantom.shapes().forEach(s -> painted.add(s.label()));
    for (Region region : regions) {
      if (region.role() == Region.Role.TARGET && !painted.contains(region.label())) {
        top.complain(
            Complaint.EMPTY_TARGET,
            "regions",
            "no shape of the phantom paints the target's label " + region.label(),
            "add a shape with this label");
      }
    }
    regions.forEach(r -> painted.remove(r.label()));
    for (int label : painted) {
      top.complain(
          Complaint.LABEL_WITHOUT_TISSUE,
          "regions",
          label == 0
              ? "what the phantom's shapes leave free has label 0, and no region says what it is"
              : "the phantom paints label " + label + ", and no region says what it is",
          "add a region with `label: " + label + "` and its tissue");
    }
  }
}
