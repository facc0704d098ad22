package org.iceball.model;

/**
 * The wall of a piece of a vessel, coupled to the tissue as a needle is: cell i gets the heat g_i
 * (Q(T_blood) - Q_i).
 *
 * <p>Film and tissue lie in series. Written in the conductivity integral, a film of coefficient h
 * is a layer of unfrozen tissue of the thickness k_u/h, so the series is a sum of lengths, and
 * exact for any k(T) as long as the wall itself is not frozen. Once it is, the layer freezes like
 * still blood; the limit h (T_blood - T_liquidus) of a film over an icy wall is passed then.
 *
 * @param tree index of the vessel
 * @param segment index of the piece in its tree
 * @param model the rung of the ladder
 * @param cells the cells beside the wall and their conductances [1/m2]
 * @param reach distance of each cell's centre from the wall [m], shape [n]; empty for a vessel that
 *     is thinner than the cells and coupled as a line
 * @param film heat transfer coefficient between blood and wall [W/(m2 K)]; infinite where the wall
 *     has the blood's temperature
 * @param area of the wall inside the grid [m2]
 */
public record VesselWall(
    int tree,
    int segment,
    VesselModel model,
    NeedleCells cells,
    double[] reach,
    double film,
    double area) {

  /** Whether the vessel is thinner than the cells, and its wall is a line. */
  public boolean isLine() {
    return reach.length == 0;
  }
}
