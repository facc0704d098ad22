package org.iceball.validation.reported;

import java.util.List;

/**
 * Bias and scatter of the engine over a group of figures, as the FDS Validation Guide (NIST SP
 * 1018-3, section on quantifying model uncertainty) defines them: ln(S / D) has the mean and
 * variance of which the report's own relative uncertainty is one part; the model's scatter is what
 * remains, and never stated below the report's.
 *
 * @param bias factor by which the engine exceeds reality on average [1]
 * @param scatter relative standard deviation of the engine [1]
 * @param spread standard deviation of ln(S / D), as it is [1]
 * @param count figures in the group
 */
public record Bias(double bias, double scatter, double spread, int count) {

  /** Of a group of at least two. */
  public static Bias of(List<Judged> group) {
    double mean = 0;
    double report = 0;
    for (Judged j : group) {
      mean += StrictMath.log(j.simulated() / j.row().value()) / group.size();
      double relative = j.row().u() / j.row().value();
      report += relative * relative / group.size();
    }
    double variance = 0;
    for (Judged j : group) {
      double off = StrictMath.log(j.simulated() / j.row().value()) - mean;
      variance += off * off / Math.max(1, group.size() - 1);
    }
    double model = Math.max(report, variance - report);
    return new Bias(
        StrictMath.exp(mean + model / 2 - report / 2),
        StrictMath.sqrt(model),
        StrictMath.sqrt(variance),
        group.size());
  }
}
