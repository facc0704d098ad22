package org.iceball.validation.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.device.Needle;
import org.iceball.device.Phase;
import org.iceball.device.Protocol;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.device.VesselTree.Inlet;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.Numerics;
import org.iceball.model.PerfusionLaw;
import org.iceball.model.Region;
import org.iceball.model.Region.VesselFlow;
import org.iceball.model.Vasculature;
import org.iceball.model.VesselModel;
import org.iceball.solve.Backend;
import org.iceball.solve.BloodFlow;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.DrivenWalls;
import org.iceball.solve.EnergyLedger;
import org.iceball.solve.Powers;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.solve.Stepper;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.Tissue;

/**
 * A straight vessel along z in the middle of a square bar of tissue, whose long sides are held at
 * another temperature and whose ends are insulated.
 */
public final class Ducts {
  /** Radius of the circle that a square of edge 1 conducts like: its conformal radius, halved. */
  public static final double SQUARE = 0.5 * 1.0787;

  private final double coldest;
  private final Grid grid;
  private final Model model;
  private final Vasculature vessels;

  /**
   * A bar.
   *
   * @param tissue of the bar, without perfusion
   * @param edge of the square between the held cells' centres [m]
   * @param length [m]
   * @param spacing [m]
   * @param tree whose segments lie in the bar
   * @param rung of all of them
   * @param shell temperature of the long sides [K]
   */
  public Ducts(
      Tissue tissue,
      double edge,
      double length,
      double spacing,
      VesselTree tree,
      VesselModel rung,
      double shell) {
    coldest = shell;
    int n = (int) Math.round(edge / spacing) + 1;
    int nz = (int) Math.round(length / spacing);
    double first = -(n - 1) * spacing / 2;
    grid = new Grid(n, n, nz, spacing, new Vec3(first, first, spacing / 2));
    byte[] labels = new byte[grid.cells()];
    for (int c = 0; c < labels.length; c++) {
      int i = c % n;
      int j = c / n % n;
      Vec3 at = grid.centre(i, j, c / n / n);
      boolean inside = tree.segments().stream().anyMatch(s -> s.distance(at) < s.radius());
      boolean rim = i == 0 || j == 0 || i == n - 1 || j == n - 1;
      labels[c] = (byte) (rim ? 2 : inside ? 1 : 0);
    }
    VesselFlow flow = new VesselFlow(Optional.of(rung), tree.velocity(), tree.inlet());
    List<Region> regions =
        List.of(
            new Region(0, "bar", tissue, Region.Role.ORGAN),
            new Region(1, "vessel", tissue, Region.Role.VESSEL, 1, Double.NaN, flow),
            new Region(2, "shell", tissue, Region.Role.SURROUNDING));
    // a needle along the bar makes every piece of the vessel count as near
    Needle beside =
        new Needle(
            "beside",
            Specimen.probe(0.75e-3, length),
            new Vec3(edge / 3, edge / 3, 0),
            new Vec3(0, 0, 1),
            0,
            new Protocol(List.of(new Phase(Phase.Kind.FREEZE, 60))));
    Case asked =
        new Case(
            "a duct",
            new AnatomySpec.Phantom(new Vec3(edge, edge, length), List.of()),
            regions,
            spacing,
            Double.POSITIVE_INFINITY,
            new Faces(Faces.Kind.INSULATED, 310.15),
            310.15,
            List.of(),
            List.of(273.15),
            List.of(0.0),
            273.15,
            Double.POSITIVE_INFINITY,
            new Numerics(Numerics.StepperKind.RKL2, Numerics.Precision.FP64, 1, "cpu"));
    Anatomy anatomy =
        new Anatomy(new Labels(grid, labels), null, Vec3.ZERO, 1e-3, 0, List.of(tree), List.of());
    ModelCompiler.Compiled compiled = ModelCompiler.compile(asked, anatomy, List.of(beside));
    List<Material> materials = new ArrayList<>(compiled.model().materials());
    EnthalpyCurve curve = materials.get(0).curve();
    materials.set(
        2,
        new Material(
            "shell",
            curve,
            PerfusionLaw.of(tissue, curve, spacing, 310.15),
            true,
            curve.enthalpy(shell)));
    var couplings = compiled.model().needles();
    model =
        new Model(
            grid,
            compiled.model().material(),
            materials,
            List.copyOf(couplings.subList(1, couplings.size())),
            asked.faces());
    vessels = new Vasculature(List.of(tree), compiled.vessels().walls(), 0);
  }

  /**
   * A straight vessel along z from 0 on, in segments of about 4 mm; a little off the axis of the
   * grid, so that its wall is not symmetric to the cells.
   */
  public static VesselTree straight(double radius, double length, double velocity) {
    List<VesselSegment> segments = new ArrayList<>();
    int n = (int) Math.round(length / 4e-3);
    for (int s = 0; s < n; s++) {
      segments.add(
          new VesselSegment(
              new Vec3(0.31e-3, 0.17e-3, length * s / n),
              new Vec3(0.31e-3, 0.17e-3, length * (s + 1) / n),
              radius,
              s - 1));
    }
    return new VesselTree("vessel", 1, segments, Inlet.TRUNK, velocity);
  }

  /**
   * A straight vessel that crosses the bar at a slant, from below its one end to above the other.
   */
  public static VesselTree slanted(
      double radius, double length, double velocity, double x, double y) {
    List<VesselSegment> segments = new ArrayList<>();
    int n = 3 * (int) Math.round(length / 4e-3);
    Vec3 middle = new Vec3(0.31e-3, 0.17e-3, length / 2);
    Vec3 step = new Vec3(x, y, 1).times(2 * length / n);
    for (int s = 0; s < n; s++) {
      Vec3 from = middle.plus(step.times(s - n / 2.0));
      segments.add(new VesselSegment(from, from.plus(step), radius, s - 1));
    }
    return new VesselTree("vessel", 1, segments, Inlet.TRUNK, velocity);
  }

  /**
   * What a run ends with.
   *
   * @param power that the walls give at the end [W]
   * @param cooling of the blood at the outlet, at most [K]
   * @param given heat that the walls gave [J]
   * @param lost heat that the blood lost, counted from its side [J]
   * @param imbalance of the energy ledger [1]
   * @param temperature at the end [K], shape [cells]
   */
  public record End(
      double power,
      double cooling,
      double given,
      double lost,
      double imbalance,
      float[] temperature) {}

  /** The cells. */
  public Grid grid() {
    return grid;
  }

  /** The vessel's walls. */
  public Vasculature vessels() {
    return vessels;
  }

  /** Runs for a time [s], the blood following the tissue. */
  public End run(double time) {
    BloodFlow blood = new BloodFlow(model, vessels, BloodSupply.BY_CALIBRE);
    double[] powers = new double[Powers.size(model.needles().size())];
    EnergyLedger ledger = new EnergyLedger(powers.length);
    double[] integrals = new double[model.needles().size() * model.materials().size()];
    try (Backend backend = new CpuBackend(model, Numerics.Precision.FP64, 1)) {
      double stored = -backend.totalEnthalpy();
      Stepper stepper = new Rkl2Stepper(0.1);
      blood.write(integrals);
      backend.drive(integrals);
      backend.rate(powers);
      double now = 0;
      while (now < time - 1e-6) {
        double tau =
            stepper.step(
                backend, powers, Math.min(20, time - now), DrivenWalls.held(coldest), ledger);
        blood.book(tau, ledger);
        now += tau;
        if (blood.march(powers)) {
          blood.write(integrals);
          backend.drive(integrals);
          backend.rate(powers);
        }
      }
      stored += backend.totalEnthalpy();
      float[] temperature = new float[grid.cells()];
      backend.readTemperature(temperature);
      double power = 0;
      for (int w = 0; w < vessels.walls().size(); w++) {
        power += powers[w];
      }
      return new End(
          power,
          blood.cooling(0),
          blood.given(0, ledger),
          blood.lost(0),
          Math.abs(stored - ledger.sum()) / ledger.exchanged(),
          temperature);
    }
  }
}
