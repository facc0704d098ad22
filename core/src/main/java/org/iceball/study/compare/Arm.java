package org.iceball.study.compare;

import java.util.ArrayList;
import java.util.List;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.NamedLaw;
import org.iceball.model.Case;

/**
 * One of two treatments of the same patient.
 *
 * @param name for people: cryo, rfa
 * @param asked the case with this arm's needles and laws
 * @param law by which its dead are counted; one of the case's
 */
public record Arm(String name, Case asked, String law) {
  /** Time between looks at a run [s]: times at which it stops for its history anyhow. */
  private static final double LOOKED_AT = 60;

  /**
   * An arm of a case.
   *
   * @param asked the patient with this arm's needles
   * @param laws the laws that this arm reports side by side
   * @param law by which its dead are counted
   */
  public static Arm of(String name, Case asked, List<NamedLaw> laws, NamedLaw law) {
    List<NamedLaw> all = new ArrayList<>(laws);
    if (all.stream().noneMatch(l -> l.name().equals(law.name()))) {
      all.add(law);
    }
    Case arm = asked.withInjury(all).withMargins(Residual.MARGINS).withSnapshotEvery(LOOKED_AT);
    return new Arm(name, arm, law.name());
  }

  /** What kills in this arm. */
  public InjuryLaw.Cause cause() {
    return asked.injury().stream()
        .filter(l -> l.name().equals(law))
        .findFirst()
        .orElseThrow()
        .law()
        .cause();
  }

  /** The same arm on cells of another edge [m]. */
  Arm withSpacing(double edge) {
    return new Arm(name, asked.withSpacing(edge), law);
  }

  /** The same arm with another case. */
  Arm with(Case other) {
    return new Arm(name, other, law);
  }

  /**
   * The same arm whose devices work for a part of their time: every phase that freezes or heats is
   * so much shorter, the others stay.
   *
   * @param part more than 0 [1]
   */
  Arm shortened(double part) {
    return new Arm(
        name,
        asked.withNeedles(
            asked.needles().stream()
                .map(n -> n.withProtocol(n.protocol().withActive(part)))
                .toList()),
        law);
  }

  /** From the first device's start to the last one's end [s]. */
  public double duration() {
    return asked.needles().stream()
        .mapToDouble(n -> n.start() + n.protocol().duration())
        .max()
        .orElse(0);
  }
}
