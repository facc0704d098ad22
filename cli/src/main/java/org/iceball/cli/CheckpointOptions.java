package org.iceball.cli;

import org.iceball.units.CaseException;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How often a run keeps its state. */
final class CheckpointOptions {
  /** Long enough never to come. */
  private static final long NEVER = Long.MAX_VALUE / 4;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--checkpoint-every",
      paramLabel = "TIME",
      defaultValue = "30 s",
      description =
          "Keep the state of the run this often, in elapsed time, for `iceball resume`:"
              + " \"10 min\", or never. Default: ${DEFAULT-VALUE}. It is kept on Ctrl-C in any case.")
  private String time;

  /** Least elapsed time between two checkpoints [ns]. */
  long every() {
    if (time.equals("never")) {
      return NEVER;
    }
    try {
      double seconds = Quantity.parse(time, Dimension.TIME);
      if (seconds >= 0 && seconds < 1e9) {
        return (long) (seconds * 1e9);
      }
    } catch (CaseException e) {
      throw new ParameterException(
          command.commandLine(), e.findings().get(0).at("--checkpoint-every", 0).toString(), e);
    }
    throw new ParameterException(
        command.commandLine(), "--checkpoint-every: " + time + " is no time to wait");
  }
}
