package org.iceball.io.casefile;

import java.util.Map;
import java.util.Optional;
import org.iceball.device.RfElectrode;
import org.iceball.device.RfElectrode.Cooling;
import org.iceball.device.RfElectrode.Tines;
import org.iceball.device.RfElectrode.Tips;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.units.Dimension;

/** Every number an electrode may have. The key is its name in case files and in the library. */
enum ElectrodeProperty implements DeviceProperty {
  DIAMETER(Range.of(Dimension.LENGTH, "0.3 mm", "10 mm")),
  ACTIVE_LENGTH(Range.of(Dimension.LENGTH, "1 mm", "100 mm")),
  TIPS(Range.of(Dimension.FRACTION, "1 1", "9 1")),
  TIP_SPACING(Range.of(Dimension.LENGTH, "2 mm", "50 mm")),
  TINES(Range.of(Dimension.FRACTION, "2 1", "20 1")),
  TINE_DIAMETER(Range.of(Dimension.LENGTH, "0.1 mm", "2 mm")),
  DEPLOYMENT(Range.of(Dimension.LENGTH, "5 mm", "80 mm")),
  TURN(Range.of(Dimension.ANGLE, "20 deg", "200 deg")),
  COOLANT_TEMPERATURE(Range.of(Dimension.TEMPERATURE, "-5 degC", "40 degC")),
  EXCHANGE(Range.of(Dimension.HEAT_TRANSFER, "10 W/(m2 K)", "100000 W/(m2 K)")),
  WET_REACH(Range.of(Dimension.LENGTH, "0 mm", "30 mm"));

  private static final Cited ONE =
      new Cited(1, 1, 1, new Citation("one straight tip", "definition"));

  @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
  private final Range range;

  ElectrodeProperty(Range range) {
    this.range = range;
  }

  @Override
  public Range range() {
    return range;
  }

  /** Whether every electrode has it. */
  boolean isNeeded() {
    return this == DIAMETER || this == ACTIVE_LENGTH;
  }

  /** The number as an electrode has it; empty where it has none. */
  Optional<Cited> of(RfElectrode e) {
    Tips tips = e.shape() instanceof Tips t ? t : null;
    Tines tines = e.shape() instanceof Tines t ? t : null;
    return Optional.ofNullable(
        switch (this) {
          case DIAMETER -> e.diameter();
          case ACTIVE_LENGTH -> e.activeLength();
          case TIPS -> tips == null || tips.spacing() == null ? null : tips.tips();
          case TIP_SPACING -> tips == null ? null : tips.spacing();
          case TINES -> tines == null ? null : tines.tines();
          case TINE_DIAMETER -> tines == null ? null : tines.diameter();
          case DEPLOYMENT -> tines == null ? null : tines.deployment();
          case TURN -> tines == null ? null : tines.turn();
          case COOLANT_TEMPERATURE -> e.cooling() == null ? null : e.cooling().temperature();
          case EXCHANGE -> e.cooling() == null ? null : e.cooling().exchange();
          case WET_REACH -> e.wetReach();
        });
  }

  /** What is wrong with these numbers together; empty where nothing is. */
  static Optional<String> trouble(Map<ElectrodeProperty, Cited> n) {
    boolean tines = n.containsKey(TINES);
    if (tines
        && !(n.containsKey(TINE_DIAMETER) && n.containsKey(DEPLOYMENT) && n.containsKey(TURN))) {
      return Optional.of("has tines, and needs tine_diameter, deployment and turn too");
    }
    if (tines && (n.containsKey(TIPS) || n.containsKey(TIP_SPACING))) {
      return Optional.of("has both tips and tines");
    }
    if (n.containsKey(TIPS) && !n.containsKey(TIP_SPACING)) {
      return Optional.of("has several tips, and needs tip_spacing too");
    }
    if (n.containsKey(COOLANT_TEMPERATURE) != n.containsKey(EXCHANGE)) {
      return Optional.of("is cooled, and needs both coolant_temperature and exchange");
    }
    return Optional.empty();
  }

  /** An electrode from its numbers. */
  static RfElectrode electrode(String name, String description, Map<ElectrodeProperty, Cited> n) {
    RfElectrode.Shape shape =
        n.containsKey(TINES)
            ? new Tines(n.get(TINES), n.get(TINE_DIAMETER), n.get(DEPLOYMENT), n.get(TURN))
            : new Tips(n.getOrDefault(TIPS, ONE), n.get(TIP_SPACING));
    Cooling cooling =
        n.containsKey(EXCHANGE) ? new Cooling(n.get(COOLANT_TEMPERATURE), n.get(EXCHANGE)) : null;
    return new RfElectrode(
        name, description, n.get(DIAMETER), n.get(ACTIVE_LENGTH), shape, cooling, n.get(WET_REACH));
  }
}
