package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.List;
import org.iceball.validation.book.Chart;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.ConvergenceStudy;
import org.iceball.validation.book.ConvergenceStudy.Level;
import org.iceball.validation.book.Measured;

/** The order in space, by {@link ManufacturedSolution}. */
final class ManufacturedCases {
  private static final String ABOUT =
      "A chosen steady field in a cube of 8 mm: frozen tissue with k(T) on the left, perfused living"
          + " tissue on the right, on %s cells along each edge";

  private ManufacturedCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase("manufactured", String.format(ABOUT, "8, 16 and 32"), () -> study(8, 16, 32)),
        new CheckCase(
            "manufactured-64", String.format(ABOUT, "16, 32 and 64"), () -> study(16, 32, 64)));
  }

  private static Measured study(int... cells) {
    List<Level> square = new ArrayList<>();
    List<Level> max = new ArrayList<>();
    for (int n : cells) {
      ManufacturedSolution.Errors e = ManufacturedSolution.errors(n);
      double h = ManufacturedSolution.EDGE / n;
      square.add(new Level(1e3 * h, e.l2()));
      max.add(new Level(1e3 * h, e.max()));
    }
    ConvergenceStudy l2 = new ConvergenceStudy(square);
    ConvergenceStudy largest = new ConvergenceStudy(max);
    return Measured.builder()
        .value("L2 order", l2.finestPair())
        .value("Linf order", largest.finestPair())
        .value("L2 error", l2.finestError())
        .value("Linf error", largest.finestError())
        .chart(
            new Chart(
                "Manufactured solution: error against spacing",
                "Spacing [mm]",
                "Error [K]",
                true,
                List.of(
                    largest.points("largest"),
                    l2.points("root mean square"),
                    l2.slope("second order", 2))))
        .build();
  }
}
