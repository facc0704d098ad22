package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.solve.Backend;
import org.iceball.solve.BackendProvider;
import org.junit.jupiter.api.Test;

class BackendsCommandTest {

  private record Provider(List<String> devices, String unavailable, int preferred)
      implements BackendProvider {
    @Override
    public String name() {
      return "test";
    }

    @Override
    public Backend open(Model model, Numerics numerics, int device) {
      throw new IllegalStateException("only looked at");
    }
  }

  private static List<String> printed(BackendProvider... providers) {
    StringWriter out = new StringWriter();
    PrintWriter to = new PrintWriter(out);
    Console console = new Console(to, to, false, 80, false);
    assertThat(new BackendsCommand(console, List.of(providers)).call()).isZero();
    to.flush();
    return out.toString().lines().toList();
  }

  @Test
  void theDeviceThatAutoTakesIsMarked() {
    List<String> lines = printed(new Provider(List.of("a CPU", "a GPU"), "", 1));
    assertThat(lines.get(0)).startsWith("  cpu ").contains("fp64 and fp32");
    assertThat(lines.get(1)).startsWith("  test:0").endsWith("a CPU");
    assertThat(lines.get(2)).startsWith("* test:1").endsWith("a GPU");
  }

  @Test
  void whereNothingIsWorthItTheCpuIsMarkedAndTheReasonGiven() {
    List<String> lines = printed(new Provider(List.of(), "it is missing; get it", -1));
    assertThat(lines.get(0)).startsWith("* cpu ");
    assertThat(lines.get(1)).startsWith("  test ").endsWith("not available: it is missing; get it");
  }

  @Test
  void theCommandListsCpuAndOpencl() {
    Ran ran = Ran.iceball("backends");
    assertThat(ran.code()).isZero();
    assertThat(ran.out()).contains("cpu").contains("opencl");
    assertThat(ran.err()).isEmpty();
  }
}
