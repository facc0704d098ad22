package org.iceball.validation.oracle;

import java.util.ArrayList;
import java.util.List;

/**
 * Enthalpy and conductivity integral of a tissue with their slopes, as quadratics on intervals of
 * 0.05 K that never straddle a kink. Each slope is the exact derivative of its integral, so
 * Newton's method sees a consistent problem. Both integrals are zero at the liquidus.
 */
final class ThermalTable {
  private static final double COLDEST = 40;
  private static final double HOTTEST = 460;
  private static final double INTERVAL = 0.05;
  private static final int WIDTH = 7;

  /** Stretches between kinks: their lower ends [K], first interval, intervals per kelvin. */
  private final double[] ends;

  private final int[] first;
  private final double[] perKelvin;

  /** Per interval: lower end, enthalpy, capacity, half its slope, the same for conduction. */
  private final double[] data;

  ThermalTable(RadialTissue tissue) {
    List<Double> knots = new ArrayList<>(tissue.kinks());
    knots.addAll(List.of(COLDEST, tissue.solidus(), tissue.liquidus(), HOTTEST));
    ends = knots.stream().mapToDouble(Double::doubleValue).sorted().distinct().toArray();
    int stretches = ends.length - 1;
    first = new int[stretches + 1];
    perKelvin = new double[stretches];
    for (int s = 0; s < stretches; s++) {
      int count = Math.max(8, (int) Math.ceil((ends[s + 1] - ends[s]) / INTERVAL));
      first[s + 1] = first[s] + count;
      perKelvin[s] = count / (ends[s + 1] - ends[s]);
    }
    data = new double[WIDTH * first[stretches]];
    double enthalpy = 0;
    double integral = 0;
    for (int s = 0; s < stretches; s++) {
      double step = 1 / perKelvin[s];
      for (int i = first[s]; i < first[s + 1]; i++) {
        double low = ends[s] + (i - first[s]) * step;
        // a hair inside, for the functions may jump at the ends of the stretch
        double inside = low + 1e-9 * step;
        double above = low + (1 - 1e-9) * step;
        double c = tissue.apparentCapacity(inside);
        double bendC = (tissue.apparentCapacity(above) - c) / (2 * step);
        double k = tissue.conductivity().applyAsDouble(inside);
        double bendK = (tissue.conductivity().applyAsDouble(above) - k) / (2 * step);
        double[] entry = {low, enthalpy, c, bendC, integral, k, bendK};
        System.arraycopy(entry, 0, data, WIDTH * i, WIDTH);
        enthalpy += step * (c + step * bendC);
        integral += step * (k + step * bendK);
      }
    }
    shiftToLiquidus(tissue.liquidus());
  }

  private void shiftToLiquidus(double liquidus) {
    double enthalpy = enthalpy(liquidus);
    double integral = integral(liquidus);
    for (int at = 0; at < data.length; at += WIDTH) {
      data[at + 1] -= enthalpy;
      data[at + 4] -= integral;
    }
  }

  /** Where the interval of a temperature [K] begins in the data. */
  private int find(double temperature) {
    int s = ends.length - 2;
    while (s > 0 && temperature < ends[s]) {
      s--;
    }
    int i = first[s] + (int) ((temperature - ends[s]) * perKelvin[s]);
    return WIDTH * Math.max(first[s], Math.min(i, first[s + 1] - 1));
  }

  /** Enthalpy [J/m3] at a temperature [K]. */
  double enthalpy(double temperature) {
    int at = find(temperature);
    double d = temperature - data[at];
    return data[at + 1] + d * (data[at + 2] + d * data[at + 3]);
  }

  /** Conductivity integral [W/m] at a temperature [K]. */
  double integral(double temperature) {
    int at = find(temperature);
    double d = temperature - data[at];
    return data[at + 4] + d * (data[at + 5] + d * data[at + 6]);
  }

  /**
   * Looks up every temperature [K] at once: enthalpies [J/m3], capacities [J/(m3 K)], conductivity
   * integrals [W/m] and conductivities [W/(m K)] are written to the other arrays.
   */
  void fill(double[] t, double[] enthalpy, double[] capacity, double[] integral, double[] k) {
    for (int i = 0; i < t.length; i++) {
      int at = find(t[i]);
      double d = t[i] - data[at];
      enthalpy[i] = data[at + 1] + d * (data[at + 2] + d * data[at + 3]);
      capacity[i] = data[at + 2] + 2 * d * data[at + 3];
      integral[i] = data[at + 4] + d * (data[at + 5] + d * data[at + 6]);
      k[i] = data[at + 5] + 2 * d * data[at + 6];
    }
  }
}
