package org.iceball.validation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.ServiceLoader;
import java.util.concurrent.locks.LockSupport;
import org.iceball.cli.CommandProvider;
import org.iceball.cli.Console;
import org.iceball.validation.book.CheckTable;
import org.iceball.validation.book.DoneCases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ValidateCommandTest {
  private static final String ROW =
      "%s,time,time-euler,order,1,at-least,%s,0.05,%s,no,a test,a test%n";
  @TempDir Path folder;

  private record Ran(int code, String out, String err) {}

  private Ran validate(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Console console = new Console(new PrintWriter(out), new PrintWriter(err), false, 80, false);
    CommandLine line = new CommandLine(new ValidateCommand(console));
    line.setErr(console.err());
    int code = line.execute(arguments);
    console.out().flush();
    return new Ran(code, out.toString(), err.toString());
  }

  private String table(String rows) throws IOException {
    Path file = folder.resolve("checks.csv");
    Files.writeString(file, String.join(",", CheckTable.COLUMNS) + "\n" + rows);
    return file.toString();
  }

  @Test
  void rowsThatHoldEndWithZeroAndAGuide() throws IOException {
    String guide = folder.resolve("a/guide").toString();
    Ran ran = validate("--table", table(String.format(ROW, "good", "1", "fast")), "--guide", guide);
    assertThat(ran.code()).isZero();
    assertThat(ran.out())
        .contains("pass  good")
        .contains("1 rows, all of them keep")
        .contains(guide);
    assertThat(Files.readString(Path.of(guide, "index.html")))
        .contains("Limits of use")
        .contains("<code>good</code>");
  }

  @Test
  void aRowThatFailsEndsWithOneAndIsInTheGuide() throws IOException {
    String rows = String.format(ROW, "good", "1", "fast") + String.format(ROW, "bad", "9", "fast");
    Ran ran = validate("--table", table(rows), "--guide", folder.toString());
    assertThat(ran.code()).isEqualTo(1);
    assertThat(ran.out()).contains("FAIL  bad").contains("1 of 2 rows do not keep");
    assertThat(Files.readString(folder.resolve("index.html"))).contains("<tr class=\"fail\">");
  }

  @Test
  void fastAndGroupLeaveRowsOut() throws IOException {
    String rows =
        String.format(ROW, "quick", "1", "fast") + String.format(ROW, "slow", "9", "long");
    String table = table(rows);
    Ran fast = validate("--table", table, "--fast", "--guide", folder.toString());
    assertThat(fast.code()).isZero();
    assertThat(fast.out()).contains("quick").doesNotContain("slow");
    Ran none = validate("--table", table, "--group", "freezing", "--guide", folder.toString());
    assertThat(none.code()).isEqualTo(2);
    assertThat(none.err()).contains("No row is left");
    Ran unknown = validate("--group", "freezin");
    assertThat(unknown.err()).contains("There is no group freezin").contains("freezing");
  }

  /** Killed once a case is done, gone on with by the same command. */
  @Test
  void aRunThatWasKilledGoesOnToTheSameGuide() throws Exception {
    String rows =
        String.format(ROW, "first", "1", "fast")
            + "second,time,time-rkl2,order,1,at-least,1.95,0.05,fast,no,a test,a test\n"
            + "third,refusals,refused-no-unit,complaint,1,refused,missing-unit,0,fast,yes,a test,a test\n";
    String table = table(rows);
    Path whole = folder.resolve("whole");
    assertThat(validate("--table", table, "--guide", whole.toString()).code()).isZero();
    Path guide = folder.resolve("guide");
    Process child = child("validate", "--table", table, "--guide", guide.toString());
    while (child.isAlive() && kept(guide) == 0) {
      LockSupport.parkNanos(100_000);
    }
    child.destroyForcibly().waitFor();
    assertThat(kept(guide)).isBetween(1, 2);
    assertThat(guide.resolve("index.html")).doesNotExist();

    Ran on = validate("--table", table, "--guide", guide.toString());
    assertThat(on.code()).as(on.err()).isZero();
    assertThat(on.err()).containsPattern("Going on from .*: [12] of 3 rows are done");
    assertThat(on.out()).contains("pass  first", "pass  second", "pass  third");
    assertThat(guide.resolve("index.html")).hasSameBinaryContentAs(whole.resolve("index.html"));
    assertThat(guide.resolve(DoneCases.FOLDER)).doesNotExist();
    assertThat(validate("--table", table, "--guide", guide.toString()).err())
        .doesNotContain("Going on");
  }

  /** One row changed since, and a run that is to begin again. */
  @Test
  void aRowThatChangedIsRunAnewAndSoIsAllAfterRestart() throws Exception {
    Path guide = folder.resolve("guide");
    String table = table(String.format(ROW, "first", "1", "fast"));
    Runnable kill =
        () -> {
          try {
            Process child = child("validate", "--table", table, "--guide", guide.toString());
            while (child.isAlive() && kept(guide) == 0) {
              LockSupport.parkNanos(100_000);
            }
            child.destroyForcibly().waitFor();
          } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
          }
        };
    Files.writeString(
        Path.of(table),
        "second,time,time-rkl2,order,1,at-least,1.95,0.05,fast,no,a test,a test\n",
        StandardOpenOption.APPEND);
    kill.run();
    assertThat(kept(guide)).isEqualTo(1);
    table(String.format(ROW, "first", "2", "fast"));
    Ran changed = validate("--table", table, "--guide", guide.toString());
    assertThat(changed.err()).doesNotContain("Going on");
    assertThat(changed.code()).isEqualTo(1);
    table(
        String.format(ROW, "first", "1", "fast")
            + "second,time,time-rkl2,order,1,at-least,1.95,0.05,fast,no,a test,a test\n");
    kill.run();
    assertThat(kept(guide)).isEqualTo(1);
    Ran anew = validate("--restart", "--table", table, "--guide", guide.toString());
    assertThat(anew.err()).doesNotContain("Going on");
    assertThat(anew.code()).isZero();
  }

  private static int kept(Path guide) {
    String[] names = guide.resolve(DoneCases.FOLDER).toFile().list();
    return names == null
        ? 0
        : (int) Arrays.stream(names).filter(n -> n.matches("[^.].*\\.case")).count();
  }

  private Process child(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    String path = System.getProperty("surefire.test.class.path");
    command.addAll(List.of("-cp", path != null ? path : System.getProperty("java.class.path")));
    command.add("org.iceball.cli.Main");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command)
        .redirectOutput(folder.resolve("child.out").toFile())
        .redirectError(folder.resolve("child.err").toFile())
        .start();
  }

  @Test
  void theCommandLineFindsTheCommand() {
    assertThat(ServiceLoader.load(CommandProvider.class))
        .anyMatch(p -> p instanceof ValidationCommands);
  }
}
