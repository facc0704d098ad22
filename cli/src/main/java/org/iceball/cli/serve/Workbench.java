package org.iceball.cli.serve;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.iceball.device.Cryoprobe;
import org.iceball.device.Needle;
import org.iceball.device.ProtocolWords;
import org.iceball.grid.Grid;
import org.iceball.injury.ColdFraction;
import org.iceball.injury.Coverage;
import org.iceball.injury.TargetMask;
import org.iceball.injury.ZoneMetrics;
import org.iceball.io.casefile.CaseEdit;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.io.report.PageRequest;
import org.iceball.io.report.PlanBoard;
import org.iceball.io.report.Scene;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.Anatomy;
import org.iceball.model.AnatomySpec;
import org.iceball.model.Case;
import org.iceball.model.NeedlePlacer;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.model.VesselModel;
import org.iceball.solve.Monitor;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.units.CaseException;

/**
 * What the planning page works with: a case as text, changed as the page says, read like every case
 * file, and run. A newer question ends the run of an older one.
 */
final class Workbench {
  private static final int KEPT = 3;

  /** Looser than ordinary runs': a quarter fewer evaluations, volumes of ice 0.3 % smaller. */
  private static final double TOLERANCE = 1;

  private final CaseShelf shelf;
  private final List<Path> data;
  private final int threads;
  private final AtomicLong newest = new AtomicLong();
  private final Map<Key, Anatomy> anatomies =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Anatomy> eldest) {
          return size() > KEPT;
        }
      };

  private record Key(AnatomySpec anatomy, List<Region> regions, double spacing, double around) {}

  /** A newer question came. */
  private static final class Superseded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Superseded() {
      super(null, null, false, false);
    }
  }

  Workbench(CaseShelf shelf, List<Path> data, int threads) {
    this.shelf = shelf;
    this.data = List.copyOf(data);
    this.threads = Math.max(1, threads - 1); // the browser draws meanwhile
  }

  /** The board for a case file. */
  byte[] board(String file) {
    Case asked = read(shelf.read(file));
    Anatomy anatomy = anatomy(asked);
    List<Needle> needles = NeedlePlacer.place(asked, anatomy);
    return PlanBoard.of(
        file,
        asked,
        anatomy,
        needles,
        ProtocolWords.text(asked.needles().get(0).protocol()),
        ProbeLibrary.bundled().all().stream()
            .sorted(Comparator.comparing(Cryoprobe::name))
            .toList(),
        VesselModel.ladder().stream().map(VesselModel::key).toList(),
        shelf.names());
  }

  /** Text of the case as the page has changed it. */
  String edited(PageRequest request, String file) {
    return CaseEdit.apply(
        shelf.read(file), request.needles(), request.protocol(), request.vessels());
  }

  /**
   * Runs the case as the page has it: the iceball as it grows, at the end of the first freeze, and
   * after the whole protocol.
   *
   * @param sink takes each part of the answer; may throw where nobody listens any more
   */
  void plan(PageRequest request, Consumer<byte[]> sink) {
    long started = System.nanoTime();
    long mine = newest.incrementAndGet();
    Case asked = live(read(edited(request, request.file())).withSpacing(request.spacing()));
    Anatomy anatomy = fitting(asked);
    Early early = new Early(asked, anatomy, mine, started, sink);
    Outcome outcome;
    try {
      outcome = Simulation.run(asked, anatomy, early);
    } catch (Superseded e) {
      return;
    }
    Grid grid = anatomy.labels().grid();
    float[] extreme = asked.heats() ? early.hottest : outcome.lowest();
    sink.accept(
        PlanBoard.answer(
            "whole",
            asked,
            grid,
            extreme,
            asked.heats() ? coverage(asked, anatomy, extreme) : outcome.coverage(),
            volumes(asked, grid, extreme),
            (System.nanoTime() - started) * 1e-9,
            outcome.warnings()));
  }

  /** Volumes inside the isotherms that are shown [m3]. */
  private static List<Double> volumes(Case asked, Grid grid, float[] extreme) {
    float[] t = asked.heats() ? negated(extreme) : extreme;
    double sign = asked.heats() ? -1 : 1;
    return Scene.levels(asked).stream()
        .map(level -> ZoneMetrics.volume(grid, ColdFraction.of(grid, t, sign * level)))
        .toList();
  }

  /** By the lethal temperature, or by the outermost isotherm of heat; null without a target. */
  private static Coverage coverage(Case asked, Anatomy anatomy, float[] extreme) {
    TargetMask mask = asked.targetIn(anatomy.labels());
    if (mask.isEmpty()) {
      return null;
    }
    return asked.heats()
        ? mask.coverage(negated(extreme), -Scene.levels(asked).get(0), asked.margins())
        : mask.coverage(extreme, asked.lethal(), asked.margins());
  }

  /** So that what is hotter is lower; a new array. */
  private static float[] negated(float[] temperature) {
    float[] t = new float[temperature.length];
    for (int c = 0; c < t.length; c++) {
      t[c] = -temperature[c];
    }
    return t;
  }

  /** Ends what is running. */
  void stop() {
    newest.incrementAndGet();
  }

  private Case read(String text) {
    return CaseReader.readText(
            text, shelf.folder(), data, TissueLibrary.bundled(), ProbeLibrary.bundled())
        .asked();
  }

  /** Single precision, longer steps, two looks at the first freeze, no law of injury. */
  private Case live(Case asked) {
    Numerics n = asked.numerics();
    return asked
        .withInjury(List.of())
        .withSnapshotEvery(firstFreeze(asked) / 2)
        .withNumerics(
            new Numerics(n.stepper(), Numerics.Precision.FP32, threads, n.backend(), TOLERANCE));
  }

  /** When the first freeze of the needle that begins first ends [s]. */
  private static double firstFreeze(Case asked) {
    return asked.needles().stream()
        .mapToDouble(n -> n.start() + n.protocol().phases().get(0).duration())
        .min()
        .orElseThrow();
  }

  /** The kept anatomy where the needles lie in it, otherwise one round them. */
  private Anatomy fitting(Case asked) {
    Anatomy kept = anatomy(asked);
    try {
      NeedlePlacer.place(asked, kept);
      return kept;
    } catch (CaseException e) {
      return AnatomyBuilder.build(asked);
    }
  }

  private Anatomy anatomy(Case asked) {
    Key key = new Key(asked.anatomy(), asked.regions(), asked.spacing(), asked.around());
    synchronized (anatomies) {
      return anatomies.computeIfAbsent(key, k -> AnatomyBuilder.build(asked));
    }
  }

  /** Looks on, tells of the first freeze, and ends a run that nobody wants any more. */
  private final class Early implements Monitor {
    private final Case asked;
    private final Anatomy anatomy;
    private final long mine;
    private final long started;
    private final Consumer<byte[]> sink;
    private boolean told;
    private float[] hottest;

    Early(Case asked, Anatomy anatomy, long mine, long started, Consumer<byte[]> sink) {
      this.asked = asked;
      this.anatomy = anatomy;
      this.mine = mine;
      this.started = started;
      this.sink = sink;
    }

    @Override
    public void progress(Progress progress) {
      if (newest.get() != mine) {
        throw new Superseded();
      }
    }

    @Override
    public void snapshot(double time, float[] temperature, float[] frozen) {
      if (asked.heats()) {
        hottest = hottest == null ? temperature.clone() : hottest;
        for (int c = 0; c < hottest.length; c++) {
          hottest[c] = Math.max(hottest[c], temperature[c]);
        }
      }
      if (told || !(time > 0)) {
        return;
      }
      told = time >= firstFreeze(asked) - 1e-6;
      Grid grid = anatomy.labels().grid();
      Coverage coverage = told ? coverage(asked, anatomy, temperature) : null;
      sink.accept(
          PlanBoard.answer(
              told ? "first freeze" : "growing",
              asked,
              grid,
              temperature,
              coverage,
              volumes(asked, grid, temperature),
              (System.nanoTime() - started) * 1e-9,
              List.of()));
    }
  }
}
