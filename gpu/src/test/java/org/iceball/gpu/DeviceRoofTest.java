package org.iceball.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Roof;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(NeedsOpenCl.class)
class DeviceRoofTest {
  @Test
  void everyDeviceSaysWhatItCanDo() {
    OpenClProvider provider = new OpenClProvider();
    for (int d = 0; d < provider.found().size(); d++) {
      for (Precision p : Precision.values()) {
        if (p == Precision.FP32 || provider.found().get(d).fp64()) {
          Roof roof = provider.roof(p, 100_003, d).orElseThrow();
          // between a microcontroller and ten of today's largest
          assertThat(roof.copy()).isBetween(1e7, 1e14);
          assertThat(roof.triad()).isBetween(1e7, 1e14);
          assertThat(roof.multiplyAdds()).isBetween(1e7, 1e15);
        }
      }
    }
  }
}
