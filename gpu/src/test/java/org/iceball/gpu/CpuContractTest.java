package org.iceball.gpu;

import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.iceball.solve.CpuBackend;

/** The CPU with two threads. */
class CpuContractTest extends BackendContract {
  @Override
  Backend open(Model model, Precision precision) {
    return new CpuBackend(model, precision, 2);
  }

  @Override
  int evaluations(int cells) {
    return cells < 10_000 ? 1000 : 60;
  }
}
