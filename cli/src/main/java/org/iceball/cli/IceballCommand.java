package org.iceball.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code iceball} on its own: says what there is. */
@Command(
    name = "iceball",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    description =
        "Simulates cryoablation: from a case file to the iceball, its margins and its heat.",
    footer = {
      "",
      "Start with: iceball init my.yaml, then iceball simulate my.yaml --out out/my",
      "Exit codes: 0 ok, 1 a check failed, 64 usage, 65 bad case or data, 66 cannot read, 69",
      "backend not available, 70 fault of the program, 74 cannot write, 130 interrupted.",
      "A research tool: simulated coverage is not a clinical outcome."
    })
final class IceballCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Which command?");
  }
}
