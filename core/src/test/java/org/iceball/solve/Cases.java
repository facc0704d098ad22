package org.iceball.solve;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/** Small cases for tests, made without files. */
public final class Cases {
  private Cases() {}

  private static final Citation TEST = new Citation("a test", "computed");

  public static Cited cited(double v) {
    return new Cited(v, v, v, TEST);
  }

  /** Liver with the given perfusion [1/s], without metabolism. */
  public static Tissue liver(double perfusion, FrozenLaw law) {
    Map<TissueProperty, Cited> p = new EnumMap<>(TissueProperty.class);
    p.put(TissueProperty.DENSITY, cited(1079));
    p.put(TissueProperty.SPECIFIC_HEAT, cited(3540));
    p.put(TissueProperty.CONDUCTIVITY, cited(0.52));
    p.put(TissueProperty.FROZEN_SPECIFIC_HEAT, cited(1800));
    p.put(TissueProperty.FROZEN_CONDUCTIVITY, cited(2.0));
    p.put(TissueProperty.LIQUIDUS, cited(272.15));
    p.put(TissueProperty.SOLIDUS, cited(265.15));
    p.put(TissueProperty.LATENT_HEAT, cited(250e6 / 1079));
    p.put(TissueProperty.PERFUSION, cited(perfusion));
    p.put(TissueProperty.METABOLIC_HEAT, cited(0));
    p.put(TissueProperty.ELECTRICAL_CONDUCTIVITY, cited(0.2));
    p.put(TissueProperty.ELECTRICAL_RISE, cited(0.015));
    p.put(TissueProperty.WATER, cited(0.74));
    return new Tissue("liver", "test liver", law, p);
  }

  /** A needle of a radius [m] and active length [m] whose wall is at -140 degC at once. */
  public static Cryoprobe probe(double radius, double length) {
    return new Cryoprobe(
        "test",
        "test",
        cited(2 * radius),
        cited(length),
        cited(133.15),
        cited(0),
        cited(313.15),
        cited(0));
  }

  public static Protocol freeze(double seconds) {
    return new Protocol(List.of(new Phase(Phase.Kind.FREEZE, seconds)));
  }

  public static Protocol tenFiveTen() {
    return new Protocol(
        List.of(
            new Phase(Phase.Kind.FREEZE, 600),
            new Phase(Phase.Kind.PASSIVE_THAW, 300),
            new Phase(Phase.Kind.FREEZE, 600)));
  }

  public static Numerics numerics(Numerics.StepperKind stepper, Numerics.Precision precision) {
    return new Numerics(stepper, precision, 2, "cpu");
  }

  /** One tissue everywhere, in a box of n cells of a spacing [m] centred on the origin. */
  public static Case homogeneous(
      Tissue tissue,
      double spacing,
      List<Case.PlannedNeedle> needles,
      Faces faces,
      double start,
      Numerics numerics) {
    return new Case(
        "test",
        new AnatomySpec.Phantom(new Vec3(0.1, 0.1, 0.1), List.of()),
        List.of(new Region(0, "tissue", tissue, Region.Role.ORGAN)),
        spacing,
        Double.POSITIVE_INFINITY,
        faces,
        start,
        needles,
        List.of(273.15, 253.15, 233.15),
        List.of(0.0, 0.005, 0.01),
        253.15,
        Double.POSITIVE_INFINITY,
        numerics);
  }

  public static Case.PlannedNeedle needle(
      Cryoprobe probe, Vec3 middle, Vec3 direction, Protocol protocol) {
    return new Case.PlannedNeedle(
        "A",
        probe,
        new Placement(
            Placement.Anchor.IMAGE, Placement.Aim.MIDDLE_OF_ACTIVE_ZONE, middle, null, direction),
        0,
        protocol);
  }

  /** All cells label 0, the grid centred on the origin. */
  public static Anatomy empty(int nx, int ny, int nz, double h) {
    Vec3 origin = new Vec3(-(nx - 1) * h / 2, -(ny - 1) * h / 2, -(nz - 1) * h / 2);
    Grid grid = new Grid(nx, ny, nz, h, origin);
    return new Anatomy(new Labels(grid, new byte[grid.cells()]), null, Vec3.ZERO, 1e-3, 0);
  }

  public static List<Case.PlannedNeedle> list(Case.PlannedNeedle... n) {
    return new ArrayList<>(List.of(n));
  }
}
