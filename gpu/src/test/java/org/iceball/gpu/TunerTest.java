package org.iceball.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.iceball.model.Faces;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The choice is measured once, kept, and never in the way. */
class TunerTest {
  private static final Model LARGE = SmallModels.ragged(50, 50, 50, Faces.Kind.INSULATED);

  @TempDir Path folder;

  /** Counts launches: a measurement launches much. */
  private static final class Counting extends SilentOpenCl {
    int launches;

    @Override
    void launch(Session s, org.jocl.cl_kernel kernel, long[] global, long[] local) {
      launches++;
    }
  }

  private static int launchesToOpen(Path file) {
    Counting cl = new Counting();
    Numerics n = new Numerics(Numerics.StepperKind.RKL2, Precision.FP64, 1, "opencl");
    new OpenClProvider(cl, new Tuner(file)).open(LARGE, n, 0).close();
    return cl.launches;
  }

  @Test
  void itMeasuresOnceAndRemembers() {
    Path file = folder.resolve("deep/choices.properties");
    int first = launchesToOpen(file);
    int again = launchesToOpen(file);
    assertThat(first).isGreaterThan(again + 10);
    assertThat(file).isRegularFile();
  }

  @Test
  void aFileThatMakesNoSenseIsReplaced() throws IOException {
    Path file = Files.writeString(folder.resolve("choices"), "\\u12 = nonsense\nTest=NOWHERE");
    assertThat(launchesToOpen(file)).isGreaterThan(10);
    assertThat(file).content().contains("Test");
  }

  @Test
  void aFolderThatCannotBeMadeStopsNothing() throws IOException {
    Path inTheWay = Files.writeString(folder.resolve("file"), "");
    assertThat(launchesToOpen(inTheWay.resolve("choices"))).isGreaterThan(10);
  }
}
