package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.validation.engine.Specimen;

/** One row of cells along x, each of a material of its own, so that any start can be given. */
final class Row {
  /** A model tells materials apart by a byte. */
  private static final int MOST = 256;

  private final double spacing;
  private final List<Material> materials = new ArrayList<>();

  /** An empty row with cells of a spacing [m]. */
  Row(double spacing) {
    this.spacing = spacing;
  }

  /** Adds a cell. */
  Row cell(Material material) {
    if (materials.size() == MOST) {
      throw new IllegalStateException("more than " + MOST + " materials");
    }
    materials.add(material);
    return this;
  }

  /** The row in an insulated box. */
  Model model() {
    byte[] own = new byte[materials.size()];
    for (int c = 0; c < own.length; c++) {
      own[c] = (byte) c;
    }
    return Specimen.model(
        Specimen.grid(own.length, 1, 1, spacing), own, List.copyOf(materials), List.of());
  }

  /** A row of which the first cell is held, and so many others are of one material. */
  static Model behindWall(Material wall, Material body, int others, double spacing) {
    byte[] kind = new byte[others + 1];
    java.util.Arrays.fill(kind, (byte) 1);
    kind[0] = 0;
    return Specimen.model(
        Specimen.grid(others + 1, 1, 1, spacing), kind, List.of(wall, body), List.of());
  }
}
