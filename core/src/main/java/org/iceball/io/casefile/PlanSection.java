package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iceball.grid.Vec3;
import org.iceball.injury.NamedLaw;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Region;
import org.iceball.plan.PlanRules;
import org.iceball.plan.PlanRules.PlacementError;
import org.iceball.plan.PlanRules.Template;
import org.iceball.plan.PlanRules.Weights;
import org.iceball.plan.PlanRules.Window;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;

/** {@code plan:} what {@code iceball plan} must keep to. */
final class PlanSection {
  private static final Range SHORT = Range.of(Dimension.LENGTH, "0 mm", "50 mm");
  private static final Range LONG = Range.of(Dimension.LENGTH, "1 mm", "1 m");
  private static final Range ANGLE = Range.of(Dimension.ANGLE, "0 deg", "90 deg");
  private static final int MOST = 64;
  private static final double LARGEST_WEIGHT = 1e6;
  private static final Vec3 UP = new Vec3(0, 0, 1);

  /** A region whose name has one of these words is not crossed where nobody says what to avoid. */
  static final List<String> BY_NAME =
      List.of(
          "rib",
          "bone",
          "spine",
          "vertebra",
          "gallbladder",
          "bile duct",
          "bowel",
          "colon",
          "intestine",
          "duodenum",
          "stomach",
          "heart",
          "lung",
          "kidney",
          "pancreas",
          "spleen");

  private final Section plan;
  private final Case asked;
  private final Frame frame;

  private PlanSection(Section plan, Case asked, Frame frame) {
    this.plan = plan;
    this.asked = asked;
    this.frame = frame;
  }

  static PlanRules read(Section top, Frame frame, Case asked) {
    return new PlanSection(top.section("plan", CaseSection.PLAN), asked, frame).read();
  }

  private PlanRules read() {
    PlanRules usual = PlanRules.USUAL;
    return new PlanRules(
        plan.quantity("margin", SHORT, usual.margin()),
        law(),
        labels("entry").orElse(List.of()),
        window(),
        labels("avoid").orElseGet(this::byName),
        plan.quantity("calibre", SHORT, usual.calibre()),
        plan.quantity("clearance", SHORT, usual.clearance()),
        plan.quantity("needle_spacing", SHORT, usual.apart()),
        plan.quantity("axial_angle", ANGLE, usual.axialAngle()),
        plan.quantity("depth", LONG, usual.depth()),
        template(),
        names("keep", asked.needles().stream().map(PlannedNeedle::name).toList()),
        weights(plan.section("weights", CaseSection.WEIGHTS)),
        error(plan.section("placement_error", CaseSection.PLACEMENT_ERROR)));
  }

  private Optional<NamedLaw> law() {
    InjuryLibrary library = InjuryLibrary.bundled();
    Optional<String> name = plan.text("law");
    Optional<NamedLaw> law = name.flatMap(library::find);
    if (name.isPresent() && law.isEmpty()) {
      unknown("law", name.get(), library.names());
    }
    return law;
  }

  private void unknown(String key, String name, Collection<String> known) {
    plan.complain(
        Complaint.UNKNOWN_NAME,
        key,
        Shown.of(name) + " is not known here",
        Nearest.remedy(name, known));
  }

  private List<Integer> byName() {
    List<Integer> labels = new ArrayList<>();
    for (Region r : asked.regions()) {
      String name = r.name().toLowerCase(Locale.ROOT);
      if (r.role() == Region.Role.SURROUNDING && BY_NAME.stream().anyMatch(name::contains)) {
        labels.add(r.label());
      }
    }
    return labels;
  }

  /** Labels of regions by their names; empty where the key is left out. */
  private Optional<List<Integer>> labels(String key) {
    if (!plan.has(key)) {
      plan.value(key);
      return Optional.empty();
    }
    List<String> names = names(key, asked.regions().stream().map(Region::name).toList());
    return Optional.of(
        asked.regions().stream().filter(r -> names.contains(r.name())).map(Region::label).toList());
  }

  private List<String> names(String key, List<String> known) {
    List<String> names = new ArrayList<>();
    for (Yaml item : plan.list(key, 0, MOST)) {
      Optional<String> name = plan.text(item, plan.place(key));
      if (name.isPresent() && !known.contains(name.get())) {
        unknown(key, name.get(), known);
      }
      name.ifPresent(names::add);
    }
    return names;
  }

  private Optional<Window> window() {
    Section window = plan.section("window", CaseSection.WINDOW);
    if (!plan.has("window")) {
      return Optional.empty();
    }
    need(window, "centre", "[0 mm, 90 mm, 0 mm]");
    Vec3 centre = frame.toRas(Vectors.point(window, "centre", Frame.REACH, Vec3.ZERO));
    return Optional.of(new Window(centre, window.needQuantity("radius", LONG, "30 mm")));
  }

  private Optional<Template> template() {
    Section template = plan.section("template", CaseSection.TEMPLATE);
    if (!plan.has("template")) {
      return Optional.empty();
    }
    need(template, "origin", "[0 mm, 0 mm, 0 mm]");
    need(template, "direction", "[0, 0, 1]");
    Vec3 origin = frame.toRas(Vectors.point(template, "origin", Frame.REACH, Vec3.ZERO));
    Vec3 direction = frame.toRas(Vectors.direction(template, "direction", UP));
    if (!(direction.norm() > 0)) {
      template.complain(
          Complaint.OUT_OF_RANGE,
          "direction",
          "this direction has no length",
          "write the direction from the tips to the hubs, as in `[0, 0.3, 1]`");
    }
    Vec3 along = direction.norm() > 0 ? direction.unit() : UP;
    return Optional.of(new Template(origin, along, template.quantity("pitch", SHORT, 5e-3)));
  }

  private static void need(Section section, String key, String example) {
    if (!section.has(key)) {
      section.missing(key, "write for example `" + key + ": " + example + "`");
    }
  }

  private static Weights weights(Section of) {
    Weights usual = Weights.USUAL;
    return new Weights(
        weight(of, "target", usual.target()),
        weight(of, "margin", usual.margin()),
        weight(of, "healthy", usual.healthy()),
        weight(of, "spared", usual.spared()),
        weight(of, "depth", usual.depth()),
        weight(of, "needle", usual.needle()),
        weight(of, "minute", usual.minute()));
  }

  private static double weight(Section of, String key, double fallback) {
    Optional<String> text = of.text(key);
    if (text.isEmpty()) {
      return fallback;
    }
    double value;
    try {
      value = Numbers.plain(text.get());
    } catch (CaseException e) {
      of.notebook().complain(e, of.place(key), of.line(key));
      return fallback;
    }
    if (!(value >= 0 && value <= LARGEST_WEIGHT)) {
      of.complain(
          Complaint.OUT_OF_RANGE,
          key,
          Shown.of(text.get()) + " is no weight",
          "write a number from 0 to 1000000");
      return fallback;
    }
    return value;
  }

  private static PlacementError error(Section of) {
    PlacementError usual = PlacementError.USUAL;
    return new PlacementError(
        of.quantity("distance", SHORT, usual.distance()),
        of.quantity("angle", ANGLE, usual.angle()));
  }
}
