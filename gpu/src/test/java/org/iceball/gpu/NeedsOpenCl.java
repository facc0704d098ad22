package org.iceball.gpu;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips tests where there is no OpenCL, with one line that says so. Where ICEBALL_NEEDS_OPENCL is 1
 * in the environment, as in continuous integration, that is a failure instead.
 */
final class NeedsOpenCl implements ExecutionCondition {
  private static final String SWITCH = "ICEBALL_NEEDS_OPENCL";
  private static final AtomicBoolean SAID = new AtomicBoolean();

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    OpenClProvider provider = new OpenClProvider();
    List<OpenCl.Device> devices = provider.found();
    if (devices.stream().anyMatch(OpenCl.Device::fp64)) {
      return ConditionEvaluationResult.enabled("there is OpenCL");
    }
    String why = devices.isEmpty() ? provider.unavailable() : "no device has double precision";
    if ("1".equals(System.getenv(SWITCH))) {
      throw new IllegalStateException(SWITCH + " is 1, but " + why);
    }
    if (SAID.compareAndSet(false, true)) {
      System.err.println("=== SKIPPED: tests of OpenCL. " + why + " ===");
    }
    return ConditionEvaluationResult.disabled(why);
  }

  /** The backend on the first device with double precision. */
  static OpenClBackend open(Model model, Precision precision, String options) {
    OpenCl cl = new OpenCl();
    return new OpenClBackend(cl, device(cl), model, precision, new Tuner(null), options);
  }

  /** The same device, used as if it had no double precision. */
  static OpenClBackend openWithoutDouble(Model model) {
    OpenCl cl = new OpenCl();
    OpenCl.Device d = device(cl);
    OpenCl.Device single =
        new OpenCl.Device(
            d.id(),
            d.driver(),
            d.name(),
            d.platform(),
            d.version(),
            d.processor(),
            false,
            d.memory(),
            d.largest(),
            d.local(),
            d.units());
    return new OpenClBackend(cl, single, model, Precision.FP32, new Tuner(null), "");
  }

  private static OpenCl.Device device(OpenCl cl) {
    return cl.devices().stream().filter(OpenCl.Device::fp64).findFirst().orElseThrow();
  }
}
