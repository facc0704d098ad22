package org.iceball.cli;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iceball.plan.PlanRequest;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads {@code 2} or {@code 1..4} as numbers of needles. */
final class NeedleCounts implements ITypeConverter<NeedleCounts.Span> {
  private static final Pattern WORDS = Pattern.compile("([0-9]{1,2})(?:\\.\\.([0-9]{1,2}))?");

  /** From how many to how many needles. */
  record Span(int fewest, int most) {}

  @Override
  public Span convert(String value) {
    Matcher m = WORDS.matcher(value);
    if (m.matches()) {
      int fewest = Integer.parseInt(m.group(1));
      int most = m.group(2) == null ? fewest : Integer.parseInt(m.group(2));
      if (fewest >= 1 && most >= fewest && most <= PlanRequest.MOST) {
        return new Span(fewest, most);
      }
    }
    throw new TypeConversionException(
        "'" + value + "' is no number of needles: write 2, or 1..4; at most " + PlanRequest.MOST);
  }
}
