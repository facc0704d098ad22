package org.iceball.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.ModelCompiler;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.Numerics.StepperKind;
import org.iceball.tissue.FrozenLaw;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.junit.jupiter.api.Test;

/** Which backend a name opens. */
class BackendsTest {
  private final List<String> opened = new ArrayList<>();
  private final Model model = model();

  private static Model model() {
    Grid grid = new Grid(3, 3, 3, 1e-3, Vec3.ZERO);
    return ModelCompiler.compile(
        Cases.homogeneous(
            Cases.liver(0, FrozenLaw.RABIN),
            1e-3,
            List.of(),
            new Faces(Faces.Kind.INSULATED, 310.15),
            310.15,
            Cases.numerics(StepperKind.RKL2, Precision.FP64)),
        new Labels(grid, new byte[grid.cells()]),
        List.of());
  }

  /** A backend with some devices, one of them preferred or -1, that may fail to open. */
  private BackendProvider provider(String name, int devices, int preferred, boolean fails) {
    return new BackendProvider() {
      @Override
      public String name() {
        return name;
      }

      @Override
      public List<String> devices() {
        return java.util.Collections.nCopies(devices, "a device");
      }

      @Override
      public int preferred() {
        return preferred;
      }

      @Override
      public String unavailable() {
        return devices > 0 ? "" : "nothing is plugged in";
      }

      @Override
      public Backend open(Model asked, Numerics numerics, int device) {
        opened.add(name + ":" + device);
        if (fails) {
          throw new CaseException(Finding.of(Complaint.NO_BACKEND, "here", "it broke", "mend it"));
        }
        return new CpuBackend(asked, numerics.precision(), 1);
      }

      @Override
      public Optional<Roof> roof(Precision precision, int length, int device) {
        return Optional.empty();
      }
    };
  }

  private String open(String wanted, BackendProvider... all) {
    opened.clear();
    Numerics numerics = new Numerics(StepperKind.RKL2, Precision.FP64, 1, wanted);
    try (Backend b = Backends.open(model, numerics, List.of(all))) {
      return opened + " " + b.name();
    }
  }

  @Test
  void aNameOpensItsFirstDeviceAndANumberThatOne() {
    BackendProvider a = provider("a", 2, -1, false);
    BackendProvider b = provider("b", 3, -1, false);
    assertThat(open("cpu", a, b)).isEqualTo("[] cpu");
    assertThat(open("a", a, b)).startsWith("[a:0]");
    assertThat(open("b:0", a, b)).startsWith("[b:0]");
    assertThat(open("b:2", a, b)).startsWith("[b:2]");
  }

  @Test
  void autoTakesTheFirstThatIsWorthItAndWorks() {
    BackendProvider dull = provider("dull", 1, -1, false);
    BackendProvider broken = provider("broken", 1, 0, true);
    BackendProvider good = provider("good", 2, 1, false);
    assertThat(open("auto")).isEqualTo("[] cpu");
    assertThat(open("auto", dull)).isEqualTo("[] cpu");
    assertThat(open("auto", broken)).isEqualTo("[broken:0] cpu");
    assertThat(open("auto", dull, broken, good)).startsWith("[broken:0, good:1]");
    assertThat(open("auto", provider("first", 1, 0, false), good)).startsWith("[first:0]");
  }

  @Test
  void whatIsNotThereIsRefusedWithWhatThereIs() {
    BackendProvider a = provider("a", 2, 0, false);
    BackendProvider none = provider("none", 0, -1, false);
    assertThatThrownBy(() -> open("a:2", a))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("devices 0 to 1");
    assertThatThrownBy(() -> open("none", a, none)).hasMessageContaining("nothing is plugged in");
    assertThatThrownBy(() -> open("c", a, none)).hasMessageContaining("cpu, a, none");
    assertThatThrownBy(() -> open("c"))
        .hasMessageContaining("known backends are cpu")
        .hasMessageNotContaining("cpu,");
    assertThat(opened).isEmpty();
  }
}
