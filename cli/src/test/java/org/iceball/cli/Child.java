package org.iceball.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The command line in a process of its own. */
final class Child {
  final Process process;
  private final Path errors;

  private Child(Process process, Path errors) {
    this.process = process;
    this.errors = errors;
  }

  /**
   * Starts it.
   *
   * @param scratch folder for what it prints
   * @param options of Java
   */
  static Child start(Path scratch, List<String> options, Object... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // short runs: not worth the time of the last compiler
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(options);
    String path = System.getProperty("surefire.test.class.path");
    command.addAll(
        List.of(
            "-cp",
            path != null ? path : System.getProperty("java.class.path"),
            "org.iceball.cli.Main"));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path errors = Files.createTempFile(scratch, "child", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(Files.createTempFile(scratch, "child", ".out").toFile())
            .redirectError(errors.toFile())
            .start();
    return new Child(process, errors);
  }

  /** Waits for its end and returns the exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(5, TimeUnit.MINUTES)) {
      kill();
      throw new AssertionError("a process did not end");
    }
    return process.exitValue();
  }

  /** Ends it at once, as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What it said to people. */
  String said() throws IOException {
    return Files.readString(errors);
  }
}
