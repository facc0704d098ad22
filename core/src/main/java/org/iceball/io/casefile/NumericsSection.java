package org.iceball.io.casefile;

import java.util.Map;
import java.util.regex.Pattern;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.units.Complaint;

/** {@code numerics:} how the case is solved. */
final class NumericsSection {
  private static final Map<String, StepperKind> STEPPERS =
      Map.of("rkl2", StepperKind.RKL2, "euler", StepperKind.EULER);
  private static final Map<String, Precision> PRECISIONS =
      Map.of("fp64", Precision.FP64, "fp32", Precision.FP32);
  static final String BACKEND_REMEDY = "write cpu, opencl, opencl:0 (the first device), or auto";
  static final Pattern BACKEND = Pattern.compile("cpu|auto|opencl(:[0-9]{1,3})?");
  static final int MOST_THREADS = 256;

  private NumericsSection() {}

  static Numerics read(Section top) {
    Section section = top.section("numerics", CaseSection.NUMERICS);
    int processors = Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors());
    String backend = section.text("backend").orElse("cpu");
    if (!BACKEND.matcher(backend).matches()) {
      section.complain(
          Complaint.UNKNOWN_NAME, "backend", Shown.of(backend) + " is no backend", BACKEND_REMEDY);
    }
    return new Numerics(
        section.word("stepper", STEPPERS, StepperKind.RKL2),
        section.word("precision", PRECISIONS, Precision.FP64),
        section.integer("threads", 1, MOST_THREADS, processors),
        backend);
  }
}
