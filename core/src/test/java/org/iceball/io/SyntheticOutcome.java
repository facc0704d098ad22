package org.iceball.io;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.injury.Coverage;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.InjuryReport;
import org.iceball.injury.LawZone;
import org.iceball.injury.Span;
import org.iceball.injury.Zone;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.solve.EnergyReport;
import org.iceball.solve.HistoryRow;
import org.iceball.solve.Moment;
import org.iceball.solve.Outcome;
import org.iceball.solve.RunStats;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/**
 * An outcome whose temperatures are a formula, so that writers can be tested without a solver. Ice
 * and anatomy are asymmetric in all three axes: a flip or a swap of axes shows.
 *
 * <p>The 0 degC surface is an ellipsoid round {@link #ICE_CENTRE} with half axes {@link #ICE}; the
 * temperature is 37 degC outside of 1.5 times that and falls linearly with the scaled radius r: 74
 * (r - 1) degC from there inwards, 0 at r = 1 and -74 at the centre.
 */
public final class SyntheticOutcome {
  /** Centre of the ice [m]. */
  public static final Vec3 ICE_CENTRE = Vec3.mm(-41, 22, 103);

  /** Half axes of the 0 degC surface [m]. */
  public static final Vec3 ICE = Vec3.mm(20, 16, 24);

  private static final int SURROUNDING = 0;
  private static final int LIVER = 1;
  private static final int TUMOUR = 2;
  private static final int VEIN = 3;

  private SyntheticOutcome() {}

  /** Two needles in a tumour beside a vein, 1 mm cells, with error bars and a warning. */
  public static Outcome twoNeedles() {
    Outcome outcome = outcome(new Grid(80, 70, 90, 1e-3, Vec3.mm(-80.5, -13.5, 58.5)), true);
    return outcome.withInjury(injury(outcome.anatomy().labels().grid()));
  }

  /** Three laws of freezing that disagree, and one of heat; a box of 2 x 1 x 1 cells. */
  private static InjuryReport injury(Grid grid) {
    List<LawZone> zones = new ArrayList<>();
    String[] names = {"cold-20", "cold-40", "edge-4mm", "cem43"};
    double[] volumes = {12.5e-6, 5.25e-6, 7e-6, 0};
    double[] covered = {0.978, 0.52, 0.61, 0};
    for (int n = 0; n < names.length; n++) {
      List<Coverage.Margin> margins =
          List.of(
              new Coverage.Margin(0, covered[n], 0.01),
              new Coverage.Margin(5e-3, covered[n] / 2, 0.02));
      InjuryLaw.Cause cause = n < 3 ? InjuryLaw.Cause.FREEZING : InjuryLaw.Cause.HEAT;
      zones.add(new LawZone(names[n], cause, volumes[n], covered[n], margins, 0.5e-6, 0.015));
    }
    return new InjuryReport(
        zones, new Span(grid, 3, 5, 7, 8, 9, 10), new float[] {1, 0.5f}, List.of());
  }

  /** The same on a coarse grid without a target and without error bars. */
  public static Outcome withoutTarget() {
    return outcome(new Grid(27, 24, 30, 3e-3, Vec3.mm(-80, -13, 59)), false);
  }

  /** Temperature of the formula at a point [m] [K]. */
  public static double temperature(Vec3 p) {
    Vec3 d = p.minus(ICE_CENTRE);
    double r = new Vec3(d.x() / ICE.x(), d.y() / ICE.y(), d.z() / ICE.z()).norm();
    return 273.15 + 74 * (Math.min(1.5, r) - 1);
  }

  private static Outcome outcome(Grid grid, boolean target) {
    byte[] labels = new byte[grid.cells()];
    float[] lowest = new float[grid.cells()];
    float[] last = new float[grid.cells()];
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          Vec3 p = grid.centre(i, j, k);
          int cell = grid.index(i, j, k);
          labels[cell] = (byte) label(p, target);
          lowest[cell] = (float) temperature(p);
          last[cell] = (float) (310.15 - 0.4 * (310.15 - temperature(p)));
        }
      }
    }
    Case asked = asked(target);
    List<Needle> needles = new ArrayList<>();
    for (Case.PlannedNeedle n : asked.needles()) {
      Vec3 tip = n.placement().tip(centre(), n.probe().activeLength().value());
      needles.add(
          new Needle(n.name(), n.probe(), tip, n.placement().axis(), n.start(), n.protocol()));
    }
    return new Outcome(
        asked,
        new Anatomy(
            new Labels(grid, labels),
            null,
            target ? centre() : Vec3.ZERO,
            1.4e-3,
            target ? 5.9e-6 : 0),
        needles,
        List.of(
            new Moment("end of freeze 1", 600, zones(0.8, Double.NaN)),
            new Moment("end of freeze 2", 1500, zones(0.97, Double.NaN)),
            new Moment("ever reached", 1560, zones(1, target ? 0.5e-3 : Double.NaN))),
        target ? coverage() : new Coverage(0, Double.NaN, List.of(), Double.NaN, null),
        history(needles.size(), target),
        new EnergyReport(
            List.of(21345.678912, 19876.54321),
            -30111.2,
            -21000,
            8000.5,
            900.1,
            0,
            2210.6,
            3.25e-14),
        new RunStats(1560, 4.23456, 812, 9744, 1.23456789e8, "cpu", "ab12".repeat(16)),
        last,
        lowest,
        target
            ? List.of(
                "Needle anterior passes within 2 mm of the vein, where a cell of 1 mm is coarse.")
            : List.of(),
        target ? new RunStats(1560, 0.2, 411, 3210, 1.1e8, "cpu", "cd34".repeat(16)) : null);
  }

  private static Vec3 centre() {
    return Vec3.mm(-43, 24, 101);
  }

  private static int label(Vec3 p, boolean target) {
    Vec3 t = p.minus(centre());
    double r = new Vec3(t.x() / 11e-3, t.y() / 10e-3, t.z() / 13e-3).norm();
    if (target && r < 1) {
      return TUMOUR;
    }
    double alongVein = Math.hypot(p.x() + 0.026 - 0.2 * (p.z() - 0.1), p.y() - 0.018);
    if (alongVein < 4e-3) {
      return VEIN;
    }
    Vec3 l = p.minus(Vec3.mm(-30, 15, 95));
    return new Vec3(l.x() / 48e-3, l.y() / 36e-3, l.z() / 47e-3).norm() < 1 ? LIVER : SURROUNDING;
  }

  private static Case asked(boolean target) {
    List<Region> regions = new ArrayList<>();
    regions.add(new Region(SURROUNDING, "fat", tissue("fat"), Region.Role.SURROUNDING));
    regions.add(new Region(LIVER, "liver", tissue("liver"), Region.Role.ORGAN));
    regions.add(new Region(VEIN, "portal vein", tissue("blood"), Region.Role.VESSEL));
    if (target) {
      regions.add(new Region(TUMOUR, "tumour", tissue("tumour"), Region.Role.TARGET));
    }
    return new Case(
        target ? "Tumour beside the portal vein, two needles" : "Ice without a target",
        new AnatomySpec.Phantom(new Vec3(0.1, 0.1, 0.1), List.of()),
        regions,
        1e-3,
        0.03,
        new Faces(Faces.Kind.INSULATED, 310.15),
        310.15,
        List.of(
            planned("anterior", Vec3.mm(-46, 27, 84), Vec3.mm(-58, 62, 130)),
            planned("posterior", Vec3.mm(-37, 17, 86), Vec3.mm(-45, 62, 142))),
        List.of(273.15, 253.15, 233.15),
        List.of(0.0, 5e-3, 10e-3),
        253.15,
        60,
        new Numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 2, "cpu"));
  }

  private static Case.PlannedNeedle planned(String name, Vec3 tip, Vec3 entry) {
    Cryoprobe probe =
        new Cryoprobe(
            "generic-17g",
            "a needle",
            cited(1.5e-3),
            cited(30e-3),
            cited(133.15),
            cited(20),
            cited(313.15),
            cited(20));
    Placement placement =
        new Placement(Placement.Anchor.IMAGE, Placement.Aim.TIP, tip, entry, null);
    Protocol protocol =
        new Protocol(
            List.of(
                new Phase(Phase.Kind.FREEZE, 600),
                new Phase(Phase.Kind.PASSIVE_THAW, 300),
                new Phase(Phase.Kind.FREEZE, 600),
                new Phase(Phase.Kind.ACTIVE_THAW, 60)));
    return new Case.PlannedNeedle(name, probe, placement, 0, protocol);
  }

  private static Tissue tissue(String name) {
    Map<TissueProperty, Cited> properties = new EnumMap<>(TissueProperty.class);
    for (TissueProperty p : TissueProperty.values()) {
      properties.put(p, cited(1));
    }
    return new Tissue(name, name, FrozenLaw.CONSTANT, properties);
  }

  private static Cited cited(double value) {
    return new Cited(value, value, value, new Citation("fixture", "computed"));
  }

  /** Zones of the ellipsoid; {@code part} of full size, half-widths [m] of the error bars. */
  private static List<Zone> zones(double part, double error) {
    List<Zone> zones = new ArrayList<>();
    double[] celsius = {0, -20, -40};
    for (double t : celsius) {
      double r = part * (1 + t / 74);
      double volume = 4 * Math.PI / 3 * ICE.x() * ICE.y() * ICE.z() * r * r * r;
      List<Double> axes = List.of(2 * ICE.z() * r, 2 * ICE.x() * r, 2 * ICE.y() * r);
      String name = t == 0 ? "iceball 0 degC" : (int) t + " degC";
      List<Double> errors =
          Double.isNaN(error) ? List.of() : List.of(error, 0.8 * error, 0.6 * error);
      zones.add(new Zone(name, 273.15 + t, volume, axes, error * 4e-3, errors));
    }
    return zones;
  }

  private static Coverage coverage() {
    return new Coverage(
        5.9e-6,
        0.978123456,
        List.of(
            new Coverage.Margin(0, 0.978123456, 0.0123),
            new Coverage.Margin(5e-3, 0.812, 0.02),
            new Coverage.Margin(10e-3, 0.551)),
        -1.2345e-3,
        Vec3.mm(-51.25, 28.5, 109),
        0.0123,
        0.4e-3);
  }

  private static List<HistoryRow> history(int needles, boolean target) {
    List<HistoryRow> rows = new ArrayList<>();
    for (int t = 0; t <= 1560; t += 10) {
      boolean freezing = t < 600 || (t >= 900 && t < 1500);
      boolean passive = t >= 600 && t < 900;
      double since = t < 600 ? t : t - 900.0;
      double grown =
          freezing ? Math.sqrt(Math.max(0, since) / 600) : Math.max(0, 1 - (t % 300) / 600.0);
      List<Double> heat = new ArrayList<>();
      List<Double> wall = new ArrayList<>();
      for (int n = 0; n < needles; n++) {
        heat.add(passive ? 0 : freezing ? 14.0 + n + 40 * Math.exp(-since / 60) : -22 - n);
        wall.add(passive ? Double.NaN : freezing ? 133.15 + 177 * Math.exp(-since / 20) : 313.15);
      }
      double lethal = 12e-6 * Math.min(1, t / 1200.0);
      double covered = target ? 0.978 * Math.min(1, t / 900.0) : Double.NaN;
      HistoryRow row = new HistoryRow(t, heat, wall, 32e-6 * grown, lethal, covered);
      rows.add(target ? row.withErrors(1.5e-6 * grown, 0.1 * lethal, 0.03 * covered) : row);
    }
    return rows;
  }
}
