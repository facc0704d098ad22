package org.iceball.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.junit.jupiter.api.Test;
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

  @Override
  int evaluations(int cells) {
    return 1000;
  }

  @Test
  void contractionIsSeen() {
    Model model = SmallModels.ragged(31, 17, 5, Faces.Kind.INSULATED);
    try (OpenClBackend exact = NeedsOpenCl.open(model, Precision.FP64, "");
        OpenClBackend contracted =
            NeedsOpenCl.open(model, Precision.FP64, "-D CONTRACT -cl-mad-enable")) {
      exact.use(variant());
      contracted.use(variant());
      Walk one = new Walk(exact, model);
      Walk other = new Walk(contracted, model);
      one.evaluate(100);
      other.evaluate(100);
      int differing = BackendContract.differing(one.enthalpy(), other.enthalpy());
      assertThat(differing).isGreaterThan(model.grid().cells() / 10);
    }
  }
}
