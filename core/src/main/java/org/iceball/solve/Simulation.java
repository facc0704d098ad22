package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.injury.Coverage;
import org.iceball.model.Anatomy;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.NeedlePlacer;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.model.Vasculature;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** The time loop: a case goes in, an outcome comes out. */
public final class Simulation {
  private static final long PROGRESS_NANOS = 100_000_000;

  private final Case asked;
  private final Anatomy anatomy;
  private final List<Needle> needles;
  private final Model model;
  private final Vasculature vessels;
  private final BloodFlow blood;
  private final Backend backend;
  private final Stepper stepper;
  private final InjuryWatch injury;
  private final Heating heating;
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
      ModelCompiler.Compiled compiled,
      Backend backend,
      List<Monitor> monitors) {
    this.asked = asked;
    this.anatomy = anatomy;
    this.needles = needles;
    model = compiled.model();
    vessels = compiled.vessels();
    this.backend = backend;
    this.monitors = monitors;
    injury = new InjuryWatch(model, asked.injury(), needles.size());
    stepper = stepper(asked.numerics(), injury);
    blood = new BloodFlow(model, vessels, asked.blood());
    NeedleWalls walls = new NeedleWalls(model, needles, compiled.shafts(), asked.gas());
    drives = new Drives(model, backend, walls, blood, underClamp(asked, model));
    timeline = new Timeline(drives.schedules(), asked.snapshotEvery(), clampTimes(asked.blood()));
    if (asked.heats()) {
      injury.heat();
    }
    heating = asked.heats() ? new Heating(asked, model, anatomy.labels(), needles, backend) : null;
    powers = new double[Powers.size(model.needles().size())];
    ledger = new EnergyLedger(powers.length);
    recorder = new Recorder(asked, anatomy.labels(), compiled, needles.size());
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
    ModelCompiler.Compiled compiled = ModelCompiler.compile(asked, anatomy, needles);
    try (Backend backend = Backends.open(compiled.model(), numerics(asked))) {
      refuseClamp(asked, backend);
      refuseStasis(asked, backend);
      refuseHeat(asked, backend);
      Simulation run =
          new Simulation(asked, anatomy, needles, compiled, backend, List.of(monitors));
      try {
        return run.run();
      } finally {
        if (run.heating != null) {
          run.heating.close();
        }
      }
    }
  }

  /** The backend that is chosen for a case that heats is one that can. */
  private static Numerics numerics(Case asked) {
    Numerics n = asked.numerics();
    return asked.heats() && n.backend().equals("auto")
        ? new Numerics(n.stepper(), n.precision(), n.threads(), "cpu")
        : n;
  }

  private static void refuseHeat(Case asked, Backend backend) {
    if (asked.heats() && !(backend instanceof HeatSource)) {
      throw new CaseException(
          Finding.of(
              Complaint.NO_BACKEND,
              "numerics.backend",
              "the backend " + backend.name() + " can't take the heat of an electric current",
              "use backend cpu"));
    }
  }

  private static void refuseClamp(Case asked, Backend backend) {
    if (!asked.blood().clamps().isEmpty() && !(backend instanceof PerfusionControl)) {
      throw new CaseException(
          Finding.of(
              Complaint.NO_BACKEND,
              "blood.clamp",
              "the backend " + backend.name() + " can't change perfusion during a run",
              "leave the clamp out, or use another backend"));
    }
  }

  private static void refuseStasis(Case asked, Backend backend) {
    boolean stops = asked.injury().stream().anyMatch(law -> law.law().stopsBlood());
    if (stops && !(backend instanceof StasisControl)) {
      throw new CaseException(
          Finding.of(
              Complaint.NO_BACKEND,
              "injury",
              "the backend " + backend.name() + " can't stop the blood in coagulated tissue",
              "leave the laws of heat out, or use another backend"));
    }
  }

  /** A clamp stops the perfusion of the organ and its tumours, and of nothing else. */
  private static double[] underClamp(Case asked, Model model) {
    double[] part = new double[model.materials().size()];
    for (int m = 0; m < part.length; m++) {
      Region.Role role = m < asked.regions().size() ? asked.regions().get(m).role() : null;
      part[m] = role == Region.Role.ORGAN || role == Region.Role.TARGET ? 0 : 1;
    }
    return part;
  }

  private static List<Double> clampTimes(BloodSupply supply) {
    List<Double> times = new ArrayList<>();
    for (BloodSupply.Clamp c : supply.clamps()) {
      times.add(c.from());
      times.add(c.to());
    }
    return times;
  }

  private static Stepper stepper(Numerics n, StepWatch watch) {
    return n.stepper() == Numerics.StepperKind.EULER
        ? new EulerStepper(0.8, watch)
        : new Rkl2Stepper(Rkl2Stepper.TOLERANCE, watch);
  }

  private Outcome run() {
    double stored = -backend.totalEnthalpy();
    double time = 0;
    look(time);
    for (double next : timeline.events()) {
      Drives.Change change = drives.begin(time, next, powers);
      if (change == Drives.Change.ABRUPT) {
        stepper.restart();
        injury.changed();
      }
      if (change != Drives.Change.NONE) {
        stepper.changed();
      }
      double remaining = next - time;
      while (remaining > 0) {
        double longest = remaining;
        if (heating != null) {
          heat(next - remaining);
          longest = remaining / Math.ceil(remaining / heating.interval() - 1e-9);
        }
        double tau = stepper.step(backend, powers, longest, drives, ledger);
        if (heating != null) {
          heating.book(tau);
        }
        blood.book(tau, ledger);
        boolean moved = drives.followAll(powers);
        boolean coagulated = injury.stopBlood(backend);
        if (moved || coagulated) {
          stepper.changed();
        }
        remaining = remaining - tau > 1e-9 * tau ? remaining - tau : 0;
        steps++;
        progress(next - remaining, false);
      }
      time = next;
      look(time);
    }
    injury.settle();
    progress(time, true);
    stored += backend.totalEnthalpy();
    return outcome(time, stored);
  }

  private void heat(double time) {
    Heating.Change change = heating.adjust(time);
    if (change == Heating.Change.ABRUPT) {
      stepper.restart();
      injury.changed();
    }
    if (change != Heating.Change.NONE) {
      stepper.changed();
    }
  }

  private void look(double time) {
    if (timeline.isHistory(time)) {
      recorder.row(time, backend, drives, blood, ledger, powers, heating);
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
        warnings(lowest),
        recorder.vessels(lowest, blood, ledger),
        recorder.spared(lowest),
        null,
        injury.report(lowest, recorder.target(), asked.margins()),
        heating == null ? null : heating.report(ledger));
  }

  private List<String> warnings(float[] lowest) {
    List<String> warnings = new ArrayList<>(anatomy.repairs());
    warnings.addAll(recorder.warnings(lowest));
    warnings.addAll(NeedleReport.warnings(needles, NeedleReport.of(needles, recorder.history())));
    warnings.addAll(VesselRecorder.warnings(blood.stasis()));
    warnings.addAll(SparedStructures.warnings(recorder.spared(lowest)));
    return List.copyOf(warnings);
  }

  private EnergyReport energy(double stored, double latent) {
    List<Double> taken = new ArrayList<>();
    for (int i = 0; i < needles.size(); i++) {
      taken.add(recorder.taken(i, ledger));
    }
    int n = model.needles().size();
    CompensatedSum fromVessels = new CompensatedSum();
    fromVessels.add(ledger.energy(Powers.vessels(n)));
    for (int i = vessels.first(); i < n; i++) {
      fromVessels.add(ledger.energy(i));
    }
    double exchanged = ledger.exchanged();
    return new EnergyReport(
        List.copyOf(taken),
        stored,
        latent,
        ledger.energy(Powers.perfusion(n)),
        ledger.energy(Powers.metabolism(n)),
        ledger.energy(Powers.faces(n)),
        fromVessels.value(),
        ledger.energy(Powers.current(n)),
        exchanged > 0 ? Math.abs(stored - ledger.sum()) / exchanged : 0);
  }
}
