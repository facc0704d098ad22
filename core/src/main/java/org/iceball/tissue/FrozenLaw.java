package org.iceball.tissue;

import java.util.Locale;

/** How conductivity and heat capacity of the frozen tissue depend on temperature. */
public enum FrozenLaw {
  /** Constant frozen conductivity and specific heat; linear between solidus and liquidus. */
  CONSTANT,
  /**
   * Conductivity rises towards low temperature as k = 1005 T^-1.15 W/(m K) below 251 K, linear from
   * there to the liquidus, and the specific heat of ice falls with temperature (Rossi, Tanaka,
   * Shimada, Rabin 2007; Choi and Bischof 2010).
   */
  RABIN,
  /**
   * Ice: conductivity k(251 K) (T / 251 K)^-1.235 below the solidus, linear from there to the
   * liquidus; specific heat as for {@link #RABIN}. For gels and water (Choi and Bischof 2010, who
   * give 2135 T^-1.235 W/(m K), from memory, unverified).
   */
  ICE;

  /** The name in case files. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
