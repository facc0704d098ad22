package org.iceball.io.casefile;

import java.util.Map;
import org.iceball.device.Cryoprobe;
import org.iceball.device.GasCooling;
import org.iceball.tissue.Cited;
import org.iceball.units.Dimension;

/** Every number a cryoprobe has. The key is its name in case files and in {@code probes.csv}. */
enum ProbeProperty implements DeviceProperty {
  DIAMETER(Range.of(Dimension.LENGTH, "0.3 mm", "10 mm")),
  ACTIVE_LENGTH(Range.of(Dimension.LENGTH, "1 mm", "100 mm")),
  FREEZE_TEMPERATURE(Range.of(Dimension.TEMPERATURE, "-196 degC", "0 degC")),
  FREEZE_TIME_CONSTANT(Range.of(Dimension.TIME, "0 s", "10 min")),
  THAW_TEMPERATURE(Range.of(Dimension.TEMPERATURE, "0 degC", "120 degC")),
  THAW_TIME_CONSTANT(Range.of(Dimension.TIME, "0 s", "10 min"));

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Range range;

  ProbeProperty(Range range) {
    this.range = range;
  }

  @Override
  public Range range() {
    return range;
  }

  /** The number as a probe has it. */
  Cited of(Cryoprobe probe) {
    return switch (this) {
      case DIAMETER -> probe.diameter();
      case ACTIVE_LENGTH -> probe.activeLength();
      case FREEZE_TEMPERATURE -> probe.freezeTemperature();
      case FREEZE_TIME_CONSTANT -> probe.freezeTimeConstant();
      case THAW_TEMPERATURE -> probe.thawTemperature();
      case THAW_TIME_CONSTANT -> probe.thawTimeConstant();
    };
  }

  /** A probe from its numbers; its gas is null where only the wall is known. */
  static Cryoprobe probe(
      String name, String description, Map<ProbeProperty, Cited> numbers, GasCooling gas) {
    return new Cryoprobe(
        name,
        description,
        numbers.get(DIAMETER),
        numbers.get(ACTIVE_LENGTH),
        numbers.get(FREEZE_TEMPERATURE),
        numbers.get(FREEZE_TIME_CONSTANT),
        numbers.get(THAW_TEMPERATURE),
        numbers.get(THAW_TIME_CONSTANT),
        gas);
  }
}
