package org.iceball.model;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.iceball.grid.Grid;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.Tissue.Blood;

/**
 * Couples the walls of lumina that the grid resolves: each face conducts through film and half a
 * cell of tissue.
 */
final class ResolvedWalls {
  /** A cell's centre is at least so far from the wall, for a face square to it [cells]. */
  private static final double LEAST_REACH = 0.1;

  private final Grid grid;
  private final byte[] material;
  private final List<Material> materials;
  private final List<VesselPiece> pieces;
  private final List<List<WallFaces.Face>> faces = new ArrayList<>();
  private final int[] cells;

  /** What a cell beside a wall has of it. */
  private static final class Beside {
    double conductance;
    double area;
    double facing;
    double reach;
  }

  /**
   * @param material of the cells, shape [cells]; those of lumina are known by now; not modified
   * @param pieceOfCell see {@link LumenCells}, shape [cells]; not modified
   * @param lumen index of the material that fills a resolved lumen
   */
  ResolvedWalls(
      Grid grid,
      byte[] material,
      List<Material> materials,
      List<VesselPiece> pieces,
      int[] pieceOfCell,
      int lumen) {
    this.grid = grid;
    this.material = material;
    this.materials = materials;
    this.pieces = pieces;
    cells = new int[pieces.size()];
    pieces.forEach(p -> faces.add(new ArrayList<>()));
    for (int c = 0; c < pieceOfCell.length; c++) {
      if ((material[c] & 0xff) == lumen) {
        cells[pieceOfCell[c]]++;
      }
    }
    WallFaces.find(grid, material, lumen, materials)
        .forEach(f -> faces.get(pieceOfCell[f.lumenCell()]).add(f));
  }

  /** The wall of a piece; null where it has none of its own. */
  VesselWall of(int piece) {
    if (faces.get(piece).isEmpty()) {
      return null;
    }
    VesselPiece p = pieces.get(piece);
    double h = grid.spacing();
    double scale = scale(p.tree());
    double off = offset(p);
    TreeMap<Integer, Beside> beside = new TreeMap<>();
    double facing = 0;
    for (WallFaces.Face f : faces.get(piece)) {
      double layer = conductivity(f.tissueCell()) / p.film();
      double reach = Math.max(0.5 * h * f.facing() + off, LEAST_REACH * h * f.facing());
      Beside b = beside.computeIfAbsent(f.tissueCell(), c -> new Beside());
      b.conductance += scale * f.facing() / (h * (layer + reach));
      b.area += scale * f.facing() / h;
      b.reach += f.facing() * reach;
      b.facing += f.facing();
      facing += f.facing();
    }
    int[] index = beside.keySet().stream().mapToInt(c -> c).toArray();
    double[] conductance = new double[index.length];
    double[] reach = new double[index.length];
    double[] floor = new double[index.length];
    for (int n = 0; n < index.length; n++) {
      Beside b = beside.get(index[n]);
      conductance[n] = b.conductance;
      reach[n] = b.reach / Math.max(b.facing, 1e-12);
      floor[n] = floor(index[n], p.film(), b);
    }
    return new VesselWall(
        p.tree(),
        p.segment(),
        p.model(),
        new NeedleCells(index, conductance, floor),
        reach,
        p.film(),
        facing * h * h * scale);
  }

  /**
   * The conductivity integral at which a cell's wall is at the freezing point [W/m]. A colder cell
   * gets no more heat: ice on the wall keeps its surface at the freezing point, and blood gives
   * that h (T_blood - T_freezing).
   */
  private double floor(int cell, double film, Beside b) {
    if (Double.isInfinite(film) || b.conductance <= 0) {
      return Double.NEGATIVE_INFINITY;
    }
    EnthalpyCurve curve = materials.get(material[cell] & 0xff).curve();
    double blood = curve.integral(curve.enthalpy(Blood.TEMPERATURE));
    double most = blood * film / curve.law().conductivity();
    return blood - most * b.area / b.conductance;
  }

  private double conductivity(int cell) {
    return materials.get(material[cell] & 0xff).curve().law().conductivity();
  }

  /**
   * How much further out the wall of the cells lies than the vessel's own [m]: a lumen of cells is
   * not quite as wide as the lumen that it stands for. Between them a layer conducts like a
   * cylinder.
   */
  private double offset(VesselPiece piece) {
    double lumen = 0;
    double filled = 0;
    for (int n = 0; n < cells.length; n++) {
      VesselPiece p = pieces.get(n);
      if (p.tree() == piece.tree() && cells[n] > 0) {
        lumen += p.area() * p.shape().radius() / 2;
        filled += cells[n] * grid.cellVolume();
      }
    }
    double wider = Math.min(1.2, Math.max(0.8, Math.sqrt(filled / lumen)));
    return piece.shape().radius() * StrictMath.log(wider);
  }

  /** Area of a vessel's walls over that of the faces that stand for them, near to one [1]. */
  private double scale(int tree) {
    double walls = 0;
    double area = 0;
    for (int n = 0; n < cells.length; n++) {
      if (pieces.get(n).tree() == tree && !faces.get(n).isEmpty()) {
        walls += pieces.get(n).area();
        for (WallFaces.Face f : faces.get(n)) {
          area += f.facing() * grid.spacing() * grid.spacing();
        }
      }
    }
    return area > 0 ? Math.min(1.25, Math.max(0.8, walls / area)) : 1;
  }
}
