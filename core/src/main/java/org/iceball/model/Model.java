package org.iceball.model;

import java.util.List;
import org.iceball.grid.Grid;

/**
 * A case compiled to arrays and tables: all that a backend needs. Immutable.
 *
 * @param grid the cells
 * @param material index into {@code materials}, shape [cells], x fastest; not modified
 * @param materials at most 256
 * @param needles what exchanges heat by term (4): the needles in the order of the case, then the
 *     walls of vessels, see {@link Vasculature}
 * @param faces what holds at the outer faces
 */
public record Model(
    Grid grid, byte[] material, List<Material> materials, List<NeedleCells> needles, Faces faces) {

  /** The material of a cell. */
  public Material materialOf(int cell) {
    return materials.get(material[cell] & 0xff);
  }
}
