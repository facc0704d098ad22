package org.iceball.gpu;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.iceball.gpu.SilentOpenCl.Call;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.iceball.solve.Backends;
import org.iceball.solve.Powers;
import org.iceball.units.CaseException;
import org.jocl.CL;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails ends in a sentence that says what to do, or on the CPU where that was allowed. */
class OpenClFailuresTest {
  private static final Model SMALL = SmallModels.ragged(6, 5, 4, Faces.Kind.INSULATED);

  private static Backend open(OpenCl cl, String backend, Precision precision) {
    Numerics n = new Numerics(Numerics.StepperKind.RKL2, precision, 1, backend);
    return Backends.open(SMALL, n, List.of(new OpenClProvider(cl, new Tuner(null))));
  }

  private static SilentOpenCl failing(Call call, int status) {
    return new SilentOpenCl().failing(call, status, "");
  }

  private static void assertRefused(OpenCl cl, Precision precision, String... words) {
    assertThatThrownBy(() -> open(cl, "opencl", precision))
        .isInstanceOf(CaseException.class)
        .message()
        .contains(words)
        .contains("[no-backend]");
    try (Backend b = open(cl, "auto", precision)) {
      assertThat(b.name()).isEqualTo("cpu");
    }
  }

  @Test
  void withoutALoaderItSaysWhatToInstall() {
    for (Error e : List.of(new UnsatisfiedLinkError("no"), new NoClassDefFoundError("CL"))) {
      SilentOpenCl cl = new SilentOpenCl().failing(Call.DEVICES, e);
      assertRefused(cl, Precision.FP64, "libOpenCL", "apt-get install pocl-opencl-icd");
    }
  }

  @Test
  void withoutADriverItSaysWhatToInstall() {
    OpenCl none =
        new SilentOpenCl() {
          @Override
          List<Device> devices() {
            return List.of();
          }
        };
    assertRefused(none, Precision.FP64, "no OpenCL driver", "apt-get install pocl-opencl-icd");
  }

  @Test
  void aDriverThatDoesNotStartIsNamed() {
    assertRefused(failing(Call.DEVICES, -6), Precision.FP64, "OpenCL does not start");
  }

  @Test
  void aDeviceWithoutDoublePrecisionRefusesIt() {
    SilentOpenCl single = new SilentOpenCl(false, 1 << 30);
    assertRefused(single, Precision.FP64, "no double precision", "--precision fp32");
    try (Backend b = open(single, "opencl", Precision.FP32)) {
      assertThat(b.name()).isEqualTo("opencl: Test 1");
    }
  }

  @Test
  void aCaseThatDoesNotFitIsRefusedBeforeItIsTried() {
    SilentOpenCl tiny = new SilentOpenCl(true, 2000);
    assertRefused(tiny, Precision.FP64, "MiB", "Use a coarser grid");
    assertThat(tiny.open).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "OPEN, -2, not available", "BUILD, -11, compiler failed", "KERNEL, -46, OpenCL error -46",
    "ALLOCATE, -4, not enough memory", "ALLOCATE, -61, too large", "WRITE, -5, out of resources",
    "LAUNCH, -54, OpenCL error -54", "READ, -36, was lost"
  })
  void whatFailsAtTheStartIsNamedAndAllIsGivenBack(Call call, int status, String words) {
    SilentOpenCl cl = failing(call, status);
    assertRefused(cl, Precision.FP64, "Test 1", words);
    assertThat(cl.open).as("open devices").isZero();
    assertThat(cl.buffers).as("arrays").isZero();
  }

  @Test
  void theCompilersWordsArePassedOnShortened() {
    String log = "x.cl:1: error: first\n".repeat(40);
    SilentOpenCl cl = new SilentOpenCl().failing(Call.BUILD, CL.CL_BUILD_PROGRAM_FAILURE, log);
    assertThatThrownBy(() -> open(cl, "opencl", Precision.FP64))
        .message()
        .contains("x.cl:1: error: first")
        .hasSizeLessThan(500);
  }

  @ParameterizedTest
  @EnumSource(
      value = Call.class,
      names = {"LAUNCH", "READ"})
  void aDeviceThatIsLostDuringTheRunIsNamed(Call call) {
    SilentOpenCl cl = new SilentOpenCl();
    double[] powers = new double[Powers.size(2)];
    try (Backend b = open(cl, "opencl", Precision.FP64)) {
      b.rate(powers);
      cl.failing(call, CL.CL_INVALID_COMMAND_QUEUE, "");
      assertThatThrownBy(() -> b.rate(powers))
          .isInstanceOf(CaseException.class)
          .message()
          .contains("Test 1 failed during the run", "[backend-lost]", "cpu");
    }
    assertThat(cl.open).isZero();
    assertThat(cl.buffers).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"opencl:1", "opencl:7"})
  void aDeviceThatIsNotThereIsRefused(String backend) {
    assertThatThrownBy(() -> open(new SilentOpenCl(), backend, Precision.FP64))
        .message()
        .contains("only the devices 0 to 0");
  }

  @Test
  void autoTakesADeviceThatIsNotTheCpuItself() {
    assertThat(new OpenClProvider(new SilentOpenCl(), new Tuner(null)).preferred()).isZero();
    try (Backend b = open(new SilentOpenCl(), "auto", Precision.FP64)) {
      assertThat(b.name()).isEqualTo("opencl: Test 1");
    }
  }

  @Test
  @ExtendWith(NeedsOpenCl.class)
  void aRealCompilersErrorIsReported() {
    assertThatThrownBy(() -> NeedsOpenCl.open(SMALL, Precision.FP64, "-D REAL=nonsense"))
        .isInstanceOf(OpenClException.class)
        .message()
        .contains("the driver's compiler failed");
  }
}
