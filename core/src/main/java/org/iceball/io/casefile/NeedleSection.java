package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.iceball.device.Applicator;
import org.iceball.device.Placement;
import org.iceball.device.Placement.Aim;
import org.iceball.device.Placement.Anchor;
import org.iceball.device.Protocol;
import org.iceball.device.RfElectrode;
import org.iceball.grid.Vec3;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;

/** {@code needles:} what is put where, and what it does. */
final class NeedleSection {
  /** Most needles of a case. */
  static final int MOST = 64;

  private static final Map<String, Aim> AIMS =
      Map.of("middle", Aim.MIDDLE_OF_ACTIVE_ZONE, "tip", Aim.TIP);
  private static final Map<String, Anchor> ANCHORS = Map.of("target_centre", Anchor.TARGET_CENTRE);
  private static final Range START = Range.of(Dimension.TIME, "0 s", "24 h");
  // shorter than any needle: two points this close give no direction worth having
  private static final double CLOSEST_ENTRY = 1e-3;
  private static final double SHORTEST_DIRECTION = 1e-6;
  private static final Vec3 UP = new Vec3(0, 0, 1);

  private final ProbeSection probes;
  private final Frame frame;
  private final Optional<Protocol> usual;

  /**
   * @param usual the case's protocol, for needles without one of their own
   */
  NeedleSection(ProbeLibrary library, Frame frame, Optional<Protocol> usual) {
    this.probes = new ProbeSection(library);
    this.frame = frame;
    this.usual = usual;
  }

  List<PlannedNeedle> read(Section top) {
    List<Yaml> items =
        top.needList(
            "needles",
            1,
            MOST,
            "add one, as in `- {probe: 17G, target: {from: target_centre}, direction: [0, 0, 1]}`");
    List<PlannedNeedle> needles = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      Section section =
          Section.of(
              CaseSection.NEEDLE, top.place("needles[" + i + "]"), items.get(i), top.notebook());
      PlannedNeedle needle = needle(section, "needle " + (i + 1));
      needles.add(needle);
      if (!names.add(needle.name())) {
        section.complain(
            Complaint.DUPLICATE_NAME,
            "name",
            "a needle before this one is called " + Shown.of(needle.name()) + " already",
            "give each needle a name of its own");
      }
    }
    refuseMixture(top, needles);
    return needles;
  }

  private PlannedNeedle needle(Section section, String usualName) {
    Applicator probe = probes.read(section);
    int before = section.notebook().count();
    Optional<Protocol> own = ProtocolSection.read(section);
    Protocol protocol = own.or(() -> usual(section, probe)).orElse(ProtocolSection.STAND_IN);
    if (section.notebook().count() == before) {
      refuseWrongPhases(section, probe, protocol);
    }
    return new PlannedNeedle(
        section.text("name").orElse(usualName),
        probe,
        placement(section),
        section.quantity("start", START, 0),
        protocol,
        DriveSection.read(section, probe));
  }

  private Optional<Protocol> usual(Section section, Applicator probe) {
    if (usual.isEmpty()) {
      String example = probe instanceof RfElectrode ? "heat 12 min" : "10-5-10";
      section.missing(
          "protocol",
          "write `protocol: " + example + "` here, or once for all needles at the top level");
    }
    return usual;
  }

  private static void refuseWrongPhases(Section section, Applicator probe, Protocol protocol) {
    boolean electrode = probe instanceof RfElectrode;
    if (protocol.heats() != electrode) {
      section.complain(
          Complaint.BAD_PROTOCOL,
          "protocol",
          electrode
              ? "an electrode heats, and this protocol freezes"
              : "a cryoprobe freezes, and this protocol heats",
          electrode ? "write for example `heat 12 min`" : "write for example `10-5-10`");
    }
  }

  /** One case has one kind of needles, so that it has one treatment. */
  private static void refuseMixture(Section top, List<PlannedNeedle> needles) {
    if (needles.stream().map(PlannedNeedle::heats).distinct().count() > 1) {
      top.complain(
          Complaint.WRONG_TYPE,
          "needles",
          "some needles are cryoprobes and some are electrodes",
          "write a case for each of the two");
    }
  }

  private Placement placement(Section section) {
    int before = section.notebook().count();
    Section target = section.section("target", CaseSection.TARGET);
    if (!section.has("target")) {
      section.missing(
          "target", "write `target: {from: target_centre}` or `target: {point: [x, y, z]}`");
    } else if (target.has("point") == target.has("from")) {
      target.missing("point", "write either `point:`, or `from: target_centre` with an `offset:`");
    } else if (target.has("point") && target.has("offset")) {
      target.complain(
          Complaint.UNKNOWN_KEY,
          "offset",
          "an offset is measured from `from`, and this target has a point",
          "remove the offset, or write `from: target_centre` instead of the point");
    }
    Anchor anchor = target.word("from", ANCHORS, Anchor.IMAGE);
    String key = anchor == Anchor.IMAGE ? "point" : "offset";
    Vec3 point = frame.toRas(Vectors.point(target, key, Frame.REACH, Vec3.ZERO));
    Aim aim = section.word("aim", AIMS, Aim.MIDDLE_OF_ACTIVE_ZONE);
    Vec3 entry = frame.toRas(Vectors.point(section, "entry", Frame.REACH, UP));
    Vec3 direction = frame.toRas(Vectors.direction(section, "direction", UP));
    if (section.has("entry") == section.has("direction")) {
      section.missing(
          "entry", "write either `entry:`, a point on the shaft further out, or `direction:`");
    }
    if (section.notebook().count() > before) {
      return new Placement(anchor, aim, point, null, UP);
    }
    refuseNoDirection(section, point, entry, direction);
    return section.has("entry")
        ? new Placement(anchor, aim, point, entry, null)
        : new Placement(anchor, aim, point, null, direction);
  }

  private static void refuseNoDirection(Section section, Vec3 point, Vec3 entry, Vec3 direction) {
    if (section.has("entry") && entry.minus(point).norm() < CLOSEST_ENTRY) {
      section.complain(
          Complaint.OUT_OF_RANGE,
          "entry",
          "entry and target are the same point, so the needle has no direction",
          "move the entry out along the shaft");
    }
    if (section.has("direction") && direction.norm() < SHORTEST_DIRECTION) {
      section.complain(
          Complaint.OUT_OF_RANGE,
          "direction",
          "this direction has no length",
          "write the direction from the tip to the hub, as in `[0, 0.3, 1]`");
    }
  }
}
