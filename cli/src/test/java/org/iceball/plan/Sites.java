package org.iceball.plan;

import java.nio.file.Path;
import java.util.List;
import org.iceball.grid.Vec3;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.meshes.AnatomyBuilder;

/** Small tumours to plan for. */
final class Sites {
  private Sites() {}

  /** A liver with what else is painted in it, and rules. */
  static CaseReading liver(String shapes, String regions, String plan) {
    String text =
        """
        iceball: 1
        title: Site
        anatomy:
          phantom:
            size: [110 mm, 110 mm, 110 mm]
            shapes:
              - {label: 1, box: {size: [100 mm, 100 mm, 100 mm]}}
        %s
        regions:
          - {label: 0, name: surroundings, tissue: fat, role: surrounding}
          - {label: 1, name: liver, tissue: liver, role: organ}
          - {label: 4, name: tumour, tissue: hcc, role: target}
        %s
        needles:
          - {name: A, probe: 17G-short, target: {from: target_centre}, direction: [0, 0, 1]}
        protocol: freeze 6 min
        grid: {spacing: 3 mm, around: 20 mm}
        plan:
        %s
        """
            .formatted(shapes.indent(6), regions.indent(2), plan.indent(2));
    return read(text);
  }

  static CaseReading read(String text) {
    return CaseReader.readText(
        text, Path.of("."), List.of(), TissueLibrary.bundled(), ProbeLibrary.bundled());
  }

  /** A planner that confirms without error bars. */
  static Planner planner(CaseReading of, int needles) {
    PlanRequest request =
        new PlanRequest(of.asked(), of.plan(), needles, needles, List.of(), 1, 2, false);
    PlanTools tools = new PlanTools(AnatomyBuilder::build, o -> o);
    return new Planner(request, tools, EvaluationLog.none(), Stop.NEVER, PlanWatch.NOBODY);
  }

  /** Plans for it without confirming anything with error bars. */
  static Plans plan(CaseReading of, int fewest, int most, EvaluationLog log) {
    PlanRequest request =
        new PlanRequest(of.asked(), of.plan(), fewest, most, List.of(), 1, 2, false);
    PlanTools tools = new PlanTools(AnatomyBuilder::build, o -> o);
    try (Planner planner = new Planner(request, tools, log, Stop.NEVER, PlanWatch.NOBODY)) {
      return planner.run();
    }
  }

  static Plans plan(CaseReading of, int fewest, int most) {
    return plan(of, fewest, most, EvaluationLog.none());
  }

  static Vec3 middle(Plan plan, int needle) {
    return plan.tracks().get(needle).track().middle();
  }
}
