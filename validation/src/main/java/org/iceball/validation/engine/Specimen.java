package org.iceball.validation.engine;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/** Tissues, probes and models to hold the engine against exact solutions. */
public final class Specimen {
  /** Temperature of the body [K]. */
  public static final double BODY = 310.15;

  /** Temperature of a cold wall, -140 degC [K]. */
  public static final double COLD = 133.15;

  /** Outer faces that let no heat through. */
  public static final Faces INSULATED = new Faces(Faces.Kind.INSULATED, BODY);

  private Specimen() {}

  private static Cited cited(double value) {
    return new Cited(value, value, value, new Citation("chosen for a check", "computed"));
  }

  /** Liver of the given perfusion [1/s], Rabin law, without metabolism. */
  public static Tissue liver(double perfusion) {
    return tissue(FrozenLaw.RABIN, 1079, 3540, 1800, 0.52, 2.0, 265.15, 272.15, 250e6, perfusion);
  }

  /**
   * A tissue whose unfrozen and frozen properties are constants, unperfused, of 1000 kg/m3.
   *
   * @param frozen conductivity and heat capacity of the ice
   * @param unfrozen the same above the liquidus
   * @param latent heat [J/m3]
   * @param solidus [K]
   * @param liquidus [K]
   */
  public static Tissue freezing(
      org.iceball.validation.exact.Material frozen,
      org.iceball.validation.exact.Material unfrozen,
      double latent,
      double solidus,
      double liquidus) {
    return tissue(
        FrozenLaw.CONSTANT,
        1000,
        unfrozen.heatCapacity() / 1000,
        frozen.heatCapacity() / 1000,
        unfrozen.conductivity(),
        frozen.conductivity(),
        solidus,
        liquidus,
        latent,
        0);
  }

  /**
   * A tissue without metabolism.
   *
   * @param law of its frozen state
   * @param density [kg/m3]
   * @param heat specific heat, unfrozen [J/(kg K)]
   * @param frozenHeat specific heat, frozen [J/(kg K)]
   * @param conductivity unfrozen [W/(m K)]
   * @param frozenConductivity frozen [W/(m K)]
   * @param solidus [K]
   * @param liquidus [K]
   * @param latent heat, volumetric [J/m3]
   * @param perfusion [1/s]
   */
  public static Tissue tissue(
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
    p.put(TissueProperty.ELECTRICAL_CONDUCTIVITY, cited(0.2));
    p.put(TissueProperty.ELECTRICAL_RISE, cited(0.015));
    p.put(TissueProperty.WATER, cited(0.74));
    return new Tissue("specimen", "chosen for a check", law, p);
  }

  /** The tissue with another value of one property [SI]. */
  public static Tissue with(Tissue tissue, TissueProperty property, double value) {
    return tissue.with(property, cited(value));
  }

  /** The tissue as the solver knows it, on cells of a spacing [m], at a temperature [K]. */
  public static Material material(Tissue tissue, double spacing, double start) {
    EnthalpyCurve curve = new EnthalpyCurve(ThermalLaw.of(tissue));
    PerfusionLaw blood = PerfusionLaw.of(tissue, curve, spacing, start);
    return new Material(tissue.name(), curve, blood, false, curve.enthalpy(start));
  }

  /** The same tissue held at a temperature [K] for ever. */
  public static Material held(Tissue tissue, double spacing, double temperature) {
    Material free = material(tissue, spacing, temperature);
    return new Material("held", free.curve(), free.perfusion(), true, free.start());
  }

  /** A box of cells with the first cell's centre at the origin. */
  public static Grid grid(int nx, int ny, int nz, double spacing) {
    return new Grid(nx, ny, nz, spacing, Vec3.ZERO);
  }

  /** A model without needles in an insulated box; {@code material} as in {@link Model}. */
  public static Model model(Grid grid, byte[] material, Material... materials) {
    return model(grid, material, List.of(materials), List.of());
  }

  /** A model with needles in an insulated box; {@code material} as in {@link Model}. */
  public static Model model(
      Grid grid, byte[] material, List<Material> materials, List<NeedleCells> needles) {
    return new Model(grid, material, materials, needles, INSULATED);
  }

  /** A probe [m] whose wall is at {@link #COLD} at once. */
  public static Cryoprobe probe(double radius, double length) {
    return new Cryoprobe(
        "specimen",
        "chosen for a check",
        cited(2 * radius),
        cited(length),
        cited(COLD),
        cited(0),
        cited(313.15),
        cited(0));
  }

  /** One freeze of so long [s]. */
  public static Protocol freeze(double seconds) {
    return new Protocol(List.of(new Phase(Phase.Kind.FREEZE, seconds)));
  }
}
