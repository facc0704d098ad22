package org.iceball.cli;

import java.util.concurrent.Callable;
import org.iceball.io.casefile.CaseExplainer;
import org.iceball.io.casefile.CaseReading;
import org.iceball.model.Anatomy;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code iceball explain}: what a case says once every default is filled in. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Prints the resolved case: every default, and the source of every number.")
final class ExplainCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CaseOptions options;

  ExplainCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    CaseReading reading = options.read();
    Anatomy anatomy = Engine.anatomy(reading.asked());
    console
        .out()
        .print(
            anatomy.targetVolume() > 0
                ? CaseExplainer.explain(reading, anatomy.targetCentre())
                : CaseExplainer.explain(reading));
    return ExitCode.OK;
  }
}
