package org.iceball.injury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.iceball.grid.Vec3;
import org.junit.jupiter.api.Test;

class InjuryReportTest {
  private static NamedLaw named(String name, InjuryLaw law) {
    return new NamedLaw(name, name, true, InjuryKind.COLDER_THAN, Map.of(), List.of(), law);
  }

  /** A ball of ice, -10 degC a millimetre inward, and a target beside its middle. */
  @Test
  void volumesAndCoverageAreThoseOfTheBalls() {
    int n = 40;
    Tissues t = new Tissues(n, n, n);
    float[] lowest = new float[n * n * n];
    boolean[] target = new boolean[lowest.length];
    boolean[] organ = new boolean[lowest.length];
    for (int c = 0; c < lowest.length; c++) {
      Vec3 at = t.grid().centre(c % n, c / n % n, c / n / n);
      double r = at.minus(Vec3.mm(19.5, 19.5, 19.5)).norm();
      lowest[c] = (float) (273.15 + 1e4 * (r - 12e-3));
      target[c] = at.minus(Vec3.mm(19.5, 19.5, 19.5)).norm() <= 6e-3;
      organ[c] = true;
    }
    TargetMask mask = new TargetMask(t.grid(), target, organ);
    List<NamedLaw> laws =
        List.of(
            named("ice", new Isotherm(273.15)),
            named("cold", new Isotherm(233.15)),
            named("colder", new Isotherm(193.15)),
            named("hot", new HotIsotherm(323.15)));
    Tissues heat = new Tissues(n, n, n, new HotIsotherm(323.15));
    InjuryReport report =
        new InjuryMeasures(t.grid(), mask, List.of(0.0, 4e-3)).report(laws, lowest, heat.memory());
    double[] radii = {12, 8, 4, 0};
    for (int l = 0; l < 4; l++) {
      LawZone zone = report.zones().get(l);
      double ml = 4 * Math.PI / 3 * Math.pow(radii[l], 3) * 1e-3;
      assertThat(zone.volume() * 1e6).isCloseTo(ml, within(0.03 * ml));
      assertThat(zone.volumeError()).isNaN();
    }
    assertThat(report.zones().get(0).covered()).isEqualTo(1);
    assertThat(report.zones().get(2).covered()).isBetween(0.2, 0.4);
    assertThat(report.zones().get(1).margins().get(0).covered()).isEqualTo(1);
    assertThat(report.zones().get(1).margins().get(1).covered()).isBetween(0.4, 0.7);
    InjuryReport.Band band = report.band(InjuryLaw.Cause.FREEZING).orElseThrow();
    assertThat(band.laws()).isEqualTo(3);
    assertThat(band.strictest()).isEqualTo("colder");
    assertThat(band.mildest()).isEqualTo("ice");
    assertThat(band.low()).isEqualTo(report.zones().get(2).volume());
    assertThat(band.high()).isEqualTo(report.zones().get(0).volume());
    assertThat(band.coveredLow()).isEqualTo(report.zones().get(2).covered());
    assertThat(band.coveredHigh()).isEqualTo(1);
    assertThat(band.margins().get(1).margin()).isEqualTo(4e-3);
    assertThat(band.margins().get(1).low())
        .isEqualTo(report.zones().get(2).margins().get(1).covered());
    assertThat(band.margins().get(1).high())
        .isEqualTo(report.zones().get(0).margins().get(1).covered());
    assertThat(report.band(InjuryLaw.Cause.HEAT).orElseThrow().laws()).isEqualTo(1);
    int middle = t.grid().index(20, 20, 20);
    float[] agreeing = report.box().paste(report.agreeing());
    assertThat(agreeing[middle]).isEqualTo(1);
    assertThat(agreeing[t.grid().index(26, 20, 20)]).isCloseTo(2f / 3, within(1e-6f));
    assertThat(agreeing[0]).isZero();
  }

  @Test
  void withoutTargetAndWithoutIceThereIsNothingToCover() {
    Tissues t = new Tissues(8, 8, 8);
    float[] lowest = new float[512];
    java.util.Arrays.fill(lowest, 310.15f);
    TargetMask mask = new TargetMask(t.grid(), new boolean[512], new boolean[512]);
    InjuryReport report =
        new InjuryMeasures(t.grid(), mask, List.of(0.0))
            .report(List.of(named("cold", new Isotherm(253.15))), lowest, t.memory());
    assertThat(report.zones().get(0).volume()).isZero();
    assertThat(report.zones().get(0).covered()).isNaN();
    assertThat(report.zones().get(0).margins()).isEmpty();
    assertThat(report.band(InjuryLaw.Cause.HEAT)).isEmpty();
    assertThat(report.band(InjuryLaw.Cause.FREEZING).orElseThrow().margins()).isEmpty();
  }
}
