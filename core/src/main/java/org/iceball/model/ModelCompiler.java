package org.iceball.model;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;
import org.iceball.tissue.TissueProperty;

/** Case and anatomy in, arrays and tables out. A pure function. */
public final class ModelCompiler {
  private ModelCompiler() {}

  /**
   * A model and what of it is blood.
   *
   * @param model needles first, then the pieces of their shafts, then the walls of vessels
   * @param shafts whose pieces they are
   * @param vessels whose walls they are
   */
  public record Compiled(Model model, List<Shaft> shafts, Vasculature vessels) {}

  /**
   * Compiles a case whose vessels, if any, are held at body temperature.
   *
   * @param asked the case
   * @param labels of the cells; every label that occurs has a region
   * @param needles where they lie
   */
  public static Model compile(Case asked, Labels labels, List<Needle> needles) {
    Grid grid = labels.grid();
    List<Material> materials = materials(asked, grid);
    byte[] material = asked.regionsOf(labels);
    return new Model(
        grid, material, List.copyOf(materials), couplings(needles, grid), asked.faces());
  }

  /**
   * Compiles a case with its vessels.
   *
   * @param asked the case
   * @param anatomy its labels and vessels; every label that occurs has a region
   * @param needles where they lie
   */
  public static Compiled compile(Case asked, Anatomy anatomy, List<Needle> needles) {
    Labels labels = anatomy.labels();
    Grid grid = labels.grid();
    List<Material> materials = materials(asked, grid);
    byte[] material = asked.regionsOf(labels);
    List<NeedleCells> couplings = new ArrayList<>(couplings(needles, grid));
    List<Shaft> shafts = Shaft.add(needles, grid, couplings);
    Vasculature vessels =
        new VesselCompiler(asked, anatomy, needles, materials).compile(material, couplings.size());
    vessels.walls().forEach(w -> couplings.add(w.cells()));
    Model model =
        new Model(grid, material, List.copyOf(materials), List.copyOf(couplings), asked.faces());
    return new Compiled(model, shafts, vessels);
  }

  private static List<NeedleCells> couplings(List<Needle> needles, Grid grid) {
    List<NeedleCells> cells = new ArrayList<>();
    for (Needle n : needles) {
      cells.add(NeedleCells.of(n, grid));
    }
    return List.copyOf(cells);
  }

  /** One material a region, in the same order. */
  private static List<Material> materials(Case asked, Grid grid) {
    EnthalpyCurve lumen = lumenCurve(asked.regions());
    List<Material> materials = new ArrayList<>();
    for (Region r : asked.regions()) {
      materials.add(material(r, asked, grid, lumen));
    }
    return materials;
  }

  private static Material material(Region r, Case asked, Grid grid, EnthalpyCurve lumen) {
    boolean held = r.role() == Region.Role.VESSEL;
    EnthalpyCurve curve = held ? lumen : new EnthalpyCurve(ThermalLaw.of(r.tissue()));
    double start = held ? Tissue.Blood.TEMPERATURE : asked.initialTemperature();
    return new Material(
        r.name(),
        curve,
        PerfusionLaw.of(supplied(r), curve, grid.spacing(), start),
        held,
        curve.enthalpy(start));
  }

  /** The region's tissue with the part of its blood that it gets. */
  private static Tissue supplied(Region r) {
    if (r.bloodFlow() == 1) {
      return r.tissue();
    }
    var normal = r.tissue().properties().get(TissueProperty.PERFUSION);
    return r.tissue().with(TissueProperty.PERFUSION, normal.times(r.bloodFlow()));
  }

  /**
   * The inside of a held lumen conducts nothing: it is only a place with a temperature. The face
   * between it and the tissue conducts as the organ does, so a lumen borrows the organ's curve.
   */
  private static EnthalpyCurve lumenCurve(List<Region> regions) {
    Region donor =
        regions.stream()
            .filter(r -> r.role() == Region.Role.ORGAN)
            .findFirst()
            .orElse(
                regions.stream()
                    .filter(r -> r.role() != Region.Role.VESSEL)
                    .findFirst()
                    .orElse(regions.get(0)));
    return new EnthalpyCurve(ThermalLaw.of(donor.tissue()));
  }
}
