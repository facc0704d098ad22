package org.iceball.gpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.extension.ExtendWith;

/** A driver of OpenCL and Java in one process. */
@ExtendWith(NeedsOpenCl.class)
class SignalsTest {
  private static final int THREADS = 8;

  /** Looks for devices while threads compute, and stops them all a few times. */
  public static final class Child {
    private static volatile double sum;

    public static void main(String[] args) throws InterruptedException {
      for (int n = 0; n < THREADS; n++) {
        Thread busy = new Thread(Child::compute);
        busy.setDaemon(true);
        busy.start();
      }
      OpenClProvider provider = new OpenClProvider();
      System.out.println(provider.devices() + provider.unavailable());
      for (int n = 0; n < 5; n++) {
        System.gc(); // all threads come to a stop, by a fault
        Thread.sleep(5);
      }
      System.out.println("lived " + sum);
    }

    private static void compute() {
      for (double s = 0; ; sum = s) {
        for (int i = 0; i < 20_000_000; i++) {
          s += 1e-9 * i;
        }
      }
    }
  }

  private static String run(boolean shared) throws IOException, InterruptedException {
    String home = System.getProperty("java.home");
    List<String> words = new ArrayList<>(List.of(Path.of(home, "bin", "java").toString(), "-cp"));
    words.add(System.getProperty("java.class.path"));
    words.add(Child.class.getName());
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().remove("LD_PRELOAD");
    if (shared) {
      builder.environment().put("LD_PRELOAD", Path.of(home, "lib", "libjsig.so").toString());
    }
    Process process = builder.start();
    process.getOutputStream().close();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return said + process.waitFor();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void javaLivesBesideADriverThatHandlesSignals() throws IOException, InterruptedException {
    for (int n = 0; n < 4; n++) {
      assertThat(run(true)).contains("compute units").contains("lived").endsWith("\n0");
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDriverThatWouldTakeJavasSignalsIsLeftAlone() throws IOException, InterruptedException {
    String said = run(false);
    assertThat(said).contains("lived").endsWith("\n0");
    assertThat(said).doesNotContain("Portable Computing Language");
    if (!said.contains("compute units")) { // of another driver
      assertThat(said).contains("LD_PRELOAD=").contains("libjsig.so");
    }
  }
}
