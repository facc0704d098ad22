package org.iceball.gpu;

import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.junit.jupiter.api.extension.ExtendWith;

/** OpenCL on the first device, a row each. */
@ExtendWith(NeedsOpenCl.class)
class OpenClContractTest extends BackendContract {
  @Override
  Backend open(Model model, Precision precision) {
    OpenClBackend b = NeedsOpenCl.open(model, precision, "");
    b.use(variant());
    return b;
  }

  Variant variant() {
    return Variant.ROWS;
  }
}
