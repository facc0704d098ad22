package org.iceball.solve;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import org.iceball.device.DriveSchedule;
import org.iceball.device.DriveSchedule.Stretch;
import org.iceball.device.GasSupply;
import org.iceball.device.Load;
import org.iceball.device.Needle;
import org.iceball.model.Model;
import org.iceball.model.Shaft;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * The walls of the needles and of their shafts. A wall is imposed, or found where what the needle
 * can take up meets what the tissue gives: the latter is known for every temperature from the power
 * that the last evaluation of the balance found, so nothing is read back from the grid.
 */
final class NeedleWalls implements Kept {
  /** A wall that would move by less is left where it is [K]. */
  private static final double TOLERANCE = 0.02;

  private final GasSupply supply;
  private final List<DriveSchedule> schedules;
  private final List<Shaft> shafts;
  private final int[] shaftOf;
  private final Stretch[] stretch;
  private final Load[] load;
  private final Coupling[] couplings;
  private final double[] from;
  private final double[] wall;
  private final boolean[] near;
  private double begun;
  private double ends;

  /** A wall colder than this is in the near part for good, see {@link NearBox#drive} [K]. */
  private final double lowestLiquidus;

  NeedleWalls(Model model, List<Needle> needles, List<Shaft> shafts, GasSupply supply) {
    this.supply = supply;
    this.shafts = shafts;
    schedules = needles.stream().map(n -> new DriveSchedule(n, supply)).toList();
    int n = needles.size();
    int walls = n + shafts.stream().mapToInt(Shaft::pieces).sum();
    shaftOf = new int[n];
    Arrays.fill(shaftOf, -1);
    for (int s = 0; s < shafts.size(); s++) {
      shaftOf[shafts.get(s).needle()] = s;
    }
    stretch = new Stretch[n];
    load = new Load[n];
    from = new double[n];
    near = new boolean[n];
    lowestLiquidus =
        model.materials().stream()
            .filter(m -> !m.held())
            .mapToDouble(m -> m.curve().law().liquidus())
            .min()
            .orElse(Double.NEGATIVE_INFINITY);
    couplings = new Coupling[walls];
    for (int w = 0; w < walls; w++) {
      couplings[w] = new Coupling(model, model.needles().get(w));
    }
    wall = new double[walls];
    Arrays.fill(wall, Double.NaN);
  }

  List<DriveSchedule> schedules() {
    return schedules;
  }

  /**
   * Sets the walls for an interval between events.
   *
   * @param t0 beginning of the interval [s]
   * @param t1 its end [s]
   * @return how the walls changed
   */
  Drives.Change begin(Backend backend, double t0, double t1) {
    double middle = 0.5 * (t0 + t1);
    Drives.Change change = Drives.Change.NONE;
    for (int n = 0; n < stretch.length; n++) {
      Stretch now = schedules.get(n).after(middle);
      if (!Objects.equals(now, stretch[n])) {
        change = Drives.Change.ABRUPT;
        stretch[n] = now;
        start(n, backend);
      }
    }
    begun = t0;
    ends = t1;
    double share = share();
    for (int n = 0; n < stretch.length; n++) {
      load[n] = load(n, share);
      double before = wall[n];
      move(n);
      near[n] |= wall[n] < lowestLiquidus;
      if (change == Drives.Change.NONE && Double.compare(before, wall[n]) != 0) {
        change = Drives.Change.GRADUAL;
      }
    }
    return change;
  }

  /** What a needle does in the interval. */
  private Load load(int n, double share) {
    return stretch[n] == null
        ? null
        : stretch[n]
            .pull()
            .load(from[n], begun - stretch[n].from(), ends - stretch[n].from(), share);
  }

  /** A stretch begins: what the tissue at the needle is like has to be read. */
  private void start(int n, Backend backend) {
    boolean driven = stretch[n] != null && stretch[n].isDriven();
    if (driven) {
      from[n] = couplings[n].read(backend);
      wall[n] = Double.isNaN(wall[n]) ? couplings[n].rest() : wall[n];
      pieces(
          n,
          p -> {
            couplings[p].read(backend);
            wall[p] = couplings[p].rest();
          });
    } else {
      wall[n] = Double.NaN;
      pieces(n, p -> wall[p] = Double.NaN);
    }
  }

  /** Part of the gas asked for that the supply can give [1]. */
  private double share() {
    double asked = 0;
    for (Stretch s : stretch) {
      asked += s == null ? 0 : s.pull().flow();
    }
    return Math.min(1, supply.flowLimit() / asked);
  }

  /**
   * Lets the walls follow.
   *
   * @param powers of the last evaluation of the balance [W]
   * @param onlyNear whether that balance was the near part's
   * @return whether one moved by more than the tolerance
   */
  boolean follow(double[] powers, boolean onlyNear) {
    boolean moved = false;
    for (int n = 0; n < stretch.length; n++) {
      if (load[n] != null && !load[n].isImposed() && (near[n] || !onlyNear)) {
        couplings[n].see(wall[n], powers[n]);
        pieces(n, p -> couplings[p].see(wall[p], powers[p]));
        moved |= move(n);
        near[n] |= !onlyNear && wall[n] < lowestLiquidus;
      }
    }
    return moved;
  }

  private boolean move(int n) {
    if (load[n] == null) {
      return false;
    }
    if (load[n].isImposed()) {
      wall[n] = load[n].imposed();
      pieces(n, p -> wall[p] = Double.NaN);
      return true;
    }
    if (shaftOf[n] >= 0) {
      return moveWithShaft(n, shafts.get(shaftOf[n]));
    }
    double found = load[n].wall(couplings[n]::given, wall[n]);
    if (Math.abs(found - wall[n]) <= TOLERANCE) {
      return false;
    }
    wall[n] = found;
    return true;
  }

  /**
   * The active zone and then the pieces of the shaft, each between its neighbours. None is set
   * unless all are driven anew, for the next powers are read as those of the walls that stand here.
   */
  private boolean moveWithShaft(int n, Shaft shaft) {
    int first = shaft.first();
    double nearest = wall[first];
    double active =
        load[n].wall(t -> couplings[n].given(t) + 2 * shaft.link() * (nearest - t), wall[n]);
    boolean moved = Math.abs(active - wall[n]) > TOLERANCE;
    double[] found = new double[shaft.pieces()];
    for (int i = 0; i < found.length; i++) {
      int p = first + i;
      double before = i == 0 ? active : found[i - 1];
      double linkBefore = i == 0 ? 2 * shaft.link() : shaft.link();
      double linkAfter = i + 1 < found.length ? shaft.link() : 0;
      double after = i + 1 < found.length ? wall[p + 1] : 0;
      found[i] =
          Load.between(
              t -> couplings[p].given(t) + linkBefore * (before - t) + linkAfter * (after - t),
              wall[p]);
      moved |= Math.abs(found[i] - wall[p]) > TOLERANCE;
    }
    if (moved) {
      wall[n] = active;
      System.arraycopy(found, 0, wall, first, found.length);
    }
    return moved;
  }

  private void pieces(int n, IntConsumer each) {
    if (shaftOf[n] >= 0) {
      Shaft shaft = shafts.get(shaftOf[n]);
      for (int p = shaft.first(); p < shaft.first() + shaft.pieces(); p++) {
        each.accept(p);
      }
    }
  }

  /** Writes the walls' conductivity integrals [W/m] where {@link Backend#drive} expects them. */
  void write(double[] integrals) {
    int at = 0;
    for (int w = 0; w < wall.length; w++) {
      at = couplings[w].write(wall[w], integrals, at);
    }
  }

  /** Temperatures of the needles' walls now [K], NaN where passive. */
  List<Double> walls() {
    return Arrays.stream(wall, 0, stretch.length).boxed().toList();
  }

  /** The coldest driven wall [K], or positive infinity. */
  double coldest() {
    double cold = Double.POSITIVE_INFINITY;
    for (double w : wall) {
      cold = Double.isNaN(w) ? cold : Math.min(cold, w);
    }
    return cold;
  }

  @Override
  public void save(StateOut out) {
    out.section("walls");
    out.number(begun);
    out.number(ends);
    out.numbers(from);
    out.numbers(wall);
    out.flags(near);
    for (Coupling c : couplings) {
      c.save(out);
    }
  }

  @Override
  public void restore(StateIn in) {
    in.section("walls");
    begun = in.number();
    ends = in.number();
    in.numbers(from);
    in.numbers(wall);
    in.flags(near);
    for (Coupling c : couplings) {
      c.restore(in);
    }
    for (int n = 0; n < stretch.length; n++) {
      stretch[n] = schedules.get(n).after(0.5 * (begun + ends));
    }
    double share = share();
    for (int n = 0; n < load.length; n++) {
      load[n] = load(n, share);
    }
  }
}
