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
  private final Path output;
  private final Path errors;

  private Child(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /**
   * Starts it.
   *
   * @param scratch folder for what it prints
   * @param options of Java
   */
  static Child start(Path scratch, List<String> options, Object... arguments) throws IOException {
    return startMain(scratch, options, "org.iceball.cli.Main", arguments);
  }

  /** Starts another class of the tests. */
  static Child startMain(Path scratch, List<String> options, String mainClass, Object... arguments)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // short runs: not worth the time of the last compiler
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
    command.addAll(options);
    String path = System.getProperty("surefire.test.class.path");
    command.addAll(
        List.of("-cp", path != null ? path : System.getProperty("java.class.path"), mainClass));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path errors = Files.createTempFile(scratch, "child", ".err");
    Path output = Files.createTempFile(scratch, "child", ".out");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(output.toFile())
            .redirectError(errors.toFile())
            .start();
    return new Child(process, output, errors);
  }

  /** Waits for its end and returns the exit code. */
  int end() throws InterruptedException {
    if (!process.waitFor(15, TimeUnit.MINUTES)) {
      kill();
      throw new AssertionError("a process did not end");
    }
    return process.exitValue();
  }

  /** Ends it at once, as kill -9 does. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  /** What it wrote to standard output. */
  String printed() throws IOException {
    return Files.readString(output);
  }

  /** What it said to people. */
  String said() throws IOException {
    return Files.readString(errors);
  }
}
