package org.iceball.validation.cases;

import java.util.List;
import java.util.Set;
import org.iceball.model.Model;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.ConvergenceStudy;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.EngineSolver;
import org.iceball.validation.engine.Solver;
import org.iceball.validation.engine.SolverFactory;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.exact.LunardiniSlab;
import org.iceball.validation.exact.Material;
import org.iceball.validation.exact.NeumannSlab;
import org.iceball.validation.oracle.FromCase;
import org.iceball.validation.oracle.PlainScheme;
import org.iceball.validation.oracle.SelfSimilarFreezing;

/** Freezing of a half space: sharp fronts, and fronts spread over a range of temperature. */
final class FreezingCases {
  static final Material ICE = new Material(2, 1.8e6);
  static final Material WARM = new Material(0.5, 3.6e6);
  static final double LATENT = 250e6;
  static final double LIQUIDUS = 272.15;
  private static final Material MUSH = new Material(1.25, 2.7e6);
  private static final double SOLIDUS = 265.15;

  /** As narrow as a point, to within what the front's error is demanded to be. */
  static final double NARROW = 0.02;

  static final Tissue SHARP = Specimen.freezing(ICE, WARM, LATENT, LIQUIDUS - NARROW, LIQUIDUS);
  static final Tissue RANGE = Specimen.freezing(ICE, WARM, LATENT, SOLIDUS, LIQUIDUS);

  private FreezingCases() {}

  static List<CheckCase> all() {
    String neumann = "Half space at 37 degC, wall at -140 degC, one freezing point, 15 min: ";
    return List.of(
        new CheckCase(
            "neumann-euler", neumann + "Euler", () -> neumann(SHARP, EngineSolver::euler)),
        new CheckCase("neumann-rkl2", neumann + "RKL2", () -> neumann(SHARP, EngineSolver::rkl2)),
        new CheckCase(
            "neumann-plain",
            neumann + "the plain scheme, without a defect",
            () -> neumann(SHARP, PlainScheme::new)),
        new CheckCase(
            "neumann-harmonic",
            neumann + "the plain scheme with harmonic means of k on all faces",
            () -> neumann(SHARP, FreezingCases::harmonic)),
        new CheckCase(
            "neumann-no-latent-heat",
            neumann + "the engine with a tissue that has lost its latent heat",
            () -> neumann(Specimen.with(SHARP, TissueProperty.LATENT_HEAT, 0), EngineSolver::rkl2)),
        new CheckCase(
            "neumann-order",
            neumann + "on five grids from 2 to 0.5 mm, with short steps",
            FreezingCases::neumannOrder),
        new CheckCase(
            "lunardini",
            "Half space as above, freezing from -1 to -8 degC, against Lunardini's three zones",
            FreezingCases::lunardini),
        new CheckCase(
            "freezing-range",
            "The same against the self-similar solution with the tissue's own k(T)",
            FreezingCases::freezingRange),
        new CheckCase(
            "freezing-range-order",
            "The same on five grids from 0.5 to 0.2 mm, with short steps",
            FreezingCases::freezingRangeOrder));
  }

  private static Solver harmonic(Model model) {
    return new PlainScheme(
        model, Double.POSITIVE_INFINITY, Set.of(PlainScheme.Defect.HARMONIC_FACES));
  }

  /** RKL2 with steps so short that time has no share in the order in space. */
  private static Solver careful(Model model) {
    return new EngineSolver(model, new Rkl2Stepper(0.1), Double.MAX_VALUE);
  }

  private static NeumannSlab neumannExact() {
    return new NeumannSlab(ICE, WARM, LATENT, Specimen.COLD, LIQUIDUS, Specimen.BODY);
  }

  private static FreezingSlab.Found sharp(Tissue tissue, double spacing, SolverFactory solver) {
    return new FreezingSlab(tissue, spacing, solver)
        .follow(LIQUIDUS - NARROW / 2, neumannExact()::front);
  }

  private static Measured neumann(Tissue tissue, SolverFactory solver) {
    FreezingSlab.Found coarse = sharp(tissue, 1e-3, solver);
    FreezingSlab.Found fine = sharp(tissue, 0.5e-3, solver);
    return Measured.builder()
        .value("front error at 1 mm", coarse.worst())
        .value("front error at 0.5 mm", fine.worst())
        .chart(
            front(
                "Two-phase slab of Neumann: depth of the front",
                FreezingSlab.line("exact", neumannExact()::front),
                coarse.points("cells of 1 mm")))
        .build();
  }

  private static Chart front(String title, Chart.Series... series) {
    return new Chart(title, "Time [min]", "Depth [mm]", false, List.of(series));
  }

  private static Measured neumannOrder() {
    ConvergenceStudy study =
        ConvergenceStudy.of(
            h -> sharp(SHARP, 1e-3 * h, FreezingCases::careful).worst(), 2, 1.5, 1, 0.75, 0.5);
    return Measured.builder()
        .value("fitted order", study.leastSquares())
        .value("front error at 2 mm", study.levels().get(0).error())
        .chart(
            new Chart(
                "Two-phase slab of Neumann: error against spacing",
                "Spacing [mm]",
                "Error of the front [mm]",
                true,
                List.of(study.points("engine"), study.slope("first order", 1))))
        .build();
  }

  private static Measured lunardini() {
    LunardiniSlab exact =
        new LunardiniSlab(ICE, MUSH, WARM, LATENT, Specimen.COLD, SOLIDUS, LIQUIDUS, Specimen.BODY);
    FreezingSlab slab = new FreezingSlab(RANGE, 1e-3, EngineSolver::rkl2);
    FreezingSlab.Found liquidus = slab.follow(LIQUIDUS, exact::liquidusFront);
    FreezingSlab.Found solidus = slab.follow(SOLIDUS, exact::solidusFront);
    return Measured.builder()
        .value("liquidus error at 1 mm", liquidus.worst())
        .value("solidus error at 1 mm", solidus.worst())
        .chart(
            front(
                "Three zones of Lunardini: depth of solidus and liquidus",
                FreezingSlab.line("liquidus, exact", exact::liquidusFront),
                liquidus.points("liquidus, cells of 1 mm"),
                FreezingSlab.line("solidus, exact", exact::solidusFront),
                solidus.points("solidus, cells of 1 mm")))
        .build();
  }

  /** Worst error of an isotherm [mm]. */
  private static double rangeError(double spacing, boolean liquidus, SolverFactory solver) {
    SelfSimilarFreezing exact = SelfSimilarFreezing.slab(FromCase.tissue(RANGE), Specimen.COLD);
    FreezingSlab slab = new FreezingSlab(RANGE, spacing, solver);
    return liquidus
        ? slab.follow(LIQUIDUS, exact::liquidus).worst()
        : slab.follow(SOLIDUS, t -> exact.isotherm(SOLIDUS, t)).worst();
  }

  private static Measured freezingRange() {
    return Measured.builder()
        .value("liquidus error at 1 mm", rangeError(1e-3, true, EngineSolver::rkl2))
        .value("solidus error at 1 mm", rangeError(1e-3, false, EngineSolver::rkl2))
        .value("liquidus error at 0.5 mm", rangeError(0.5e-3, true, EngineSolver::rkl2))
        .value("solidus error at 0.5 mm", rangeError(0.5e-3, false, EngineSolver::rkl2))
        .build();
  }

  private static Measured freezingRangeOrder() {
    ConvergenceStudy liquidus =
        ConvergenceStudy.of(
            h -> rangeError(1e-3 * h, true, FreezingCases::careful), 0.5, 0.4, 0.3, 0.25, 0.2);
    ConvergenceStudy solidus =
        ConvergenceStudy.of(
            h -> rangeError(1e-3 * h, false, FreezingCases::careful), 0.5, 0.4, 0.3, 0.25, 0.2);
    return Measured.builder()
        .value("fitted order of the liquidus", liquidus.leastSquares())
        .value("fitted order of the solidus", solidus.leastSquares())
        .chart(
            new Chart(
                "Freezing range: error against spacing",
                "Spacing [mm]",
                "Error of the front [mm]",
                true,
                List.of(
                    liquidus.points("liquidus"),
                    solidus.points("solidus"),
                    liquidus.slope("order 1.5", 1.5))))
        .build();
  }
}
