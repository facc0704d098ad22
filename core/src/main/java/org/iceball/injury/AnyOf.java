package org.iceball.injury;

import java.util.List;

/**
 * Dead is what is dead by any of some laws, all of one cause. No rate law for death by freezing has
 * been validated, so freezing's ways to kill are joined rather than blended into one.
 *
 * @param laws at least one
 */
public record AnyOf(List<InjuryLaw> laws) implements InjuryLaw {
  public AnyOf {
    laws = List.copyOf(laws);
    if (laws.stream().map(InjuryLaw::cause).distinct().count() != 1) {
      throw new IllegalArgumentException("laws of one cause can be joined, at least one");
    }
  }

  @Override
  public Cause cause() {
    return laws.get(0).cause();
  }

  @Override
  public float[] dead(Evidence evidence) {
    float[] any = evidence.dead(laws.get(0)).clone();
    for (InjuryLaw law : laws.subList(1, laws.size())) {
      ZoneFractions.orElse(any, evidence.dead(law));
    }
    return any;
  }
}
