package org.iceball.cli;

import java.util.ServiceLoader;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** The entry of the program: builds the command line, runs it, ends with its exit code. */
public final class Main {
  private Main() {}

  /**
   * Runs the command that the arguments name and ends the process.
   *
   * @param arguments as typed
   */
  public static void main(String[] arguments) {
    System.exit(run(Console.ofProcess(), arguments));
  }

  /**
   * Runs the command that the arguments name.
   *
   * @param console where it talks to
   * @param arguments as typed
   * @return the exit code, see {@code docs/exit-codes.md}
   */
  static int run(Console console, String... arguments) {
    Troubles troubles = new Troubles(console);
    try {
      return commandLine(console, troubles).execute(arguments);
    } catch (OutOfMemoryError e) {
      return troubles.outOfMemory();
    } catch (StackOverflowError | LinkageError | AssertionError e) {
      return troubles.unexpected(e);
    } finally {
      console.out().flush();
      console.err().flush();
    }
  }

  /** All commands, with what handles their mistakes. */
  static CommandLine commandLine(Console console, Troubles troubles) {
    CommandLine line = new CommandLine(new IceballCommand());
    line.addSubcommand(new SimulateCommand(console));
    line.addSubcommand(new ResumeCommand(console));
    line.addSubcommand(new ViewCommand(console));
    line.addSubcommand(new DiffCommand(console));
    line.addSubcommand(new ServeCommand(console));
    line.addSubcommand(new PlanCommand(console));
    line.addSubcommand(new CompareCommand(console));
    line.addSubcommand(new GridStudyCommand(console));
    line.addSubcommand(new ExplainCommand(console));
    line.addSubcommand(new VesselsCommand(console));
    line.addSubcommand(new VoxelizeCommand(console));
    line.addSubcommand(new InitCommand(console));
    line.addSubcommand(new TissuesCommand(console));
    line.addSubcommand(new ProbesCommand(console));
    line.addSubcommand(new InjuriesCommand(console));
    line.addSubcommand(new BackendsCommand(console));
    line.addSubcommand(new BenchCommand(console));
    ServiceLoader.load(CommandProvider.class).stream()
        .flatMap(provider -> provider.get().commands(console).stream())
        .forEach(line::addSubcommand);
    line.addSubcommand(new AutoComplete.GenerateCompletion());
    line.setOut(console.out());
    line.setErr(console.err());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setUsageHelpAutoWidth(false);
    line.setUsageHelpWidth(Console.USUAL_COLUMNS + 16);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setAbbreviatedOptionsAllowed(false);
    line.setExecutionExceptionHandler(troubles);
    line.setParameterExceptionHandler(troubles);
    return line;
  }
}
