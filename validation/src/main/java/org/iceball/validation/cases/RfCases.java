package org.iceball.validation.cases;

import java.util.Arrays;
import java.util.List;
import org.iceball.device.Generator;
import org.iceball.device.Generator.Ground;
import org.iceball.device.Generator.Mode;
import org.iceball.device.Phase;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.device.RfElectrode;
import org.iceball.electric.Potential;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Threads;
import org.iceball.grid.Vec3;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.tissue.Citation;
import org.iceball.tissue.Cited;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.exact.RfSphere;
import org.iceball.validation.oracle.AxisymmetricElectrode;

/** The electric potential and the heat of its current. */
final class RfCases {
  private static final double SIGMA = 0.2;
  private static final double TIGHT = 1e-10;

  private RfCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase("rf-spheres", "Concentric spheres of 20 and 40 cells", RfCases::spheres),
        new CheckCase(
            "rf-sphere-heat",
            "A ball of 12 cells at 1 V in endless tissue: resistance and heat of the current",
            RfCases::sphereHeat),
        new CheckCase(
            "rf-residual",
            "An electrode in tissue full of steam: the residual halved, and the books of power",
            RfCases::residual),
        new CheckCase(
            "rf-phi-theta",
            "A steady electrode in a box at 0 V and 37 degC: temperature against potential, cell by"
                + " cell",
            RfCases::phiTheta),
        new CheckCase(
            "rf-electrode",
            "An electrode of 1.5 x 20 mm at 24 V for 3 min along the grid, at 30 and 45 degrees to"
                + " it and along no axis of it, cells of 1 mm, against a fine solution in r and z",
            RfCases::electrode),
        new CheckCase(
            "refused-no-generator",
            "Electrodes without a generator",
            () -> refuse("generator: {power: 20 W}\n", "")),
        new CheckCase(
            "refused-two-settings",
            "A generator that is to hold two things",
            () -> refuse("{power: 20 W}", "{power: 20 W, current: 1 A}")),
        new CheckCase(
            "refused-frozen-electrode",
            "An electrode that is to freeze",
            () -> refuse("heat 20 s", "10-5-10")),
        new CheckCase(
            "refused-current-unit",
            "A current in volts",
            () -> refuse("{power: 20 W}", "{current: 2 V}")),
        new CheckCase(
            "refused-mixture",
            "A cryoprobe beside an electrode",
            () -> refuse("probe: plain-30, name: B", "probe: 17G, protocol: freeze 20 s, name: B")),
        new CheckCase(
            "rf-ledger",
            "Two electrodes beside a vein, with boiling and pauses, as a user's case",
            RfCases::ledger));
  }

  private static Measured refuse(String words, String others) {
    UserCase.of("electrodes.yaml").with(words, others).run();
    return Measured.builder().build();
  }

  private static Measured ledger() {
    Outcome o =
        UserCase.of("electrodes.yaml")
            .with(
                "{power: 20 W}",
                "{power: 300 W, most_power: 500 W, roll_off: 2 ohm, pause: 4 s, pad: 10 ohm}")
            .with("heat 20 s", "heat 60 s, pause 5 s, heat 20 s")
            .run();
    double given = o.current().inTissue() + o.current().inBlood() + o.current().beyond();
    return Measured.builder()
        .value("imbalance", o.energy().imbalanceRelative())
        .value("roll-offs", o.current().rollOffs().size())
        .value("power balance", Math.abs(given / o.current().energy() - 1))
        .build();
  }

  private static Grid cube(int n, double h) {
    double low = -(n - 1) * h / 2;
    return new Grid(n, n, n, h, new Vec3(low, low, low));
  }

  /** Joins every cell whose centre lies in a ball to the electrode, as firmly as its faces are. */
  private static double[] ball(Grid g, double radius, double[] sigma, double metal) {
    double[] joint = new double[g.cells()];
    for (int c = 0; c < joint.length; c++) {
      if (g.centre(c).norm() < radius) {
        sigma[c] = metal;
        joint[c] = g.spacing();
      }
    }
    return joint;
  }

  /** An eighth of the spheres: the planes between the eighths pass no current. */
  private static Measured spheres() {
    Grid g = new Grid(42, 42, 42, 1e-3, new Vec3(0.5e-3, 0.5e-3, 0.5e-3));
    Potential p = new Potential(g, Ground.SUPERIOR, Vec3.ZERO, TIGHT, Threads.ALONE);
    double[] sigma = p.conductivity();
    Arrays.fill(sigma, SIGMA);
    double metal = 1e4 * SIGMA;
    double[] joint = ball(g, 20e-3, sigma, metal);
    for (int c = 0; c < sigma.length; c++) {
      if (g.centre(c).norm() > 40e-3) {
        sigma[c] = metal;
      }
    }
    p.join(joint);
    p.solve();
    double exact = 8 * (1 / 20e-3 - 1 / 40e-3) / (4 * Math.PI * SIGMA);
    double[] heat = new double[g.cells()];
    double beyond = p.heat(heat);
    double power = Arrays.stream(heat).sum() * g.cellVolume() + beyond;
    return Measured.builder()
        .value("resistance", 1 / p.conductance() / exact)
        .value("power over voltage times current", power / p.conductance())
        .build();
  }

  private static Measured sphereHeat() {
    Grid g = cube(72, 1e-3);
    double radius = 12e-3;
    RfSphere exact = new RfSphere(radius, SIGMA, 0.5, 1);
    Potential p = new Potential(g, Ground.FAR, Vec3.ZERO, TIGHT, Threads.ALONE);
    double[] sigma = p.conductivity();
    Arrays.fill(sigma, SIGMA);
    p.join(ball(g, radius, sigma, 1e4 * SIGMA));
    p.solve();
    double[] heat = new double[g.cells()];
    p.heat(heat);
    double worst = 0;
    for (int shell = 15; shell < 35; shell++) {
      double found = 0;
      double wanted = 0;
      for (int c = 0; c < heat.length; c++) {
        double r = g.centre(c).norm();
        if (Math.round(r * 1e3) == shell) {
          found += heat[c];
          wanted += SIGMA * Math.pow(radius, 2) / Math.pow(r, 4);
        }
      }
      worst = Math.max(worst, Math.abs(found / wanted - 1));
    }
    return Measured.builder()
        .value("resistance", 1 / p.conductance() / exact.resistance())
        .value("heat error", worst)
        .build();
  }

  private static Potential steamy(double tolerance) {
    Grid g = cube(48, 1e-3);
    Potential p = new Potential(g, Ground.FAR, Vec3.ZERO, tolerance, Threads.ALONE);
    double[] sigma = p.conductivity();
    double[] joint = new double[g.cells()];
    for (int c = 0; c < sigma.length; c++) {
      Vec3 at = g.centre(c);
      double r = Math.hypot(at.x() - 0.2e-3, at.y());
      sigma[c] = Math.abs(at.z()) < 11e-3 && r < 3e-3 ? 0.01 * SIGMA : SIGMA;
      joint[c] = Math.abs(at.z()) < 10e-3 && r < 1.2e-3 ? 1e-3 : 0;
    }
    p.join(joint);
    p.solve();
    return p;
  }

  private static Measured residual() {
    Potential p = steamy(TIGHT);
    double[] heat = new double[48 * 48 * 48];
    double power = p.heat(heat) + Arrays.stream(heat).sum() * 1e-9;
    return Measured.builder()
        .value("power after halving", steamy(TIGHT / 2).conductance() / p.conductance())
        .value("power over voltage times current", power / p.conductance())
        .value("iterations", p.iterations())
        .build();
  }

  private static RfElectrode bare(double radius, double length) {
    return new RfElectrode(
        "bare",
        "chosen for a check",
        cited(2 * radius),
        cited(length),
        new RfElectrode.Tips(cited(1), null),
        null,
        null);
  }

  private static Cited cited(double v) {
    return new Cited(v, v, v, new Citation("chosen for a check", "chosen"));
  }

  private static Case heated(
      Tissue tissue, RfElectrode electrode, Vec3 axis, Generator generator, double h, double time) {
    Case.PlannedNeedle needle =
        new Case.PlannedNeedle(
            "E",
            electrode,
            new Placement(
                Placement.Anchor.IMAGE,
                Placement.Aim.MIDDLE_OF_ACTIVE_ZONE,
                new Vec3(0.13 * h, 0.21 * h, 0.17 * h),
                null,
                axis),
            0,
            new Protocol(List.of(new Phase(Phase.Kind.HEAT, time))));
    return new Case(
            "An electrode",
            new AnatomySpec.Phantom(new Vec3(0.06, 0.06, 0.06), List.of()),
            List.of(new Region(0, "liver", tissue, Region.Role.ORGAN)),
            h,
            Double.POSITIVE_INFINITY,
            new Faces(Faces.Kind.HELD, Specimen.BODY),
            Specimen.BODY,
            List.of(needle),
            List.of(273.15),
            List.of(0.0),
            273.15,
            Double.POSITIVE_INFINITY,
            new Numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 1, "cpu"))
        .withGenerator(generator);
  }

  private static Anatomy empty(Grid grid) {
    return new Anatomy(new Labels(grid, new byte[grid.cells()]), null, Vec3.ZERO, 1e-3, 0);
  }

  private static Measured phiTheta() {
    double h = 1e-3;
    Grid g = cube(14, h);
    Tissue tissue = Specimen.with(Specimen.liver(0), TissueProperty.ELECTRICAL_RISE, 0);
    double volt = 10;
    Generator generator =
        new Generator(
            Mode.VOLTAGE,
            volt,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            Double.POSITIVE_INFINITY,
            0,
            1,
            Ground.FACES,
            0);
    Vec3 axis = new Vec3(0.3, 0.2, 1).unit();
    RfElectrode electrode = bare(0.75e-3, 5e-3);
    Case asked = heated(tissue, electrode, axis, generator, h, 1500);
    Outcome o = Simulation.run(asked, empty(g));
    Potential p = new Potential(g, Ground.FACES, Vec3.ZERO, TIGHT, Threads.ALONE);
    Arrays.fill(p.conductivity(), SIGMA);
    var cells = org.iceball.model.NeedleCells.of(o.needles().get(0), g);
    double[] joint = new double[g.cells()];
    for (int n = 0; n < cells.cells().length; n++) {
      joint[cells.cells()[n]] = cells.conductance()[n] * g.cellVolume();
    }
    p.join(joint);
    p.solve();
    double top = SIGMA * volt * volt / (2 * tissue.value(TissueProperty.CONDUCTIVITY));
    double worst = 0;
    for (int c = 0; c < g.cells(); c++) {
      double v = p.at(c);
      double wanted = top * v * (2 - v);
      worst = Math.max(worst, Math.abs(o.temperature()[c] - Specimen.BODY - wanted) / top);
    }
    return Measured.builder().value("error over the highest rise", worst).build();
  }

  private static Measured electrode() {
    double radius = 0.75e-3;
    double length = 20e-3;
    double volt = 24;
    double time = 180;
    Tissue tissue = Specimen.liver(0);
    AxisymmetricElectrode fine =
        new AxisymmetricElectrode(
            radius,
            length,
            SIGMA,
            tissue.value(TissueProperty.ELECTRICAL_RISE),
            tissue.value(TissueProperty.CONDUCTIVITY),
            tissue.value(TissueProperty.DENSITY) * tissue.value(TissueProperty.SPECIFIC_HEAT),
            Specimen.BODY);
    double cold = fine.conductance() * 2;
    fine.heat(volt, time, 90);
    double resistance = 0;
    double energy = 0;
    double volume = 0;
    Vec3[] axes = {
      new Vec3(0, 0, 1),
      new Vec3(0.5, 0, Math.sqrt(0.75)),
      new Vec3(1, 0, 1).unit(),
      new Vec3(1, 1, Math.sqrt(2)).unit()
    };
    for (Vec3 axis : axes) {
      Generator generator = Generator.of(Mode.VOLTAGE, volt);
      Case asked = heated(tissue, bare(radius, length), axis, generator, 1e-3, time);
      Grid g = cube(57, 1e-3);
      Outcome o = Simulation.run(asked, empty(g));
      double first = o.current().firstImpedance();
      resistance = worse(resistance, first * cold);
      energy = worse(energy, o.current().energy() / fine.energy());
      for (double t : new double[] {318.15, 323.15, 333.15}) {
        float[] colder = ColdFraction.of(g, o.temperature(), t);
        double hot = g.cells() * g.cellVolume() - ZoneMetrics.volume(g, colder);
        volume = worse(volume, hot / fine.hotterThan(t));
      }
    }
    return Measured.builder()
        .value("resistance difference", resistance)
        .value("energy difference", energy)
        .value("volume difference", volume)
        .build();
  }

  private static double worse(double before, double ratio) {
    return Math.max(before, Math.abs(ratio - 1));
  }
}
