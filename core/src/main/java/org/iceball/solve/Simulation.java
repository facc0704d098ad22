package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.device.Needle;
import org.iceball.grid.Threads;
import org.iceball.injury.Coverage;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.NeedlePlacer;
import org.iceball.model.Numerics;
import org.iceball.model.Vasculature;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** The time loop: a case goes in, an outcome comes out. */
public final class Simulation implements Kept {
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
  private final FiniteGuard guard;
  private final Recorder recorder;
  private final Onlookers onlookers;
  private final Checkpoints checkpoints;
  private final double[] powers;
  private long steps;
  private double time;
  private int passed;
  private boolean isUnderWay;
  private double remaining;
  private double storedAtStart;

  private Simulation(
      Case asked,
      Anatomy anatomy,
      List<Needle> needles,
      ModelCompiler.Compiled compiled,
      Backend backend,
      Threads threads,
      Checkpoints checkpoints,
      List<Monitor> monitors) {
    this.checkpoints = checkpoints;
    this.asked = asked;
    this.anatomy = anatomy;
    this.needles = needles;
    model = compiled.model();
    vessels = compiled.vessels();
    this.backend = backend;
    onlookers = new Onlookers(monitors);
    injury = new InjuryWatch(model, asked.injury(), needles.size());
    stepper = stepper(asked.numerics(), injury);
    blood = new BloodFlow(model, vessels, asked.blood());
    NeedleWalls walls = new NeedleWalls(model, needles, compiled.shafts(), asked.gas());
    drives = new Drives(model, backend, walls, blood, BackendFit.underClamp(asked, model));
    timeline =
        new Timeline(
            drives.schedules(), asked.snapshotEvery(), BackendFit.clampTimes(asked.blood()));
    if (asked.heats()) {
      injury.heat();
    }
    heating =
        asked.heats()
            ? new Heating(asked, model, anatomy.labels(), needles, backend, threads)
            : null;
    powers = new double[Powers.size(model.needles().size())];
    ledger = new EnergyLedger(powers.length);
    guard = new FiniteGuard(model, backend);
    recorder = new Recorder(asked, anatomy.labels(), compiled, needles.size(), threads);
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
    return run(asked, anatomy, Checkpoints.NONE, monitors);
  }

  /**
   * The same, from where a run was left, where it was.
   *
   * @param checkpoints keeps the state now and then
   */
  public static Outcome run(
      Case asked, Anatomy anatomy, Checkpoints checkpoints, Monitor... monitors) {
    List<Needle> needles = NeedlePlacer.place(asked, anatomy);
    ModelCompiler.Compiled compiled = ModelCompiler.compile(asked, anatomy, needles);
    Numerics numerics = BackendFit.numerics(asked);
    try (Backend backend = Backends.open(compiled.model(), numerics);
        Team team = new Team(numerics.threads())) {
      BackendFit.check(asked, backend);
      return new Simulation(
              asked, anatomy, needles, compiled, backend, team, checkpoints, List.of(monitors))
          .run();
    }
  }

  private static Stepper stepper(Numerics n, StepWatch watch) {
    return n.stepper() == Numerics.StepperKind.EULER
        ? new EulerStepper(0.8, watch)
        : new Rkl2Stepper(n.tolerance(), watch);
  }

  private Outcome run() {
    List<Double> events = timeline.events();
    StateIn kept =
        checkpoints.beginning(() -> RunIdentity.of(model, asked.numerics(), backend, events));
    if (kept == null) {
      storedAtStart = backend.totalEnthalpy();
      look();
    } else {
      restore(kept);
    }
    while (passed < events.size()) {
      double next = events.get(passed);
      if (!isUnderWay) {
        begin(next);
      }
      while (remaining > 0) {
        keep(next - remaining, false);
        step(next);
      }
      isUnderWay = false;
      time = next;
      passed++;
      look();
    }
    injury.settle();
    tell(time);
    keep(time, true);
    return outcome(backend.totalEnthalpy() - storedAtStart);
  }

  /** An interval between two events begins. */
  private void begin(double next) {
    Drives.Change change = drives.begin(time, next, powers);
    if (change == Drives.Change.ABRUPT) {
      stepper.restart();
      injury.changed();
    }
    if (change != Drives.Change.NONE) {
      stepper.changed();
    }
    remaining = next - time;
    isUnderWay = true;
  }

  private void step(double next) {
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
    guard.stepped(steps, next - remaining);
    if (onlookers.isTimeToTell()) {
      tell(next - remaining);
    }
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

  private void keep(double now, boolean last) {
    if (backend instanceof Kept && checkpoints.isDue(last)) {
      guard.all(now);
      checkpoints.keep(
          new Checkpoints.RunState() {
            @Override
            public double time() {
              return now;
            }

            @Override
            public void save(StateOut out) {
              Simulation.this.save(out);
            }
          });
    }
  }

  @Override
  public void save(StateOut out) {
    out.section("run");
    out.whole(onlookers.elapsed());
    out.whole(steps);
    out.number(time);
    out.whole(passed);
    out.flag(isUnderWay);
    out.number(remaining);
    out.number(storedAtStart);
    out.numbers(powers);
    ((Kept) backend).save(out);
    stepper.save(out);
    injury.save(out);
    blood.save(out);
    drives.save(out);
    ledger.save(out);
    recorder.save(out);
    if (heating != null) {
      heating.save(out);
    }
    onlookers.save(out);
    out.section("end");
  }

  @Override
  public void restore(StateIn in) {
    try {
      read(in);
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      throw StateIn.misfit("its numbers make no sense together (" + e.getMessage() + ")");
    }
  }

  private void read(StateIn in) {
    if (!(backend instanceof Kept state)) {
      throw StateIn.misfit("the backend " + backend.name() + " can't go on with a run");
    }
    in.section("run");
    onlookers.goOn(in.whole());
    steps = in.whole();
    time = in.number();
    passed = in.whole(0, timeline.events().size());
    isUnderWay = in.flag();
    remaining = in.number();
    storedAtStart = in.number();
    in.numbers(powers);
    state.restore(in);
    stepper.restore(in);
    injury.restore(in);
    blood.restore(in);
    drives.restore(in);
    ledger.restore(in);
    recorder.restore(in);
    if (heating != null) {
      heating.restore(in);
    }
    injury.show(backend.inUse());
    onlookers.restore(in);
    in.section("end");
  }

  private void look() {
    boolean shown = timeline.isSnapshot(time) && !onlookers.isEmpty();
    if (shown || timeline.isFreezeEnd(time)) {
      guard.all(time);
    } else {
      guard.window(time);
    }
    if (timeline.isHistory(time)) {
      recorder.row(time, backend, drives, blood, ledger, powers, heating);
    }
    if (timeline.isFreezeEnd(time)) {
      recorder.freezeEnd(time, backend);
    }
    if (shown) {
      snapshot();
    }
  }

  private void snapshot() {
    int cells = model.grid().cells();
    float[] temperature = new float[cells];
    backend.readTemperature(temperature);
    onlookers.snapshot(time, temperature, FinalState.frozen(model, backend));
  }

  private void tell(double now) {
    double speed = backend.cellUpdates() / onlookers.wall();
    onlookers.progress(new Monitor.Progress(now, timeline.end(), recorder.iceVolume(), speed));
  }

  private Outcome outcome(double stored) {
    double wall = onlookers.wall();
    int cells = model.grid().cells();
    float[] temperature = new float[cells];
    backend.readTemperature(temperature);
    float[] lowest = new float[cells];
    backend.readLowest(lowest);
    FinalState last = FinalState.of(model, backend);
    Coverage coverage = recorder.finish(time, backend, lowest);
    RunStats stats =
        new RunStats(
            time,
            wall,
            steps,
            stepper.evaluations(),
            backend.cellUpdates() / wall,
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
    return EnergyReport.of(ledger, taken, vessels.first(), model.needles().size(), stored, latent);
  }
}
