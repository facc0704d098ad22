package org.iceball.validation.cases;

import java.util.Locale;
import java.util.SplittableRandom;
import org.iceball.grid.Vec3;

/**
 * A tumour of 18 to 28 mm in liver with a vein of 6 to 10 mm that touches it or passes within 2 mm,
 * and a thinner one further out; which way they run is drawn, too.
 *
 * @param axes of the tumour [mm]
 * @param veins two shapes of a phantom, as a case file has them
 * @param wide diameter of the near vein [mm]
 * @param gap between it and the tumour, about; negative where it bites into it [mm]
 */
record PerivascularTumour(Vec3 axes, String veins, double wide, double gap) {
  /** How far veins reach from the tumour's side [mm]. */
  private static final double REACH = 60;

  /** The tumour of a seed. */
  static PerivascularTumour of(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Vec3 axes =
        new Vec3(random.nextDouble(18, 28), random.nextDouble(18, 28), random.nextDouble(18, 28));
    double least = Math.min(axes.x(), Math.min(axes.y(), axes.z()));
    double wide = random.nextDouble(6, 10);
    double gap = random.nextDouble(-1, 2);
    String near = vein(random, least / 2 + gap, wide);
    double thin = random.nextDouble(4, 6);
    String far = vein(random, least / 2 + random.nextDouble(1, 5), thin);
    return new PerivascularTumour(axes, near + far, wide, gap);
  }

  private static String vein(SplittableRandom random, double nearest, double wide) {
    double z = random.nextDouble(-1, 1);
    double turn = random.nextDouble(2 * Math.PI);
    double r = StrictMath.sqrt(1 - z * z);
    Vec3 side = new Vec3(r * StrictMath.cos(turn), r * StrictMath.sin(turn), z);
    // at right angles to the side, and not along an axis of the grid
    Vec3 other = Math.abs(side.z()) < 0.7 ? new Vec3(0, 0, 1) : new Vec3(1, 0, 0);
    Vec3 along = side.cross(other).unit().times(REACH);
    Vec3 at = side.times(nearest + wide / 2);
    return String.format(
        Locale.ROOT,
        "      - {label: 3, tube: {diameter: %.2f mm, points: [%s, %s]}}%n",
        wide,
        point(at.minus(along)),
        point(at.plus(along)));
  }

  private static String point(Vec3 p) {
    return String.format(Locale.ROOT, "[%.2f mm, %.2f mm, %.2f mm]", p.x(), p.y(), p.z());
  }

  /** The tumour as a user would write it, one kind of needle to be placed. */
  UserCase asked() {
    return new UserCase(
        """
        iceball: 1
        title: Perivascular tumour
        anatomy:
          phantom:
            size: [110 mm, 110 mm, 110 mm]
            shapes:
              - {label: 1, box: {size: [100 mm, 100 mm, 100 mm]}}
        VEINS      - {label: 4, ellipsoid: {axes: AXES}}
        regions:
          - {label: 0, name: surroundings, tissue: fat, role: surrounding}
          - {label: 1, name: liver, tissue: liver, role: organ}
          - {label: 3, name: vein, tissue: blood, role: vessel}
          - {label: 4, name: tumour, tissue: hcc, role: target}
        needles:
          - {name: A, probe: 17G-short, target: {from: target_centre}, direction: [0, 0, 1]}
        protocol: freeze 6 min
        grid: {spacing: 1 mm, around: 20 mm}
        plan: {axial_angle: 90 deg}
        """
            .replace("VEINS", veins)
            .replace("AXES", point(axes)));
  }
}
