package org.iceball.plan;

import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.solve.Outcome;

/**
 * What planning borrows from outside this package.
 *
 * @param anatomies lays a case's grid and fills it
 * @param errorBars gives an outcome its error bars
 */
public record PlanTools(Function<Case, Anatomy> anatomies, UnaryOperator<Outcome> errorBars) {}
