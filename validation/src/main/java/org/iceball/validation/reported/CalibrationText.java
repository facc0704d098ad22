package org.iceball.validation.reported;

import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.iceball.validation.reported.Calibration.Fitted;
import org.iceball.validation.reported.Calibration.Result;

/** A calibration in words and tables. */
public final class CalibrationText {
  private final StringBuilder text = new StringBuilder();

  private CalibrationText() {}

  /** The text, lines ended by a line feed. */
  public static String of(Result result) {
    return new CalibrationText().all(result);
  }

  private String all(Result r) {
    line("Calibration of the device library against reported zones");
    line("");
    line("%-34s %11s %24s %11s %9s %9s", "number", "library", "interval", "fitted", "+/-", "told");
    for (Fitted n : r.numbers()) {
      line(
          "%-34s %11.4g %24s %11.4g %8.1f%% %8.0f%%",
          n.about(),
          n.library().value(),
          String.format(Locale.ROOT, "%.4g to %.4g", n.library().low(), n.library().high()),
          n.value(),
          100 * n.relativeSpread(),
          100 * n.toldByData());
    }
    line(
        "SI units. Told: part of what is known of a number that the data have told; the rest is its");
    line("interval. A number stays within its interval.");
    line("");
    line(
        "%-10s %-38s %9s %7s %9s %9s %7s",
        "row", "quantity", "reported", "u", "before", "after", "E/u");
    for (int i = 0; i < r.rows().size(); i++) {
      ReportedRow row = r.rows().get(i);
      line(
          "%-10s %-38s %9.1f %7.1f %9.1f %9.1f %7.2f",
          row.id(),
          row.caseName()
              + ", "
              + row.quantity().key()
              + String.format(Locale.ROOT, ", %.0f degC", row.isotherm() - 273.15),
          row.value(),
          row.u(),
          r.before()[i],
          r.after()[i],
          (r.after()[i] - row.value()) / row.u());
    }
    line("");
    correlations(r);
    identifiability(r);
    return text.toString();
  }

  private void correlations(Result r) {
    line("Correlations of the fitted numbers");
    for (int i = 0; i < r.numbers().size(); i++) {
      StringBuilder row = new StringBuilder();
      for (int j = 0; j <= i; j++) {
        double c =
            r.covariance()[i][j] / StrictMath.sqrt(r.covariance()[i][i] * r.covariance()[j][j]);
        row.append(String.format(Locale.ROOT, " %6.2f", c));
      }
      line("  %-34s%s", r.numbers().get(i).about(), row);
    }
    line("");
  }

  /** Which combinations of the numbers the data see: singular values of the scaled Jacobian. */
  private void identifiability(Result r) {
    int n = r.numbers().size();
    DMatrixRMaj scaled = new DMatrixRMaj(r.jacobian().length, n);
    for (int i = 0; i < r.jacobian().length; i++) {
      for (int j = 0; j < n; j++) {
        scaled.set(i, j, r.jacobian()[i][j] * r.numbers().get(j).prior());
      }
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(scaled.numRows, n, false, true, true);
    svd.decompose(scaled);
    DMatrixRMaj v = svd.getV(null, false);
    double[] values = svd.getSingularValues();
    line("What the data see: combinations of the numbers, in units of their prior spread");
    for (int k : order(values, svd.numberOfSingularValues())) {
      StringBuilder row = new StringBuilder();
      for (int j = 0; j < n; j++) {
        row.append(String.format(Locale.ROOT, " %6.2f", v.get(j, k)));
      }
      line(
          "  signal over noise %7.2f %-22s%s",
          values[k], values[k] > 1 ? "seen" : "not seen by the data", row);
    }
  }

  private static int[] order(double[] values, int count) {
    return java.util.stream.IntStream.range(0, count)
        .boxed()
        .sorted((a, b) -> Double.compare(values[b], values[a]))
        .mapToInt(i -> i)
        .toArray();
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
  }
}
