package org.iceball.study.bench;

import java.util.List;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Needle;
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
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Region;
import org.iceball.tissue.Cited;
import org.iceball.tissue.Tissue;

/**
 * The cases that are timed: a box of liver with a tumour of 24 mm in its centre, a vessel of 8 mm
 * beside it and one needle. Everything that costs time in a patient's case is in it.
 *
 * @param organ what surrounds the tumour
 * @param tumour the target
 * @param blood in the vessel
 * @param probe the needle
 */
public record BenchCase(Tissue organ, Tissue tumour, Tissue blood, Cryoprobe probe) {
  private static final double TUMOUR_RADIUS = 12e-3;
  private static final double VESSEL_RADIUS = 4e-3;
  private static final double VESSEL_AT = 22e-3;
  private static final double BODY = Tissue.Blood.TEMPERATURE;

  /** Start of the kernel's case [K], so far from rest that every cell has something to do. */
  private static final double COOL_START = 300.15;

  /** Ten minutes of freezing, five of passive thaw, ten of freezing. */
  public static Protocol tenFiveTen() {
    return protocol(1);
  }

  /** Freeze, passive thaw, freeze of 10, 5 and 10 minutes times a factor [1]. */
  static Protocol protocol(double factor) {
    return new Protocol(
        List.of(
            new Phase(Phase.Kind.FREEZE, 600 * factor),
            new Phase(Phase.Kind.PASSIVE_THAW, 300 * factor),
            new Phase(Phase.Kind.FREEZE, 600 * factor)));
  }

  /** The grid of a cube of n cells a side, centred on the origin; spacing [m]. */
  public static Grid cube(int n, double spacing) {
    double first = -(n - 1) * spacing / 2;
    return new Grid(n, n, n, spacing, new Vec3(first, first, first));
  }

  /** The labels on a grid: 0 organ, 1 tumour, 2 vessel, which runs along y. */
  public static Anatomy anatomy(Grid grid) {
    byte[] label = new byte[grid.cells()];
    int tumour = 0;
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          Vec3 p = grid.centre(i, j, k);
          double besideVessel = Math.hypot(p.x() - VESSEL_AT, p.z());
          if (besideVessel < VESSEL_RADIUS) {
            label[grid.index(i, j, k)] = 2;
          } else if (p.norm() < TUMOUR_RADIUS) {
            label[grid.index(i, j, k)] = 1;
            tumour++;
          }
        }
      }
    }
    double volume = grid.cellVolume();
    return new Anatomy(
        new Labels(grid, label), null, Vec3.ZERO, grid.cells() * volume, tumour * volume);
  }

  /**
   * A whole procedure.
   *
   * @param grid where
   * @param protocol of the needle
   * @param numerics how it is solved
   */
  public Case procedure(Grid grid, Protocol protocol, Numerics numerics) {
    Vec3 up = new Vec3(0, 0, 1);
    Placement at =
        new Placement(
            Placement.Anchor.IMAGE, Placement.Aim.MIDDLE_OF_ACTIVE_ZONE, Vec3.ZERO, null, up);
    return cased(
        grid, BODY, List.of(new Case.PlannedNeedle("A", probe, at, 0, protocol)), numerics);
  }

  /**
   * The model that kernels are timed on: no cell at rest, and a needle through every plane, so that
   * nothing can be left out.
   */
  public Model kernel(Grid grid) {
    double length = (grid.nz() - 1) * grid.spacing();
    Cited through = new Cited(length, length, length, probe.activeLength().citation());
    Cryoprobe longProbe = probe.withActiveLength(through).withGas(null);
    Needle needle =
        new Needle("A", longProbe, new Vec3(0, 0, -length / 2), new Vec3(0, 0, 1), 0, tenFiveTen());
    Numerics any = new Numerics(Numerics.StepperKind.RKL2, Precision.FP64, 1, "cpu");
    return ModelCompiler.compile(
        cased(grid, COOL_START, List.of(), any), anatomy(grid).labels(), List.of(needle));
  }

  /** Conductivity integral at the kernel's needle for each material [W/m]. */
  public double[] wall(Model kernel) {
    double cold = probe.freezeTemperature().value();
    return kernel.materials().stream()
        .mapToDouble(m -> m.curve().integral(m.curve().enthalpy(cold)))
        .toArray();
  }

  private Case cased(Grid grid, double start, List<Case.PlannedNeedle> needles, Numerics numerics) {
    double edge = grid.nx() * grid.spacing();
    return new Case(
        "benchmark",
        new AnatomySpec.Phantom(new Vec3(edge, edge, edge), List.of()),
        List.of(
            new Region(0, "organ", organ, Region.Role.ORGAN),
            new Region(1, "tumour", tumour, Region.Role.TARGET),
            new Region(2, "vessel", blood, Region.Role.VESSEL)),
        grid.spacing(),
        Double.POSITIVE_INFINITY,
        new Faces(Faces.Kind.HELD, BODY),
        start,
        needles,
        List.of(273.15, 253.15, 233.15),
        List.of(0.0, 0.005, 0.01),
        253.15,
        Double.POSITIVE_INFINITY,
        numerics);
  }
}
