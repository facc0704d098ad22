package org.iceball.validation.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.iceball.units.CaseException;

/** Runs the cases that rows name, each once, and judges the rows. */
public final class CheckRun {
  private final Map<String, CheckCase> cases;
  private final LongSupplier clock;

  /** Looks on while rows are run. */
  public interface Watcher {
    /** A case begins: the how-manieth of how many. */
    default void begins(CheckCase next, int number, int of) {}

    /** A row is judged. */
    default void judged(Verdict verdict) {}
  }

  /** What cases found before, so that a run that was stopped can be gone on with. */
  public interface Memory {
    /** What a case found for these rows; empty where it is to be run. */
    default Optional<Found> find(String name, List<Check> rows) {
      return Optional.empty();
    }

    /** Takes note of what a case found, before its rows are judged. */
    default void keep(String name, List<Check> rows, Found found) {}
  }

  /**
   * What a case found, and how long it took.
   *
   * @param measured by the case, or what it was refused with
   * @param seconds elapsed time [s]
   */
  public record Found(Measured measured, double seconds) {}

  /**
   * What came out.
   *
   * @param verdicts in the order of the rows
   * @param charts pictures by the name of the case, in the order of the rows
   * @param tables tables by the name of the case
   */
  public record Result(
      List<Verdict> verdicts, Map<String, List<Chart>> charts, Map<String, List<Table>> tables) {
    /** Rows that do not keep their promise. */
    public List<Verdict> failed() {
      return verdicts.stream().filter(v -> !v.passed()).toList();
    }
  }

  /**
   * @param cases all cases there are
   * @param clock monotonic elapsed time [ns]
   */
  public CheckRun(List<CheckCase> cases, LongSupplier clock) {
    this.cases =
        cases.stream()
            .collect(Collectors.toUnmodifiableMap(CheckCase::name, c -> c, CheckRun::one));
    this.clock = clock;
  }

  private static CheckCase one(CheckCase a, CheckCase b) {
    throw new IllegalArgumentException("two cases of the name " + a.name() + ", " + b.about());
  }

  /** The case of a name. */
  public CheckCase find(String name) {
    CheckCase found = cases.get(name);
    if (found == null) {
      throw new IllegalArgumentException("no case of the name " + name);
    }
    return found;
  }

  /**
   * Runs rows; whatever goes wrong in a case becomes the verdict on its rows.
   *
   * @param checks rows whose cases are all known
   * @param watcher looks on
   */
  public Result run(List<Check> checks, Watcher watcher) {
    return run(checks, watcher, new Memory() {});
  }

  /** Rows by the name of their case, in the order of the rows. */
  public static Map<String, List<Check>> byCase(List<Check> checks) {
    Map<String, List<Check>> byCase = new LinkedHashMap<>();
    checks.forEach(c -> byCase.computeIfAbsent(c.caseName(), n -> new ArrayList<>()).add(c));
    return byCase;
  }

  /**
   * Runs rows, but for those whose case is remembered. A case that failed is not remembered.
   *
   * @param checks rows whose cases are all known
   * @param watcher looks on
   * @param memory what was found before; is told what is found now
   */
  public Result run(List<Check> checks, Watcher watcher, Memory memory) {
    Map<String, List<Check>> byCase = byCase(checks);
    Map<String, Verdict> verdicts = new LinkedHashMap<>();
    Map<String, List<Chart>> charts = new LinkedHashMap<>();
    Map<String, List<Table>> tables = new LinkedHashMap<>();
    int number = 0;
    for (Map.Entry<String, List<Check>> rows : byCase.entrySet()) {
      CheckCase one = find(rows.getKey());
      number++;
      Found found = memory.find(one.name(), rows.getValue()).orElse(null);
      String problem = "";
      if (found == null) {
        watcher.begins(one, number, byCase.size());
        long start = clock.getAsLong();
        Measured measured = null;
        try {
          measured = one.run();
        } catch (CaseException e) {
          measured = Measured.refused(e.findings().get(0).complaint().code());
        } catch (RuntimeException e) {
          problem = "the case failed: " + e;
        }
        found = new Found(measured, (clock.getAsLong() - start) * 1e-9);
        if (measured != null) {
          memory.keep(one.name(), rows.getValue(), found);
        }
      }
      Measured measured = found.measured();
      for (Check row : rows.getValue()) {
        Verdict verdict = judge(row, measured, problem, found.seconds());
        verdicts.put(row.id(), verdict);
        watcher.judged(verdict);
      }
      if (measured != null && !measured.charts().isEmpty()) {
        charts.put(one.name(), measured.charts());
      }
      if (measured != null && !measured.tables().isEmpty()) {
        tables.put(one.name(), measured.tables());
      }
    }
    return new Result(checks.stream().map(c -> verdicts.get(c.id())).toList(), charts, tables);
  }

  private static Verdict judge(Check row, Measured measured, String problem, double seconds) {
    if (measured == null) {
      return new Verdict(row, Double.NaN, "", problem, seconds);
    }
    Double value = measured.values().get(row.quantity());
    String missing = "";
    if (row.metric() != Metric.REFUSED) {
      if (!measured.complaint().isEmpty()) {
        missing = "the case was refused as " + measured.complaint();
      } else if (value == null) {
        missing = "the case measures no " + row.quantity();
      }
    }
    return new Verdict(
        row, value == null ? Double.NaN : value, measured.complaint(), missing, seconds);
  }
}
