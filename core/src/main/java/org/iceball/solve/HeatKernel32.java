package org.iceball.solve;

import java.util.Arrays;
import org.iceball.grid.Grid;
import org.iceball.model.Model;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** What is done with the balance of a plane, in single precision. */
@SuppressWarnings("cast") // the casts do their work in the single-precision twin
final class HeatKernel32 implements HeatKernel {
  /** Cells of a plane that are done together, so few that their arrays stay in a near cache. */
  private static final int CELLS_AT_A_TIME = 4096;

  private final Model model;
  private final PlanePlan plan;
  private final PlaneState32 state;
  private final Balance32 balance;
  private final int nx;
  private final int needles;
  private final int band;
  private final Loops32 loops = Loops32.best();
  private Box window;
  private Crossing32 crossing;

  HeatKernel32(Part part, PlanePlan plan) {
    model = part.model();
    this.plan = plan;
    state = new PlaneState32(model);
    balance = new Balance32(part, plan, state);
    Grid g = model.grid();
    nx = g.nx();
    window = Box.all(g);
    needles = model.needles().size();
    band = nx * Math.max(1, CELLS_AT_A_TIME / nx);
  }

  private record Desk(Work32 work) implements Scratch {}

  @Override
  public Scratch newScratch() {
    return new Desk(balance.newWork());
  }

  @Override
  public void drive(/* wide */ double[] integrals) {
    balance.drive(integrals);
  }

  @Override
  public void perfuse(/* wide */ double[] part) {
    balance.perfuse(part);
  }

  @Override
  public void source(/* wide */ double[] density) {
    balance.source(density);
  }

  @Override
  public void amplitude(/* wide */ double factor) {
    balance.amplitude(factor);
  }

  @Override
  public void sweep(
      Sweep what, Stage stage, int k0, int k1, Scratch scratch, /* wide */ double[][] totals) {
    Work32 w = ((Desk) scratch).work();
    int from = nx * window.j0();
    int to = nx * window.j1();
    for (int k = Math.max(window.k0(), k0 - 1); k <= k0; k++) {
      balance.integrals(w, k, from, to);
    }
    for (int k = k0; k < k1; k++) {
      /* wide */ double[] sum = totals[k];
      Arrays.fill(sum, 0);
      for (int a = from; a < to; a += band) {
        int b = Math.min(to, a + band);
        if (k + 1 < window.k1()) {
          balance.integrals(w, k + 1, a, b);
        }
        balance.of(w, k, a, b, sum);
        switch (what) {
          case RATE -> System.arraycopy(w.rate, a, state.m[k], a, b - a);
          case STAGE -> next(stage, w, k, a, b);
          case ATTEMPT -> System.arraycopy(w.rate, a, state.next[k], a, b - a);
        }
      }
      sum[Powers.perfusion(needles)] = PlaneLoops32.totalOfEighths(w.heat, w.y, from, to);
      if (what == Sweep.ATTEMPT) {
        attempt(stage, w, k, from, to, sum);
      } else if (crossing != null) {
        crossing.kept(what, stage, k);
      }
    }
  }

  private void next(Stage stage, Work32 w, int k, int from, int to) {
    float mu = (float) stage.mu;
    float nu = (float) stage.nu;
    float a = (float) stage.a;
    float b = (float) stage.b;
    loops.stage(state.e[k], mu, state.d[k], nu, a, w.rate, b, state.m[k], from, to);
  }

  private void attempt(Stage stage, Work32 w, int k, int from, int to, /* wide */ double[] sum) {
    float half = (float) (0.4 * stage.tau);
    PlaneLoops32.error(w.error, state.d[k], half, state.m[k], w.rate, from, to);
    sum[Powers.size(needles)] = PlaneLoops32.total(w.error, from, to);
    PlaneLoops32.size(w.error, state.d[k], from, to);
    sum[Powers.size(needles) + 1] = PlaneLoops32.total(w.error, from, to);
    float[] at = balance.onTrial(w, k);
    int[] start = plan.curveStart[k];
    for (int r = 0; r + 1 < start.length; r++) {
      float low = PlaneLoops32.least(at, Math.max(from, start[r]), Math.min(to, start[r + 1]));
      if (low < balance.firstIgnoredKnot(k, plan.curveMaterial[k][r])) {
        sum[Powers.size(needles)] = Float.POSITIVE_INFINITY;
      }
    }
  }

  @Override
  public void first(/* wide */ double a, int k0, int k1) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    for (int k = k0; k < k1; k++) {
      PlaneLoops32.scale(state.d[k], (float) a, state.m[k], from, to);
      Arrays.fill(state.e[k], from, to, 0);
      if (crossing != null) {
        crossing.begin((float) a, k);
      }
    }
  }

  @Override
  public void rest(int k0, int k1) {
    for (int k = k0; k < k1; k++) {
      Arrays.fill(state.d[k], nx * window.j0(), nx * window.j1(), 0);
    }
  }

  @Override
  public void swapStages() {
    state.swapStages();
    if (crossing != null) {
      crossing.swapStages();
    }
  }

  @Override
  public void swapRates() {
    state.swapRates();
  }

  @Override
  public void window(Box computed) {
    window = computed;
    balance.window(computed);
  }

  @Override
  public void accept(int k0, int k1) {
    int from = nx * window.j0();
    int to = nx * window.j1();
    for (int k = k0; k < k1; k++) {
      float[] h = state.h[k];
      PlaneLoops32.add(h, h, state.d[k], from, to);
      PlaneLoops32.keepLowest(state.lowest[k], h, from, to);
      if (PlaneLoops32.least(h, from, to) <= 0) {
        PlaneLoops32.bury(state.alive[k], h, from, to);
      }
      balance.buryBoiled(k, from, to);
    }
  }

  @Override
  public void survey(
      int k0, int k1, /* wide */ double slack, /* wide */ double[][] coldest, int[][] living) {
    for (int k = k0; k < k1; k++) {
      int[] start = plan.start[k];
      int[] kind = plan.material[k];
      Arrays.fill(coldest[k], Float.POSITIVE_INFINITY);
      Arrays.fill(living[k], 0);
      for (int r = 0; r < kind.length; r++) {
        int a = Math.max(nx * window.j0(), start[r]);
        int b = Math.min(nx * window.j1(), start[r + 1]);
        survey(k, a, b, kind[r], coldest[k], living[k]);
      }
      for (int m = 0; m < coldest[k].length; m++) {
        int of = plan.curveOf[m];
        coldest[k][of] = Math.min(coldest[k][of], coldest[k][m]);
      }
      boolean chilled = balance.still().isEmpty() && balance.isChilled(k);
      for (int m = 0; m < coldest[k].length; m++) {
        /* wide */ double low = chilled ? Float.NEGATIVE_INFINITY : coldest[k][m] - slack;
        balance.reach(k, m, low);
      }
    }
  }

  /** Surveys a stretch of a plane: outside the still box, and for life outside the near box. */
  private void survey(int k, int a, int b, int kind, /* wide */ double[] coldest, int[] living) {
    Box still = balance.still();
    Box near = balance.near();
    float low = Float.POSITIVE_INFINITY;
    float[] h = state.h[k];
    float[] alive = state.alive[k];
    for (int from = a; from < b; ) {
      int j = from / nx;
      int row = nx * j;
      boolean cut = near.holdsRow(j, k);
      int to = cut ? Math.min(b, row + nx) : near.isEmpty() || !near.holdsPlane(k) ? b : row + nx;
      to = Math.min(b, to);
      boolean quiet = still.holdsRow(j, k);
      low = Math.min(low, PlaneLoops32.least(h, from, quiet ? still.leftEnd(row, from, to) : to));
      if (quiet) {
        low = Math.min(low, PlaneLoops32.least(h, still.rightStart(row, from, to), to));
      }
      living[kind] += PlaneLoops32.count(alive, from, cut ? near.leftEnd(row, from, to) : to);
      if (cut) {
        living[kind] += PlaneLoops32.count(alive, near.rightStart(row, from, to), to);
      }
      from = to;
    }
    coldest[kind] = Math.min(coldest[kind], low);
  }

  @Override
  public void coldest(int[] cells, /* wide */ double[] lows) {
    int plane = state.h[0].length;
    for (int cell : cells) {
      int k = cell / plane;
      int kind = plan.kindAt(k, cell - k * plane);
      lows[kind] = Math.min(lows[kind], state.h[k][cell - k * plane]);
    }
  }

  @Override
  public void colderThan(int k, /* wide */ double[] bound, Extent found) {
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    float[] h = state.h[k];
    for (int r = 0; r < kind.length; r++) {
      float limit = (float) bound[kind[r]];
      int a = Math.max(nx * window.j0(), start[r]);
      int b = Math.min(nx * window.j1(), start[r + 1]);
      for (int from = a; from < b; ) {
        int j = from / nx;
        int to = Math.min(b, nx * (j + 1));
        int first = PlaneLoops32.firstBelow(h, limit, from, to);
        if (first < to) {
          int last = PlaneLoops32.lastBelow(h, limit, first, to);
          found.add(first - nx * j, last + 1 - nx * j, j, k);
        }
        from = to;
      }
    }
  }

  @Override
  public void changed(int j, int k, /* wide */ double bound, Extent found) {
    int[] start = plan.start[k];
    int end = nx * (j + 1);
    for (int r = PlanePlan.runAt(start, nx * j); r + 1 < start.length && start[r] < end; r++) {
      int b = Math.min(end, start[r + 1]);
      int a = Math.max(nx * j, start[r]);
      float from = (float) model.materials().get(plan.material[k][r]).start();
      if (PlaneLoops32.farthest(state.h[k], from, a, b) > bound) {
        for (int c = a; c < b; c++) {
          if (Math.abs(state.h[k][c] - from) > bound) {
            found.add(c - nx * j, c - nx * j + 1, j, k);
          }
        }
      }
    }
  }

  @Override
  public HeatKernel divide(Part nearPart, PlanePlan nearPlan, Box still) {
    Box box = nearPart.box();
    HeatKernel32 near = new HeatKernel32(nearPart, nearPlan);
    crossing = new Crossing32(box, model.grid(), plan);
    balance.leaveOut(box, still, crossing);
    near.balance.letIn(crossing, box.k0());
    state.takeAll(near.state, box, nx);
    return near;
  }

  @Override
  public void handOver(/* wide */ double tau) {
    crossing.spread(tau);
  }

  @Override
  public void join(HeatKernel near) {
    state.putEnthalpy(((HeatKernel32) near).state, balance.near(), nx);
  }

  @Override
  public void unite(HeatKernel near) {
    state.putAll(((HeatKernel32) near).state, balance.near(), nx);
  }

  @Override
  public void forget() {
    balance.leaveOut(Box.empty(), Box.empty(), null);
    crossing = null;
  }

  @Override
  public void still(int k, int c) {
    state.alive[k][c] = 0;
  }

  @Override
  public void readEnthalpy(int k, /* wide */ double[] into, int offset) {
    for (int c = 0; c < state.h[k].length; c++) {
      into[offset + c] = state.h[k][c];
    }
  }

  @Override
  public void readEnthalpy(int k, int from, int to, /* wide */ double[] into) {
    for (int c = from; c < to; c++) {
      into[c] = state.h[k][c];
    }
  }

  @Override
  public void readTemperature(
      int k, Box rows, boolean low, float[] into, int offset, Scratch scratch) {
    Work32 w = ((Desk) scratch).work();
    int from = nx * rows.j0();
    int to = nx * rows.j1();
    balance.temperatures(w, k, low ? state.lowest[k] : state.h[k], from, to);
    int[] start = plan.start[k];
    int[] kind = plan.material[k];
    for (int r = PlanePlan.runAt(start, from); r < kind.length && start[r] < to; r++) {
      float base = (float) model.materials().get(kind[r]).curve().law().liquidus();
      int end = Math.min(to, start[r + 1]);
      for (int c = Math.max(from, start[r]); c < end; c++) {
        into[offset + c] = base + (float) w.rate[c];
      }
    }
  }

  @Override
  public void save(StateOut out, boolean rates) {
    state.save(out, window, nx, rates);
  }

  @Override
  public void restore(StateIn in) {
    state.restore(in, window, nx);
  }

  @Override
  public int notFinite(int k, int from, int to) {
    float[] h = state.h[k];
    if (PlaneLoops32.areFinite(h, from, to)) {
      return -1;
    }
    int c = from;
    while (Math.abs(h[c]) <= Float.MAX_VALUE) {
      c++;
    }
    return c;
  }
}
