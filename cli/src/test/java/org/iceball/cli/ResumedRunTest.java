package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.iceball.io.AtomicFile;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.InjuryLibrary;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.io.checkpoint.CheckpointStore;
import org.iceball.io.checkpoint.RunStopped;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.solve.Backends;
import org.iceball.solve.Outcome;
import org.iceball.study.CoarseTwin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run that is stopped and gone on with, again and again, ends as if it had never stopped. */
class ResumedRunTest {
  /** Something of everything that a run remembers. */
  static final String EVERYTHING =
      """
      iceball: 1
      title: Something of everything
      anatomy:
        phantom:
          size: [60 mm, 60 mm, 60 mm]
          shapes:
            - {label: 1, box: {size: [60 mm, 60 mm, 60 mm]}}
            - {label: 2, tube: {diameter: 4 mm, points: [[9 mm, 0 mm, -50 mm], [9 mm, 0 mm, 50 mm]]}}
            - {label: 3, tube: {diameter: 2.5 mm, points: [[-50 mm, 9 mm, -9 mm], [50 mm, 9 mm, 9 mm]]}}
            - {label: 5, box: {centre: [-14 mm, 0 mm, 0 mm], size: [4 mm, 30 mm, 30 mm]}}
            - {label: 4, ellipsoid: {axes: [14 mm, 12 mm, 14 mm]}}
      regions:
        - {label: 0, name: outside, tissue: fat, role: surrounding}
        - {label: 1, name: liver, tissue: liver, role: organ}
        - {label: 2, name: vein, tissue: blood, role: vessel, vessel: {inlet: branches}}
        - {label: 3, name: artery, tissue: blood, role: vessel, vessel: {model: advective, velocity: 2 cm/s}}
        - {label: 4, name: tumour, tissue: hcc, role: target}
        - {label: 5, name: duct, tissue: liver, role: surrounding, protect: 10 degC}
      blood: {clamp: [{from: 1 min, to: 2 min}]}
      needles:
        - name: gas
          probe: 17G
          target: {from: target_centre, offset: [0 mm, 3 mm, 0 mm]}
          direction: [-0.15, 0, 1]
        - name: wall
          probe: 17G
          drive: wall
          start: 20 s
          target: {from: target_centre, offset: [0 mm, -5 mm, 0 mm]}
          direction: [-0.15, 0.1, 1]
      protocol: freeze 3 min, thaw 1 min passive, freeze 1 min, thaw 1 min active
      gas: {flow_limit: 0.6 g/s}
      grid: {spacing: 2 mm, around: everything}
      """;

  /** Heat instead of cold, with a roll-off of the impedance. */
  static final String HEATED =
      EVERYTHING
          .replaceAll("(?s)needles:.*gas: [^\n]*\n", "")
          .replace(
              "grid: {",
              """
              needles:
                - name: tip
                  probe: cool-tip-30
                  target: {from: target_centre}
                  direction: [-0.15, 0, 1]
              generator: {current: 1600 mA, roll_off: 5 ohm, pause: 10 s}
              protocol: heat 70 s, pause 10 s, heat 30 s
              grid: {""");

  @TempDir Path folder;

  static Case asked(String text, Path folder, StepperKind stepper, Precision precision) {
    Case read =
        CaseReader.readText(
                text, folder, List.of(), TissueLibrary.bundled(), ProbeLibrary.bundled())
            .asked();
    return read.withInjury(List.copyOf(InjuryLibrary.bundled().all()))
        .withNumerics(new Numerics(stepper, precision, 1, "cpu"));
  }

  private static Case withThreads(Case asked, int threads) {
    Numerics n = asked.numerics();
    return asked.withNumerics(new Numerics(n.stepper(), n.precision(), threads, n.backend()));
  }

  @ParameterizedTest
  @CsvSource({
    "RKL2, FP64, 3 mm, 35",
    "RKL2, FP32, 3 mm, 30",
    "EULER, FP64, 5 mm, 60",
    "EULER, FP32, 5 mm, 70"
  })
  void aChainOfStopsChangesNoBit(
      StepperKind stepper, Precision precision, String spacing, int often) {
    String text = EVERYTHING.replace("spacing: 2 mm", "spacing: " + spacing);
    Case asked = asked(text, folder, stepper, precision);
    assertChainChangesNoBit(asked, often);
  }

  private void assertChainChangesNoBit(Case asked, int often) {
    Anatomy anatomy = Engine.anatomy(asked);
    Outcome whole = CoarseTwin.withErrorBars(Engine.run(asked, anatomy));

    AtomicFile.prepareFolder(folder.resolve("states"));
    SplittableRandom random = new SplittableRandom(7);
    List<Double> stops = new ArrayList<>();
    Outcome chained = null;
    while (chained == null) {
      Case now = withThreads(asked, stops.size() == 2 ? 3 : 1);
      long steps = random.nextLong(1, 2L * often);
      try (CheckpointStore run = store("run", steps);
          CheckpointStore twin = store("twin", steps)) {
        chained = CoarseTwin.withErrorBars(Engine.run(now, anatomy, run), twin);
      } catch (RunStopped e) {
        stops.add(e.time());
      }
    }
    assertThat(stops).hasSizeGreaterThan(3);
    assertSame(chained, whole);
  }

  @Test
  void aChainOfStopsChangesNoBitOfAHeatedRun() {
    String text = HEATED.replace("spacing: 2 mm", "spacing: 3 mm");
    assertChainChangesNoBit(asked(text, folder, StepperKind.RKL2, Precision.FP64), 45);
  }

  /** OpenCL can't stop the blood in coagulated tissue, so the laws of heat are left out. */
  @Test
  void aChainOfStopsChangesNoBitOnOpenCl() {
    Precision precision = Precision.FP32;
    boolean found = Backends.providers().stream().anyMatch(p -> !p.devices().isEmpty());
    assertThat(found || !"1".equals(System.getenv("ICEBALL_NEEDS_OPENCL"))).isTrue();
    assumeTrue(found, "no OpenCL");
    String text = EVERYTHING.replace("spacing: 2 mm", "spacing: 5 mm");
    Case asked = asked(text, folder, StepperKind.RKL2, precision);
    assertChainChangesNoBit(
        asked
            .withInjury(asked.injury().stream().filter(l -> !l.law().stopsBlood()).toList())
            .withNumerics(new Numerics(StepperKind.RKL2, precision, 1, "opencl:0")),
        50);
  }

  /** Stops after so many questions whether a state is due. */
  private CheckpointStore store(String name, long steps) {
    AtomicLong asked = new AtomicLong();
    return new CheckpointStore(
        folder.resolve("states"),
        name,
        Map.of("case", "everything"),
        Long.MAX_VALUE / 4,
        () -> asked.get() > steps,
        asked::incrementAndGet);
  }

  static void assertSame(Outcome found, Outcome wanted) {
    assertThat(found.stats().stateHash()).isEqualTo(wanted.stats().stateHash());
    assertThat(found.stats().steps()).isEqualTo(wanted.stats().steps());
    assertThat(found.stats().evaluations()).isEqualTo(wanted.stats().evaluations());
    assertThat(found.energy()).isEqualTo(wanted.energy());
    assertThat(found.history()).isEqualTo(wanted.history());
    assertThat(found.moments()).isEqualTo(wanted.moments());
    assertThat(found.coverage()).isEqualTo(wanted.coverage());
    assertThat(found.vessels()).isEqualTo(wanted.vessels());
    assertThat(found.spared()).isEqualTo(wanted.spared());
    assertThat(found.warnings()).isEqualTo(wanted.warnings());
    assertThat(found.temperature()).isEqualTo(wanted.temperature());
    assertThat(found.lowest()).isEqualTo(wanted.lowest());
    assertThat(found.current()).isEqualTo(wanted.current());
    assertThat(found.injury().zones()).isEqualTo(wanted.injury().zones());
    assertThat(found.injury().agreeing()).isEqualTo(wanted.injury().agreeing());
    assertThat(found.twin().stateHash()).isEqualTo(wanted.twin().stateHash());
  }
}
