package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Case;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.tissue.FrozenLaw;
import org.iceball.units.CaseException;
import org.junit.jupiter.api.Test;

/** A number that is none stops a run and says where. */
class FiniteGuardTest {
  private static final Grid GRID = new Grid(7, 5, 4, 1e-3, Vec3.mm(-3, 10, 20));
  private static final Box WINDOW = new Box(0, 7, 1, 3, 1, 2);
  private final List<Box> looked = new ArrayList<>();
  private int bad = -1;

  private FiniteGuard guard() {
    Case one =
        Cases.homogeneous(
            Cases.liver(0, FrozenLaw.RABIN),
            1e-3,
            List.of(),
            new Faces(Faces.Kind.INSULATED, 310.15),
            310.15,
            Cases.numerics(StepperKind.RKL2, Precision.FP64));
    Model model = ModelCompiler.compile(one, new Labels(GRID, new byte[GRID.cells()]), List.of());
    Backend backend =
        (Backend)
            Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {Backend.class},
                (self, method, of) -> {
                  if (method.getName().equals("window")) {
                    return WINDOW;
                  }
                  looked.add((Box) of[0]);
                  return bad;
                });
    return new FiniteGuard(model, backend);
  }

  @Test
  void itLooksAtTheWindowEveryFifthStepAndAtAllEveryFortyFifth() {
    FiniteGuard guard = guard();
    for (int step = 1; step <= 90; step++) {
      guard.stepped(step, step);
    }
    assertThat(looked).hasSize(18).filteredOn(Box.all(GRID)::equals).hasSize(2);
    assertThat(looked).filteredOn(WINDOW::equals).hasSize(16);
    assertThat(looked.get(8)).isEqualTo(Box.all(GRID));
  }

  @Test
  void theComplaintSaysWhichCellWhereAndWhen() {
    FiniteGuard guard = guard();
    bad = 5 + 7 * (2 + 5 * 3);
    assertThatThrownBy(() -> guard.all(61.23))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("cell (5, 2, 3) at (2.0, 12.0, 23.0) mm RAS, tissue, 61.2 s");
  }
}
