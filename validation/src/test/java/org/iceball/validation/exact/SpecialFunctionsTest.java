package org.iceball.validation.exact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleUnaryOperator;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** E1, K0 and K1 against 40-digit arithmetic and against their integral definitions. */
class SpecialFunctionsTest {
  private static final Percentage TWELVE_FIGURES = Percentage.withPercentage(1e-10);

  // x, E1, K0, K1: mpmath 1.3.0 with 40 digits
  @ParameterizedTest
  @CsvSource({
    "1e-8, 17.843465089050832566, 18.536612259610778388, 99999999.999999902725",
    "0.001, 6.3315393641361493112, 7.0236888005623813228, 999.99623815608555346",
    "0.1, 1.8229239584193906159, 2.4270690247020165578, 9.8538447808706055744",
    "0.5, 0.55977359477616081175, 0.92441907122766586178, 1.6564411200033008937",
    "1, 0.21938393439552027368, 0.42102443824070833334, 0.60190723019723457474",
    "1.5, 0.1000195824066326519, 0.21380556264752573672, 0.27738780045684381609",
    "1.9999, 0.048907277979758457784, 0.11390786025689361412, 0.13988426583169101715",
    "2, 0.048900510708061119567, 0.11389387274953343565, 0.13986588181652242728",
    "2.0001, 0.048893744451378393281, 0.11387988708044136641, 0.13984750046881139493",
    "3, 0.013048381094197037413, 0.034739504386279248072, 0.040156431128194184377",
    "5, 0.0011482955912753257973, 0.0036910983340425942747, 0.0040446134454521642084",
    "10, 4.1569689296853242774e-6, 0.000017780062316167651811, 0.000018648773453825584597",
    "30, 3.0215520106888125448e-15, 2.1324774964630563712e-14, 2.1677320018915494249e-14",
    "100, 3.6835977616820321802e-46, 4.6566282291759020189e-45, 4.6798537356369092866e-45",
    "600, 4.4099897945098379716e-264, 1.3558285309948524376e-262, 1.3569579181128060869e-262",
  })
  void agreesWithFortyDigitArithmetic(double x, double e1, double k0, double k1) {
    assertThat(ExponentialIntegral.e1(x)).isCloseTo(e1, TWELVE_FIGURES);
    assertThat(BesselK.k0(x)).isCloseTo(k0, TWELVE_FIGURES);
    assertThat(BesselK.k1(x)).isCloseTo(k1, TWELVE_FIGURES);
    assertThat(BesselK.ratio(x)).isCloseTo(k1 / k0, TWELVE_FIGURES);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.01, 0.3, 0.99, 1.01, 1.7, 2.3, 7, 40, 200})
  void agreesWithTheIntegralThatDefinesIt(double x) {
    // K_n(x) = integral of exp(-x cosh s) cosh(n s) ds from 0: half the integral over the line
    assertThat(BesselK.k0(x))
        .isCloseTo(0.5 * overTheLine(s -> Math.exp(-x * Math.cosh(s))), TWELVE_FIGURES);
    assertThat(BesselK.k1(x))
        .isCloseTo(
            0.5 * overTheLine(s -> Math.exp(-x * Math.cosh(s)) * Math.cosh(s)), TWELVE_FIGURES);
    // E1(x) = integral of exp(-t)/t dt from x, with t = x + exp(s - exp(-s))
    assertThat(ExponentialIntegral.e1(x))
        .isCloseTo(
            overTheLine(
                s -> {
                  double beyond = Math.exp(s - Math.exp(-s));
                  return Math.exp(-x - beyond) / (x + beyond) * beyond * (1 + Math.exp(-s));
                }),
            TWELVE_FIGURES);
  }

  @Test
  void theScaledIntegralDoesNotVanishForLargeArguments() {
    // exp(x) E1(x) = 1/x - 1/x^2 + 2/x^3 - ...
    assertThat(ExponentialIntegral.e1Scaled(1e6)).isCloseTo(1e-6 - 1e-12, within(3e-18));
    assertThat(ExponentialIntegral.e1Scaled(0.5))
        .isCloseTo(Math.exp(0.5) * ExponentialIntegral.e1(0.5), TWELVE_FIGURES);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void refusesWhatHasNoValue(double x) {
    assertThatThrownBy(() -> ExponentialIntegral.e1(x))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> BesselK.k0(x)).isInstanceOf(IllegalArgumentException.class);
  }

  /** Trapezoidal rule, which converges exponentially for integrands like these. */
  private static double overTheLine(DoubleUnaryOperator f) {
    double step = 1.0 / 128;
    double sum = 0;
    for (int i = -40 * 128; i <= 40 * 128; i++) {
      double value = f.applyAsDouble(i * step);
      sum += Double.isNaN(value) ? 0 : value;
    }
    return sum * step;
  }
}
