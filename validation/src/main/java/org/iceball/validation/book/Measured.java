package org.iceball.validation.book;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a case found.
 *
 * @param values numbers by the name of the quantity, in the unit that the table gives it
 * @param complaint code of the complaint the case was refused with; empty where it was not
 * @param charts pictures for the guide
 * @param tables tables for the guide
 */
public record Measured(
    Map<String, Double> values, String complaint, List<Chart> charts, List<Table> tables) {
  public Measured {
    values = Map.copyOf(values);
    charts = List.copyOf(charts);
    tables = List.copyOf(tables);
  }

  /** A case that was refused, with the code of the complaint. */
  public static Measured refused(String complaint) {
    return new Measured(Map.of(), complaint, List.of(), List.of());
  }

  /** Starts an empty list. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects what a case found. */
  public static final class Builder {
    private final Map<String, Double> values = new LinkedHashMap<>();
    private final List<Chart> charts = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();

    private Builder() {}

    /** Adds a number. */
    public Builder value(String quantity, double value) {
      if (values.put(quantity, value) != null) {
        throw new IllegalArgumentException("measured twice: " + quantity);
      }
      return this;
    }

    /** Adds a picture. */
    public Builder chart(Chart chart) {
      charts.add(chart);
      return this;
    }

    /** Adds a table. */
    public Builder table(Table table) {
      tables.add(table);
      return this;
    }

    /** All of it. */
    public Measured build() {
      return new Measured(values, "", charts, tables);
    }
  }
}
