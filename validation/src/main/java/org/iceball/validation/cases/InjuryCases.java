package org.iceball.validation.cases;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.iceball.injury.Arrhenius;
import org.iceball.injury.CellMemory;
import org.iceball.injury.CoolingRate;
import org.iceball.injury.HoldTime;
import org.iceball.injury.HotIsotherm;
import org.iceball.injury.InjuryKind;
import org.iceball.injury.InjuryLaw;
import org.iceball.injury.NamedLaw;
import org.iceball.injury.RepeatedFreeze;
import org.iceball.injury.ThermalDose;
import org.iceball.injury.ThreeState;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.CpuBackend;
import org.iceball.solve.DrivenWalls;
import org.iceball.solve.EnergyLedger;
import org.iceball.solve.InjuryWatch;
import org.iceball.solve.Powers;
import org.iceball.solve.Rkl2Stepper;
import org.iceball.solve.Stepper;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.Tissue;
import org.iceball.validation.book.CheckCase;
import org.iceball.validation.book.Measured;
import org.iceball.validation.engine.Specimen;
import org.iceball.validation.exact.ArrheniusInjury;
import org.iceball.validation.exact.ThreeStateDeath;

/** Injury laws with memory, as runs keep them up, against their closed forms. */
final class InjuryCases {
  private static final int CELLS = 27;
  private static final double MINUS_20 = 253.15;

  /** Heat taken in a freeze, and brought in a thaw [W/m3]. */
  private static final double POWER = 5e6;

  /** A wall so far away that what it takes does not depend on the tissue [W/m]. */
  private static final double FAR_WALL = 1e15;

  private static final double DENSITY = 1000;
  private static final double LATENT = 250e6;
  private static final double HEAT = 3600;
  private static final double FROZEN_HEAT = 1800;
  private static final double LIQUIDUS = 272.15;
  private static final double SOLIDUS = 265.15;

  private InjuryCases() {}

  static List<CheckCase> all() {
    return List.of(
        new CheckCase(
            "injury-constant",
            "27 insulated cells at a temperature that stays, and what each law adds up",
            InjuryCases::constant),
        new CheckCase(
            "injury-ramp",
            "27 cells that lose 5 MW/m3 from 37 to about -50 degC: when thresholds are passed",
            InjuryCases::ramp),
        new CheckCase(
            "injury-cycles",
            "The same cells frozen and thawed in turn: how many freezes a law counts",
            InjuryCases::cycles));
  }

  /** A run in pieces of constant power. */
  private static final class Run implements AutoCloseable {
    private final CpuBackend backend;
    private final InjuryWatch watch;
    private final Stepper stepper;
    private final double[] powers;
    private final EnergyLedger ledger;

    Run(double start, InjuryLaw... laws) {
      Tissue tissue =
          Specimen.tissue(
              FrozenLaw.CONSTANT, DENSITY, HEAT, FROZEN_HEAT, 0.5, 2, SOLIDUS, LIQUIDUS, LATENT, 0);
      Material material = Specimen.material(tissue, 1e-3, start);
      double[] conductance = new double[CELLS];
      Arrays.fill(conductance, POWER / FAR_WALL);
      int[] cells = new int[CELLS];
      Arrays.setAll(cells, c -> c);
      Model model =
          Specimen.model(
              Specimen.grid(3, 3, 3, 1e-3),
              new byte[CELLS],
              List.of(material),
              List.of(new NeedleCells(cells, conductance)));
      List<NamedLaw> named = new ArrayList<>();
      for (InjuryLaw law : laws) {
        named.add(
            new NamedLaw(
                "chosen", "for a check", true, InjuryKind.COLDER_THAN, Map.of(), List.of(), law));
      }
      backend = new CpuBackend(model, Precision.FP64, 1);
      watch = new InjuryWatch(model, named, 1);
      stepper = new Rkl2Stepper(Rkl2Stepper.TOLERANCE, watch);
      powers = new double[Powers.size(1)];
      ledger = new EnergyLedger(powers.length);
    }

    /** Goes on for so long [s] with a power of that sign, or none. */
    Run go(double seconds, int sign) {
      watch.settle();
      backend.drive(new double[] {sign == 0 ? Double.NaN : sign * FAR_WALL});
      stepper.restart();
      stepper.changed();
      for (double left = seconds; left > 1e-9 * seconds; ) {
        left -= stepper.step(backend, powers, Math.min(left, 20), DrivenWalls.held(113.15), ledger);
      }
      watch.settle();
      return this;
    }

    double value(InjuryLaw law, int array) {
      CellMemory memory = watch.memory().of(law);
      int at = watch.memory().box().at(CELLS / 2);
      return at < 0 ? memory.initial(array) : memory.values(array)[at];
    }

    double enthalpy() {
      double[] all = new double[CELLS];
      backend.readEnthalpy(all);
      return all[CELLS / 2];
    }

    @Override
    public void close() {
      backend.close();
    }
  }

  private static double held(double temperature, double seconds, InjuryLaw law, int array) {
    try (Run run = new Run(temperature, law)) {
      return run.go(seconds, 0).value(law, array);
    }
  }

  private static Measured constant() {
    Arrhenius arrhenius = new Arrhenius(7.39e39, 2.577e5, 315.15);
    ArrheniusInjury integral = new ArrheniusInjury(7.39e39, 2.577e5);
    ThermalDose dose = new ThermalDose(14_400, 312.15);
    ThreeState states = new ThreeState(3.33e-3, 0, 40.5, 0.99, 0.8, 313.15);
    ThreeStateDeath death = new ThreeStateDeath(3.33e-3 * Math.exp(60 / 40.5), 0.99);
    return Measured.builder()
        .value("Arrhenius", held(323.15, 90, arrhenius, 0) / integral.omega(323.15, 90) - 1)
        .value("dose above 43", held(318.15, 90, dose, 0) / cem43(318.15, 90) - 1)
        .value("dose below 43", held(315.15, 90, dose, 0) / cem43(315.15, 90) - 1)
        .value("three states, alive", held(333.15, 250, states, 0) / death.alive(250) - 1)
        .value("three states, dead", held(333.15, 250, states, 1) / death.dead(250) - 1)
        .value("highest", held(328.15, 90, new HotIsotherm(323.15), 0) / 328.15 - 1)
        .value("time below", held(243.15, 90, new HoldTime(MINUS_20, 60), 0) / 90 - 1)
        .value("time above", held(263.15, 90, new HoldTime(MINUS_20, 60), 0))
        .build();
  }

  private static double cem43(double temperature, double seconds) {
    return org.iceball.validation.exact.ThermalDose.cem43(temperature, seconds);
  }

  /** Heat between the liquidus and a frozen temperature [K] by the sums of the law [J/m3]. */
  private static double below(double temperature) {
    return LATENT
        + DENSITY * (HEAT + FROZEN_HEAT) / 2 * (LIQUIDUS - SOLIDUS)
        + DENSITY * FROZEN_HEAT * (SOLIDUS - temperature);
  }

  private static Measured ramp() {
    HoldTime hold = new HoldTime(MINUS_20, 60);
    CoolingRate rate = new CoolingRate(MINUS_20, 1);
    double above = DENSITY * HEAT * (310.15 - LIQUIDUS);
    double seconds = 100;
    try (Run run = new Run(310.15, hold, rate)) {
      run.go(seconds, -1);
      double passage = below(MINUS_20) / POWER;
      double reached = above / POWER + passage;
      return Measured.builder()
          .value("cooling rate", run.value(rate, 1) / ((LIQUIDUS - MINUS_20) / passage) - 1)
          .value("time below", run.value(hold, 0) / (seconds - reached) - 1)
          .build();
    }
  }

  private static Measured cycles() {
    RepeatedFreeze law = new RepeatedFreeze(MINUS_20, LIQUIDUS, 5);
    double limit = -below(MINUS_20);
    // cooled for 100 s the cells come to about -56 degC; 90 s of warming thaw them, 30 s do not
    try (Run thawed = new Run(310.15, law);
        Run not = new Run(310.15, law)) {
      thawed.go(100, -1).go(90, 1).go(90, -1).go(95, 1).go(95, -1);
      not.go(100, -1).go(30, 1).go(30, -1).go(30, 1).go(30, -1);
      double lowest = thawed.value(law, 1);
      double wanted = DENSITY * HEAT * (310.15 - LIQUIDUS) - 100 * POWER;
      return Measured.builder()
          .value("freezes, thawed between", count(thawed, law, limit))
          .value("freezes, not thawed between", count(not, law, limit))
          .value("lowest of the first freeze", lowest / wanted - 1)
          .value("enthalpy at the end", thawed.enthalpy() / wanted - 1)
          .build();
    }
  }

  private static double count(Run run, InjuryLaw law, double limit) {
    int freezes = 0;
    for (int array = 0; array <= 5; array++) {
      freezes += run.value(law, array) < limit ? 1 : 0;
    }
    return freezes;
  }
}
