package org.iceball.device;

import java.util.List;
import org.iceball.device.Phase.Kind;

/** What makes a needle cold; the choices a user has. docs/physics.md, section on probes. */
public sealed interface Drive {

  /**
   * What the needle does in a phase.
   *
   * @param kind the phase
   * @param probe the needle's kind
   * @param supply what its gas comes from
   */
  Pull pull(Kind kind, Cryoprobe probe, GasSupply supply);

  /** One word for people and files. */
  String key();

  /** The drive that a probe has where nobody chooses: its gas where that is known. */
  static Drive of(Cryoprobe probe) {
    return probe.gas() == null ? new Plateau() : new Expansion(1);
  }

  /** The wall goes to the probe's plateau with its time constant, whatever heat that takes. */
  record Plateau() implements Drive {
    @Override
    public Pull pull(Kind kind, Cryoprobe probe, GasSupply supply) {
      return switch (kind) {
        case FREEZE ->
            new Pull.Settling(
                probe.freezeTemperature().value(), probe.freezeTimeConstant().value());
        case ACTIVE_THAW ->
            new Pull.Settling(probe.thawTemperature().value(), probe.thawTimeConstant().value());
        case PASSIVE_THAW -> new Pull.Rest();
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
    public Pull pull(Kind kind, Cryoprobe probe, GasSupply supply) {
      return kind == Kind.FREEZE
          ? new Pull.Following(times, temperatures)
          : new Plateau().pull(kind, probe, supply);
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
    public Pull pull(Kind kind, Cryoprobe probe, GasSupply supply) {
      return kind == Kind.FREEZE
          ? new Pull.Lines(Load.cooling(new Load.Line(power, 0)))
          : new Plateau().pull(kind, probe, supply);
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
    public Pull pull(Kind kind, Cryoprobe probe, GasSupply supply) {
      return kind == Kind.FREEZE
          ? new Pull.Lines(
              Load.cooling(Load.Line.through(temperature, 0, exchange * probe.activeSurface())))
          : new Plateau().pull(kind, probe, supply);
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
    public Pull pull(Kind kind, Cryoprobe probe, GasSupply supply) {
      if (kind == Kind.PASSIVE_THAW) {
        return new Pull.Rest();
      }
      if (probe.gas().coolant() == GasCooling.Coolant.NITROGEN) {
        return kind == Kind.FREEZE
            ? GasFlow.nitrogen(probe, duty)
            : new Plateau().pull(kind, probe, supply);
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
}
