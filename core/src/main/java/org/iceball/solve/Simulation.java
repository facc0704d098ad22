package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.injury.Coverage;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.NeedlePlacer;
import org.iceball.model.Numerics;

/** The time loop: a case goes in, an outcome comes out. */
public final class Simulation {
  private static final long PROGRESS_NANOS = 100_000_000;

  private final Case asked;
  private final Anatomy anatomy;
  private final List<Needle> needles;
  private final Model model;
  private final Backend backend;
  private final Stepper stepper;
  private final Drives drives;
  private final Timeline timeline;
  private final EnergyLedger ledger;
  private final Recorder recorder;
  private final List<Monitor> monitors;
  private final double[] powers;
  private final long started = System.nanoTime();
  private long reported = started;
  private long steps;

  private Simulation(
      Case asked,
      Anatomy anatomy,
      List<Needle> needles,
      Model model,
      Backend backend,
      List<Monitor> monitors) {
    this.asked = asked;
    this.anatomy = anatomy;
    this.needles = needles;
    this.model = model;
    this.backend = backend;
    this.monitors = monitors;
    stepper = stepper(asked.numerics());
    drives = new Drives(model, needles);
    timeline = new Timeline(drives.schedules(), asked.snapshotEvery());
    powers = new double[Powers.size(needles.size())];
    ledger = new EnergyLedger(powers.length);
    recorder = new Recorder(asked, model);
  }

  /**
   * Runs a case.
   *
   * @param asked what to simulate
   * @param anatomy labels on the grid
   * @param monitors looks on
   * @throws org.iceball.units.CaseException where a needle can't be placed or the backend can't be
   *     had; nothing was computed then
   */
  public static Outcome run(Case asked, Anatomy anatomy, Monitor... monitors) {
    List<Needle> needles = NeedlePlacer.place(asked, anatomy);
    Model model = ModelCompiler.compile(asked, anatomy.labels(), needles);
    try (Backend backend = Backends.open(model, asked.numerics())) {
      return new Simulation(asked, anatomy, needles, model, backend, List.of(monitors)).run();
    }
  }

  private static Stepper stepper(Numerics n) {
    return n.stepper() == Numerics.StepperKind.EULER
        ? new EulerStepper(0.8)
        : new Rkl2Stepper(Rkl2Stepper.TOLERANCE);
  }

  private Outcome run() {
    double stored = -backend.totalEnthalpy();
    double time = 0;
    look(time);
    for (double next : timeline.events()) {
      Drives.Change change = drives.begin(backend, time, next);
      if (change == Drives.Change.ABRUPT) {
        stepper.restart();
      }
      if (change != Drives.Change.NONE) {
        stepper.changed();
      }
      double remaining = next - time;
      while (remaining > 0) {
        double tau = stepper.step(backend, powers, remaining, drives.coldestWall(), ledger);
        remaining = remaining - tau > 1e-9 * tau ? remaining - tau : 0;
        steps++;
        progress(next - remaining, false);
      }
      time = next;
      look(time);
    }
    progress(time, true);
    stored += backend.totalEnthalpy();
    return outcome(time, stored);
  }

  private void look(double time) {
    if (timeline.isHistory(time)) {
      recorder.row(time, backend, drives, ledger);
    }
    if (timeline.isFreezeEnd(time)) {
      recorder.freezeEnd(time, backend);
    }
    if (timeline.isSnapshot(time) && !monitors.isEmpty()) {
      snapshot(time);
    }
  }

  private void snapshot(double time) {
    int cells = model.grid().cells();
    float[] temperature = new float[cells];
    backend.readTemperature(temperature);
    float[] frozen = FinalState.frozen(model, backend);
    for (Monitor m : monitors) {
      m.snapshot(time, temperature, frozen);
    }
  }

  private void progress(double time, boolean last) {
    long now = System.nanoTime();
    if (last || now - reported > PROGRESS_NANOS) {
      reported = now;
      Monitor.Progress p =
          new Monitor.Progress(time, timeline.end(), recorder.iceVolume(), speed(now));
      for (Monitor m : monitors) {
        m.progress(p);
      }
    }
  }

  private double speed(long now) {
    double seconds = Math.max(1e-9, (now - started) * 1e-9);
    return backend.cellUpdates() / seconds;
  }

  private Outcome outcome(double time, double stored) {
    long now = System.nanoTime();
    int cells = model.grid().cells();
    float[] temperature = new float[cells];
    backend.readTemperature(temperature);
    float[] lowest = new float[cells];
    backend.readLowest(lowest);
    FinalState last = FinalState.of(model, backend);
    Coverage coverage = recorder.finish(time, lowest);
    RunStats stats =
        new RunStats(
            time,
            (now - started) * 1e-9,
            steps,
            stepper.evaluations(),
            speed(now),
            backend.name(),
            last.hash());
    return new Outcome(
        asked,
        anatomy,
        needles,
        recorder.moments(),
        coverage,
        recorder.history(),
        energy(stored, last.latent()),
        stats,
        temperature,
        lowest,
        List.copyOf(recorder.warnings(lowest)),
        null);
  }

  private EnergyReport energy(double stored, double latent) {
    int n = needles.size();
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      taken.add(-ledger.energy(i));
    }
    double exchanged = ledger.exchanged();
    return new EnergyReport(
        List.copyOf(taken),
        stored,
        latent,
        ledger.energy(Powers.perfusion(n)),
        ledger.energy(Powers.metabolism(n)),
        ledger.energy(Powers.faces(n)),
        ledger.energy(Powers.vessels(n)),
        exchanged > 0 ? Math.abs(stored - ledger.sum()) / exchanged : 0);
  }
}
