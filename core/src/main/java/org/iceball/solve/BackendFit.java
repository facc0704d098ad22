package org.iceball.solve;

import java.util.ArrayList;
import java.util.List;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.model.Region;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** What a case asks of a backend beyond conduction, and whether it can have it. */
final class BackendFit {
  private BackendFit() {}

  /**
   * Refuses a case that a backend can't do.
   *
   * @throws CaseException {@code no-backend}
   */
  static void check(Case asked, Backend backend) {
    refuseHeat(asked, backend); // first: where there is no current, its laws are no matter
    refuseClamp(asked, backend);
    refuseStasis(asked, backend);
  }

  /** The backend that is chosen for a case that heats is one that can. */
  static Numerics numerics(Case asked) {
    Numerics n = asked.numerics();
    return asked.heats() && n.backend().equals("auto")
        ? new Numerics(n.stepper(), n.precision(), n.threads(), "cpu", n.tolerance())
        : n;
  }

  private static void refuseHeat(Case asked, Backend backend) {
    if (asked.heats() && !(backend instanceof HeatSource)) {
      throw new CaseException(
          Finding.of(
              Complaint.NO_BACKEND,
              "numerics.backend",
              "the backend " + backend.name() + " can't take the heat of an electric current",
              "use backend cpu"));
    }
  }

  private static void refuseClamp(Case asked, Backend backend) {
    if (!asked.blood().clamps().isEmpty() && !(backend instanceof PerfusionControl)) {
      throw new CaseException(
          Finding.of(
              Complaint.NO_BACKEND,
              "blood.clamp",
              "the backend " + backend.name() + " can't change perfusion during a run",
              "leave the clamp out, or use another backend"));
    }
  }

  private static void refuseStasis(Case asked, Backend backend) {
    boolean stops = asked.injury().stream().anyMatch(law -> law.law().stopsBlood());
    if (stops && !(backend instanceof StasisControl)) {
      throw new CaseException(
          Finding.of(
              Complaint.NO_BACKEND,
              "injury",
              "the backend " + backend.name() + " can't stop the blood in coagulated tissue",
              "leave the laws of heat out, or use another backend"));
    }
  }

  /** A clamp stops the perfusion of the organ and its tumours, and of nothing else. */
  static double[] underClamp(Case asked, Model model) {
    double[] part = new double[model.materials().size()];
    for (int m = 0; m < part.length; m++) {
      Region.Role role = m < asked.regions().size() ? asked.regions().get(m).role() : null;
      part[m] = role == Region.Role.ORGAN || role == Region.Role.TARGET ? 0 : 1;
    }
    return part;
  }

  /** When clamps begin and end [s]. */
  static List<Double> clampTimes(BloodSupply supply) {
    List<Double> times = new ArrayList<>();
    for (BloodSupply.Clamp c : supply.clamps()) {
      times.add(c.from());
      times.add(c.to());
    }
    return times;
  }
}
