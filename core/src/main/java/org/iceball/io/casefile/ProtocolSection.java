package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.device.ProtocolWords;
import org.iceball.units.CaseException;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/** {@code protocol:} words, or a list of them. */
final class ProtocolSection {
  /** Used where something is wrong (and said so), and never seen. */
  static final Protocol STAND_IN = new Protocol(List.of(new Phase(Phase.Kind.FREEZE, 600)));

  private ProtocolSection() {}

  /** The protocol of a section; empty where it has none. */
  static Optional<Protocol> read(Section section) {
    Optional<Yaml> value = section.value("protocol");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    List<Yaml> items =
        value.get() instanceof Yaml.Listing listing ? listing.items() : List.of(value.get());
    List<String> phrases = new ArrayList<>();
    for (Yaml item : items) {
      section.text(item, section.place("protocol")).ifPresent(phrases::add);
    }
    if (phrases.size() < items.size()) {
      return Optional.of(STAND_IN);
    }
    try {
      ProtocolWords.Reading reading = ProtocolWords.read(phrases);
      if (reading.openEnded()) {
        section
            .notebook()
            .assume(
                section.place("protocol")
                    + " leaves the last thaw open; it is taken to last "
                    + Quantity.text(ProtocolWords.OPEN_THAW, Dimension.TIME)
                    + ".");
      }
      return Optional.of(reading.protocol());
    } catch (CaseException e) {
      section.notebook().complain(e, section.place("protocol"), section.line("protocol"));
      return Optional.of(STAND_IN);
    }
  }
}
