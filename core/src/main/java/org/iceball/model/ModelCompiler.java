package org.iceball.model;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;

/** Case and anatomy in, arrays and tables out. A pure function. */
public final class ModelCompiler {
  private ModelCompiler() {}

  /**
   * Compiles a case.
   *
   * @param asked the case
   * @param labels of the cells; every label that occurs has a region
   * @param needles where they lie
   */
  public static Model compile(Case asked, Labels labels, List<Needle> needles) {
    Grid grid = labels.grid();
    EnthalpyCurve lumen = lumenCurve(asked.regions());
    byte[] indexOfLabel = new byte[256];
    List<Material> materials = new ArrayList<>();
    for (Region r : asked.regions()) {
      indexOfLabel[r.label()] = (byte) materials.size();
      materials.add(material(r, asked, grid, lumen));
    }
    byte[] material = new byte[grid.cells()];
    for (int c = 0; c < material.length; c++) {
      material[c] = indexOfLabel[labels.at(c)];
    }
    List<NeedleCells> cells = new ArrayList<>();
    for (Needle n : needles) {
      cells.add(NeedleCells.of(n, grid));
    }
    return new Model(grid, material, List.copyOf(materials), List.copyOf(cells), asked.faces());
  }

  private static Material material(Region r, Case asked, Grid grid, EnthalpyCurve lumen) {
    boolean held = r.role() == Region.Role.VESSEL;
    EnthalpyCurve curve = held ? lumen : new EnthalpyCurve(ThermalLaw.of(r.tissue()));
    double start = held ? Tissue.Blood.TEMPERATURE : asked.initialTemperature();
    return new Material(
        r.name(),
        curve,
        PerfusionLaw.of(r.tissue(), curve, grid.spacing(), start),
        held,
        curve.enthalpy(start));
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
