package org.iceball.io.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.iceball.device.Applicator;
import org.iceball.device.Drive;
import org.iceball.device.GasSupply;
import org.iceball.device.Generator;
import org.iceball.device.Placement;
import org.iceball.device.ProtocolWords;
import org.iceball.device.RfElectrode;
import org.iceball.grid.Vec3;
import org.iceball.injury.InjuryKind;
import org.iceball.injury.NamedLaw;
import org.iceball.model.AnatomySpec;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Faces;
import org.iceball.model.Region;
import org.iceball.model.VesselModel;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/**
 * A resolved case as text for people: every value with its unit and who set it, every number of a
 * tissue or a probe with its interval and its source.
 */
public final class CaseExplainer {
  private static final Set<TissueProperty> ONLY_CONSTANT =
      Set.of(TissueProperty.FROZEN_SPECIFIC_HEAT, TissueProperty.FROZEN_CONDUCTIVITY);

  private final CaseReading reading;
  private final Case asked;
  private final Optional<Vec3> targetCentre;
  private final Sheet sheet = new Sheet();

  private CaseExplainer(CaseReading reading, Optional<Vec3> targetCentre) {
    this.reading = reading;
    this.asked = reading.asked();
    this.targetCentre = targetCentre;
  }

  /** The case as text; positions relative to the target stay relative. */
  public static String explain(CaseReading reading) {
    return new CaseExplainer(reading, Optional.empty()).text();
  }

  /**
   * The case as text, with every needle where it lies in the patient.
   *
   * @param targetCentre centre of mass of the target [m], RAS
   */
  public static String explain(CaseReading reading, Vec3 targetCentre) {
    return new CaseExplainer(reading, Optional.of(targetCentre)).text();
  }

  /**
   * The case as parts of a page.
   *
   * @param targetCentre centre of mass of the target [m], RAS; empty where there is none
   */
  public static ExplainedCase explained(CaseReading reading, Optional<Vec3> targetCentre) {
    CaseExplainer explainer = new CaseExplainer(reading, targetCentre);
    explainer.fill();
    return explainer.sheet.explained();
  }

  private String text() {
    fill();
    return sheet.text();
  }

  private void fill() {
    sheet.title(asked.title());
    anatomy();
    grid();
    measures();
    numerics();
    blood();
    if (asked.heats()) {
      generator(asked.generator());
    } else {
      gas();
    }
    asked.regions().forEach(this::region);
    asked.regions().stream().map(Region::tissue).distinct().forEach(this::tissue);
    for (int i = 0; i < asked.needles().size(); i++) {
      needle(asked.needles().get(i), "needles[" + i + "]");
    }
    asked.needles().stream().map(PlannedNeedle::probe).distinct().forEach(this::probe);
    asked.injury().forEach(this::law);
    reading.assumptions().forEach(sheet::note);
  }

  private void anatomy() {
    sheet.heading("Anatomy");
    if (asked.anatomy() instanceof AnatomySpec.Image image) {
      line("image", image.written(), "anatomy.image");
      sheet.line("read from", image.file().toString(), "");
    } else if (asked.anatomy() instanceof AnatomySpec.Phantom phantom) {
      line("phantom", vector(phantom.size()), "anatomy.phantom.size");
      for (AnatomySpec.Shape shape : phantom.shapes()) {
        sheet.line("label " + shape.label(), shape(shape), Origin.CASE_FILE.words());
      }
    }
    line("coordinates", "RAS (positions below, too)", "coordinates");
  }

  private static String shape(AnatomySpec.Shape shape) {
    if (shape instanceof AnatomySpec.Box box) {
      return "box of " + vector(box.size()) + " at " + vector(box.centre());
    }
    if (shape instanceof AnatomySpec.Ellipsoid ellipsoid) {
      return "ellipsoid of " + vector(ellipsoid.axes()) + " at " + vector(ellipsoid.centre());
    }
    AnatomySpec.Tube tube = (AnatomySpec.Tube) shape;
    return "tube of "
        + Quantity.text(tube.diameter(), Dimension.LENGTH)
        + " through "
        + String.join(", ", tube.points().stream().map(CaseExplainer::vector).toList());
  }

  private void grid() {
    sheet.heading("Grid");
    line("spacing", length(asked.spacing()), "grid.spacing");
    line(
        "around target and needles",
        Double.isInfinite(asked.around()) ? "everything" : length(asked.around()),
        "grid.around");
    boolean held = asked.faces().kind() == Faces.Kind.HELD;
    line(
        "outer faces",
        held ? "held at " + temperature(asked.faces().temperature()) : "insulated",
        "grid.faces");
    line("start temperature", temperature(asked.initialTemperature()), "start_temperature");
    sheet.line("blood temperature", temperature(Tissue.Blood.TEMPERATURE), "fixed");
    sheet.line(
        "blood heat capacity",
        Tissue.Blood.HEAT_CAPACITY / 1e6 + " MJ/(m3 K)",
        "fixed, "
            + sheet.reference(
                "1050 kg/m3 times 3617 J/(kg K), IT'IS Foundation tissue"
                    + " database v4 (from memory, unverified)"));
  }

  private void measures() {
    sheet.heading("What is measured");
    line("zones", join(asked.thresholds(), Dimension.TEMPERATURE), "zones");
    line("lethal", temperature(asked.lethal()), "lethal");
    line(
        "injury laws",
        asked.injury().isEmpty()
            ? "none"
            : String.join(", ", asked.injury().stream().map(NamedLaw::name).toList()),
        "injury");
    line("margins", join(asked.margins(), Dimension.LENGTH), "margins");
    line(
        "snapshots",
        Double.isInfinite(asked.snapshotEvery())
            ? "none"
            : "every " + Quantity.text(asked.snapshotEvery(), Dimension.TIME),
        "snapshots");
  }

  private void numerics() {
    sheet.heading("How it is solved");
    line("stepper", Sheet.words(asked.numerics().stepper()), "numerics.stepper");
    line("precision", Sheet.words(asked.numerics().precision()), "numerics.precision");
    line("threads", Integer.toString(asked.numerics().threads()), "numerics.threads");
    line("backend", asked.numerics().backend(), "numerics.backend");
  }

  private void region(Region region) {
    if (region.equals(asked.regions().get(0))) {
      sheet.heading("Regions");
    }
    sheet.line(
        "label " + region.label(),
        region.name() + ": " + Sheet.words(region.role()) + ", " + region.tissue().name(),
        Origin.CASE_FILE.words());
    String path = "regions[" + asked.regions().indexOf(region) + "]";
    if (region.bloodFlow() != 1) {
      line(
          "  blood flow",
          Quantity.text(region.bloodFlow(), Dimension.FRACTION) + " of the tissue's perfusion",
          path + ".blood_flow");
    }
    if (region.isSpared()) {
      line("  protected", "not below " + temperature(region.limit()), path + ".protect");
    }
    if (region.role() == Region.Role.VESSEL) {
      line(
          "  model",
          region.flow().model().map(VesselModel::key).orElse("that of the case"),
          path + ".vessel.model");
      line(
          "  velocity",
          Quantity.text(region.flow().velocity(), Dimension.VELOCITY),
          path + ".vessel.velocity");
      line("  inlet", Sheet.words(region.flow().inlet()), path + ".vessel.inlet");
    }
  }

  private void blood() {
    sheet.heading("Blood");
    line(
        "model of vessels",
        asked.blood().rung().map(VesselModel::key).orElse("by calibre"),
        "blood.vessels");
    for (BloodSupply.Clamp clamp : asked.blood().clamps()) {
      line(
          "inflow clamped",
          Quantity.text(clamp.from(), Dimension.TIME)
              + " to "
              + Quantity.text(clamp.to(), Dimension.TIME),
          "blood.clamp");
    }
  }

  private void tissue(Tissue tissue) {
    sheet.heading("Tissue " + tissue.name());
    sheet.prose(tissue.description());
    sheet.line("frozen law", tissue.frozenLaw().key(), lawSource(tissue.frozenLaw()));
    for (TissueProperty property : TissueProperty.values()) {
      if (tissue.frozenLaw() == FrozenLaw.RABIN && ONLY_CONSTANT.contains(property)) {
        continue; // no number that takes no part
      }
      cited(property.key(), tissue.properties().get(property), property.dimension());
    }
  }

  private String lawSource(FrozenLaw law) {
    return switch (law) {
      case CONSTANT -> "";
      case ICE ->
          "library "
              + sheet.reference(
                  "ice: Choi and Bischof 2010, doi 10.1016/j.cryobiol.2009.11.004 (from memory,"
                      + " unverified)");
      case RABIN ->
          "library "
              + sheet.reference(
                  "Rossi, Tanaka, Shimada, Rabin 2007 (PMC2190752); ice: Choi and Bischof 2010,"
                      + " doi 10.1016/j.cryobiol.2009.11.004 (from memory, unverified; continuous"
                      + " at its joints, computed)");
    };
  }

  private void probe(Applicator probe) {
    sheet.heading((probe instanceof RfElectrode ? "Electrode " : "Probe ") + probe.name());
    sheet.prose(probe.description());
    for (ProbeNumber number : ProbeNumber.of(probe)) {
      cited(number.key(), number.cited(), number.dimension());
    }
  }

  private void law(NamedLaw law) {
    sheet.heading("Injury law " + law.name());
    sheet.prose(law.description());
    for (InjuryKind.Parameter number : law.kind().numbers()) {
      cited(number.key(), law.numbers().get(number.key()), number.dimension());
    }
  }

  private void needle(PlannedNeedle needle, String path) {
    sheet.heading("Needle " + needle.name());
    line("probe", needle.probe().name(), path + ".probe");
    Placement placement = needle.placement();
    boolean relative = placement.anchor() == Placement.Anchor.TARGET_CENTRE;
    String from = relative ? "target centre + " : "";
    line("aimed at", from + vector(placement.point()), path + ".target");
    line("with its", Sheet.words(placement.aim()), path + ".aim");
    double length = needle.probe().activeLength().value();
    Vec3 centre = targetCentre.orElse(Vec3.ZERO);
    boolean absolute = !relative || targetCentre.isPresent();
    String base = absolute ? "" : "target centre + ";
    Vec3 tip = placement.tip(centre, length);
    sheet.line("tip", base + vector(tip), "computed");
    Vec3 end = tip.plus(placement.axis().times(length));
    sheet.line("end of active zone", base + vector(end), "computed");
    String axis = placement.direction() == null ? ".entry" : ".direction";
    line("tip to hub", Sheet.direction(placement.axis()), path + axis);
    line("drive", drive(needle.drive()), path + ".drive");
    line("start", Quantity.text(needle.start(), Dimension.TIME), path + ".start");
    boolean own = reading.origin(path + ".protocol") != Origin.DEFAULT;
    line("protocol", ProtocolWords.text(needle.protocol()), own ? path + ".protocol" : "protocol");
  }

  private static String drive(Drive drive) {
    if (drive instanceof Drive.Expansion gas) {
      return "what its gas can carry off, valve open "
          + Quantity.text(gas.duty(), Dimension.FRACTION)
          + " of the time";
    }
    if (drive instanceof Drive.Heat heat) {
      return "a constant heat of " + Quantity.text(heat.power(), Dimension.POWER);
    }
    if (drive instanceof Drive.Fluid fluid) {
      return "a fluid at "
          + temperature(fluid.temperature())
          + ", "
          + Quantity.text(fluid.exchange(), Dimension.HEAT_TRANSFER);
    }
    if (drive instanceof Drive.Current) {
      return "the generator's current";
    }
    return drive instanceof Drive.Course course
        ? "a course of wall temperatures, " + course.times().size() + " points"
        : "a wall that goes to its plateau whatever heat that takes";
  }

  private void gas() {
    GasSupply gas = asked.gas();
    sheet.heading("Gas");
    line("pressure", Quantity.text(gas.pressure(), Dimension.PRESSURE), "gas.pressure");
    line("temperature", temperature(gas.temperature()), "gas.temperature");
    line(
        "most flow for all",
        Double.isInfinite(gas.flowLimit())
            ? "no limit"
            : Quantity.text(gas.flowLimit(), Dimension.MASS_FLOW),
        "gas.flow_limit");
  }

  private void generator(Generator g) {
    sheet.heading("Generator");
    String mode = g.mode().name().toLowerCase(Locale.ROOT);
    Dimension of =
        switch (g.mode()) {
          case VOLTAGE -> Dimension.VOLTAGE;
          case CURRENT -> Dimension.CURRENT;
          case POWER -> Dimension.POWER;
          case TEMPERATURE -> Dimension.TEMPERATURE;
        };
    line("holds a " + mode + " of", Quantity.text(g.setting(), of), "generator." + mode);
    most("most power", g.mostPower(), Dimension.POWER, "most_power");
    most("most current", g.mostCurrent(), Dimension.CURRENT, "most_current");
    most("most voltage", g.mostVoltage(), Dimension.VOLTAGE, "most_voltage");
    most("time at the target", g.hold(), Dimension.TIME, "hold");
    most("rise of impedance that stops it", g.rollOff(), Dimension.RESISTANCE, "roll_off");
    most("pause then", g.pause(), Dimension.TIME, "pause");
    most("part of the setting after it", g.setback(), Dimension.FRACTION, "setback");
    line("ground", g.ground().name().toLowerCase(Locale.ROOT), "generator.ground");
    most("pad and leads", g.pad(), Dimension.RESISTANCE, "pad");
  }

  private void most(String name, double value, Dimension dimension, String key) {
    String text = Double.isInfinite(value) ? "none" : Quantity.text(value, dimension);
    line(name, text, "generator." + key);
  }

  private void cited(String key, Cited cited, Dimension dimension) {
    boolean byUser = cited.citation().equals(Citation.CASE_FILE);
    String value = Quantity.text(cited.value(), dimension);
    String interval =
        " ("
            + Quantity.text(cited.low(), dimension)
            + " to "
            + Quantity.text(cited.high(), dimension)
            + ")";
    sheet.line(
        key.replace('_', ' '),
        byUser ? value : value + interval,
        byUser
            ? Origin.CASE_FILE.words()
            : "library " + sheet.reference(cited.citation().toString()));
  }

  private void line(String name, String value, String path) {
    sheet.line(name, value, reading.origin(path).words());
  }

  private static String length(double metres) {
    return Quantity.text(metres, Dimension.LENGTH);
  }

  private static String temperature(double kelvin) {
    return Quantity.text(kelvin, Dimension.TEMPERATURE);
  }

  private static String join(List<Double> values, Dimension dimension) {
    return String.join(", ", values.stream().map(v -> Quantity.text(v, dimension)).toList());
  }

  private static String vector(Vec3 v) {
    return Sheet.millimetres(v);
  }
}
