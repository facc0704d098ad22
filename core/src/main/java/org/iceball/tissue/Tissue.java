package org.iceball.tissue;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * A tissue as data: every property with its interval and source.
 *
 * @param name how case files call it
 * @param description one line for people
 * @param frozenLaw how the frozen state depends on temperature
 * @param properties all of {@link TissueProperty}, none missing
 */
public record Tissue(
    String name, String description, FrozenLaw frozenLaw, Map<TissueProperty, Cited> properties) {
  public Tissue {
    for (TissueProperty p : TissueProperty.values()) {
      if (!properties.containsKey(p)) {
        throw new IllegalArgumentException("tissue " + name + " has no " + p.key());
      }
    }
    // in one order in every process, as the names of evaluated plans need it
    properties = Collections.unmodifiableMap(new EnumMap<>(properties));
  }

  /** The value of a property [SI]. */
  public double value(TissueProperty property) {
    return properties.get(property).value();
  }

  /** This tissue with one number replaced. */
  public Tissue with(TissueProperty property, Cited cited) {
    Map<TissueProperty, Cited> copy = new EnumMap<>(properties);
    copy.put(property, cited);
    return new Tissue(name, description, frozenLaw, copy);
  }

  /** This tissue with another frozen law. */
  public Tissue with(FrozenLaw law) {
    return new Tissue(name, description, law, properties);
  }

  /** Blood: what perfusion carries, and what fills a vessel's lumen. */
  public static final class Blood {
    private Blood() {}

    /** Density times specific heat of blood, 1050 kg/m3 * 3617 J/(kg K), IT'IS v4 [J/(m3 K)]. */
    public static final double HEAT_CAPACITY = 1050.0 * 3617.0;

    /** Arterial blood temperature, 37 degC [K]. */
    public static final double TEMPERATURE = 310.15;
  }
}
