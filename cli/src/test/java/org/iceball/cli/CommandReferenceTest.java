package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Makes docs/commands.md from the commands themselves, and fails where it is not current. */
class CommandReferenceTest {
  private static final Path MADE = Path.of("target", "commands.md");

  @Test
  void theReferenceIsThatOfTheCommands() throws IOException {
    String reference = reference();
    Files.createDirectories(MADE.getParent());
    Files.writeString(MADE, reference);
    assertThat(Path.of("..", "docs", "commands.md"))
        .as("after a change of commands: cp cli/target/commands.md docs/")
        .content()
        .isEqualTo(reference);
  }

  private static String reference() {
    Console console = Console.ofProcess();
    CommandLine line = Main.commandLine(console, new Troubles(console));
    StringBuilder text = new StringBuilder("# Commands\n\n");
    text.append("Made from the program by `CommandReferenceTest`; not to be edited by hand. Every");
    text.append(" command also has `--help` and\n`--version`. `iceball validate` and `iceball");
    text.append(
        " calibrate` come with the module `validation`: see [validation.md](validation.md).\n");
    text.append("Exit codes: [exit-codes.md](exit-codes.md).\n");
    line.getSubcommands().values().stream()
        .map(CommandLine::getCommandSpec)
        .filter(CommandReferenceTest::isOurs)
        .forEach(spec -> command(spec, text));
    return text.toString();
  }

  private static boolean isOurs(CommandSpec spec) {
    return spec.userObject().getClass().getName().startsWith("org.iceball.cli.");
  }

  private static void command(CommandSpec spec, StringBuilder text) {
    text.append("\n## `iceball ").append(spec.name());
    for (PositionalParamSpec p : spec.positionalParameters()) {
      String label = p.paramLabel();
      text.append(' ').append(p.required() ? label : "[" + label + "]");
    }
    text.append("`\n").append(String.join(" ", spec.usageMessage().description())).append("\n\n");
    text.append("| argument | meaning |\n|---|---|\n");
    spec.positionalParameters().forEach(p -> row(p.paramLabel(), p, text));
    for (OptionSpec o : spec.options()) {
      if (!o.usageHelp() && !o.versionHelp() && !o.hidden()) {
        String value = o.arity().max() > 0 ? " " + o.paramLabel() : "";
        row(String.join(", ", o.names()) + value, o, text);
      }
    }
  }

  private static void row(String name, ArgSpec argument, StringBuilder text) {
    String meaning = String.join(" ", argument.description());
    boolean must = argument instanceof OptionSpec && argument.required();
    text.append("| `").append(name.replace("|", "\\|")).append("` | ");
    text.append(meaning.replace("|", "\\|")).append(must ? " Required." : "").append(" |\n");
  }
}
