package org.iceball.io.casefile;

import java.util.Optional;
import java.util.function.BiFunction;
import org.iceball.model.BloodSupply;
import org.iceball.model.Case;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.model.VesselModel;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.iceball.units.Quantity;

/**
 * What options of the command line put in the place of a case's own words; null leaves those.
 *
 * @param spacing edge of a cell, with its unit
 * @param precision of the state
 * @param threads number of threads
 * @param backend what computes
 * @param vessels the model of all vessels: calibre, perfusion, advective, convective or fixed
 */
public record Overrides(
    String spacing, Precision precision, Integer threads, String backend, String vessels) {

  /** The same without a word on vessels. */
  public Overrides(String spacing, Precision precision, Integer threads, String backend) {
    this(spacing, precision, threads, backend, null);
  }

  /**
   * The reading with these changes, held to the same limits as a case file.
   *
   * @throws CaseException with one finding, whose place is the option
   */
  public CaseReading applyTo(CaseReading reading) {
    CaseReading changed = reading;
    if (spacing != null) {
      changed = changed.overridden("grid.spacing", changed.asked().withSpacing(metres()));
    }
    if (vessels != null) {
      BloodSupply blood = changed.asked().blood();
      changed =
          changed.overridden(
              "blood.vessels",
              changed.asked().withBlood(new BloodSupply(rung(), true, blood.clamps())));
    }
    changed = numerics(changed, "precision", precision, Overrides::with);
    changed = numerics(changed, "threads", checkedThreads(), Overrides::with);
    return numerics(changed, "backend", checkedBackend(), Overrides::with);
  }

  private double metres() {
    double value;
    try {
      value = Quantity.parse(spacing, GridSection.SPACING.dimension());
    } catch (CaseException e) {
      throw new CaseException(e.findings().stream().map(f -> f.at("--spacing", 0)).toList());
    }
    if (!GridSection.SPACING.contains(value)) {
      throw outOfRange("--spacing", spacing, GridSection.SPACING.words());
    }
    return value;
  }

  private Optional<VesselModel> rung() {
    Optional<VesselModel> rung = BloodSection.choices().get(vessels);
    if (rung == null) {
      throw new CaseException(
          Finding.of(
              Complaint.UNKNOWN_NAME,
              "--vessels",
              Shown.of(vessels) + " is no model of vessels",
              Nearest.remedy(vessels, BloodSection.choices().keySet())));
    }
    return rung;
  }

  private Integer checkedThreads() {
    if (threads != null && (threads < 1 || threads > NumericsSection.MOST_THREADS)) {
      throw outOfRange("--threads", threads.toString(), "1 to " + NumericsSection.MOST_THREADS);
    }
    return threads;
  }

  private String checkedBackend() {
    if (backend != null && !NumericsSection.BACKEND.matcher(backend).matches()) {
      throw new CaseException(
          Finding.of(
              Complaint.UNKNOWN_NAME,
              "--backend",
              Shown.of(backend) + " is no backend",
              NumericsSection.BACKEND_REMEDY));
    }
    return backend;
  }

  private static CaseException outOfRange(String option, String given, String range) {
    return new CaseException(
        Finding.of(
            Complaint.OUT_OF_RANGE,
            option,
            Shown.of(given) + " is not in the range " + range,
            "give a value from " + range));
  }

  private static <T> CaseReading numerics(
      CaseReading reading, String key, T value, BiFunction<Numerics, T, Numerics> change) {
    if (value == null) {
      return reading;
    }
    Case asked = reading.asked();
    Case changed = asked.withNumerics(change.apply(asked.numerics(), value));
    return reading.overridden("numerics." + key, changed);
  }

  private static Numerics with(Numerics n, Precision precision) {
    return new Numerics(n.stepper(), precision, n.threads(), n.backend());
  }

  private static Numerics with(Numerics n, Integer threads) {
    return new Numerics(n.stepper(), n.precision(), threads, n.backend());
  }

  private static Numerics with(Numerics n, String backend) {
    return new Numerics(n.stepper(), n.precision(), n.threads(), backend);
  }
}
