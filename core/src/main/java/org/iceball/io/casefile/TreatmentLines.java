package org.iceball.io.casefile;

import java.util.Locale;
import java.util.Optional;
import org.iceball.device.Drive;
import org.iceball.device.GasSupply;
import org.iceball.device.Generator;
import org.iceball.device.Placement;
import org.iceball.device.ProtocolWords;
import org.iceball.grid.Vec3;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/** What a case does to the patient: its needles, and the gas or the generator that drives them. */
final class TreatmentLines {
  private final CaseReading reading;
  private final Optional<Vec3> targetCentre;
  private final Sheet sheet;

  /**
   * @param targetCentre centre of mass of the target [m], RAS; empty where it isn't known
   * @param sheet gets the lines
   */
  TreatmentLines(CaseReading reading, Optional<Vec3> targetCentre, Sheet sheet) {
    this.reading = reading;
    this.targetCentre = targetCentre;
    this.sheet = sheet;
  }

  void needle(PlannedNeedle needle, String path) {
    sheet.heading("Needle " + needle.name());
    line("probe", needle.probe().name(), path + ".probe");
    Placement placement = needle.placement();
    boolean relative = placement.anchor() == Placement.Anchor.TARGET_CENTRE;
    String from = relative ? "target centre + " : "";
    line("aimed at", from + Sheet.millimetres(placement.point()), path + ".target");
    line("with its", Sheet.words(placement.aim()), path + ".aim");
    double length = needle.probe().activeLength().value();
    Vec3 centre = targetCentre.orElse(Vec3.ZERO);
    boolean absolute = !relative || targetCentre.isPresent();
    String base = absolute ? "" : "target centre + ";
    Vec3 tip = placement.tip(centre, length);
    sheet.line("tip", base + Sheet.millimetres(tip), "computed");
    Vec3 end = tip.plus(placement.axis().times(length));
    sheet.line("end of active zone", base + Sheet.millimetres(end), "computed");
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
          + Quantity.text(fluid.temperature(), Dimension.TEMPERATURE)
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

  void gas(GasSupply gas) {
    sheet.heading("Gas");
    line("pressure", Quantity.text(gas.pressure(), Dimension.PRESSURE), "gas.pressure");
    line("temperature", Quantity.text(gas.temperature(), Dimension.TEMPERATURE), "gas.temperature");
    line(
        "most flow for all",
        Double.isInfinite(gas.flowLimit())
            ? "no limit"
            : Quantity.text(gas.flowLimit(), Dimension.MASS_FLOW),
        "gas.flow_limit");
  }

  void generator(Generator g) {
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

  private void line(String name, String value, String path) {
    sheet.line(name, value, reading.origin(path).words());
  }
}
