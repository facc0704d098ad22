package org.iceball.validation.cases;

import java.util.List;
import org.iceball.device.VesselTree;
import org.iceball.injury.ColdFraction;
import org.iceball.model.BloodFilm;
import org.iceball.model.VesselModel;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.Ducts;
import org.iceball.validation.engine.Specimen;

/** Vessels in a bar of tissue whose sides are held at another temperature: closed forms. */
final class DuctCases {
  private static final double BODY = Specimen.BODY;
  private static final double COLD = 278.15;
  private static final double BLOOD = 1050.0 * 3617;
  private static final double K = 0.52;
  private static final double LENGTH = 32e-3;
  private static final double EDGE = 24e-3;
  private static final Tissue LIVER = tissue(2, 265.15, 272.15);

  private DuctCases() {}

  static List<CheckCase> all() {
    return List.of(
        duct("duct-perfusion", "Lumen of 8 mm: no wall at all", "perfusion", 4, 17, 1),
        duct("duct-advective-1mm", "Lumen of 1 mm at 2 cm/s", "advective", 0.5, 2, 1),
        duct(
            "duct-advective-coarse",
            "Lumen of 1.6 mm at 2 cm/s on cells of 2 mm",
            "advective",
            0.8,
            2,
            2),
        duct("duct-advective-6mm", "Lumen of 6 mm at 0.5 cm/s", "advective", 3, 0.5, 1),
        duct("duct-convective-2mm", "Lumen of 2 mm at 10 cm/s", "convective", 1, 10, 1),
        duct("duct-convective-4mm", "Lumen of 4 mm at 17 cm/s", "convective", 2, 17, 1),
        duct("duct-convective-8mm", "Lumen of 8 mm at 17 cm/s", "convective", 4, 17, 1),
        duct(
            "duct-convective-coarse",
            "Lumen of 8 mm at 17 cm/s on cells of 2 mm",
            "convective",
            4,
            17,
            2),
        duct("duct-fixed-2mm", "Lumen of 2 mm with its wall at 37 degC", "fixed", 1, 10, 1),
        duct("duct-fixed-8mm", "Lumen of 8 mm with its wall at 37 degC", "fixed", 4, 17, 1),
        new CheckCase(
            "duct-slanted",
            "Lumina of 2, 6 and 8 mm that cross the bar at six angles, on cells of 1 and 2 mm",
            DuctCases::slanted),
        new CheckCase(
            "ice-at-a-wall",
            "Ice from outside up to the wall of a lumen of 20 mm with h = 1000 W/(m2 K)",
            DuctCases::gaps),
        new CheckCase(
            "frozen-wall",
            "The same with a bar so cold that all of the wall freezes",
            DuctCases::frozen));
  }

  private static CheckCase duct(
      String name, String about, String rung, double mmRadius, double cmVelocity, double mm) {
    String text =
        about + ", 32 mm long in a bar held at 5 degC, to its steady state, cells of " + (int) mm;
    return new CheckCase(
        name, text + " mm", () -> cooled(rung, mmRadius * 1e-3, cmVelocity * 1e-2, mm * 1e-3));
  }

  /** Tissue that is not perfused; its ice conducts alike at all temperatures. */
  private static Tissue tissue(double frozen, double solidus, double liquidus) {
    return Specimen.tissue(
        FrozenLaw.CONSTANT, 1079, 3540, 1800, K, frozen, solidus, liquidus, 250e6, 0);
  }

  private static VesselModel rung(String key) {
    return VesselModel.ladder().stream().filter(m -> m.key().equals(key)).findFirst().orElseThrow();
  }

  /** Heat that a duct gives [W], and how much its blood cools [K]. */
  private record Duct(double heat, double cooling) {}

  /** The duct by marching its own equation in fine steps, with the entry length's local film. */
  private static Duct exact(String rung, double radius, double velocity) {
    double capacity = BLOOD * Math.PI * radius * radius * velocity;
    double spread = Math.log(Ducts.SQUARE * EDGE / radius) / (2 * Math.PI * K);
    int n = 20000;
    double step = LENGTH / n;
    double t = BODY;
    double heat = 0;
    for (int i = 0; i < n; i++) {
      double a = i * step;
      double h =
          switch (rung) {
            case "perfusion" -> 0;
            case "advective" -> BloodFilm.coefficient(2 * radius, velocity, a, a + step);
            case "convective" -> BloodFilm.coefficient(2 * radius, velocity, 0, LENGTH);
            default -> Double.POSITIVE_INFINITY;
          };
      double perLength = h > 0 ? 1 / (spread + 1 / (2 * Math.PI * radius * h)) : 0;
      double given = perLength * (t - COLD) * step;
      heat += given;
      if (rung.equals("advective")) {
        t -= given / capacity;
      }
    }
    return new Duct(heat, heat / capacity);
  }

  private static Measured cooled(String rung, double radius, double velocity, double spacing) {
    VesselTree tree = Ducts.straight(radius, LENGTH, velocity);
    Ducts.End end = new Ducts(LIVER, EDGE, LENGTH, spacing, tree, rung(rung), COLD).run(1500);
    Duct exact = exact(rung, radius, velocity);
    return Measured.builder()
        .value("exchange error", off(end.power(), exact.heat))
        .value("exit temperature error", off(end.cooling(), exact.cooling))
        .value("blood against tissue", off(end.lost(), end.given()))
        .value("imbalance", end.imbalance())
        .build();
  }

  private static double off(double found, double expected) {
    return expected == 0 ? Math.abs(found) : Math.abs(found / expected - 1);
  }

  private static Measured slanted() {
    String[] rungs = {"convective", "convective", "convective", "fixed", "advective", "convective"};
    double[] radii = {4e-3, 4e-3, 4e-3, 4e-3, 1e-3, 3e-3};
    double[][] angles = {{0.3, 0}, {0.5, 0.2}, {0.35, 0.35}, {0.5, 0.2}, {0.5, 0.2}, {0.2, 0.45}};
    double worst = 0;
    for (int n = 0; n < rungs.length; n++) {
      double[] heat = new double[2];
      for (int s = 0; s < 2; s++) {
        VesselTree tree = Ducts.slanted(radii[n], LENGTH, 0.17, angles[n][0], angles[n][1]);
        double spacing = (s + 1) * 1e-3;
        heat[s] =
            new Ducts(LIVER, 36e-3, LENGTH, spacing, tree, rung(rungs[n]), COLD).run(1500).power();
      }
      worst = Math.max(worst, off(heat[1], heat[0]));
    }
    return Measured.builder().value("1 mm against 2 mm", worst).build();
  }

  private static final double WIDE = 10e-3;
  private static final double ICE = 1.8;
  private static final Tissue FREEZING = tissue(ICE, 271.65, 272.15);
  private static final double FLUX = 1000 * (BODY - 272.15);

  /** A short wide lumen whose film is 1000 W/(m2 K). */
  private static VesselTree wide() {
    double low = 1e-4;
    double high = 3;
    while (high - low > 1e-9) {
      double middle = 0.5 * (low + high);
      boolean more = BloodFilm.coefficient(2 * WIDE, middle, 0, 4e-3) < 1000;
      low = more ? middle : low;
      high = more ? high : middle;
    }
    return Ducts.straight(WIDE, 4e-3, low);
  }

  /** Temperature of a bar's sides at which the ice wants so much of what a film gives [K]. */
  private static double shell(double edge, double part) {
    return 272.15 - part * FLUX * WIDE * Math.log(Ducts.SQUARE * edge / WIDE) / ICE;
  }

  private static Measured gaps() {
    Measured.Builder found = Measured.builder();
    for (int mm = 1; mm <= 2; mm++) {
      double edge = 32e-3;
      double cold = shell(edge, 0.99);
      Ducts duct = new Ducts(FREEZING, edge, 4e-3, mm * 1e-3, wide(), rung("convective"), cold);
      float[] t = duct.run(1000).temperature();
      for (int below : new int[] {20, 40}) {
        double threshold = 273.15 - below;
        // the plane wall's formula; round a cylinder of 10 mm it is 4 to 9 % more
        double formula = ICE * (272.15 - threshold) / FLUX;
        double cylinder = WIDE * Math.expm1(formula / WIDE);
        double gap = gap(duct, t, threshold);
        found.value("gap to -" + below + " degC over the formula, " + mm + " mm", gap / formula);
        found.value("gap to -" + below + " degC over exact, " + mm + " mm", gap / cylinder);
      }
    }
    return found.build();
  }

  /** Distance of an isotherm from the wall, from the area of the section inside it [m]. */
  private static double gap(Ducts duct, float[] t, double threshold) {
    float[] cold = ColdFraction.of(duct.grid(), t, threshold);
    double warm = 0;
    int plane = duct.grid().nx() * duct.grid().ny();
    for (int c = plane; c < 2 * plane; c++) {
      warm += 1 - Math.min(1, cold[c]);
    }
    double h = duct.grid().spacing();
    return Math.sqrt(warm * h * h / Math.PI) - WIDE;
  }

  private static Measured frozen() {
    Measured.Builder found = Measured.builder();
    for (int mm = 1; mm <= 2; mm++) {
      double edge = 32e-3;
      Ducts duct =
          new Ducts(FREEZING, edge, 4e-3, mm * 1e-3, wide(), rung("convective"), shell(edge, 1.3));
      double area = duct.vessels().walls().stream().mapToDouble(w -> w.area()).sum();
      double ratio = duct.run(400).power() / (FLUX * area);
      found.value("heat over h A (T_blood - T_freezing), " + mm + " mm", ratio);
    }
    return found.build();
  }
}
