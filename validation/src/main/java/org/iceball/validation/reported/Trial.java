package org.iceball.validation.reported;

import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.iceball.device.Cryoprobe;
import org.iceball.device.GasCooling;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.Case;
import org.iceball.model.Region;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;
import org.iceball.tissue.Tissue;

/** Runs of a reported case with some of its numbers changed. */
final class Trial {
  private Trial() {}

  /** The case of a name as its file says. */
  static Case named(String name) {
    return CaseReader.readText(
            ReportedTable.text("cases/" + name + ".yaml"),
            Path.of("."),
            List.of(),
            TissueLibrary.bundled(),
            ProbeLibrary.bundled())
        .asked();
  }

  static Outcome run(Case asked) {
    return Simulation.run(asked, AnatomyBuilder.build(asked));
  }

  /** The case with every needle's gas changed. */
  static Case withGas(Case asked, UnaryOperator<GasCooling> change) {
    return withProbes(asked, p -> p.withGas(change.apply(p.gas())));
  }

  /** The case with every needle's probe changed. */
  static Case withProbes(Case asked, UnaryOperator<Cryoprobe> change) {
    return asked.withNeedles(
        asked.needles().stream()
            .map(n -> n.withProbe(change.apply((Cryoprobe) n.probe())))
            .toList());
  }

  /** The case with every tissue changed and another start temperature [K]. */
  static Case withTissues(Case asked, double start, UnaryOperator<Tissue> change) {
    List<Region> regions =
        asked.regions().stream().map(r -> r.withTissue(change.apply(r.tissue()))).toList();
    return asked.withRegions(regions).withInitialTemperature(start);
  }
}
