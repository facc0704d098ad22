package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Threads;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.ColdZone;
import org.iceball.injury.Coverage;
import org.iceball.injury.Rows;
import org.iceball.injury.TargetMask;
import org.iceball.injury.Zone;
import org.iceball.injury.ZoneMetrics;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.Shaft;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** Measures a run at its events. */
final class Recorder implements Kept {
  private final Case asked;
  private final Model model;
  private final Grid grid;
  private final Threads threads;
  private final TargetMask target;
  private final float[] field;
  private final float[] lowest;
  private final ColdZone ice;
  private final ColdZone lethal;
  private float coldestStart = Float.NaN;
  private final VesselRecorder around;
  private final SparedStructures spared;
  private final List<HistoryRow> history = new ArrayList<>();
  private final List<Moment> moments = new ArrayList<>();
  private final List<Shaft> shafts;
  private final double[] energyBefore;
  private double timeBefore;
  private boolean readBefore;

  Recorder(
      Case asked, Labels labels, ModelCompiler.Compiled compiled, int needles, Threads threads) {
    this.asked = asked;
    this.threads = threads;
    model = compiled.model();
    shafts = compiled.shafts();
    grid = model.grid();
    target = asked.targetIn(labels, threads);
    field = new float[grid.cells()];
    lowest = new float[grid.cells()];
    ice = new ColdZone(grid, threads);
    lethal = new ColdZone(grid, threads);
    energyBefore = new double[needles];
    around = new VesselRecorder(asked, model, compiled.vessels(), target);
    spared = new SparedStructures(labels, asked.regions());
  }

  void row(
      double time,
      Backend backend,
      Drives drives,
      BloodFlow blood,
      EnergyLedger ledger,
      double[] powers,
      Heating heating) {
    int needles = energyBefore.length;
    List<Double> heat = new ArrayList<>();
    for (int n = 0; n < needles; n++) {
      double now = taken(n, ledger);
      heat.add(time > timeBefore ? (now - energyBefore[n]) / (time - timeBefore) : 0.0);
      energyBefore[n] = now;
    }
    timeBefore = time;
    see(backend);
    spared.see(time, field);
    double frozen = cold(backend.window(), field, warmest(), ice);
    double dead = cold(backend.window(), lowest, asked.lethal(), lethal);
    around.row(time, field, lethal.fraction(), blood, powers);
    double covered = target.isEmpty() ? Double.NaN : target.covered(lethal.fraction());
    HistoryRow row = new HistoryRow(time, heat, drives.walls(), frozen, dead, covered);
    history.add(heating == null ? row : row.withCurrent(heating.reading()));
  }

  /** Reads what may have changed since the last look. */
  private void see(Backend backend) {
    Box rows = readBefore ? backend.window() : Box.all(grid);
    readBefore = true;
    backend.readTemperature(rows, field);
    backend.readLowest(rows, lowest);
    if (Double.isNaN(coldestStart)) {
      coldestStart = Float.POSITIVE_INFINITY;
      for (float t : field) {
        coldestStart = Math.min(coldestStart, t);
      }
    }
  }

  /** Volume that is colder than a threshold [m3]. */
  private double cold(Box window, float[] temperature, double threshold, ColdZone zone) {
    return zone.look(temperature, threshold, rows(window, threshold));
  }

  /** Where cells may be colder than a threshold: outside the window all is as at the start. */
  private Rows rows(Box window, double threshold) {
    Box b = threshold <= coldestStart ? window : Box.all(grid);
    return new Rows(b.j0(), b.j1(), b.k0(), b.k1());
  }

  /** Heat that a needle has taken so far, its shaft included [J]. */
  double taken(int needle, EnergyLedger ledger) {
    double sum = -ledger.energy(needle);
    for (Shaft s : shafts) {
      for (int p = 0; s.needle() == needle && p < s.pieces(); p++) {
        sum -= ledger.energy(s.first() + p);
      }
    }
    return sum;
  }

  private double warmest() {
    return asked.thresholds().get(0);
  }

  void freezeEnd(double time, Backend backend) {
    see(backend);
    moments.add(new Moment("end of freeze " + (moments.size() + 1), time, zones(backend.window())));
  }

  /** The last moment: what was ever reached. */
  Coverage finish(double time, Backend backend, float[] coldest) {
    System.arraycopy(coldest, 0, field, 0, field.length);
    moments.add(new Moment("ever reached", time, zones(backend.window())));
    if (target.isEmpty()) {
      return null;
    }
    return target.coverage(field, asked.lethal(), asked.margins());
  }

  private List<Zone> zones(Box window) {
    List<Zone> zones = new ArrayList<>();
    for (double threshold : asked.thresholds()) {
      zones.add(ZoneMetrics.measure(grid, field, threshold, rows(window, threshold), threads));
    }
    return List.copyOf(zones);
  }

  /** What is to be covered. */
  TargetMask target() {
    return target;
  }

  List<HistoryRow> history() {
    return List.copyOf(history);
  }

  List<Moment> moments() {
    return List.copyOf(moments);
  }

  double iceVolume() {
    return history.isEmpty() ? 0 : history.get(history.size() - 1).iceVolume();
  }

  /** What the vessels near the target did. */
  List<VesselReport> vessels(float[] coldest, BloodFlow blood, EnergyLedger ledger) {
    return around.isEmpty()
        ? List.of()
        : around.reports(ColdFraction.of(grid, coldest, asked.lethal()), blood, ledger);
  }

  /** How the structures to be spared fared. */
  List<SparedReport> spared(float[] coldest) {
    return spared.reports(coldest);
  }

  /** What people should know about where the ice went. */
  List<String> warnings(float[] coldest) {
    List<String> warnings = new ArrayList<>();
    boolean ice = false;
    boolean cooled = false;
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          boolean rim =
              i == 0
                  || j == 0
                  || k == 0
                  || i == grid.nx() - 1
                  || j == grid.ny() - 1
                  || k == grid.nz() - 1;
          if (rim) {
            float t = coldest[grid.index(i, j, k)];
            ice |= t < warmest();
            cooled |= t < asked.initialTemperature() - 5;
          }
        }
      }
    }
    if (ice) {
      warnings.add(
          "The ice reached the edge of the grid; volumes and margins are too small or wrong."
              + " Give the grid more room with grid.around.");
    } else if (cooled) {
      warnings.add(
          "The edge of the grid cooled by more than 5 K; the outer faces influence the result."
              + " Give the grid more room with grid.around.");
    }
    warnings.addAll(needlesInVessels());
    return warnings;
  }

  private List<String> needlesInVessels() {
    List<String> warnings = new ArrayList<>();
    for (int n = 0; n < energyBefore.length; n++) {
      var cells = model.needles().get(n);
      double held = 0;
      double all = 0;
      for (int c = 0; c < cells.cells().length; c++) {
        double g = cells.conductance()[c];
        all += g;
        held += model.materialOf(cells.cells()[c]).held() ? g : 0;
      }
      if (held > 0.01 * all) {
        warnings.add(
            String.format(
                java.util.Locale.ROOT,
                "Needle %s lies in a vessel with %.0f %% of its active zone; that part cools"
                    + " nothing here.",
                asked.needles().get(n).name(),
                100 * held / all));
      }
    }
    return warnings;
  }

  /** The fields are not kept: the next look reads all of them. */
  @Override
  public void save(StateOut out) {
    out.section("records");
    out.number(coldestStart);
    out.number(timeBefore);
    out.numbers(energyBefore);
    out.whole(history.size());
    history.forEach(row -> row.save(out));
    out.whole(moments.size());
    moments.forEach(moment -> moment.save(out));
    around.save(out);
    spared.save(out);
  }

  @Override
  public void restore(StateIn in) {
    in.section("records");
    coldestStart = (float) in.number();
    timeBefore = in.number();
    in.numbers(energyBefore);
    readBefore = false;
    history.clear();
    int rows = in.whole(0, HistoryRow.MOST);
    for (int r = 0; r < rows; r++) {
      history.add(HistoryRow.restored(in, energyBefore.length));
    }
    moments.clear();
    int many = in.whole(0, HistoryRow.MOST);
    for (int m = 0; m < many; m++) {
      moments.add(Moment.restored(in, asked.thresholds().size()));
    }
    around.restore(in);
    spared.restore(in);
  }
}
