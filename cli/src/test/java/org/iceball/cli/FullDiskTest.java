package org.iceball.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A disk that is really full: a small one in memory, where this user may mount one, and files that
 * may not grow beyond a limit of the shell, where there is one.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FullDiskTest {
  private static final String CASE =
      FaultTest.CASE.replace("4 mm, around", "2 mm, around").replace("freeze 20 s", "freeze 2 min");
  private static final int BLOCK = 1024;

  @TempDir static Path folder;
  private Path file;
  private Map<String, byte[]> whole;

  @BeforeAll
  void runWhole() throws IOException {
    file = Files.writeString(folder.resolve("case.yaml"), CASE);
    Path out = folder.resolve("whole");
    Ran ran = Ran.iceball(arguments("simulate", out));
    assertThat(ran.code()).as(ran.err()).isZero();
    whole = files(out);
  }

  private Object[] arguments(String command, Path out) {
    List<Object> all = new ArrayList<>(List.of(command));
    all.addAll(command.equals("resume") ? List.of(out) : List.of(file, "--out", out));
    if (!command.equals("resume")) {
      all.addAll(List.of("--no-pictures", "--no-report", "--restart"));
    }
    all.addAll(List.of("--quiet", "--threads", 1, "--checkpoint-every", "0 s"));
    return all.toArray();
  }

  /** A disk of so many MB while something is done there. */
  private void onDisk(int megabytes, Work work) throws Exception {
    Path disk = Files.createDirectory(folder.resolve("disk" + megabytes));
    boolean mounted =
        run("mount", "-t", "tmpfs", "-o", "size=" + megabytes + "m", "none", disk.toString()) == 0;
    assumeTrue(mounted, "this user may mount no disk: the limit of the shell has to do");
    try {
      work.on(disk);
    } finally {
      assertThat(run("umount", disk.toString())).isZero();
      Files.delete(disk);
    }
  }

  private interface Work {
    void on(Path disk) throws Exception;
  }

  private static int run(String... command) throws InterruptedException {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      return process.waitFor();
    } catch (IOException e) {
      return -1; // there is no such command here
    }
  }

  @Test
  void aDiskThatIsTooSmallIsRefusedBeforeAnythingIsWritten() throws Exception {
    onDisk(
        4,
        disk -> {
          Ran ran = Ran.iceball(arguments("simulate", disk.resolve("out")));
          assertThat(ran.code()).isEqualTo(65);
          assertThat(ran.err()).contains("[over-budget]", "MB free", disk.toString());
          assertThat(disk).isEmptyDirectory();
        });
  }

  /** Something else takes the room, all of it or but for so many bytes, while the run goes on. */
  @ParameterizedTest
  @ValueSource(ints = {0, 60_000, 400_000})
  void whatBecomesFullDuringARunCostsNothingThatWasKept(int left) throws Exception {
    onDisk(
        8,
        disk -> {
          Path out = disk.resolve("out");
          Child child = Child.start(folder, List.of(), arguments("simulate", out));
          Path state = out.resolve("checkpoint/run.0.checkpoint");
          while (!Files.exists(state) && child.process.isAlive()) {
            LockSupport.parkNanos(100_000);
          }
          Path ballast = disk.resolve("ballast");
          signal(child, "STOP"); // or it may have written all before the disk is full
          fill(ballast, disk, left);
          signal(child, "CONT");
          int code = child.end();
          assertThat(code).as(child.said()).isIn(0, 74);
          if (left == 0) {
            assertThat(code).isEqualTo(74);
          }
          if (code == 74) {
            assertThat(child.said()).contains(out.toString(), "[cannot-write]");
          }
          assertWhole(out, code == 0);
          Files.delete(ballast);
          Ran on = Ran.iceball(arguments("resume", out));
          assertThat(on.code()).as(on.err()).isZero();
          assertWhole(out, true);
          assertThat(files(out).keySet()).isEqualTo(whole.keySet());
        });
  }

  private static void signal(Child child, String name) throws Exception {
    new ProcessBuilder("kill", "-" + name, Long.toString(child.process.pid())).start().waitFor();
  }

  private static void fill(Path ballast, Path disk, int left) throws IOException {
    byte[] some = new byte[BLOCK];
    try (var out = Files.newOutputStream(ballast)) {
      while (Files.getFileStore(disk).getUsableSpace() > left) {
        out.write(some);
      }
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("No space");
    }
  }

  /** No file may be longer than so many kB. */
  @ParameterizedTest
  @ValueSource(ints = {1, 16, 4096})
  void filesThatMayNotGrowAreTheOldOnesOrTheNew(int blocks) throws Exception {
    Path out = folder.resolve("limited" + blocks);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-XX:-UsePerfData"));
    String path = System.getProperty("surefire.test.class.path");
    command.addAll(List.of("-cp", path != null ? path : System.getProperty("java.class.path")));
    command.add("org.iceball.cli.Main");
    Arrays.stream(arguments("simulate", out)).map(Object::toString).forEach(command::add);
    List<String> shell =
        new ArrayList<>(
            List.of("bash", "-c", "ulimit -f " + blocks + " && exec \"$@\"", "limited"));
    assumeTrue(
        run("bash", "-c", "ulimit -f 1") == 0, "there is no shell that can limit files here");
    shell.addAll(command);
    Process process = new ProcessBuilder(shell).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
    if (blocks == 4096) {
      assertThat(process.exitValue()).as(said).isZero();
      assertWhole(out, true);
      return;
    }
    assertThat(process.exitValue()).as(said).isEqualTo(74);
    assertThat(said).contains(out.toString(), "[cannot-write]");
    assertWhole(out, false);
    Ran again = Ran.iceball(arguments("simulate", out));
    assertThat(again.code()).as(again.err()).isZero();
    assertWhole(out, true);
    assertThat(files(out).keySet()).isEqualTo(whole.keySet());
  }

  /** Every file is that of a run on a good disk, and nothing else is there but kept states. */
  private void assertWhole(Path out, boolean finished) throws IOException {
    files(out)
        .forEach(
            (name, bytes) -> {
              if (!name.startsWith("checkpoint/")) {
                assertThat(whole).as(name).containsKey(name);
                if (name.endsWith(".series") && !finished) {
                  // as far as it got: what it names is there
                  Matcher named =
                      Pattern.compile("field_\\d+\\.hdf").matcher(new String(bytes, UTF_8));
                  while (named.find()) {
                    assertThat(out.resolve("snapshots").resolve(named.group())).exists();
                  }
                } else if (!name.startsWith("summary") && !name.equals("case.json")) {
                  assertThat(Arrays.equals(bytes, whole.get(name))).as(name).isTrue();
                }
              }
            });
    if (!finished) {
      assertThat(out.resolve("summary.json")).doesNotExist();
    }
  }

  private static Map<String, byte[]> files(Path out) throws IOException {
    Map<String, byte[]> files = new TreeMap<>();
    if (!Files.exists(out)) {
      return files;
    }
    try (Stream<Path> all = Files.walk(out)) {
      for (Path f : all.filter(Files::isRegularFile).toList()) {
        if (!f.getFileName().toString().startsWith(".iceball.lock")) {
          files.put(out.relativize(f).toString(), Files.readAllBytes(f));
        }
      }
    }
    return files;
  }
}
