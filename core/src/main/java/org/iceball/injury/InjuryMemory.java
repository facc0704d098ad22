package org.iceball.injury;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/**
 * What all laws of a run remember of its cells. A run shows it the enthalpy from time to time; it
 * looks only at the cells round those that ever were cold or hot enough to matter, row by row, and
 * now and then at all of them. A look allocates nothing unless what matters outgrows the box.
 */
public final class InjuryMemory implements Kept {
  /** Cells that are looked at beyond those that mattered; ice gains less than one in a look. */
  private static final int MARGIN = 2;

  /** The box grows by this much more, so that it is not moved at every look. */
  private static final int SPARE = 6;

  /** Time after which all cells are looked at again [s]. */
  private static final double SEARCH = 30;

  /** Shows a run's enthalpy, plane by plane. */
  public interface Planes {
    /** The cells that can be shown: all that may be cold or hot. */
    Span shown();

    /**
     * Copies the enthalpy of rows of a plane [J/m3].
     *
     * @param k plane of the grid
     * @param j0 first row of the grid
     * @param j1 behind the last
     * @param into shape [rows * columns of {@link #shown}], x fastest; modified in these rows
     */
    void read(int k, int j0, int j1, double[] into);
  }

  private final Span all;
  private final byte[] material;
  private final double[] start;
  private final double[] cold;
  private final double[] hot;
  private final boolean isHeat;
  private final Map<InjuryLaw, CellMemory> memories = new LinkedHashMap<>();
  private final CellMemory[] kept;
  private final CellMemory[] stopping;
  private final boolean lasting;
  private final CellMemory.Look look = new CellMemory.Look();
  private double[] plane = new double[0];
  private Span box;
  private RowSpans rows;
  private boolean[] mattered = new boolean[0];
  private boolean[] stopped = new boolean[0];
  private int[] newlyStopped = new int[0];
  private int newCount;
  private double time;
  private double searched = Double.NEGATIVE_INFINITY;

  /**
   * Nothing happened yet.
   *
   * @param all the grid
   * @param material index of each cell's tissue, shape [cells]; not modified
   * @param tissues curve of each material
   * @param start enthalpy of each material at time 0 [J/m3]; not modified
   * @param laws those with a memory are kept up
   */
  public InjuryMemory(
      Span all, byte[] material, TissueCurves tissues, double[] start, Collection<InjuryLaw> laws) {
    this.all = all;
    this.material = material;
    this.start = start.clone();
    List<CellMemory> stoppers = new ArrayList<>();
    laws.forEach(law -> take(law, tissues, stoppers));
    kept = memories.values().toArray(CellMemory[]::new);
    stopping = stoppers.toArray(CellMemory[]::new);
    cold = new double[tissues.count()];
    hot = new double[tissues.count()];
    Arrays.fill(cold, Double.NEGATIVE_INFINITY);
    Arrays.fill(hot, Double.POSITIVE_INFINITY);
    boolean anyLasting = false;
    boolean anyHot = false;
    for (CellMemory m : kept) {
      for (int t = 0; t < cold.length; t++) {
        cold[t] = Math.max(cold[t], m.coldInterest()[t]);
        hot[t] = Math.min(hot[t], m.hotInterest()[t]);
        anyHot |= hot[t] < Double.POSITIVE_INFINITY;
      }
      anyLasting |= m.isLasting();
    }
    lasting = anyLasting;
    isHeat = anyHot;
    box = Span.none(all.grid());
    rows = new RowSpans(box, MARGIN);
    grow(box);
  }

  private void take(InjuryLaw law, TissueCurves tissues, List<CellMemory> stoppers) {
    if (law instanceof AnyOf any) {
      any.laws().forEach(l -> take(l, tissues, stoppers));
    } else if (!memories.containsKey(law)) {
      CellMemory memory = law.memory(tissues);
      if (memory != null) {
        memories.put(law, memory);
        if (law.stopsBlood()) {
          stoppers.add(memory);
        }
      }
    }
  }

  /** True where no law needs to be shown anything. */
  public boolean isEmpty() {
    return kept.length == 0;
  }

  /** What a law remembers, null where it needs nothing; for checkpoints and checks. */
  public CellMemory of(InjuryLaw law) {
    return memories.get(law);
  }

  /** The cells whose numbers the arrays hold. */
  public Span box() {
    return box;
  }

  /** Enthalpy of the cells of the box at the last look [J/m3]; not a copy. */
  public double[] atLastLook() {
    return look.after;
  }

  /** Time of the last look [s]. */
  public double time() {
    return time;
  }

  /** Material of a cell of the box. */
  int material(int cell) {
    return look.material[cell] & 0xff;
  }

  /**
   * Says where ice will begin, so that it is looked at from the first.
   *
   * @param cells numbers in the grid; not modified
   */
  public void expect(int[] cells) {
    for (int cell : cells) {
      int nx = all.grid().nx();
      int ny = all.grid().ny();
      found(cell % nx, cell % nx + 1, cell / nx % ny, cell / nx / ny);
    }
  }

  /**
   * Takes a look at a later time.
   *
   * @param now [s]
   * @param planes the enthalpy then
   */
  public void look(double now, Planes planes) {
    look.since = time;
    look.duration = now - time;
    time = now;
    newCount = 0;
    double[] last = look.before;
    look.before = look.after;
    look.after = last;
    if (now - searched >= SEARCH) {
      searched = now;
      search(planes);
    }
    update(planes);
  }

  private double[] read(Planes planes, int k, int j0, int j1) {
    Span s = planes.shown();
    int cells = (s.i1() - s.i0()) * (s.j1() - s.j0());
    if (plane.length < cells) {
      plane = new double[cells];
    }
    planes.read(k, j0, j1, plane);
    return plane;
  }

  /** Looks for cells that matter everywhere. */
  private void search(Planes planes) {
    Span s = planes.shown();
    int nx = s.i1() - s.i0();
    for (int k = s.k0(); k < s.k1(); k++) {
      double[] h = read(planes, k, s.j0(), s.j1());
      for (int j = s.j0(); j < s.j1(); j++) {
        int cell = all.row(j, k) + s.i0();
        int row = nx * (j - s.j0());
        int first = 0;
        while (first < nx && !matters(h[row + first], material[cell + first] & 0xff)) {
          first++;
        }
        if (first < nx) {
          int last = nx - 1;
          while (!matters(h[row + last], material[cell + last] & 0xff)) {
            last--;
          }
          found(s.i0() + first, s.i0() + last + 1, j, k);
        }
      }
    }
  }

  /** Cells of a row matter: it and those beside it are looked at from now on. */
  private void found(int from, int to, int j, int k) {
    if (!rows.knows(from, to, j, k)) {
      Span wanted = rows.round(all.grid(), from, to, j, k);
      if (!box.contains(wanted)) {
        grow(box.including(wanted.grown(SPARE)));
      }
      rows.widen(from, to, j, k);
    }
  }

  private void grow(Span to) {
    double[] before = new double[to.cells()];
    byte[] kinds = new byte[to.cells()];
    for (int c = 0; c < before.length; c++) {
      kinds[c] = material[to.global(c)];
      before[c] = start[kinds[c] & 0xff];
    }
    double[] after = before.clone();
    boolean[] ever = new boolean[lasting ? to.cells() : 0];
    boolean[] still = new boolean[stopping.length > 0 ? to.cells() : 0];
    int[] fresh = new int[still.length];
    for (int c = 0; c < Math.max(ever.length, still.length); c++) {
      int was = box.at(to.global(c));
      if (was >= 0 && ever.length > 0) {
        ever[c] = mattered[was];
      }
      if (was >= 0 && still.length > 0) {
        still[c] = stopped[was];
      }
    }
    System.arraycopy(newlyStopped, 0, fresh, 0, newCount);
    if (!box.isEmpty()) {
      box.copyInto(look.before, to, before);
      box.copyInto(look.after, to, after);
    }
    for (CellMemory m : kept) {
      m.move(box, to);
    }
    look.before = before;
    look.after = after;
    look.material = kinds;
    mattered = ever;
    stopped = still;
    newlyStopped = fresh;
    rows = rows.moved(to);
    box = to;
  }

  /**
   * Brings all rows up to date. A row that is found to matter more widely may move the box; the
   * pass goes on in the new one.
   */
  private void update(Planes planes) {
    Span s = planes.shown();
    int nx = s.i1() - s.i0();
    for (int k = Math.max(box.k0(), s.k0()); k < Math.min(box.k1(), s.k1()); k++) {
      int j0 = Math.max(rows.firstRow(k), s.j0());
      int j1 = Math.min(rows.endRow(k), s.j1());
      if (j0 < j1) {
        double[] h = read(planes, k, j0, j1);
        for (int j = j0; j < j1; j++) {
          int from = Math.max(rows.from(j, k), s.i0());
          int to = Math.min(rows.to(j, k), s.i1());
          if (from < to) {
            row(h, nx * (j - s.j0()) - s.i0(), from, to, j, k);
          }
        }
      }
    }
  }

  /** Part of a row of the grid, whose enthalpies stand in a plane. */
  private void row(double[] h, int toPlane, int iFrom, int iTo, int j, int k) {
    int toOwn = box.row(j, k) - box.i0();
    int from = toOwn + iFrom;
    int to = toOwn + iTo;
    System.arraycopy(h, toPlane + iFrom, look.after, from, to - from);
    int first = from;
    while (first < to && !matters(first)) {
      first++;
    }
    if (first == to) {
      return;
    }
    int last = to - 1;
    while (!matters(last)) {
      last--;
    }
    if (lasting) {
      Arrays.fill(mattered, first, last + 1, true);
    }
    for (CellMemory m : kept) {
      m.look(look, first, last + 1);
    }
    for (CellMemory m : stopping) {
      for (int c = first; c <= last; c++) {
        if (!stopped[c] && m.isDead(c)) {
          stopped[c] = true;
          newlyStopped[newCount++] = box.global(c);
        }
      }
    }
    found(first - toOwn, last + 1 - toOwn, j, k);
  }

  private boolean matters(double h, int m) {
    return h < cold[m] || h > hot[m];
  }

  private boolean matters(int c) {
    int m = look.material[c] & 0xff;
    double limit = cold[m];
    if (look.after[c] < limit || look.before[c] < limit) {
      return true;
    }
    return isHeat
        && (look.after[c] > hot[m] || look.before[c] > hot[m] || (lasting && mattered[c]));
  }

  /** Cells in which the last look found that blood has come to stand still for good. */
  public int stoppedCount() {
    return newCount;
  }

  /** Number in the grid of one of them. */
  public int stopped(int n) {
    return newlyStopped[n];
  }

  @Override
  public void save(StateOut out) {
    out.section("memory");
    out.number(time);
    out.number(searched);
    box.save(out);
    rows.save(out);
    out.numbers(look.before);
    out.numbers(look.after);
    out.flags(mattered);
    out.flags(stopped);
    for (CellMemory m : kept) {
      m.save(out);
    }
  }

  @Override
  public void restore(StateIn in) {
    in.section("memory");
    time = in.number();
    searched = in.number();
    newCount = 0;
    // arrays of the right size, whatever the box was before
    Span to = Span.restored(all.grid(), in);
    box = Span.none(all.grid());
    rows = new RowSpans(box, MARGIN);
    grow(to);
    rows = new RowSpans(to, MARGIN);
    rows.restore(in);
    in.numbers(look.before);
    in.numbers(look.after);
    in.flags(mattered);
    in.flags(stopped);
    for (CellMemory m : kept) {
      m.restore(in, to.cells());
    }
  }
}
