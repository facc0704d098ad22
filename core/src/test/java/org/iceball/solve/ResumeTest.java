package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.iceball.device.Generator;
import org.iceball.device.Phase;
import org.iceball.device.VesselTree;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.InjuryLibrary;
import org.iceball.io.checkpoint.CheckpointStore;
import org.iceball.io.checkpoint.RunStopped;
import org.iceball.model.Anatomy;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.VesselModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A run that goes on from a state it left ends as the run that never stopped, to the last bit. */
class ResumeTest {
  @TempDir Path folder;

  /** Keeps the state every so many steps, or stops the run there. */
  private CheckpointStore store(String name, long every, boolean stops) {
    AtomicLong asked = new AtomicLong();
    return new CheckpointStore(
        folder,
        name,
        Map.of("case", "resumed"),
        stops ? Long.MAX_VALUE / 4 : every,
        () -> stops && asked.get() > every,
        asked::incrementAndGet);
  }

  private void goesOnAsIfNothingHadBeen(Case asked, Anatomy anatomy, long every) {
    Outcome plain = Simulation.run(asked, anatomy);
    try (CheckpointStore keeps = store("keeps", every, false)) {
      assertSame(Simulation.run(asked, anatomy, keeps), plain);
    }
    int stops = 0;
    Outcome chained = null;
    while (chained == null) {
      try (CheckpointStore stopping = store("stops", every, true)) {
        chained = Simulation.run(asked, anatomy, stopping);
      } catch (RunStopped e) {
        stops++;
      }
    }
    assertThat(stops).isGreaterThan(2);
    assertSame(chained, plain);
  }

  private static void assertSame(Outcome a, Outcome b) {
    assertThat(a.stats().stateHash()).isEqualTo(b.stats().stateHash());
    assertThat(a.stats().steps()).isEqualTo(b.stats().steps());
    assertThat(a.stats().evaluations()).isEqualTo(b.stats().evaluations());
    assertThat(a.temperature()).isEqualTo(b.temperature());
    assertThat(a.lowest()).isEqualTo(b.lowest());
    assertThat(a.energy()).isEqualTo(b.energy());
    assertThat(a.history()).isEqualTo(b.history());
    assertThat(a.moments()).isEqualTo(b.moments());
    assertThat(a.coverage()).isEqualTo(b.coverage());
    assertThat(a.vessels()).isEqualTo(b.vessels());
    assertThat(a.spared()).isEqualTo(b.spared());
    assertThat(a.warnings()).isEqualTo(b.warnings());
    assertThat(a.current()).isEqualTo(b.current());
    if (b.injury() != null) {
      assertThat(a.injury().zones()).isEqualTo(b.injury().zones());
      assertThat(a.injury().agreeing()).isEqualTo(b.injury().agreeing());
    }
  }

  @ParameterizedTest
  @EnumSource(StepperKind.class)
  void amongTissuesVesselAndNeedle(StepperKind stepper) {
    Case asked =
        MixedCase.of(
            1e-3,
            Vec3.ZERO,
            new Vec3(0, 0, 1),
            MixedCase.protocol(Phase.Kind.FREEZE, 60, Phase.Kind.ACTIVE_THAW, 40),
            MixedCase.numerics(stepper, Precision.FP64, 2));
    int every = stepper == StepperKind.RKL2 ? 7 : 97;
    goesOnAsIfNothingHadBeen(asked, MixedCase.anatomy(1e-3, false, false, false), every);
  }

  @Test
  void withInjuryInSinglePrecision() {
    Numerics numerics = MixedCase.numerics(StepperKind.RKL2, Precision.FP32, 2);
    Case asked = InjuryRunTest.asked(numerics, List.copyOf(InjuryLibrary.bundled().all()));
    goesOnAsIfNothingHadBeen(asked, Cases.empty(26, 26, 26, 2e-3), 5);
  }

  @Test
  void withBloodThatCoolsAndFreezesShutUnderAClamp() {
    VesselTree tree = VesselRunTest.fork(1.2e-3, 5e-3, VesselTree.Inlet.TRUNK, 0.02);
    BloodSupply clamped =
        new BloodSupply(Optional.empty(), true, List.of(new BloodSupply.Clamp(100, 300)));
    Case asked = VesselRunTest.asked(new VesselModel.Advective(), tree, 600, clamped);
    goesOnAsIfNothingHadBeen(asked, VesselRunTest.anatomy(tree), 9);
  }

  @Test
  void withACurrentThatRollsOff() {
    double none = Double.POSITIVE_INFINITY;
    Generator g =
        new Generator(
            Generator.Mode.CURRENT,
            0.8,
            200,
            none,
            none,
            none,
            60,
            5,
            0.8,
            Generator.Ground.FAR,
            0);
    Case asked =
        HeatingRunTest.heated(
            g, false, Precision.FP64, HeatingRunTest.heat(50), HeatingRunTest.heat(10));
    goesOnAsIfNothingHadBeen(asked, Cases.empty(32, 31, 34, 1e-3), 11);
  }
}
