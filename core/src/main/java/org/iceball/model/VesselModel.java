package org.iceball.model;

import java.util.List;

/**
 * What a vessel does to the tissue round it: the rungs of a ladder, from none of its own to a wall
 * that nothing can cool. The rungs that exchange heat add a coupling of the kind of term (4), as a
 * needle does, with the blood's temperature as its set-point.
 */
public sealed interface VesselModel {

  /** Thinner vessels have the temperature of the tissue round them: perfusion covers them [m]. */
  double PERFUSION_BELOW = 1e-3;

  /**
   * Wider vessels carry so much blood that it does not cool on its way past an iceball: beside 30
   * mm of ice all round, a portal branch of 5 mm (6 cm/s by Murray's law, from 17 cm/s at 14 mm)
   * loses 12 % of its difference to the ice, one of 3 mm a third [m].
   */
  double ISOTHERMAL_ABOVE = 5e-3;

  /** All rungs, from the weakest to the strongest. */
  static List<VesselModel> ladder() {
    return List.of(
        new PerfusionOnly(), new Advective(), new ConvectiveWall(), new FixedTemperature());
  }

  /** The word for it in case files and on the command line. */
  String key();

  /** Whether its wall exchanges heat at all. */
  default boolean exchanges() {
    return true;
  }

  /** Whether its blood cools along the way. */
  default boolean cools() {
    return false;
  }

  /** Whether blood and wall have a film between them that resists. */
  default boolean hasFilm() {
    return true;
  }

  /** Nothing of its own: the vessel is tissue with that tissue's perfusion. For small vessels. */
  record PerfusionOnly() implements VesselModel {
    @Override
    public String key() {
      return "perfusion";
    }

    @Override
    public boolean exchanges() {
      return false;
    }

    @Override
    public boolean hasFilm() {
      return false;
    }
  }

  /** Blood enters at body temperature and cools along the centreline. */
  record Advective() implements VesselModel {
    @Override
    public String key() {
      return "advective";
    }

    @Override
    public boolean cools() {
      return true;
    }
  }

  /** Blood at body temperature everywhere, and a film between it and the wall. */
  record ConvectiveWall() implements VesselModel {
    @Override
    public String key() {
      return "convective";
    }
  }

  /** The wall itself is at body temperature, whatever that takes. */
  record FixedTemperature() implements VesselModel {
    @Override
    public String key() {
      return "fixed";
    }

    @Override
    public boolean hasFilm() {
      return false;
    }
  }

  /**
   * The rung that a calibre calls for.
   *
   * @param diameter of the lumen [m]
   */
  static VesselModel byCalibre(double diameter) {
    if (diameter < PERFUSION_BELOW) {
      return new PerfusionOnly();
    }
    return diameter < ISOTHERMAL_ABOVE ? new Advective() : new ConvectiveWall();
  }
}
