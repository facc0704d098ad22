package org.iceball.io.casefile;

import java.util.Set;
import org.iceball.device.Applicator;
import org.iceball.device.RfElectrode;
import org.iceball.injury.InjuryKind;
import org.iceball.injury.NamedLaw;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/**
 * What a case's tissues, probes and laws are made of: every number with its interval and source.
 */
final class SourcedNumbers {
  private static final Set<TissueProperty> ONLY_CONSTANT =
      Set.of(TissueProperty.FROZEN_SPECIFIC_HEAT, TissueProperty.FROZEN_CONDUCTIVITY);

  private final Sheet sheet;

  /**
   * @param sheet gets the lines
   */
  SourcedNumbers(Sheet sheet) {
    this.sheet = sheet;
  }

  void tissue(Tissue tissue) {
    sheet.heading("Tissue " + tissue.name());
    sheet.prose(tissue.description());
    sheet.line("frozen law", tissue.frozenLaw().key(), lawSource(tissue.frozenLaw()));
    for (TissueProperty property : TissueProperty.values()) {
      if (tissue.frozenLaw() == FrozenLaw.RABIN && ONLY_CONSTANT.contains(property)) {
        continue; // no number that takes no part
      }
      cited(property.key(), tissue.properties().get(property), property.dimension());
    }
  }

  private String lawSource(FrozenLaw law) {
    return switch (law) {
      case CONSTANT -> "";
      case ICE ->
          "library "
              + sheet.reference(
                  "ice: Choi and Bischof 2010, doi 10.1016/j.cryobiol.2009.11.004 (from memory,"
                      + " unverified)");
      case RABIN ->
          "library "
              + sheet.reference(
                  "Rossi, Tanaka, Shimada, Rabin 2007 (PMC2190752); ice: Choi and Bischof 2010,"
                      + " doi 10.1016/j.cryobiol.2009.11.004 (from memory, unverified; continuous"
                      + " at its joints, computed)");
    };
  }

  void probe(Applicator probe) {
    sheet.heading((probe instanceof RfElectrode ? "Electrode " : "Probe ") + probe.name());
    sheet.prose(probe.description());
    for (ProbeNumber number : ProbeNumber.of(probe)) {
      cited(number.key(), number.cited(), number.dimension());
    }
  }

  void law(NamedLaw law) {
    sheet.heading("Injury law " + law.name());
    sheet.prose(law.description());
    for (InjuryKind.Parameter number : law.kind().numbers()) {
      cited(number.key(), law.numbers().get(number.key()), number.dimension());
    }
  }

  private void cited(String key, Cited cited, Dimension dimension) {
    boolean byUser = cited.citation().equals(Citation.CASE_FILE);
    String value = Quantity.text(cited.value(), dimension);
    String interval =
        " ("
            + Quantity.text(cited.low(), dimension)
            + " to "
            + Quantity.text(cited.high(), dimension)
            + ")";
    sheet.line(
        key.replace('_', ' '),
        byUser ? value : value + interval,
        byUser
            ? Origin.CASE_FILE.words()
            : "library " + sheet.reference(cited.citation().toString()));
  }
}
