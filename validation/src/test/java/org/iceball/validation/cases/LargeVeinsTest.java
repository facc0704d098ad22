package org.iceball.validation.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.iceball.device.Cryoprobe;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.solve.VesselReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Large veins beside every shipped probe. */
class LargeVeinsTest {
  /** Beside a probe the ice is where it stays by then [s]. */
  private static final double FREEZE = 150;

  private static Stream<Cryoprobe> probes() {
    return ProbeLibrary.bundled().all().stream();
  }

  @ParameterizedTest
  @MethodSource("probes")
  void veinsAboveFiveMillimetresStayOpen(Cryoprobe probe) {
    for (double mm : VeinCases.LARGE) {
      double diameter = mm * 1e-3;
      VesselReport vein =
          VeinCases.beside(probe, diameter, VeinCases.ordinaryFlow(diameter), 1.5e-3, FREEZE);
      assertThat(vein.stasis()).as("%s mm", mm).isEmpty();
      // but ice covers the side that faces the probe
      assertThat(vein.round()).as("%s mm", mm).isBetween(0.1, 0.6);
    }
  }

  @ParameterizedTest
  @MethodSource("probes")
  void aThinSlowVeinFreezesShut(Cryoprobe probe) {
    VesselReport vein = VeinCases.beside(probe, 2e-3, 5e-3, 1.5e-3, FREEZE);
    assertThat(vein.stasis()).isNotEmpty();
  }
}
