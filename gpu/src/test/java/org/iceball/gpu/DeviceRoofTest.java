package org.iceball.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Roof;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The limits of a device are numbers that a machine can have. */
@ExtendWith(NeedsOpenCl.class)
class DeviceRoofTest {
  @ParameterizedTest
  @EnumSource(Precision.class)
  void theLimitsArePlausible(Precision precision) {
    Roof roof = new OpenClProvider().roof(precision, 1 << 20, 0).orElseThrow();
    assertThat(roof.copy()).isBetween(1e8, 1e14);
    assertThat(roof.triad()).isBetween(roof.copy() / 10, roof.copy() * 10);
    assertThat(roof.multiplyAdds()).isBetween(1e8, 1e15);
  }
}
