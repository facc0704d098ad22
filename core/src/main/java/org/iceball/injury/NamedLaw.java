package org.iceball.injury;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.iceball.tissue.Cited;

/**
 * A law of the library.
 *
 * @param name how case files call it
 * @param description one line for people
 * @param usual whether a case has it that names no laws
 * @param kind what sort of rule it is
 * @param numbers by their keys, each with interval and source
 * @param parts names of the laws it joins; empty for most kinds
 * @param law the rule itself
 */
public record NamedLaw(
    String name,
    String description,
    boolean usual,
    InjuryKind kind,
    Map<String, Cited> numbers,
    List<String> parts,
    InjuryLaw law) {
  public NamedLaw {
    // in one order in every process, as the names of evaluated plans need it
    numbers = Collections.unmodifiableMap(new TreeMap<>(numbers));
    parts = List.copyOf(parts);
  }
}
