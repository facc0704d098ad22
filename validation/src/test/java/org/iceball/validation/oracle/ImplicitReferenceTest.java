package org.iceball.validation.oracle;

import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.iceball.device.Needle;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.NeedlePlacer;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.solve.EnergyReport;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The engine against the implicit reference, on cases drawn by chance. */
class ImplicitReferenceTest {
  /** What may differ: any cell [K], the root mean square [K], the heat stored, of all heat [1]. */
  private record Bound(double most, double mean, double heat) {}

  /**
   * Explicit Euler's own error is small. RKL2 takes steps so long that single cells of the freezing
   * range swing by kelvins to either side; what they add up to is right.
   */
  private static final Map<StepperKind, Bound> BOUNDS =
      Map.of(
          StepperKind.EULER, new Bound(1.5, 0.25, 0.005),
          StepperKind.RKL2, new Bound(12, 0.8, 0.002));

  @ParameterizedTest(name = "seed {0}")
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void theEngineAgreesWithTheImplicitReference(long seed) {
    compare(seed);
  }

  @Tag("long")
  @ParameterizedTest(name = "seed {0}")
  @MethodSource("manySeeds")
  void theEngineAgreesWithTheImplicitReferenceInManyCases(long seed) {
    compare(seed);
  }

  static List<Long> manySeeds() {
    return java.util.stream.LongStream.rangeClosed(101, 200).boxed().toList();
  }

  private static void compare(long seed) {
    RandomCase drawn = RandomCase.of(seed);
    List<Needle> needles = NeedlePlacer.place(drawn.asked(), drawn.anatomy());
    Model model = ModelCompiler.compile(drawn.asked(), drawn.anatomy().labels(), needles);
    double end = needles.stream().mapToDouble(Needle::end).max().orElseThrow();
    double[] enthalpy = new ImplicitReference(model, needles).enthalpyAt(end);
    float[] reference = new float[enthalpy.length];
    for (int c = 0; c < enthalpy.length; c++) {
      reference[c] = (float) model.materialOf(c).curve().temperature(enthalpy[c]);
    }
    SoftAssertions softly = new SoftAssertions();
    for (StepperKind stepper : StepperKind.values()) {
      Numerics n = drawn.asked().numerics();
      Case asked =
          drawn
              .asked()
              .withNumerics(new Numerics(stepper, n.precision(), n.threads(), n.backend()));
      Outcome engine = Simulation.run(asked, drawn.anatomy());
      softly.assertThat(engine.stats().simulated()).isEqualTo(end, within(1e-6));
      double heat =
          Math.abs(engine.energy().stored() - stored(model, enthalpy)) / exchanged(engine.energy());
      hold(softly, seed, stepper, heat, engine.temperature(), reference);
    }
    softly.assertAll();
  }

  private static void hold(
      SoftAssertions softly,
      long seed,
      StepperKind stepper,
      double heat,
      float[] engine,
      float[] reference) {
    double most = 0;
    double square = 0;
    for (int c = 0; c < reference.length; c++) {
      double difference = Math.abs(reference[c] - engine[c]);
      most = Math.max(most, difference);
      square += difference * difference;
    }
    double mean = Math.sqrt(square / reference.length);
    System.out.printf(
        Locale.ROOT,
        "implicit reference, seed %d, %s: most %.4f K, mean %.5f K, heat off by %.4f %%%n",
        seed,
        stepper,
        most,
        mean,
        100 * heat);
    Bound bound = BOUNDS.get(stepper);
    softly.assertThat(most).as("any cell, %s", stepper).isLessThanOrEqualTo(bound.most());
    softly.assertThat(mean).as("mean, %s", stepper).isLessThanOrEqualTo(bound.mean());
    softly.assertThat(heat).as("heat, %s", stepper).isLessThanOrEqualTo(bound.heat());
  }

  /** All that went in and out [J]. */
  private static double exchanged(EnergyReport e) {
    return e.takenByNeedles().stream().mapToDouble(Math::abs).sum()
        + Math.abs(e.perfusion())
        + Math.abs(e.metabolism())
        + Math.abs(e.boundary())
        + Math.abs(e.vessels());
  }

  /** Change of all enthalpy since the start, held cells left out [J]. */
  private static double stored(Model model, double[] enthalpy) {
    double sum = 0;
    for (int c = 0; c < enthalpy.length; c++) {
      sum += enthalpy[c] - model.materialOf(c).start();
    }
    return sum * model.grid().cellVolume();
  }
}
