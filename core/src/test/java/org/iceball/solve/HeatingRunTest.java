package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.iceball.device.Generator;
import org.iceball.device.Generator.Ground;
import org.iceball.device.Generator.Mode;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.device.RfElectrode;
import org.iceball.grid.Vec3;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics;
import org.iceball.tissue.FrozenLaw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HeatingRunTest {
  private static final double BODY = 310.15;

  private static RfElectrode electrode(boolean cooled) {
    return new RfElectrode(
        "test",
        "test",
        Cases.cited(1.5e-3),
        Cases.cited(10e-3),
        new RfElectrode.Tips(Cases.cited(1), null),
        cooled ? new RfElectrode.Cooling(Cases.cited(293.15), Cases.cited(3366)) : null,
        null);
  }

  static Case heated(
      Generator generator, boolean cooled, Numerics.Precision precision, Phase... phases) {
    Case.PlannedNeedle needle =
        new Case.PlannedNeedle(
            "E",
            electrode(cooled),
            new Placement(
                Placement.Anchor.IMAGE,
                Placement.Aim.MIDDLE_OF_ACTIVE_ZONE,
                Vec3.ZERO,
                null,
                new Vec3(0.2, 0.1, 1)),
            0,
            new Protocol(List.of(phases)));
    return Cases.homogeneous(
            Cases.liver(0.016, FrozenLaw.RABIN),
            1e-3,
            Cases.list(needle),
            new Faces(Faces.Kind.INSULATED, BODY),
            BODY,
            Cases.numerics(Numerics.StepperKind.RKL2, precision))
        .withGenerator(generator);
  }

  static Phase heat(double seconds) {
    return new Phase(Phase.Kind.HEAT, seconds);
  }

  private static Outcome run(Case c) {
    return Simulation.run(c, Cases.empty(32, 31, 34, 1e-3));
  }

  @ParameterizedTest
  @EnumSource(Mode.class)
  void whatTheGeneratorGivesIsWhatTissueBloodAndPadGet(Mode mode) {
    double setting =
        switch (mode) {
          case VOLTAGE -> 40;
          case CURRENT -> 0.4;
          case POWER -> 30;
          case TEMPERATURE -> 363.15;
        };
    double none = Double.POSITIVE_INFINITY;
    Generator g = new Generator(mode, setting, 30, none, none, none, 40, 5, 0.8, Ground.FAR, 12);
    Outcome o = run(heated(g, true, Numerics.Precision.FP64, heat(40)));
    CurrentReport c = o.current();
    assertThat(c.energy()).isGreaterThan(200);
    assertThat(c.inTissue() + c.inBlood() + c.beyond())
        .isEqualTo(c.energy(), within(1e-9 * c.energy()));
    assertThat(o.energy().current()).isEqualTo(c.inTissue());
    assertThat(o.energy().imbalanceRelative()).isLessThan(1e-12);
    assertThat(o.energy().takenByNeedles().get(0)).isPositive();
  }

  @Test
  void waterBoilsAtAHundredDegreesAndTheImpedanceRises() {
    double none = Double.POSITIVE_INFINITY;
    Generator g =
        new Generator(Mode.CURRENT, 0.8, 200, none, none, none, 60, none, 1, Ground.FAR, 0);
    Outcome o = run(heated(g, false, Numerics.Precision.FP64, heat(60)));
    assertThat(o.current().rollOffs()).hasSize(1);
    assertThat(o.current().lastImpedance()).isGreaterThan(o.current().leastImpedance());
    float hottest = 0;
    for (float t : o.temperature()) {
      hottest = Math.max(hottest, t);
    }
    assertThat(hottest).isLessThan(380);
    assertThat(o.energy().imbalanceRelative()).isLessThan(1e-12);
  }

  @Test
  void aPauseCoolsAndAnElectrodeThatIsOffDrawsNothing() {
    Generator g = Generator.of(Mode.POWER, 10);
    Outcome o =
        run(
            heated(
                g,
                false,
                Numerics.Precision.FP64,
                heat(20),
                new Phase(Phase.Kind.PASSIVE_THAW, 20),
                heat(5)));
    assertThat(o.current().energy()).isEqualTo(250, within(1e-6));
    assertThat(o.current().secondsOn()).isEqualTo(25, within(1e-9));
    HistoryRow off = o.history().stream().filter(r -> r.time() == 40).findFirst().orElseThrow();
    assertThat(off.current().power()).isZero();
  }

  @Test
  void singlePrecisionHeatsTheSame() {
    Generator g = Generator.of(Mode.POWER, 10);
    float[] wide = run(heated(g, true, Numerics.Precision.FP64, heat(30))).temperature();
    float[] narrow = run(heated(g, true, Numerics.Precision.FP32, heat(30))).temperature();
    for (int c = 0; c < wide.length; c++) {
      assertThat(narrow[c]).isEqualTo(wide[c], within(0.02f));
    }
  }

  @Test
  void twiceTheVoltageIsFourTimesTheHeatOfColdTissue() {
    Outcome one =
        run(heated(Generator.of(Mode.VOLTAGE, 2), false, Numerics.Precision.FP64, heat(1)));
    Outcome two =
        run(heated(Generator.of(Mode.VOLTAGE, 4), false, Numerics.Precision.FP64, heat(1)));
    assertThat(two.current().energy() / one.current().energy()).isEqualTo(4, within(1e-9));
  }
}
