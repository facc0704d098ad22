package org.iceball.validation.reported;

import java.util.Map;
import java.util.function.BiFunction;
import org.iceball.device.Cryoprobe;
import org.iceball.device.GasCooling;
import org.iceball.model.Case;
import org.iceball.tissue.Cited;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/**
 * A number that calibration may move: the probe's own, latent heat and frozen conductivity. Nothing
 * else may, perfusion least of all. Each moves as a factor on its library value, within the
 * interval of its sources.
 */
enum Tuned {
  FLOW_THICK("argon flow of the 2.4 mm probe", "13G", (c, f) -> flow(c, "Endocare-2.4", f)),
  FLOW_THIN("argon flow of the 1.7 mm probe", "1.7mm", (c, f) -> flow(c, "Endocare-1.7", f)),
  FLOW_17G("argon flow of the long 17 gauge needle", "17G", (c, f) -> flow(c, "IceRod", f)),
  EXCHANGE(
      "exchange between gas and wall",
      "13G",
      (c, f) -> Trial.withGas(c, g -> g.withExchange(g.exchange().times(f)))),
  LATENT_HEAT("latent heat of the gel", "gel", (c, f) -> tissue(c, TissueProperty.LATENT_HEAT, f)),
  FROZEN_CONDUCTIVITY(
      "frozen conductivity of the gel",
      "gel",
      (c, f) -> tissue(c, TissueProperty.FROZEN_CONDUCTIVITY, f));

  private final String about;
  private final String entry;

  @SuppressWarnings("ImmutableEnumChecker") // a pure function
  private final BiFunction<Case, Double, Case> apply;

  Tuned(String about, String entry, BiFunction<Case, Double, Case> apply) {
    this.about = about;
    this.entry = entry;
    this.apply = apply;
  }

  /** What it is, for people. */
  String about() {
    return about;
  }

  /** Entry of a library whose number it is. */
  String entry() {
    return entry;
  }

  /** The number with its interval, as a case has it now. */
  Cited of(Case asked) {
    GasCooling gas = ((Cryoprobe) asked.needles().get(0).probe()).gas();
    Tissue gel = asked.regions().get(0).tissue();
    return switch (this) {
      case FLOW_THICK, FLOW_THIN, FLOW_17G -> gas.flow();
      case EXCHANGE -> gas.exchange();
      case LATENT_HEAT -> gel.properties().get(TissueProperty.LATENT_HEAT);
      case FROZEN_CONDUCTIVITY -> gel.properties().get(TissueProperty.FROZEN_CONDUCTIVITY);
    };
  }

  /** A case that knows the number. */
  String knownBy() {
    return switch (this) {
      case FLOW_THIN -> "littrup-1-thin";
      case FLOW_17G -> "icerod-bench";
      default -> "littrup-1";
    };
  }

  /** A case with numbers times their factors. */
  static Case all(Case asked, Map<Tuned, Double> factors) {
    Case changed = asked;
    for (Map.Entry<Tuned, Double> f : factors.entrySet()) {
      changed = f.getKey().apply.apply(changed, f.getValue());
    }
    return changed;
  }

  private static Case flow(Case asked, String probe, double factor) {
    return asked.needles().get(0).probe().name().equals(probe)
        ? Trial.withGas(asked, g -> g.withFlow(g.flow().times(factor)))
        : asked;
  }

  private static Case tissue(Case asked, TissueProperty property, double factor) {
    return Trial.withTissues(
        asked,
        asked.initialTemperature(),
        t -> t.with(property, t.properties().get(property).times(factor)));
  }
}
