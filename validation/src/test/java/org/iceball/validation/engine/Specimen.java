package org.iceball.validation.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.solve.Backend;
import org.iceball.solve.EnergyLedger;
import org.iceball.solve.Powers;
import org.iceball.solve.Stepper;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/** Tissues, needles, cases and runs for holding the engine against exact solutions. */
final class Specimen {
  static final double BODY = 310.15;
  static final double COLD = 133.15;
  static final Faces INSULATED = new Faces(Faces.Kind.INSULATED, BODY);

  private Specimen() {}

  private static Cited cited(double v) {
    return new Cited(v, v, v, new Citation("a test", "computed"));
  }

  /** Liver of the given perfusion [1/s], Rabin law, without metabolism. */
  static Tissue liver(double perfusion) {
    return tissue(FrozenLaw.RABIN, 1079, 3540, 1800, 0.52, 2.0, 265.15, 272.15, 250e6, perfusion);
  }

  /** A tissue [SI]; the latent heat is volumetric [J/m3]. */
  static Tissue tissue(
      FrozenLaw law,
      double density,
      double heat,
      double frozenHeat,
      double conductivity,
      double frozenConductivity,
      double solidus,
      double liquidus,
      double latent,
      double perfusion) {
    Map<TissueProperty, Cited> p = new EnumMap<>(TissueProperty.class);
    p.put(TissueProperty.DENSITY, cited(density));
    p.put(TissueProperty.SPECIFIC_HEAT, cited(heat));
    p.put(TissueProperty.CONDUCTIVITY, cited(conductivity));
    p.put(TissueProperty.FROZEN_SPECIFIC_HEAT, cited(frozenHeat));
    p.put(TissueProperty.FROZEN_CONDUCTIVITY, cited(frozenConductivity));
    p.put(TissueProperty.LIQUIDUS, cited(liquidus));
    p.put(TissueProperty.SOLIDUS, cited(solidus));
    p.put(TissueProperty.LATENT_HEAT, cited(latent / density));
    p.put(TissueProperty.PERFUSION, cited(perfusion));
    p.put(TissueProperty.METABOLIC_HEAT, cited(0));
    return new Tissue("specimen", "a test", law, p);
  }

  /** A probe [m] whose wall is at -140 degC at once. */
  static Cryoprobe probe(double radius, double length) {
    return new Cryoprobe(
        "test",
        "a test",
        cited(2 * radius),
        cited(length),
        cited(COLD),
        cited(0),
        cited(313.15),
        cited(0));
  }

  static Protocol freeze(double seconds) {
    return new Protocol(List.of(new Phase(Phase.Kind.FREEZE, seconds)));
  }

  /** Regions 0, 1, ... of one tissue in an insulated box. */
  static Case asked(Tissue tissue, int regions, double spacing, List<Case.PlannedNeedle> needles) {
    List<Region> list = new ArrayList<>();
    for (int r = 0; r < regions; r++) {
      list.add(new Region(r, "region " + r, tissue, Region.Role.ORGAN));
    }
    return new Case(
        "a test",
        new AnatomySpec.Phantom(new Vec3(0.1, 0.1, 0.1), List.of()),
        list,
        spacing,
        Double.POSITIVE_INFINITY,
        INSULATED,
        BODY,
        needles,
        List.of(273.15, 272.15, 253.15, 233.15),
        List.of(0.0),
        253.15,
        Double.POSITIVE_INFINITY,
        new Numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 2, "cpu"));
  }

  /** A model without needles. */
  static Model model(Tissue tissue, int regions, Grid grid, byte[] labels) {
    return ModelCompiler.compile(
        asked(tissue, regions, grid.spacing(), List.of()), new Labels(grid, labels), List.of());
  }

  /** A run whose needles have one wall temperature throughout. */
  static final class Run {
    private final Backend backend;
    private final Stepper stepper;
    private final double[] powers;
    private final EnergyLedger ledger;
    private final double coldestWall;
    private double time;

    Run(Model model, Backend backend, Stepper stepper, double wall) {
      this.backend = backend;
      this.stepper = stepper;
      int needles = model.needles().size();
      powers = new double[Powers.size(needles)];
      ledger = new EnergyLedger(powers.length);
      coldestWall = needles > 0 ? wall : Double.POSITIVE_INFINITY;
      double[] integrals = new double[needles * model.materials().size()];
      for (int n = 0; n < integrals.length; n++) {
        var curve = model.materials().get(n % model.materials().size()).curve();
        integrals[n] = curve.integral(curve.enthalpy(wall));
      }
      backend.drive(integrals);
      backend.rate(powers);
    }

    /** Goes on to a time [s]. */
    void to(double until) {
      while (until - time > 1e-9 * until) {
        double limit = Math.min(20, until - time);
        time += stepper.step(backend, powers, limit, coldestWall, ledger);
      }
    }
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }
}
