package org.iceball.device;

import java.util.List;
import org.iceball.device.Phase.Kind;

/** What makes a needle cold or hot; the choices a user has. docs/physics.md, section on probes. */
public sealed interface Drive {

  /**
   * What the needle does in a phase.
   *
   * @param kind the phase
   * @param applicator the needle's kind; a {@link Cryoprobe} for every drive but the current
   * @param supply what its gas comes from
   */
  Pull pull(Kind kind, Applicator applicator, GasSupply supply);

  /** One word for people and files. */
  String key();

  /** The drive that a probe has where nobody chooses: its gas where that is known. */
  static Drive of(Applicator applicator) {
    if (!(applicator instanceof Cryoprobe probe)) {
      return new Current();
    }
    return probe.gas() == null ? new Plateau() : new Expansion(1);
  }

  /** The wall goes to the probe's plateau with its time constant, whatever heat that takes. */
  record Plateau() implements Drive {
    @Override
    public Pull pull(Kind kind, Applicator applicator, GasSupply supply) {
      Cryoprobe probe = (Cryoprobe) applicator;
      return switch (kind) {
        case FREEZE ->
            new Pull.Settling(
                probe.freezeTemperature().value(), probe.freezeTimeConstant().value());
        case ACTIVE_THAW ->
            new Pull.Settling(probe.thawTemperature().value(), probe.thawTimeConstant().value());
        case PASSIVE_THAW, HEAT -> new Pull.Rest();
      };
    }

    @Override
    public String key() {
      return "wall";
    }
  }

  /**
   * The wall follows a course in time while its phase freezes; thaws are the plateau's.
   *
   * @param times since the phase began [s], ascending
   * @param temperatures of the wall then [K], straight lines between
   */
  record Course(List<Double> times, List<Double> temperatures) implements Drive {
    public Course {
      times = List.copyOf(times);
      temperatures = List.copyOf(temperatures);
    }

    @Override
    public Pull pull(Kind kind, Applicator applicator, GasSupply supply) {
      return kind == Kind.FREEZE
          ? new Pull.Following(times, temperatures)
          : new Plateau().pull(kind, applicator, supply);
    }

    @Override
    public String key() {
      return "course";
    }
  }

  /**
   * The needle takes up the same heat all the time while it freezes; thaws are the plateau's.
   *
   * @param power [W]
   */
  record Heat(double power) implements Drive {
    @Override
    public Pull pull(Kind kind, Applicator applicator, GasSupply supply) {
      return kind == Kind.FREEZE
          ? new Pull.Lines(Load.cooling(new Load.Line(power, 0)))
          : new Plateau().pull(kind, applicator, supply);
    }

    @Override
    public String key() {
      return "heat";
    }
  }

  /**
   * A fluid of one temperature flows in the needle while it freezes; thaws are the plateau's.
   *
   * @param temperature of the fluid [K]
   * @param exchange between fluid and wall, per area of the active zone's surface [W/(m2 K)]
   */
  record Fluid(double temperature, double exchange) implements Drive {
    @Override
    public Pull pull(Kind kind, Applicator applicator, GasSupply supply) {
      return kind == Kind.FREEZE
          ? new Pull.Lines(
              Load.cooling(
                  Load.Line.through(temperature, 0, exchange * applicator.activeSurface())))
          : new Plateau().pull(kind, applicator, supply);
    }

    @Override
    public String key() {
      return "fluid";
    }
  }

  /**
   * What the probe's gas can carry off: the power-limited needle.
   *
   * @param duty part of the time that its valve is open [1]
   */
  record Expansion(double duty) implements Drive {
    public Expansion {
      if (!(duty > 0 && duty <= 1)) {
        throw new IllegalArgumentException("a valve is open for a part of the time, not " + duty);
      }
    }

    @Override
    public Pull pull(Kind kind, Applicator applicator, GasSupply supply) {
      if (kind == Kind.PASSIVE_THAW) {
        return new Pull.Rest();
      }
      Cryoprobe probe = (Cryoprobe) applicator;
      if (probe.gas().coolant() == GasCooling.Coolant.NITROGEN) {
        return kind == Kind.FREEZE
            ? GasFlow.nitrogen(probe, duty)
            : new Plateau().pull(kind, applicator, supply);
      }
      return kind == Kind.FREEZE
          ? GasFlow.argon(probe, supply, duty)
          : GasFlow.helium(probe, supply);
    }

    @Override
    public String key() {
      return "gas";
    }
  }

  /**
   * An electrode's: the current heats the tissue, not the metal; water inside, where there is any,
   * cools the metal meanwhile.
   */
  record Current() implements Drive {
    @Override
    public Pull pull(Kind kind, Applicator applicator, GasSupply supply) {
      RfElectrode electrode = (RfElectrode) applicator;
      if (kind != Kind.HEAT || electrode.cooling() == null) {
        return new Pull.Rest();
      }
      double water = electrode.cooling().temperature().value();
      double exchange = electrode.cooling().exchange().value() * electrode.activeSurface();
      return new Pull.Lines(Load.cooling(Load.Line.through(water, 0, exchange)));
    }

    @Override
    public String key() {
      return "current";
    }
  }
}
