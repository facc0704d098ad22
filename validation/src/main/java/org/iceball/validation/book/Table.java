package org.iceball.validation.book;

import java.util.List;

/**
 * A table for the guide.
 *
 * @param title one line
 * @param headers of the columns
 * @param rows as many cells as there are headers
 */
public record Table(String title, List<String> headers, List<List<String>> rows) {
  public Table {
    headers = List.copyOf(headers);
    rows = rows.stream().map(List::copyOf).toList();
  }
}
