package org.iceball.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.solve.Cases;
import org.iceball.tissue.FrozenLaw;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.junit.jupiter.api.Test;

class BudgetTest {
  private static final double H = 1e-3;

  private static Case asked(Precision precision) {
    return Cases.homogeneous(
        Cases.liver(0.016, FrozenLaw.RABIN),
        H,
        Cases.list(
            Cases.needle(
                Cases.probe(0.75e-3, 30e-3), Vec3.ZERO, new Vec3(0, 0, 1), Cases.tenFiveTen())),
        new Faces(Faces.Kind.HELD, 310.15),
        310.15,
        Cases.numerics(StepperKind.RKL2, precision));
  }

  private static Grid grid(int n) {
    return new Grid(n, n, n, H, Vec3.ZERO);
  }

  @Test
  void moreCellsAndMoreDigitsNeedMore() {
    Budget small = Budget.of(asked(Precision.FP64), grid(100), 0);
    Budget large = Budget.of(asked(Precision.FP64), grid(200), 0);
    assertThat(large.memory()).isGreaterThan(5 * small.memory());
    assertThat(large.disk()).isGreaterThan(5 * small.disk());
    assertThat(large.seconds()).isGreaterThan(small.seconds());
    assertThat(Budget.of(asked(Precision.FP32), grid(200), 0).memory()).isLessThan(large.memory());
    assertThat(small.text()).contains("MB of memory", "MB of disk", "evaluations");
  }

  @Test
  void whatDoesNotFitIsRefusedWithWhatWould() {
    Case asked = asked(Precision.FP64);
    Grid grid = grid(300);
    long heap = 3L << 28;
    assertThatThrownBy(() -> Budget.of(asked, grid, 0).checkMemory(asked, grid, 0, heap))
        .isInstanceOfSatisfying(
            CaseException.class,
            e -> {
              assertThat(e.findings().get(0).complaint()).isEqualTo(Complaint.OVER_BUDGET);
              Matcher fits =
                  Pattern.compile("spacing of ([0-9.]+) mm").matcher(e.findings().get(0).remedy());
              assertThat(fits.find()).isTrue();
              double spacing = Double.parseDouble(fits.group(1)) * 1e-3;
              int n = (int) Math.ceil(300 * H / spacing);
              Grid coarse = new Grid(n, n, n, spacing, Vec3.ZERO);
              Budget.of(asked, coarse, 0).checkMemory(asked.withSpacing(spacing), coarse, 0, heap);
            });
  }

  @Test
  void anImageAndTracingItsVesselsAreCounted() {
    Case asked = asked(Precision.FP64);
    long image = 26_000_000;
    assertThat(Budget.of(asked, grid(50), image).memory() - Budget.of(asked, grid(50), 0).memory())
        .isBetween(image, image * 6 / 5);
    Budget.checkTracing(1e6, 0, 20_000_000);
    assertThatThrownBy(() -> Budget.checkTracing(4e6, 0, 20_000_000))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("vessels are traced")
        .hasMessageContaining("-Xmx");
    assertThatThrownBy(() -> Budget.checkTracing(1e6, image, 60_000_000))
        .isInstanceOf(CaseException.class);
  }

  @Test
  void aFullDiskIsNoticedBeforeTheRun() {
    Budget budget = Budget.of(asked(Precision.FP64), grid(100), 0);
    budget.checkDisk("out", budget.disk());
    assertThatThrownBy(() -> budget.checkDisk("out", budget.disk() - 1))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("free");
  }
}
