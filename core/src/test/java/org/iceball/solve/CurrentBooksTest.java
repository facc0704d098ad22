package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What a generator shows, from steps written down by hand. */
class CurrentBooksTest {
  private static CurrentBooks threeSteps() {
    CurrentBooks books = new CurrentBooks();
    books.book(2, 1, 50, 1, 2);
    books.book(3, 0, 60, 0, 0);
    books.book(1, 2, 40, 5, 7);
    return books;
  }

  @Test
  void aReadingShowsMeanPowerAndEffectiveCurrentAndVoltageSinceTheLast() {
    CurrentBooks books = threeSteps();
    CurrentReading row = books.reading(41, 350);
    assertThat(row.power()).isCloseTo(260 / 6.0, within(1e-12));
    assertThat(row.current()).isCloseTo(1, within(1e-12));
    assertThat(row.voltage()).isCloseTo(Math.sqrt((2 * 2500 + 6400) / 6.0), within(1e-12));
    assertThat(row.impedance()).isEqualTo(41);
    assertThat(row.metal()).isEqualTo(350);
    assertThat(books.reading(41, 350).power()).as("nothing since").isZero();
    books.book(4, 3, 10, 0, 0);
    assertThat(books.reading(10, 350).current()).isCloseTo(3, within(1e-12));
  }

  @Test
  void aReportAddsUpHeatAndKeepsTheExtremesOfTheTimeItWasOn() {
    CurrentReport all = threeSteps().report(200, List.of(), Double.NaN, 3, 30);
    assertThat(all.energy()).isCloseTo(260, within(1e-12));
    assertThat(all.inBlood()).isCloseTo(7, within(1e-12));
    assertThat(all.beyond()).isCloseTo(11, within(1e-12));
    assertThat(all.mostPower()).isEqualTo(160);
    assertThat(all.mostCurrent()).isEqualTo(2);
    assertThat(all.firstImpedance()).isEqualTo(50);
    assertThat(all.leastImpedance()).isEqualTo(40);
    assertThat(all.lastImpedance()).isEqualTo(40);
    assertThat(all.secondsOn()).isEqualTo(3);
  }
}
