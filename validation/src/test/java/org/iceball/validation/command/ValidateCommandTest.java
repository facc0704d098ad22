package org.iceball.validation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.iceball.cli.CommandProvider;
import org.iceball.cli.Console;
import org.iceball.validation.book.CheckTable;
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

  @Test
  void theCommandLineFindsTheCommand() {
    assertThat(ServiceLoader.load(CommandProvider.class))
        .anyMatch(p -> p instanceof ValidationCommands);
  }
}
