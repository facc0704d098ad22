package org.iceball.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.iceball.solve.CpuBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What every backend must do: the same as the CPU with one thread, to the last bit in fp64. */
abstract class BackendContract {
  /** The backend under test. */
  abstract Backend open(Model model, Precision precision);

  /** How often the balance is evaluated on a grid of a number of cells. */
  abstract int evaluations(int cells);

  @ParameterizedTest
  @CsvSource({
    "1, 1, 1, INSULATED",
    "2, 2, 2, INSULATED",
    "3, 3, 3, INSULATED",
    "7, 7, 7, INSULATED",
    "31, 17, 5, INSULATED",
    "48, 48, 48, INSULATED",
    "1, 1, 1, HELD",
    "2, 2, 2, HELD",
    "3, 3, 3, HELD",
    "7, 7, 7, HELD",
    "31, 17, 5, HELD",
    "1, 9, 4, HELD",
    "9, 1, 4, INSULATED",
    "9, 4, 1, HELD"
  })
  void manyEvaluationsLeaveTheSameBits(int nx, int ny, int nz, Faces.Kind faces) {
    assertSameBits(SmallModels.ragged(nx, ny, nz, faces), evaluations(nx * ny * nz));
  }

  @Test
  void theWindowGrowsAlike() {
    assertSameBits(SmallModels.atRest(32), 250);
  }

  private void assertSameBits(Model model, int evaluations) {
    try (Backend reference = new CpuBackend(model, Precision.FP64, 1);
        Backend backend = open(model, Precision.FP64)) {
      Walk expected = new Walk(reference, model);
      Walk actual = new Walk(backend, model);
      expected.evaluate(evaluations);
      actual.evaluate(evaluations);
      assertThat(differing(expected.enthalpy(), actual.enthalpy())).as("cells").isZero();
      assertThat(actual.stiffness()).isEqualTo(expected.stiffness());
      double most = 1e-6;
      for (double p : expected.powers()) {
        most = Math.max(most, Math.abs(p));
      }
      assertThat(actual.powers()).containsExactly(expected.powers(), within(1e-11 * most));
      assertThat(backend.totalEnthalpy()).isEqualTo(reference.totalEnthalpy());
      assertThat(backend.cellUpdates()).isEqualTo(reference.cellUpdates());
      float[] one = new float[model.grid().cells()];
      float[] other = new float[one.length];
      reference.readTemperature(one);
      backend.readTemperature(other);
      assertThat(other).containsExactly(one);
      reference.readLowest(one);
      backend.readLowest(other);
      assertThat(other).containsExactly(one);
    }
  }

  /** Cells whose bits differ. */
  static int differing(double[] expected, double[] actual) {
    int n = 0;
    for (int c = 0; c < expected.length; c++) {
      n += Double.doubleToLongBits(expected[c]) == Double.doubleToLongBits(actual[c]) ? 0 : 1;
    }
    return n;
  }

  @ParameterizedTest
  @CsvSource({"31, 17, 5, HELD", "20, 21, 22, INSULATED"})
  void singlePrecisionStaysWithinItsGate(int nx, int ny, int nz, Faces.Kind faces) {
    Model model = SmallModels.ragged(nx, ny, nz, faces);
    try (Backend reference = new CpuBackend(model, Precision.FP64, 1);
        Backend backend = open(model, Precision.FP32)) {
      new Walk(reference, model).evaluate(500);
      new Walk(backend, model).evaluate(500);
      assertThat(worstKelvin(reference, backend, model)).isLessThanOrEqualTo(0.02);
    }
  }

  /** The largest difference of temperatures [K]. */
  static double worstKelvin(Backend reference, Backend backend, Model model) {
    float[] expected = new float[model.grid().cells()];
    float[] actual = new float[expected.length];
    reference.readTemperature(expected);
    backend.readTemperature(actual);
    double worst = 0;
    for (int c = 0; c < expected.length; c++) {
      worst = Math.max(worst, Math.abs(expected[c] - actual[c]));
    }
    return worst;
  }
}
