package org.iceball.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.iceball.io.Disclaimer;
import org.iceball.io.result.VesselStudyText;
import org.iceball.io.result.VesselStudyText.Column;
import org.iceball.model.Anatomy;
import org.iceball.model.Case;
import org.iceball.study.VesselStudy;
import org.iceball.study.WhatIf;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code iceball vessels}: what the choice of a vessel model costs, and what could be done. */
@Command(
    name = "vessels",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Runs a case with every model of its vessels and compares them: four runs.",
      "Use a coarse --spacing, such as \"2 mm\", for a first look."
    },
    footer = {"", "A research tool: simulated coverage is not a clinical outcome."})
final class VesselsCommand implements Callable<Integer> {
  private final Console console;

  @Mixin private CaseOptions options;

  @Option(names = "--found", description = "Only say which vessels were found, and run nothing.")
  private boolean foundOnly;

  @Option(
      names = "--what-if",
      description =
          "Also run the case with a last freeze that is 5 min longer, and with one needle more in"
              + " the deepest shadow: three runs more.")
  private boolean whatIf;

  VesselsCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() {
    Case asked = options.read().asked();
    Anatomy anatomy = Engine.anatomy(asked);
    console.out().print(VesselStudyText.vessels(anatomy));
    console.out().flush();
    if (foundOnly) {
      return ExitCode.OK;
    }
    List<Column> ladder = new ArrayList<>();
    VesselStudy.ladder(asked, anatomy)
        .forEach(r -> ladder.add(new Column(r.model().key(), r.outcome())));
    String cells = String.format(Locale.ROOT, "cells of %.2g mm", asked.spacing() * 1e3);
    console.out().print(VesselStudyText.table("What each model says, " + cells, ladder));
    console.out().flush();
    if (whatIf) {
      console.out().print(VesselStudyText.whatIf(WhatIf.of(asked, anatomy)));
    }
    console.out().println(Disclaimer.TEXT);
    return ExitCode.OK;
  }
}
