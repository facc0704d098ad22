package org.iceball.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.CaseReading;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.Case;
import org.iceball.plan.Site.Candidate;
import org.iceball.solve.Simulation;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The planner against packing of single iceballs and against random search with as many runs of the
 * engine, on tumours beside veins. Plans are judged on other cells, and with other tissues, than
 * they were ranked on.
 */
@Tag("long")
class PlanBenchmarkTest {
  private static final int TUMOURS = 20;
  private static final int NEEDLES = 2;
  private static final double JUDGED = 1.5e-3;

  private record Row(double planner, double packing, double random, int runs) {}

  @Test
  void betterThanPackingAndThanRandomSearchOnEighteenOfTwentyTumours() {
    List<Row> rows = new ArrayList<>();
    StringBuilder table = new StringBuilder();
    for (int seed = 1; seed <= TUMOURS; seed++) {
      Row row = row(seed);
      rows.add(row);
      table.append(
          String.format(
              Locale.ROOT,
              "| %d | %.1f | %.1f | %.1f | %d |%n",
              seed,
              row.planner() * 100,
              row.packing() * 100,
              row.random() * 100,
              row.runs()));
    }
    System.out.println(table);
    assertThat(rows.stream().filter(r -> r.planner() > r.packing()).count())
        .as("better than packing\n" + table)
        .isGreaterThanOrEqualTo(18);
    assertThat(rows.stream().filter(r -> r.planner() > r.random()).count())
        .as("better than random search\n" + table)
        .isGreaterThanOrEqualTo(18);
  }

  static Row row(int seed) {
    CaseReading tumour = tumour(new SplittableRandom(seed));
    try (Planner planner = Sites.planner(tumour, NEEDLES)) {
      Site site = planner.site();
      List<Track> ways = planner.starts().ways();
      Candidate best = planner.search(site, NEEDLES).run(NEEDLES, ways, List.of()).orElseThrow();
      int runs = planner.runs();
      List<Track> packed = planner.search(site, NEEDLES).packed(NEEDLES, ways);
      List<Track> random = random(site, planner.starts(), ways, runs, seed);
      return new Row(
          judged(tumour.asked(), site, best.tracks()),
          judged(tumour.asked(), site, packed),
          judged(tumour.asked(), site, random),
          runs);
    }
  }

  /** A tumour of 18 to 28 mm with a vein of 6 to 10 mm that nearly touches it, and a second one. */
  private static CaseReading tumour(SplittableRandom random) {
    double[] axes = new double[3];
    for (int a = 0; a < 3; a++) {
      axes[a] = random.nextDouble(18, 28);
    }
    double least = Math.min(axes[0], Math.min(axes[1], axes[2]));
    StringBuilder shapes = new StringBuilder();
    for (int v = 0; v < 2; v++) {
      double wide = v == 0 ? random.nextDouble(6, 10) : random.nextDouble(4, 6);
      double gap = v == 0 ? random.nextDouble(-1, 2) : random.nextDouble(1, 5);
      Vec3 side = direction(random);
      Vec3 along = Track.across(side)[0];
      Vec3 at = side.times(least / 2 + gap + wide / 2);
      Vec3 from = at.minus(along.times(60));
      Vec3 to = at.plus(along.times(60));
      shapes.append(
          String.format(
              Locale.ROOT,
              "- {label: 3, tube: {diameter: %.2f mm, points: [[%.2f mm, %.2f mm, %.2f mm],"
                  + " [%.2f mm, %.2f mm, %.2f mm]]}}%n",
              wide,
              from.x(),
              from.y(),
              from.z(),
              to.x(),
              to.y(),
              to.z()));
    }
    shapes.append(
        String.format(
            Locale.ROOT,
            "- {label: 4, ellipsoid: {axes: [%.2f mm, %.2f mm, %.2f mm]}}%n",
            axes[0],
            axes[1],
            axes[2]));
    String vein = "- {label: 3, name: vein, tissue: blood, role: vessel}";
    return Sites.liver(shapes.toString(), vein, "axial_angle: 90 deg");
  }

  private static Vec3 direction(SplittableRandom random) {
    double z = random.nextDouble(-1, 1);
    double turn = random.nextDouble(2 * Math.PI);
    double r = Math.sqrt(1 - z * z);
    return new Vec3(r * Math.cos(turn), r * Math.sin(turn), z);
  }

  /** The best of so many random plans that keep to the rules. */
  private static List<Track> random(
      Site site, Starts starts, List<Track> ways, int runs, long seed) {
    SplittableRandom random = new SplittableRandom(seed * 77);
    List<Track> best = List.of();
    double least = Double.POSITIVE_INFINITY;
    int done = 0;
    while (done < runs) {
      Vec3 axis = ways.get(random.nextInt(ways.size())).axis();
      List<Track> tracks = new ArrayList<>();
      for (int n = 0; n < NEEDLES; n++) {
        Vec3 tilt = direction(random).times(0.5 * random.nextDouble());
        Vec3 target = starts.targets().get(random.nextInt(starts.targets().size()));
        tracks.add(new Track(target, axis.plus(tilt).unit()));
      }
      Optional<Candidate> found = site.evaluate(tracks);
      if (found.isPresent()) {
        done++;
        double value = found.get().value(site.rules().weights());
        best = value < least ? tracks : best;
        least = Math.min(least, value);
      }
    }
    return best;
  }

  /** Part of the target that dies, on other cells and with the tissues as they are [1]. */
  private static double judged(Case asked, Site site, List<Track> tracks) {
    Case fine =
        asked
            .withSpacing(JUDGED)
            .withInjury(List.of())
            .withSnapshotEvery(Double.POSITIVE_INFINITY)
            .withNeedles(site.needles(tracks));
    return Simulation.run(fine, AnatomyBuilder.build(fine)).coverage().covered();
  }
}
