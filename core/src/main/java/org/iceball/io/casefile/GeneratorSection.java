package org.iceball.io.casefile;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.iceball.device.Generator;
import org.iceball.device.Generator.Ground;
import org.iceball.device.Generator.Mode;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.units.Complaint;
import org.iceball.units.Dimension;

/** {@code generator:} what the electrodes hang on. */
final class GeneratorSection {
  private static final double NONE = Double.POSITIVE_INFINITY;
  private static final Range VOLTAGE = Range.of(Dimension.VOLTAGE, "0 V", "1000 V");
  private static final Range CURRENT = Range.of(Dimension.CURRENT, "0 A", "20 A");
  private static final Range POWER = Range.of(Dimension.POWER, "0 W", "1000 W");
  private static final Range TARGET = Range.of(Dimension.TEMPERATURE, "40 degC", "120 degC");
  private static final Range TIME = Range.of(Dimension.TIME, "0 s", "24 h");
  private static final Range RISE = Range.of(Dimension.RESISTANCE, "0.1 ohm", "10000 ohm");
  private static final Range PAD = Range.of(Dimension.RESISTANCE, "0 ohm", "1000 ohm");
  private static final Range PART = Range.of(Dimension.FRACTION, "1 %", "100 %");

  /** Generators of this kind give 200 W (rfa practice); see docs/case-file.md [W]. */
  private static final double USUAL_POWER = 200;

  /** Internally cooled electrodes: 10 to 30 ohm over the baseline [ohm]. */
  private static final double USUAL_RISE = 20;

  /** Internally cooled electrodes: 10 to 15 s [s]. */
  private static final double USUAL_PAUSE = 15;

  private GeneratorSection() {}

  /** The generator of a case; null where its needles are cryoprobes. */
  static Generator read(Section top, List<PlannedNeedle> needles) {
    boolean heats = needles.stream().anyMatch(PlannedNeedle::heats);
    if (!heats) {
      if (top.has("generator")) {
        top.complain(
            Complaint.UNKNOWN_KEY,
            "generator",
            "a generator drives electrodes, and the needles of this case are cryoprobes",
            "remove the generator, or choose electrodes from `iceball probes`");
      }
      top.value("generator");
      return null;
    }
    if (!top.has("generator")) {
      top.missing("generator", "say what it holds, for example `generator: {power: 50 W}`");
      return Generator.of(Mode.POWER, 50);
    }
    Section section = top.section("generator", CaseSection.GENERATOR);
    Map<String, Mode> modes = new TreeMap<>();
    for (Mode m : Mode.values()) {
      modes.put(m.name().toLowerCase(Locale.ROOT), m);
    }
    List<String> said = modes.keySet().stream().filter(section::has).toList();
    if (said.size() != 1) {
      section.missing("power", "write exactly one of voltage, current, power and temperature");
      return Generator.of(Mode.POWER, 50);
    }
    Mode mode = modes.get(said.get(0));
    double setting =
        switch (mode) {
          case VOLTAGE -> section.quantity("voltage", VOLTAGE, 0);
          case CURRENT -> section.quantity("current", CURRENT, 0);
          case POWER -> section.quantity("power", POWER, 0);
          case TEMPERATURE -> section.quantity("temperature", TARGET, 373.15);
        };
    if (mode != Mode.TEMPERATURE && section.has("hold")) {
      section.complain(
          Complaint.UNKNOWN_KEY,
          "hold",
          "a hold is the time at a target temperature, and this generator has none",
          "remove the hold, or write `temperature: 105 degC`");
    }
    return new Generator(
        mode,
        setting,
        section.quantity("most_power", POWER, USUAL_POWER),
        section.quantity("most_current", CURRENT, NONE),
        section.quantity("most_voltage", VOLTAGE, NONE),
        section.quantity("hold", TIME, NONE),
        orNone(section, "roll_off", RISE, USUAL_RISE),
        orNone(section, "pause", TIME, USUAL_PAUSE),
        section.quantity("setback", PART, 1),
        section.word("ground", grounds(), Ground.FAR),
        section.quantity("pad", PAD, 0));
  }

  private static double orNone(Section section, String key, Range range, double usual) {
    Optional<Yaml> value = section.value(key);
    if (value.isPresent()
        && value.get() instanceof Yaml.Scalar scalar
        && scalar.text().strip().equalsIgnoreCase("none")) {
      return NONE;
    }
    return value.map(v -> section.quantity(v, section.place(key), range, usual)).orElse(usual);
  }

  private static Map<String, Ground> grounds() {
    Map<String, Ground> words = new TreeMap<>();
    for (Ground g : Ground.values()) {
      words.put(g.name().toLowerCase(Locale.ROOT), g);
    }
    return words;
  }
}
