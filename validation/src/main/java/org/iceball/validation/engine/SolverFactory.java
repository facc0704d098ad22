package org.iceball.validation.engine;

import org.iceball.model.Model;

/** Opens a solver on a model. */
@FunctionalInterface
public interface SolverFactory {
  /** A solver at the model's start. */
  Solver open(Model model);
}
