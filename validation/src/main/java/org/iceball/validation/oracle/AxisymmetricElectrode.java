package org.iceball.validation.oracle;

import java.util.Arrays;

/**
 * A straight electrode in endless tissue, in r and z on a fine graded grid: the potential with
 * sigma(T) and the heat of its current, by finite volumes and implicit Euler steps. The metal is a
 * cylinder of cells at the voltage; elsewhere it is tissue, as the engine's is. The half z at or
 * above 0 is computed. Shares no code with the engine.
 */
public final class AxisymmetricElectrode {
  private static final double FAR = 0.12;

  private final double sigma0;
  private final double rise;
  private final double conductivity;
  private final double capacity;
  private final double start;
  private final double[] re;
  private final double[] ze;
  private final int nr;
  private final int nz;
  private final boolean[] metal;
  private final double[] volts;
  private final double[] kelvin;
  private final double[] volume;
  private double energy;

  /**
   * @param radius of the metal [m]
   * @param length of the metal [m]
   * @param sigma0 electric conductivity at 37 degC [S/m]
   * @param rise its relative rise with temperature [1/K]
   * @param conductivity [W/(m K)]
   * @param capacity [J/(m3 K)]
   * @param start temperature [K]
   */
  public AxisymmetricElectrode(
      double radius,
      double length,
      double sigma0,
      double rise,
      double conductivity,
      double capacity,
      double start) {
    this.sigma0 = sigma0;
    this.rise = rise;
    this.conductivity = conductivity;
    this.capacity = capacity;
    this.start = start;
    re = edges(new double[] {0, radius / 3, 2 * radius / 3, radius}, radius / 6, 1.09);
    ze = edges(graded(length / 2, radius / 4), radius / 4, 1.12);
    nr = re.length - 1;
    nz = ze.length - 1;
    metal = new boolean[nr * nz];
    volts = new double[nr * nz];
    kelvin = new double[nr * nz];
    volume = new double[nr * nz];
    Arrays.fill(kelvin, start);
    for (int k = 0; k < nz; k++) {
      for (int i = 0; i < nr; i++) {
        metal[i + nr * k] =
            re[i + 1] <= radius * (1 + 1e-9) && ze[k + 1] <= length / 2 * (1 + 1e-9);
        volts[i + nr * k] = metal[i + nr * k] ? 1 : 0;
        volume[i + nr * k] =
            Math.PI * (re[i + 1] * re[i + 1] - re[i] * re[i]) * (ze[k + 1] - ze[k]);
      }
    }
  }

  /** From 0 to an end with steps that shrink towards the end. */
  private static double[] graded(double end, double least) {
    double[] back = new double[400];
    int n = 1;
    double step = least;
    while (back[n - 1] + 1.5 * step < end) {
      back[n] = back[n - 1] + step;
      step = Math.min(1.25e-3, 1.12 * step);
      n++;
    }
    back[n++] = end;
    double[] edges = new double[n];
    for (int i = 0; i < n; i++) {
      edges[i] = end - back[n - 1 - i];
    }
    return edges;
  }

  private static double[] edges(double[] first, double step, double growth) {
    double[] all = Arrays.copyOf(first, 400);
    int n = first.length;
    double h = step;
    while (all[n - 1] < FAR) {
      all[n] = all[n - 1] + h;
      h *= growth;
      n++;
    }
    return Arrays.copyOf(all, n);
  }

  /**
   * Moves on by a time [s] at a voltage [V].
   *
   * @param steps of equal length
   */
  public void heat(double voltage, double time, int steps) {
    double dt = time / steps;
    double[] heat = new double[nr * nz];
    for (int s = 0; s < steps; s++) {
      solveVolts();
      Arrays.fill(heat, 0);
      energy += dt * voltage * voltage * joule(heat);
      double[] right = new double[nr * nz];
      for (int c = 0; c < right.length; c++) {
        double stored = capacity * volume[c] / dt;
        right[c] = stored * (kelvin[c] - start) + voltage * voltage * heat[c];
        kelvin[c] -= start;
      }
      conjugateGradients(kelvin, right, false, capacity / dt);
      for (int c = 0; c < right.length; c++) {
        kelvin[c] += start;
      }
    }
  }

  /** Current at 1 V with the tissue as it is [S]. */
  public double conductance() {
    solveVolts();
    return joule(new double[nr * nz]);
  }

  /** Energy given since the beginning, both halves [J]. */
  public double energy() {
    return 2 * energy;
  }

  /** Both halves' conductance is twice that of one. */
  private double joule(double[] heat) {
    double total = 0;
    for (int k = 0; k < nz; k++) {
      for (int i = 0; i < nr; i++) {
        int c = i + nr * k;
        if (i + 1 < nr) {
          total += joule(heat, c, c + 1, faceR(i, k, electric(c), electric(c + 1)));
        }
        if (k + 1 < nz) {
          total += joule(heat, c, c + nr, faceZ(i, k, electric(c), electric(c + nr)));
        }
        total += far(i, k, electric(c)) * volts[c] * volts[c];
      }
    }
    return total;
  }

  private double joule(double[] heat, int a, int b, double g) {
    double drop = volts[a] - volts[b];
    double power = g * drop * drop;
    // the metal has no resistance: what is next to it gets all
    double share = metal[a] ? 0 : metal[b] ? 1 : electric(b) / (electric(a) + electric(b));
    heat[a] += power * share;
    heat[b] += power * (1 - share);
    return power;
  }

  private double electric(int c) {
    return sigma0 * (1 + rise * (kelvin[c] - 310.15));
  }

  private double faceR(int i, int k, double left, double right) {
    double area = 2 * Math.PI * re[i + 1] * (ze[k + 1] - ze[k]);
    boolean in = metal[i + nr * k];
    boolean out = metal[i + 1 + nr * k];
    double a = in && !out ? 0 : 0.5 * (re[i + 1] - re[i]) / left;
    double b = 0.5 * (re[i + 2] - re[i + 1]) / right;
    return area / (a + b);
  }

  private double faceZ(int i, int k, double below, double above) {
    double area = Math.PI * (re[i + 1] * re[i + 1] - re[i] * re[i]);
    boolean in = metal[i + nr * k];
    boolean out = metal[i + nr * (k + 1)];
    double a = in && !out ? 0 : 0.5 * (ze[k + 1] - ze[k]) / below;
    double b = 0.5 * (ze[k + 2] - ze[k + 1]) / above;
    return area / (a + b);
  }

  /** Outer faces lead on into endless tissue: 1/r. */
  private double far(int i, int k, double value) {
    double r = 0.5 * (re[i] + re[i + 1]);
    double z = 0.5 * (ze[k] + ze[k + 1]);
    double g = 0;
    if (i == nr - 1) {
      double beyond = (re[nr] * re[nr] + z * z) / re[nr];
      double area = 2 * Math.PI * re[nr] * (ze[k + 1] - ze[k]);
      g += area * value / (0.5 * (re[nr] - re[nr - 1]) + beyond);
    }
    if (k == nz - 1) {
      double beyond = (ze[nz] * ze[nz] + r * r) / ze[nz];
      double area = Math.PI * (re[i + 1] * re[i + 1] - re[i] * re[i]);
      g += area * value / (0.5 * (ze[nz] - ze[nz - 1]) + beyond);
    }
    return g;
  }

  private void solveVolts() {
    conjugateGradients(volts, new double[nr * nz], true, 0);
  }

  /** Solves A x = b; metal cells keep their x where the field is the electric one. */
  private void conjugateGradients(double[] x, double[] b, boolean isElectric, double store) {
    int n = nr * nz;
    double[] gr = new double[n];
    double[] gz = new double[n];
    double[] diagonal = new double[n];
    for (int k = 0; k < nz; k++) {
      for (int i = 0; i < nr; i++) {
        int c = i + nr * k;
        if (i + 1 < nr) {
          gr[c] = isElectric ? faceR(i, k, electric(c), electric(c + 1)) : plainR(i, k);
        }
        if (k + 1 < nz) {
          gz[c] = isElectric ? faceZ(i, k, electric(c), electric(c + nr)) : plainZ(i, k);
        }
        diagonal[c] += isElectric ? far(i, k, electric(c)) : store * volume[c];
      }
    }
    double[] own = diagonal.clone();
    for (int c = 0; c < n; c++) {
      diagonal[c] += gr[c] + gz[c] + (c >= 1 ? gr[c - 1] : 0) + (c >= nr ? gz[c - nr] : 0);
    }
    double[] r = new double[n];
    double[] p = new double[n];
    double[] ap = new double[n];
    apply(x, ap, gr, gz, own);
    double scale = 0;
    double rz = 0;
    for (int c = 0; c < n; c++) {
      r[c] = fixed(c, isElectric) ? 0 : b[c] - ap[c];
      p[c] = r[c] / diagonal[c];
      rz += r[c] * p[c];
      scale += diagonal[c] * x[c] * x[c];
    }
    for (int it = 0; it < 20_000 && rz > 1e-20 * (scale + 1e-30); it++) {
      apply(p, ap, gr, gz, own);
      double pap = 0;
      for (int c = 0; c < n; c++) {
        ap[c] = fixed(c, isElectric) ? 0 : ap[c];
        pap += p[c] * ap[c];
      }
      double alpha = rz / pap;
      double next = 0;
      for (int c = 0; c < n; c++) {
        x[c] += alpha * p[c];
        r[c] -= alpha * ap[c];
        next += r[c] * r[c] / diagonal[c];
      }
      double beta = next / rz;
      rz = next;
      for (int c = 0; c < n; c++) {
        p[c] = r[c] / diagonal[c] + beta * p[c];
      }
    }
  }

  private boolean fixed(int c, boolean isElectric) {
    return isElectric && metal[c];
  }

  private double plainR(int i, int k) {
    double area = 2 * Math.PI * re[i + 1] * (ze[k + 1] - ze[k]);
    return conductivity * area / (0.5 * (re[i + 2] - re[i]));
  }

  private double plainZ(int i, int k) {
    double area = Math.PI * (re[i + 1] * re[i + 1] - re[i] * re[i]);
    return conductivity * area / (0.5 * (ze[k + 2] - ze[k]));
  }

  private void apply(double[] x, double[] out, double[] gr, double[] gz, double[] own) {
    int n = nr * nz;
    for (int c = 0; c < n; c++) {
      double sum = own[c] * x[c];
      sum += gr[c] != 0 ? gr[c] * (x[c] - x[c + 1]) : 0;
      sum += c >= 1 && gr[c - 1] != 0 ? gr[c - 1] * (x[c] - x[c - 1]) : 0;
      sum += gz[c] != 0 ? gz[c] * (x[c] - x[c + nr]) : 0;
      sum += c >= nr && gz[c - nr] != 0 ? gz[c - nr] * (x[c] - x[c - nr]) : 0;
      out[c] = sum;
    }
  }

  /** Volume hotter than a temperature [K], both halves, the metal's own included [m3]. */
  public double hotterThan(double temperature) {
    double sum = 0;
    for (int k = 0; k < nz; k++) {
      // the isotherm's radius in this layer, by interpolation between centres
      double out = 0;
      for (int i = 0; i + 1 < nr; i++) {
        double a = kelvin[i + nr * k];
        double b = kelvin[i + 1 + nr * k];
        if (a >= temperature && b < temperature) {
          double ra = 0.5 * (re[i] + re[i + 1]);
          double rb = 0.5 * (re[i + 1] + re[i + 2]);
          out = ra + (a - temperature) / (a - b) * (rb - ra);
        }
      }
      sum += Math.PI * out * out * (ze[k + 1] - ze[k]);
    }
    return 2 * sum;
  }
}
