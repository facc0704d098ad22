package org.iceball.cli;

import java.util.List;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into sentences on standard error and an exit code. */
final class Troubles implements IExecutionExceptionHandler, IParameterExceptionHandler {
  private final Console console;

  Troubles(Console console) {
    this.console = console;
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine command = e.getCommandLine();
    console.err().println(e.getMessage());
    if (!UnmatchedArgumentException.printSuggestions(e, console.err())) {
      console.err().println(command.getHelp().fullSynopsis().strip());
    }
    console.err().println("Try: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE;
  }

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    if (e instanceof CaseException refused) {
      return refused(refused.findings());
    }
    return unexpected(e);
  }

  /** Every finding as a paragraph of its own, then how many there are. */
  private int refused(List<Finding> findings) {
    for (Finding finding : findings) {
      console.err().println(finding);
      console.err().println();
    }
    if (findings.size() > 1) {
      console.err().println(findings.size() + " things to mend.");
    }
    return ExitCode.of(findings);
  }

  /** The heap is full: the user can do something about that. */
  int outOfMemory() {
    long heap = Runtime.getRuntime().maxMemory() >> 20;
    return refused(
        List.of(
            Finding.of(
                Complaint.OVER_BUDGET,
                "memory",
                "the case does not fit into the " + heap + " MiB that Java may use",
                "Take a wider spacing or --precision fp32, or give Java more memory, for example"
                    + " with ICEBALL_JAVA_OPTS=-Xmx16g")));
  }

  /** A fault of the program. */
  int unexpected(Throwable fault) {
    console
        .err()
        .println(
            "iceball failed by a fault of its own: "
                + fault
                + ". Please report it, with the case file and what the same command prints with"
                + " ICEBALL_DEBUG=1 set.");
    if (console.debug()) {
      fault.printStackTrace(console.err());
    }
    return ExitCode.INTERNAL;
  }
}
