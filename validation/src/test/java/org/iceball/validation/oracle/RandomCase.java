package org.iceball.validation.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Phase;
import org.iceball.device.Phase.Kind;
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
import org.iceball.validation.engine.Specimen;

/**
 * A small case in which everything is drawn by chance: tissues, vessel, faces, needles, protocols.
 * Every phase is longer than its wall takes to settle: until then the engine's wall is a staircase
 * of 24 steps, some kelvin from the exponential that the reference follows.
 *
 * @param asked the case
 * @param anatomy its labels
 */
public record RandomCase(Case asked, Anatomy anatomy) {

  /** The case of a seed. */
  public static RandomCase of(long seed) {
    Random r = new Random(seed);
    double h = between(r, 1e-3, 2e-3);
    Grid grid = grid(9 + r.nextInt(5), 9 + r.nextInt(5), 9 + r.nextInt(5), h);
    List<Region> regions =
        List.of(
            new Region(0, "first", tissue(r), Region.Role.ORGAN),
            new Region(1, "second", tissue(r), Region.Role.SURROUNDING),
            new Region(2, "vein", tissue(r), Region.Role.VESSEL));
    List<Case.PlannedNeedle> needles = new ArrayList<>();
    int count = 1 + r.nextInt(2);
    for (int n = 0; n < count; n++) {
      // one in each half of the box, so that they do not touch
      double side = count == 1 ? 0 : (n - 0.5) * 0.5 * grid.nx() * h;
      Vec3 middle =
          new Vec3(side, between(r, -2, 2) * h, between(r, -2, 2) * h)
              .plus(new Vec3(between(r, -0.5, 0.5) * h, 0, 0));
      Vec3 axis = new Vec3(between(r, -0.3, 0.3), between(r, -1, 1), 1).unit();
      needles.add(
          new Case.PlannedNeedle(
              "needle " + n,
              probe(r, 4 * h),
              new Placement(
                  Placement.Anchor.IMAGE, Placement.Aim.MIDDLE_OF_ACTIVE_ZONE, middle, null, axis),
              n * between(r, 0, 20),
              protocol(r)));
    }
    Faces faces =
        new Faces(r.nextBoolean() ? Faces.Kind.HELD : Faces.Kind.INSULATED, Specimen.BODY);
    Case asked =
        new Case(
            "random case " + seed,
            new AnatomySpec.Phantom(new Vec3(0.1, 0.1, 0.1), List.of()),
            regions,
            h,
            Double.POSITIVE_INFINITY,
            faces,
            r.nextInt(4) == 0 ? between(r, 285, 309) : Specimen.BODY,
            needles,
            List.of(273.15, 253.15, 233.15),
            List.of(0.0),
            253.15,
            Double.POSITIVE_INFINITY,
            new Numerics(
                Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 1 + r.nextInt(3), "cpu"));
    Labels labels = new Labels(grid, labels(r, grid));
    return new RandomCase(asked, new Anatomy(labels, null, Vec3.ZERO, 1e-3, 0));
  }

  /** A number between two others. */
  public static double between(Random r, double low, double high) {
    return low + (high - low) * r.nextDouble();
  }

  private static Grid grid(int nx, int ny, int nz, double h) {
    return new Grid(nx, ny, nz, h, new Vec3(nx - 1, ny - 1, nz - 1).times(-h / 2));
  }

  /** The second tissue beyond an oblique plane, in some cases a vein. */
  private static byte[] labels(Random r, Grid g) {
    Vec3 normal = new Vec3(r.nextGaussian(), r.nextGaussian(), r.nextGaussian()).unit();
    double offset = between(r, -2, 3) * g.spacing();
    boolean vein = r.nextBoolean();
    double x = between(r, -4, 4) * g.spacing();
    double y = between(r, 3, 5) * g.spacing();
    byte[] labels = new byte[g.cells()];
    for (int k = 0; k < g.nz(); k++) {
      for (int j = 0; j < g.ny(); j++) {
        for (int i = 0; i < g.nx(); i++) {
          Vec3 p = g.centre(i, j, k);
          int label = p.dot(normal) > offset ? 1 : 0;
          boolean inside = vein && Math.hypot(p.x() - x, p.y() - y) < 1.4 * g.spacing();
          labels[g.index(i, j, k)] = (byte) (inside ? 2 : label);
        }
      }
    }
    return labels;
  }

  /** A number without a source. */
  public static Cited cited(double value) {
    return new Cited(value, value, value, new Citation("drawn by chance", "computed"));
  }

  /** Any tissue. */
  public static Tissue tissue(Random r) {
    double liquidus = between(r, 270.15, 273.15);
    double density = between(r, 900, 1100);
    return Specimen.tissue(
            r.nextBoolean() ? FrozenLaw.RABIN : FrozenLaw.CONSTANT,
            density,
            between(r, 2300, 3900),
            between(r, 1500, 2100),
            between(r, 0.2, 0.6),
            between(r, 1.2, 2.3),
            liquidus - between(r, 2, 14),
            liquidus,
            between(r, 100e6, 330e6),
            r.nextInt(3) == 0 ? 0 : between(r, 0.001, 0.02))
        .with(TissueProperty.METABOLIC_HEAT, cited(between(r, 0, 5000)));
  }

  private static Cryoprobe probe(Random r, double length) {
    return new Cryoprobe(
        "random",
        "drawn by chance",
        cited(between(r, 1.4e-3, 3.4e-3)),
        cited(length),
        cited(between(r, 123, 173)),
        cited(r.nextInt(3) == 0 ? 0 : between(r, 1, 5)),
        cited(between(r, 293, 318)),
        cited(r.nextInt(3) == 0 ? 0 : between(r, 1, 5)));
  }

  private static Protocol protocol(Random r) {
    List<Phase> phases = new ArrayList<>();
    phases.add(new Phase(Kind.FREEZE, between(r, 40, 120)));
    Kind[] kinds = Kind.values();
    int more = r.nextInt(3);
    for (int n = 0; n < more; n++) {
      phases.add(new Phase(kinds[r.nextInt(kinds.length)], between(r, 40, 80)));
    }
    return new Protocol(phases);
  }
}
