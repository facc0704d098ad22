package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Phase;
import org.iceball.device.Phase.Kind;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.model.Region;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/** Two tissues, a vessel and a tilted needle: nothing in it is symmetric. */
final class MixedCase {
  static final int NX = 18;
  static final int NY = 17;
  static final int NZ = 15;
  static final Faces HELD = new Faces(Faces.Kind.HELD, Tissue.Blood.TEMPERATURE);

  static final Tissue LIVER =
      Cases.liver(0.016, FrozenLaw.RABIN).with(TissueProperty.METABOLIC_HEAT, Cases.cited(4200));

  /** Fatter, colder to freeze, and with the other frozen law. */
  private static final Tissue FAT =
      Cases.liver(0.0005, FrozenLaw.CONSTANT)
          .with(TissueProperty.CONDUCTIVITY, Cases.cited(0.21))
          .with(TissueProperty.SPECIFIC_HEAT, Cases.cited(2348))
          .with(TissueProperty.DENSITY, Cases.cited(911))
          .with(TissueProperty.LIQUIDUS, Cases.cited(269.15))
          .with(TissueProperty.SOLIDUS, Cases.cited(258.15))
          .with(TissueProperty.METABOLIC_HEAT, Cases.cited(460));

  private MixedCase() {}

  static Protocol protocol(Object... kindAndSeconds) {
    List<Phase> phases = new ArrayList<>();
    for (int i = 0; i < kindAndSeconds.length; i += 2) {
      phases.add(
          new Phase((Kind) kindAndSeconds[i], ((Number) kindAndSeconds[i + 1]).doubleValue()));
    }
    return new Protocol(phases);
  }

  static Numerics numerics(StepperKind stepper, Precision precision, int threads) {
    return new Numerics(stepper, precision, threads, "cpu");
  }

  /** Liver with a slab of fat and a vessel, faces held, a needle through all of it. */
  static Case of(double h, Vec3 middle, Vec3 axis, Protocol p, Numerics n) {
    Case one =
        Cases.homogeneous(
            LIVER,
            h,
            List.of(Cases.needle(Cases.probe(0.75e-3, 6e-3), middle, axis, p)),
            HELD,
            Tissue.Blood.TEMPERATURE,
            n);
    return new Case(
        one.title(),
        one.anatomy(),
        List.of(
            new Region(0, "liver", LIVER, Region.Role.ORGAN),
            new Region(1, "fat", FAT, Region.Role.SURROUNDING),
            new Region(2, "vein", LIVER, Region.Role.VESSEL)),
        one.spacing(),
        one.around(),
        one.faces(),
        one.initialTemperature(),
        one.needles(),
        one.thresholds(),
        one.margins(),
        one.lethal(),
        one.snapshotEvery(),
        n);
  }

  /** Fat at the left, a vessel along y; the indices may be mirrored. */
  static Anatomy anatomy(double h, boolean mx, boolean my, boolean mz) {
    Anatomy empty = Cases.empty(NX, NY, NZ, h);
    Grid g = empty.labels().grid();
    byte[] labels = new byte[g.cells()];
    for (int k = 0; k < NZ; k++) {
      for (int j = 0; j < NY; j++) {
        for (int i = 0; i < NX; i++) {
          int label = i < 5 + j / 6 ? 1 : 0;
          label = Math.hypot(i - 13, k - 6) < 1.6 + 0.1 * j ? 2 : label;
          int at = g.index(mx ? NX - 1 - i : i, my ? NY - 1 - j : j, mz ? NZ - 1 - k : k);
          labels[at] = (byte) label;
        }
      }
    }
    return new Anatomy(new Labels(g, labels), null, Vec3.ZERO, 1e-3, 0);
  }
}
