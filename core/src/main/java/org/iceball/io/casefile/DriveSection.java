package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Applicator;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Drive;
import org.iceball.device.GasSupply;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;

/**
 * What makes a needle cold: {@code drive: gas}, {@code drive: wall}, or a mapping with one of
 * {@code heat}, {@code fluid} and {@code course}; beside it {@code duty}, and once for all needles
 * {@code gas}.
 */
final class DriveSection {
  private static final Range DUTY = Range.of(Dimension.FRACTION, "1 %", "100 %");
  private static final Range HEAT = Range.of(Dimension.POWER, "0 W", "1000 W");
  private static final Range SINCE = Range.of(Dimension.TIME, "0 s", "24 h");
  private static final Range PRESSURE = Range.of(Dimension.PRESSURE, "1 MPa", "60 MPa");
  private static final Range ROOM = Range.of(Dimension.TEMPERATURE, "-20 degC", "50 degC");
  private static final Range FLOW = Range.of(Dimension.MASS_FLOW, "0.01 g/s", "100 g/s");
  private static final int MOST_POINTS = 1000;

  private DriveSection() {}

  /** The drive of a needle. */
  static Drive read(Section needle, Applicator applicator) {
    if (!(applicator instanceof Cryoprobe probe)) {
      for (String key : List.of("drive", "duty")) {
        if (needle.has(key)) {
          needle.complain(
              Complaint.UNKNOWN_KEY,
              key,
              "an electrode is driven by the generator of the case",
              "remove it, and write `generator:` at the top level");
        }
        needle.value(key);
      }
      return Drive.of(applicator);
    }
    Drive drive = choice(needle, probe);
    double duty = needle.quantity("duty", DUTY, 1);
    if (drive instanceof Drive.Expansion) {
      return new Drive.Expansion(duty);
    }
    if (needle.has("duty")) {
      needle.complain(
          Complaint.UNKNOWN_KEY,
          "duty",
          "a duty is the part of the time that a gas valve is open, and this needle's drive is `"
              + drive.key()
              + "`",
          "remove the duty, or write `drive: gas`");
    }
    return drive;
  }

  private static Drive choice(Section needle, Cryoprobe probe) {
    Drive usual = Drive.of(probe);
    if (!needle.has("drive")) {
      needle.value("drive");
      return usual;
    }
    Yaml value = needle.value("drive").orElseThrow();
    if (value instanceof Yaml.Mapping) {
      return mapping(needle.section("drive", CaseSection.DRIVE));
    }
    String word = needle.text(value, needle.place("drive")).orElse(usual.key());
    if (word.equals("gas") && probe.gas() == null) {
      needle.complain(
          Complaint.UNKNOWN_NAME,
          "drive",
          "nothing is known of the gas of " + probe.name(),
          "write `drive: wall`, or take another probe");
      return usual;
    }
    return switch (word) {
      case "gas" -> new Drive.Expansion(1);
      case "wall" -> new Drive.Plateau();
      default -> {
        needle.complain(
            Complaint.UNKNOWN_NAME,
            "drive",
            Shown.of(word) + " drives no needle here",
            "write gas, wall, or one of `{heat: 20 W}`,"
                + " `{fluid: -160 degC, exchange: 2500 W/(m2 K)}`,"
                + " `{course: [[0 s, 37 degC], [30 s, -120 degC]]}`");
        yield usual;
      }
    };
  }

  private static Drive mapping(Section section) {
    List<String> kinds = List.of("heat", "fluid", "course").stream().filter(section::has).toList();
    if (kinds.size() != 1) {
      section.missing("heat", "write exactly one of heat, fluid and course");
      return new Drive.Plateau();
    }
    return switch (kinds.get(0)) {
      case "heat" -> new Drive.Heat(section.needQuantity("heat", HEAT, "20 W"));
      case "fluid" ->
          new Drive.Fluid(
              section.needQuantity("fluid", CaseReader.TEMPERATURE, "-160 degC"),
              section.needQuantity("exchange", GasProperty.EXCHANGE.range(), "2500 W/(m2 K)"));
      default -> course(section);
    };
  }

  private static Drive course(Section section) {
    List<Double> times = new ArrayList<>();
    List<Double> temperatures = new ArrayList<>();
    List<Yaml> points = section.list("course", 1, MOST_POINTS);
    for (int i = 0; i < points.size(); i++) {
      String where = section.place("course[" + i + "]");
      if (!(points.get(i) instanceof Yaml.Listing pair) || pair.items().size() != 2) {
        section
            .notebook()
            .complain(
                Complaint.WRONG_TYPE,
                where,
                points.get(i).line(),
                "here should stand a time and a temperature",
                "write for example `[30 s, -120 degC]`");
        continue;
      }
      double time = section.quantity(pair.items().get(0), where, SINCE, 0);
      if (!times.isEmpty() && time <= times.get(times.size() - 1)) {
        section
            .notebook()
            .complain(
                Complaint.OUT_OF_RANGE,
                where,
                points.get(i).line(),
                "this time does not come after the one before it",
                "order the points in time");
      }
      times.add(time);
      temperatures.add(
          section.quantity(
              pair.items().get(1), where, CaseReader.TEMPERATURE, CaseReader.TEMPERATURE.high()));
    }
    return times.isEmpty() ? new Drive.Plateau() : new Drive.Course(times, temperatures);
  }

  /** What the needles of a case hang on. */
  static GasSupply supply(Section top) {
    Section gas = top.section("gas", CaseSection.GAS);
    GasSupply usual = GasSupply.ORDINARY;
    return new GasSupply(
        gas.quantity("pressure", PRESSURE, usual.pressure()),
        gas.quantity("temperature", ROOM, usual.temperature()),
        gas.quantity("flow_limit", FLOW, usual.flowLimit()));
  }
}
