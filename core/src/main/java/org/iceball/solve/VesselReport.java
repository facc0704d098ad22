package org.iceball.solve;

import java.util.List;
import java.util.Optional;
import org.iceball.grid.Vec3;
import org.iceball.model.VesselModel;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * What a vessel near the target did to the treatment.
 *
 * @param name of the vessel
 * @param model the rung of the ladder that its piece nearest to the target has
 * @param diameter of the lumen there [m]
 * @param velocity of its blood there, mean over the lumen, as Murray's law has it for the calibre
 *     [m/s]
 * @param film heat transfer coefficient between its blood and wall there [W/(m2 K)]; NaN where the
 *     rung has none or the place is too far from all needles
 * @param gap least distance between the target and the vessel's wall [m], 0 where they touch; NaN
 *     without a target
 * @param at middle of that piece [m], RAS
 * @param lethalApproach least distance between the lethal zone and the wall [m]; infinite where
 *     there is no lethal zone within reach
 * @param coldest where its wall was coldest
 * @param heat that the walls gave to the tissue [J]
 * @param lost heat that the blood lost between inlet and outlet [J]; the same number, counted from
 *     the other side
 * @param cooling how far the blood at an outlet was below body temperature at most [K]
 * @param shadow how the vessel's shadow fared, a row a row of the history
 * @param stasis pieces that froze shut
 * @param alive centre of what is left of target and margin in the shadow at the end [m], RAS; empty
 *     where less than a cell is
 */
public record VesselReport(
    String name,
    VesselModel model,
    double diameter,
    double velocity,
    double film,
    double gap,
    Vec3 at,
    double lethalApproach,
    Coldest coldest,
    double heat,
    double lost,
    double cooling,
    List<Row> shadow,
    List<Stasis> stasis,
    Optional<Vec3> alive) {

  /** Tissue within this distance of a wall lies in the vessel's shadow [m]. */
  public static final double SHADOW = 5e-3;

  /** Vessels further than this from the target are not reported [m]. */
  public static final double NEAR = 15e-3;

  /**
   * The shadow at a time. It is the part of target and margin within {@link #SHADOW} of this
   * vessel's wall, as far as no other vessel is nearer.
   *
   * @param time since the start [s]
   * @param coldestWall lowest temperature of the wall [K]
   * @param meanWall mean temperature of the wall [K]
   * @param ice how thick the ice is on the inner side of the wall at most, no thicker than the
   *     lumen is wide [m]
   * @param round largest part of its wall that any piece has frozen [1]; at 1 it freezes shut
   * @param targetLeft part of the target in the shadow that never reached the lethal threshold [m3]
   * @param marginLeft the same of the margin round the target [m3]
   */
  public record Row(
      double time,
      double coldestWall,
      double meanWall,
      double ice,
      double round,
      double targetLeft,
      double marginLeft) {
    void save(StateOut out) {
      out.number(time);
      out.number(coldestWall);
      out.number(meanWall);
      out.number(ice);
      out.number(round);
      out.number(targetLeft);
      out.number(marginLeft);
    }

    static Row restored(StateIn in) {
      return new Row(
          in.number(),
          in.number(),
          in.number(),
          in.number(),
          in.number(),
          in.number(),
          in.number());
    }
  }

  /**
   * Where the wall was coldest, at the rows of the history.
   *
   * @param temperature of the wall there [K]; infinite before the first row
   * @param at where [m], RAS
   * @param diameter of the lumen there [m]
   */
  public record Coldest(double temperature, Vec3 at, double diameter) {
    void save(StateOut out) {
      out.number(temperature);
      out.number(at.x());
      out.number(at.y());
      out.number(at.z());
      out.number(diameter);
    }

    static Coldest restored(StateIn in) {
      double temperature = in.number();
      Vec3 at = new Vec3(in.number(), in.number(), in.number());
      return new Coldest(temperature, at, in.number());
    }
  }

  public VesselReport {
    shadow = List.copyOf(shadow);
    stasis = List.copyOf(stasis);
  }

  /** The shadow at the end; empty before the first row. */
  public Optional<Row> last() {
    return shadow.isEmpty() ? Optional.empty() : Optional.of(shadow.get(shadow.size() - 1));
  }

  /** The lowest temperature the wall had at any row [K]. */
  public double coldestWall() {
    return coldest.temperature();
  }

  /** How thick the ice on the inner side of the wall was at most at any row [m]. */
  public double ice() {
    return shadow.stream().mapToDouble(Row::ice).max().orElse(0);
  }

  /** The largest part of its wall that any piece had frozen at any row [1]. */
  public double round() {
    return shadow.stream().mapToDouble(Row::round).max().orElse(0);
  }
}
