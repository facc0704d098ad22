package org.iceball.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iceball.study.Convergence.Behaviour;
import org.iceball.study.Convergence.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConvergenceTest {
  private static Convergence of(double fine, double middle, double coarse) {
    return Convergence.of("volume", "ice", Kind.VOLUME, List.of(fine, middle, coarse));
  }

  /** Value of a method of an order on a grid of a relative spacing: the truth is 7. */
  private static double value(double order, double spacing) {
    return 7 - 0.3 * Math.pow(spacing, order);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 0.8, 1, 1.5, 2})
  void theOrderOfAMethodIsFoundAndTheBarIsAQuarterMoreThanTheError(double order) {
    Convergence c = of(value(order, 1), value(order, 1.5), value(order, 2.25));
    assertThat(c.behaviour()).isEqualTo(Behaviour.MONOTONE);
    assertThat(c.order()).isCloseTo(order, within(1e-9));
    assertThat(c.error()).isCloseTo(1.25 * 0.3, within(1e-9));
  }

  @Test
  void anOrderTooGoodToBeTrueIsReportedButNotTrusted() {
    Convergence c = of(1, 1.001, 1.1);
    assertThat(c.order()).isGreaterThan(5);
    assertThat(c.error()).isCloseTo(1.25 * 0.1 / (Math.pow(1.5, 4) - 1), within(1e-12));
  }

  @Test
  void anOrderTooPoorMakesNoBarWiderThanHalfAnOrder() {
    Convergence c = of(1, 1.1, 1.201);
    assertThat(c.order()).isBetween(0.0, 0.1);
    assertThat(c.error()).isCloseTo(1.25 * 0.1 / (Math.sqrt(1.5) - 1), within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1.1, 1.05, OSCILLATING, 0.6",
    "1, 0.99, 1.5, OSCILLATING, 1.2",
    "1, 1.2, 1.3, DIVERGING, 1.2",
    "1, 1.1, 1.1, DIVERGING, 0.6",
    "1, 1, 1.1, DIVERGING, 0.24",
    "3, 3, 3, EQUAL, 0"
  })
  void whatDoesNotConvergeInOneDirectionIsCalledThatAndGetsAWideBar(
      double fine, double middle, double coarse, Behaviour behaviour, double error) {
    Convergence c = of(fine, middle, coarse);
    assertThat(c.behaviour()).isEqualTo(behaviour);
    assertThat(c.order()).isNaN();
    assertThat(c.error()).isCloseTo(error, within(1e-9));
  }

  @Test
  void whatAGridDoesNotHaveHasNoBar() {
    Convergence c = of(1, 1, Double.NaN);
    assertThat(c.behaviour()).isEqualTo(Behaviour.UNRESOLVED);
    assertThat(c.error()).isNaN();
  }
}
