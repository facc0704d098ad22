package org.iceball.io.casefile;

import java.util.List;
import java.util.Optional;
import org.iceball.grid.Vec3;
import org.iceball.injury.NamedLaw;
import org.iceball.model.AnatomySpec;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.model.Faces;
import org.iceball.model.Region;
import org.iceball.model.VesselModel;
import org.iceball.tissue.Tissue;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/**
 * A resolved case as text for people: every value with its unit and who set it, every number of a
 * tissue or a probe with its interval and its source.
 */
public final class CaseExplainer {
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
    TreatmentLines treatment = new TreatmentLines(reading, targetCentre, sheet);
    SourcedNumbers numbers = new SourcedNumbers(sheet);
    sheet.title(asked.title());
    anatomy();
    grid();
    measures();
    numerics();
    blood();
    if (asked.heats()) {
      treatment.generator(asked.generator());
    } else {
      treatment.gas(asked.gas());
    }
    asked.regions().forEach(this::region);
    asked.regions().stream().map(Region::tissue).distinct().forEach(numbers::tissue);
    for (int i = 0; i < asked.needles().size(); i++) {
      treatment.needle(asked.needles().get(i), "needles[" + i + "]");
    }
    asked.needles().stream().map(PlannedNeedle::probe).distinct().forEach(numbers::probe);
    asked.injury().forEach(numbers::law);
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
