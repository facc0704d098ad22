package org.iceball.validation.bars;

import java.util.EnumMap;
import java.util.Map;
import org.iceball.model.Material;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/** Tissues that both the engine and the exact solutions can take. */
final class Tissues {
  static final double BODY = 310.15;
  static final double COLD = 133.15;
  static final double LIQUIDUS = 272.15;

  private Tissues() {}

  static Cited cited(double value) {
    return new Cited(value, value, value, new Citation("chosen for a check", "computed"));
  }

  /** Liver of a perfusion [1/s] and a solidus [K], without metabolism. */
  static Tissue liver(FrozenLaw law, double perfusion, double solidus) {
    Map<TissueProperty, Cited> p = new EnumMap<>(TissueProperty.class);
    p.put(TissueProperty.DENSITY, cited(1079));
    p.put(TissueProperty.SPECIFIC_HEAT, cited(3540));
    p.put(TissueProperty.CONDUCTIVITY, cited(0.52));
    p.put(TissueProperty.FROZEN_SPECIFIC_HEAT, cited(1800));
    p.put(TissueProperty.FROZEN_CONDUCTIVITY, cited(2.0));
    p.put(TissueProperty.LIQUIDUS, cited(LIQUIDUS));
    p.put(TissueProperty.SOLIDUS, cited(solidus));
    p.put(TissueProperty.LATENT_HEAT, cited(231.7e3));
    p.put(TissueProperty.PERFUSION, cited(perfusion));
    p.put(TissueProperty.METABOLIC_HEAT, cited(0));
    return new Tissue("specimen", "chosen for a check", law, p);
  }

  /** The tissue as the engine knows it on cells of a spacing [m], at a temperature [K]. */
  static Material material(Tissue tissue, double spacing, double start, boolean held) {
    EnthalpyCurve curve = new EnthalpyCurve(ThermalLaw.of(tissue));
    PerfusionLaw blood = PerfusionLaw.of(tissue, curve, spacing, start);
    return new Material(tissue.name(), curve, blood, held, curve.enthalpy(start));
  }
}
