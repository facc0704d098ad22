package org.iceball.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.iceball.tissue.Cited;
import org.iceball.units.Dimension;
import org.iceball.units.Quantity;

/** Library entries as tables in people's units, the sources numbered below them. */
final class LibraryText {
  private final List<String> sources = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();

  private LibraryText() {}

  /** The tables, one an entry, then the sources. */
  static String of(List<LibraryEntry> entries) {
    LibraryText library = new LibraryText();
    entries.forEach(library::table);
    library.line("Sources, and how sure they are");
    for (int i = 0; i < library.sources.size(); i++) {
      library.line("%4s %s", "[" + (i + 1) + "]", library.sources.get(i));
    }
    return library.text.toString();
  }

  private void table(LibraryEntry entry) {
    line("%s: %s", entry.name(), entry.description());
    for (LibraryEntry.Property property : entry.properties()) {
      Cited cited = property.cited();
      Dimension dimension = property.dimension();
      line(
          "  %-22s %-18s %-38s [%d]",
          property.key(),
          Quantity.text(cited.value(), dimension),
          Quantity.text(cited.low(), dimension) + " to " + Quantity.text(cited.high(), dimension),
          number(cited.citation().toString()));
    }
    line("");
  }

  /** The number under which a source is listed, counted from 1. */
  private int number(String source) {
    if (!sources.contains(source)) {
      sources.add(source);
    }
    return sources.indexOf(source) + 1;
  }

  private void line(String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
