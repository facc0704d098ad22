package org.iceball.model;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Grid;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;

/**
 * Turns the vessels of an anatomy into couplings, piece by piece.
 *
 * <p>A piece at least {@link VesselPieces#RESOLVED} cells in radius keeps its lumen, which conducts
 * nothing; its wall is coupled to the cells beside it. A thinner one becomes tissue with a line in
 * it. A piece further than {@link VesselPieces#REACH} from every active zone exchanges nothing
 * worth a coupling: a wide one is held at body temperature, a thin one is perfused tissue.
 */
final class VesselCompiler {
  private final Case asked;
  private final Anatomy anatomy;
  private final List<Needle> needles;
  private final List<Material> materials;

  /**
   * @param materials of the regions; a material for the insides of vessels is added, *modified*
   */
  VesselCompiler(Case asked, Anatomy anatomy, List<Needle> needles, List<Material> materials) {
    this.asked = asked;
    this.anatomy = anatomy;
    this.needles = needles;
    this.materials = materials;
  }

  /**
   * Finds the walls.
   *
   * @param material of the cells, shape [cells]; cells of vessels become tissue or lumen,
   *     *modified*
   * @param first index that the first wall will have among the couplings
   */
  Vasculature compile(byte[] material, int first) {
    if (anatomy.vessels().isEmpty()) {
      return Vasculature.none(first);
    }
    Grid grid = anatomy.labels().grid();
    List<VesselPiece> pieces = new VesselPieces(asked, grid, needles).of(anatomy);
    int[] pieceOfCell = LumenCells.pieces(anatomy.labels(), anatomy.vessels(), pieces);
    int lumen = materials.size();
    materials.add(lumen());
    boolean[] becomesTissue = new boolean[material.length];
    for (int c = 0; c < material.length; c++) {
      if (pieceOfCell[c] >= 0) {
        switch (pieces.get(pieceOfCell[c]).kind()) {
          case TISSUE, LINE -> becomesTissue[c] = true;
          case WALL -> material[c] = (byte) lumen;
          case HELD -> {}
        }
      } else if (pieceOfCell[c] == LumenCells.LOOSE) {
        becomesTissue[c] = true;
      }
    }
    TissueFill.fill(grid, material, becomesTissue, materials);
    ResolvedWalls resolved =
        new ResolvedWalls(grid, material, materials, pieces, pieceOfCell, lumen);
    List<VesselWall> walls = new ArrayList<>();
    for (int p = 0; p < pieces.size(); p++) {
      VesselWall wall =
          pieces.get(p).kind() == VesselPiece.Kind.LINE
              ? LineWall.of(pieces.get(p), grid, material, materials)
              : resolved.of(p);
      if (wall != null && wall.cells().cells().length > 0) {
        walls.add(wall);
      }
    }
    return new Vasculature(anatomy.vessels(), walls, first);
  }

  /** What fills a lumen: held, and it conducts nothing, so that all heat takes the couplings. */
  private static Material lumen() {
    ThermalLaw law =
        new ThermalLaw(FrozenLaw.CONSTANT, 1050, 3617, 1800, 0, 0, 272.59, 265.15, 2.669e5);
    EnthalpyCurve curve = new EnthalpyCurve(law);
    return new Material(
        "lumen",
        curve,
        new PerfusionLaw(0, 0, 1, 0, 0, 0, 0, 0),
        true,
        curve.enthalpy(Tissue.Blood.TEMPERATURE));
  }
}
