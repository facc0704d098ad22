package org.iceball.io.casefile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.model.Case;
import org.iceball.plan.PlanRules;

/**
 * A case together with what is known about how it came to be, for {@link CaseExplainer}.
 *
 * @param asked the resolved case
 * @param origins who set each value, by its path in the case file, for example {@code grid.spacing}
 * @param assumptions what the reader had to assume, in full sentences
 * @param other another treatment of the same patient; empty where the file names none
 * @param plan what its plans must keep to
 */
public record CaseReading(
    Case asked,
    Map<String, Origin> origins,
    List<String> assumptions,
    Optional<OtherArm> other,
    PlanRules plan) {
  public CaseReading {
    origins = Map.copyOf(origins);
    assumptions = List.copyOf(assumptions);
  }

  /**
   * The reading after an option of the command line replaced a value.
   *
   * @param path of the replaced value, for example {@code grid.spacing}
   * @param changed the case with the new value
   */
  public CaseReading overridden(String path, Case changed) {
    Map<String, Origin> copy = new HashMap<>(origins);
    copy.put(path, Origin.COMMAND_LINE);
    return new CaseReading(changed, copy, assumptions, other, plan);
  }

  /** Who set the value; what nobody set is a default. */
  public Origin origin(String path) {
    return origins.getOrDefault(path, Origin.DEFAULT);
  }
}
