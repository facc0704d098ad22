package org.iceball.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.iceball.solve.CpuBackend;
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

  /** Sums and faces between tissues are then in single precision too. */
  @Test
  void aDeviceWithoutDoublePrecisionStaysWithinTheGateOfSinglePrecision() {
    Model model = SmallModels.ragged(20, 21, 22, Faces.Kind.HELD);
    try (Backend reference = new CpuBackend(model, Precision.FP64, 1);
        OpenClBackend backend = NeedsOpenCl.openWithoutDouble(model)) {
      backend.use(variant());
      Walk expected = new Walk(reference, model);
      Walk actual = new Walk(backend, model);
      int evaluations = Math.min(300, evaluations(model.grid().cells()));
      expected.evaluate(evaluations);
      actual.evaluate(evaluations);
      assertThat(worstKelvin(reference, backend, model)).isLessThanOrEqualTo(0.02);
      double most = Arrays.stream(expected.powers()).map(Math::abs).max().orElseThrow();
      assertThat(actual.powers()).containsExactly(expected.powers(), within(1e-3 * most));
    }
  }
}
