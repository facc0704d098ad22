package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Applicator;
import org.iceball.device.Cryoprobe;
import org.iceball.device.RfElectrode;
import org.iceball.tissue.Cited;
import org.iceball.units.Dimension;

/**
 * A number of a probe as the library knows it.
 *
 * @param key its name in case files
 * @param cited value and interval [SI], and where they come from
 * @param dimension what it measures
 */
public record ProbeNumber(String key, Cited cited, Dimension dimension) {

  /** All numbers of a probe, those of its gas last, or of an electrode. */
  public static List<ProbeNumber> of(Applicator applicator) {
    if (applicator instanceof RfElectrode electrode) {
      List<ProbeNumber> numbers = new ArrayList<>();
      for (ElectrodeProperty p : ElectrodeProperty.values()) {
        p.of(electrode).ifPresent(c -> numbers.add(new ProbeNumber(p.key(), c, p.dimension())));
      }
      return numbers;
    }
    return ofProbe((Cryoprobe) applicator);
  }

  private static List<ProbeNumber> ofProbe(Cryoprobe probe) {
    List<ProbeNumber> numbers = new ArrayList<>();
    for (ProbeProperty p : ProbeProperty.values()) {
      numbers.add(new ProbeNumber(p.key(), p.of(probe), p.dimension()));
    }
    if (probe.gas() != null) {
      for (GasProperty p : GasProperty.values()) {
        numbers.add(new ProbeNumber(p.key(), p.of(probe.gas()), p.dimension()));
      }
    }
    return numbers;
  }
}
