package org.iceball.io.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.iceball.grid.Vec3;
import org.iceball.io.Disclaimer;
import org.iceball.io.SyntheticOutcome;
import org.iceball.io.Words;
import org.junit.jupiter.api.Test;

class SummaryTextTest {
  private static final Provenance PROVENANCE = new Provenance("0.1.0-test", "Test VM 17");

  @Test
  void theLawsOfDeathAndTheirDisagreementAreListed() {
    String text = SummaryText.of(SyntheticOutcome.twoNeedles(), new Provenance("1", "JDK"));
    assertThat(text)
        .contains("Dead by each injury law")
        .containsPattern("cold-40 +5.25 \\+/- 0.50 +52.0 \\+/- 1.5 % +26.0 \\+/- 2.0 %")
        .contains("The 3 laws of freezing disagree: 5.25 ml (cold-40) to 12.50 ml (cold-20);")
        .contains("52.0 to 97.8 % of the target, 26.0 to 48.9 % with 5 mm.")
        .doesNotContain("laws of heat");
    assertThat(SummaryText.of(SyntheticOutcome.withoutTarget(), new Provenance("1", "JDK")))
        .doesNotContain("injury law");
  }

  @Test
  void verdictZonesErrorBarsWarningsAndLimitsAreSaid() {
    String text = SummaryText.of(SyntheticOutcome.twoNeedles(), PROVENANCE);
    assertThat(text.replaceAll("\\s+", " "))
        .contains(
            "The -20 degC zone covers 97.8 +/- 1.2 % of the target (5.9 ml), 81.2 +/- 2.0 % of"
                + " target + 5 mm, 55.1 % of target + 10 mm")
        .contains("error bars from cells of 2 mm in 0.2 s")
        .contains("the same case on cells of 2 mm. It is the error of the grid")
        .contains(
            "Least margin -1.2 +/- 0.4 mm at L 51.3, A 28.5, H 109 mm: part of the target is left.")
        .contains("iceball 0 degC 32.17 +/- 2.00 48.0 +/- 0.5 x 40.0 +/- 0.4 x 32.0 +/- 0.3 2.3 %")
        .contains("energy balance closed to 3.3e-14")
        .contains("Needle anterior passes within 2 mm of the vein")
        .contains(Disclaimer.TEXT);
    assertThat(text).matches("\\A\\p{ASCII}+\\z");
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(96));
  }

  @Test
  void withoutATargetNothingIsClaimedAboutOne() {
    String text = SummaryText.of(SyntheticOutcome.withoutTarget(), PROVENANCE);
    assertThat(text)
        .contains("The case has no target")
        .doesNotContain("NaN")
        .doesNotContain("null");
    assertThat(text).contains("No numerical error bar is known");
  }

  @Test
  void nearlyAllIsNeverRoundedUpToAll() {
    assertThat(Words.percent(0.99999)).isEqualTo("99.9 %");
    assertThat(Words.percent(1)).isEqualTo("100.0 %");
    assertThat(Words.percent(0.00049)).isEqualTo("0.0 %");
  }

  @Test
  void sidesOfThePatientFollowTheSigns() {
    assertThat(Words.place(Vec3.mm(1.26, -2, -3))).isEqualTo("R 1.3, P 2, F 3 mm");
    assertThat(Words.place(Vec3.mm(-1, 2, 3))).isEqualTo("L 1, A 2, H 3 mm");
  }

  @Test
  void durationsAreSaidInMinutesFromOneMinuteOn() {
    assertThat(Words.duration(4.23)).isEqualTo("4.2 s");
    assertThat(Words.duration(1500)).isEqualTo("25 min");
    assertThat(Words.duration(90)).isEqualTo("1 min 30 s");
  }
}
