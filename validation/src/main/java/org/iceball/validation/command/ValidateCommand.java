package org.iceball.validation.command;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.iceball.cli.Console;
import org.iceball.cli.ExitCode;
import org.iceball.cli.Version;
import org.iceball.io.AtomicFile;
import org.iceball.io.FolderLock;
import org.iceball.io.result.Provenance;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.solve.Simulation;
import org.iceball.validation.book.Check;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.CheckRun;
import org.iceball.validation.book.CheckTable;
import org.iceball.validation.book.DoneCases;
import org.iceball.validation.book.Group;
import org.iceball.validation.book.Guide;
import org.iceball.validation.book.GuideWriter;
import org.iceball.validation.cases.CheckCases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code iceball validate}: runs the table of checks and writes the guide. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Runs the checks that the engine is trusted by, and writes the guide.",
    footer = {
      "",
      "Ends with 1 where a row does not keep its promise. A run that was stopped or killed is gone on"
          + " with by the same command: what its cases found is kept beside the guide until the guide"
          + " is written."
    })
final class ValidateCommand implements Callable<Integer> {
  private final Console console;

  @Spec private CommandSpec spec;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = "Only the rows of this group; may be repeated.")
  private List<String> groups = List.of();

  @Option(names = "--fast", description = "Only the rows that every build runs.")
  private boolean fast;

  @Option(
      names = "--table",
      paramLabel = "FILE",
      description = "Another table of checks than the one that belongs to this version.")
  private Path table;

  @Option(
      names = "--guide",
      paramLabel = "DIR",
      description = "Folder for the guide; by default validation/target/guide.")
  private Path folder;

  @Option(
      names = "--restart",
      description = "Throw away what a run that was stopped could be gone on from.")
  private boolean restart;

  ValidateCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    List<CheckCase> cases = CheckCases.all();
    Map<String, String> about =
        cases.stream().collect(Collectors.toUnmodifiableMap(CheckCase::name, CheckCase::about));
    List<Check> all =
        table == null ? CheckTable.bundled(about.keySet()) : CheckTable.read(table, about.keySet());
    List<Check> rows = all.stream().filter(selected()).toList();
    if (rows.isEmpty()) {
      throw new ParameterException(spec.commandLine(), "No row is left to run.");
    }
    Path to = target();
    AtomicFile.prepareFolder(to);
    try (FolderLock lock = FolderLock.of(to)) {
      return run(to, lock, cases, rows, all.size(), about);
    }
  }

  /** Runs rows while nobody else writes into the folder. */
  @SuppressWarnings("unused") // the lock is held, not used
  private int run(
      Path to,
      FolderLock lock,
      List<CheckCase> cases,
      List<Check> rows,
      int all,
      Map<String, String> about) {
    DoneCases done = new DoneCases(to, program(), today());
    if (restart) {
      done.discard();
    }
    goingOn(done, rows, to);
    CheckRun.Result result =
        new CheckRun(cases, System::nanoTime).run(rows, new CheckProgress(console), done);
    Path file = to.resolve("index.html");
    Guide guide = guide(rows.size(), all, result, about, done.dates());
    AtomicFile.write(file, GuideWriter.write(guide).getBytes(StandardCharsets.UTF_8));
    done.discard();
    int failed = result.failed().size();
    console
        .out()
        .println(
            failed == 0
                ? rows.size() + " rows, all of them keep their promise."
                : failed + " of " + rows.size() + " rows do not keep their promise.");
    console.out().println("The guide is " + file);
    return failed == 0 ? ExitCode.OK : ExitCode.CHECK_FAILED;
  }

  /** Says what need not be run again. */
  private void goingOn(DoneCases done, List<Check> rows, Path to) {
    int known =
        CheckRun.byCase(rows).entrySet().stream()
            .filter(e -> done.find(e.getKey(), e.getValue()).isPresent())
            .mapToInt(e -> e.getValue().size())
            .sum();
    if (known > 0) {
      console
          .err()
          .println(
              "Going on from an earlier run in "
                  + to
                  + ": "
                  + known
                  + " of "
                  + rows.size()
                  + " rows are done (--restart begins again).");
      console.err().flush();
    }
  }

  /** All that what a case finds depends on, but for its rows. */
  private static String program() {
    List<Class<?>> modules =
        List.of(Simulation.class, AnatomyBuilder.class, Version.class, ValidateCommand.class);
    return ProgramHash.of(modules)
        + " "
        + Provenance.ofThisProcess(Version.number())
        + " "
        + machine();
  }

  private static String today() {
    return LocalDate.now(java.time.ZoneOffset.UTC).toString();
  }

  private Predicate<Check> selected() {
    List<Group> wanted = groups.stream().map(this::group).toList();
    return c ->
        (wanted.isEmpty() || wanted.contains(c.group())) && (!fast || c.tier() == Check.Tier.FAST);
  }

  private Group group(String key) {
    Optional<Group> found = Group.of(key);
    if (found.isEmpty()) {
      String known =
          Arrays.stream(Group.values()).map(Group::key).collect(Collectors.joining(", "));
      throw new ParameterException(
          spec.commandLine(), "There is no group " + key + ". There are " + known + ".");
    }
    return found.get();
  }

  private static String machine() {
    return String.format(
        "%s %s, %s, %d processors",
        System.getProperty("os.name"),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        Runtime.getRuntime().availableProcessors());
  }

  private Guide guide(
      int run, int all, CheckRun.Result result, Map<String, String> about, String dates) {
    String which =
        String.format(
            "%d of %d%s%s",
            run,
            all,
            fast ? ", those that every build runs" : "",
            groups.isEmpty() ? "" : ", group " + String.join(", ", groups));
    Provenance provenance = Provenance.ofThisProcess(Version.number());
    return new Guide(
        provenance.version(), provenance.jdk(), machine(), dates, which, result, about);
  }

  private Path target() {
    // the launcher says where the program lies, so that the guide is found from any folder
    return folder != null
        ? folder
        : Path.of(System.getProperty("iceball.home", "."), "validation", "target", "guide");
  }
}
