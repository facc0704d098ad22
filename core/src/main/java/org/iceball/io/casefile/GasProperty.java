package org.iceball.io.casefile;

import java.util.Map;
import org.iceball.device.GasCooling;
import org.iceball.tissue.Cited;
import org.iceball.units.Dimension;

/** Every number of a probe's gas. The key is its name in case files and in {@code probes.csv}. */
enum GasProperty implements DeviceProperty {
  GAS_FLOW(Range.of(Dimension.MASS_FLOW, "0.01 g/s", "50 g/s")),
  GAS_PRESSURE(Range.of(Dimension.PRESSURE, "0.1 MPa", "60 MPa")),
  RECUPERATOR(Range.of(Dimension.FRACTION, "0 %", "100 %")),
  EXCHANGE(Range.of(Dimension.HEAT_TRANSFER, "10 W/(m2 K)", "1000000 W/(m2 K)")),
  GAS_TIME_CONSTANT(Range.of(Dimension.TIME, "0 s", "10 min")),
  SHAFT_CONDUCTION(Range.of(Dimension.LINE_CONDUCTANCE, "0 mW mm/K", "10000 mW mm/K"));

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Range range;

  GasProperty(Range range) {
    this.range = range;
  }

  @Override
  public Range range() {
    return range;
  }

  /** The number as a gas has it. */
  Cited of(GasCooling gas) {
    return switch (this) {
      case GAS_FLOW -> gas.flow();
      case GAS_PRESSURE -> gas.pressure();
      case RECUPERATOR -> gas.recuperator();
      case EXCHANGE -> gas.exchange();
      case GAS_TIME_CONSTANT -> gas.timeConstant();
      case SHAFT_CONDUCTION -> gas.shaftConduction();
    };
  }

  /** A gas from its numbers. */
  static GasCooling gas(GasCooling.Coolant coolant, Map<GasProperty, Cited> numbers) {
    return new GasCooling(
        coolant,
        numbers.get(GAS_FLOW),
        numbers.get(GAS_PRESSURE),
        numbers.get(RECUPERATOR),
        numbers.get(EXCHANGE),
        numbers.get(GAS_TIME_CONSTANT),
        numbers.get(SHAFT_CONDUCTION));
  }
}
