package org.iceball.validation.cases;

import java.util.List;
import java.util.Optional;
import org.iceball.device.Cryoprobe;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Region.VesselFlow;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.solve.VesselReport;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;

/** Whether veins beside a probe freeze shut. */
public final class VeinCases {
  /** Calibres of the large veins [mm]. */
  public static final List<Double> LARGE = List.of(5.0, 6.0, 8.0, 10.0);

  /** From the probe's surface to the vein's wall [m]. */
  private static final double GAP = 2e-3;

  private static final double FREEZE = 600;

  private VeinCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "large-veins",
            "Veins of 5, 6, 8 and 10 mm with Murray's flow (17 cm/s at 14 mm), each shipped probe"
                + " lying 2 mm beside them, 10 min of freeze",
            VeinCases::large),
        new CheckCase(
            "small-slow-vein",
            "A vein of 2 mm at 0.5 cm/s, each shipped probe lying 2 mm beside it",
            VeinCases::small));
  }

  /** Velocity by Murray's law in a vein of a diameter [m] that joins a trunk of 14 mm [m/s]. */
  public static double ordinaryFlow(double diameter) {
    return 0.17 * diameter / 14e-3;
  }

  /**
   * A vein beside a probe.
   *
   * @param probe parallel to the vein; its wall goes to its plateau whatever heat that takes, so it
   *     is colder than its gas would keep it
   * @param diameter of the vein [m]
   * @param velocity of its blood [m/s]
   * @param spacing [m]
   * @param freeze for so long [s]
   */
  public static VesselReport beside(
      Cryoprobe probe, double diameter, double velocity, double spacing, double freeze) {
    double active = probe.activeLength().value();
    double away = diameter / 2 + GAP + probe.radius();
    Vec3 needle = new Vec3(-away / 2, 0.2e-3, 0);
    Vec3 end = new Vec3(away / 2, 0.2e-3, active / 2 + 12e-3);
    Vec3 box = new Vec3(away + diameter + 18e-3, Math.max(diameter + 8e-3, 22e-3), active + 16e-3);
    VesselFlow flow = new VesselFlow(Optional.empty(), velocity, Inlet.TRUNK);
    Case asked =
        VesselCases.beside(
            "a vein beside a probe",
            new AnatomySpec.Phantom(
                box,
                List.of(
                    new AnatomySpec.Ellipsoid(1, needle, new Vec3(6e-3, 6e-3, 6e-3)),
                    new AnatomySpec.Tube(
                        2, List.of(new Vec3(end.x(), end.y(), -end.z()), end), diameter))),
            flow,
            VesselCases.needle(probe.withGas(null), needle, new Vec3(0, 0, 1), freeze),
            spacing,
            253.15);
    Outcome o = Simulation.run(asked, AnatomyBuilder.build(asked));
    return o.vessels().get(0);
  }

  private static Measured large() {
    int shut = 0;
    double round = 0;
    for (Cryoprobe probe : ProbeLibrary.bundled().all()) {
      for (double mm : LARGE) {
        VesselReport vein = beside(probe, mm * 1e-3, ordinaryFlow(mm * 1e-3), 1.5e-3, FREEZE);
        shut += vein.stasis().isEmpty() ? 0 : 1;
        round = Math.max(round, vein.round());
      }
    }
    return Measured.builder()
        .value("veins frozen shut", shut)
        .value("largest frozen part of a wall", round)
        .build();
  }

  private static Measured small() {
    int shut = 0;
    int all = 0;
    for (Cryoprobe probe : ProbeLibrary.bundled().all()) {
      VesselReport vein = beside(probe, 2e-3, 5e-3, 1e-3, FREEZE);
      shut += vein.stasis().isEmpty() ? 0 : 1;
      all++;
    }
    return Measured.builder().value("part of the probes that shut it", (double) shut / all).build();
  }
}
