package org.iceball.io.casefile;

import java.util.List;
import org.iceball.device.Generator;
import org.iceball.injury.NamedLaw;
import org.iceball.model.Case;
import org.iceball.model.Case.PlannedNeedle;
import org.iceball.study.compare.Arm;

/**
 * Another treatment of a case's patient, as {@code compare:} asks for it.
 *
 * @param ownName what the case's own treatment is called
 * @param ownLaw by which its dead are counted
 * @param name of the other treatment
 * @param law by which its dead are counted
 * @param laws that the other treatment reports side by side
 * @param needles of the other treatment
 * @param generator of its electrodes; null where its needles are cryoprobes
 */
public record OtherArm(
    String ownName,
    NamedLaw ownLaw,
    String name,
    NamedLaw law,
    List<NamedLaw> laws,
    List<PlannedNeedle> needles,
    Generator generator) {
  public OtherArm {
    laws = List.copyOf(laws);
    needles = List.copyOf(needles);
  }

  /** The case's own treatment. */
  public Arm own(Case asked) {
    return Arm.of(ownName, asked, asked.injury(), ownLaw);
  }

  /** The other treatment. */
  public Arm other(Case asked) {
    return Arm.of(name, asked.withNeedles(needles).withGenerator(generator), laws, law);
  }
}
