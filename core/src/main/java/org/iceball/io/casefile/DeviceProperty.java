package org.iceball.io.casefile;

import java.util.Locale;
import org.iceball.units.Dimension;

/** A number of a device. */
interface DeviceProperty {
  /** The constant's own name. */
  String name();

  /** What it may be. */
  Range range();

  /** What is measured. */
  default Dimension dimension() {
    return range().dimension();
  }

  /** Its name in case files and in {@code probes.csv}. */
  default String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
