package org.iceball.validation.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.iceball.validation.cases.CheckCases;
import org.junit.jupiter.api.Test;

/**
 * Promises only tighten. The stored copy is the table as it was last frozen; a row that is looser
 * than there, or gone, needs a decision record that its reason names, such as {@code decision
 * 0006}.
 */
class RatchetTest {
  private static final Pattern DECISION = Pattern.compile("decision (\\d{4})");
  private static final Set<String> CASES =
      CheckCases.all().stream().map(CheckCase::name).collect(Collectors.toUnmodifiableSet());

  @Test
  void noRowIsLooserThanWhenItWasFrozen() throws IOException {
    assertThat(loosened(frozen(), CheckTable.bundled(CASES))).isEmpty();
  }

  @Test
  void everyWayToLoosenARowIsNoticed() throws IOException {
    List<Check> before = frozen();
    Check row = before.stream().filter(c -> c.metric() == Metric.AT_LEAST).findFirst().get();
    Check wide = with(row, row.expected(), row.tolerance() * 2, row.tier(), "wider");
    Check low = with(row, row.expected() - 1, row.tolerance(), row.tier(), "lower");
    Check late = with(row, row.expected(), row.tolerance(), Check.Tier.LONG, "later");
    Check excused = with(row, row.expected(), row.tolerance() * 2, row.tier(), "decision 0003");
    Check invented = with(row, row.expected(), row.tolerance() * 2, row.tier(), "decision 9999");
    Check tighter = with(row, row.expected(), row.tolerance() / 2, row.tier(), "tighter");
    assertThat(loosened(List.of(row), List.of(wide))).hasSize(1);
    assertThat(loosened(List.of(row), List.of(low))).hasSize(1);
    assertThat(loosened(List.of(row), List.of(late))).hasSize(1);
    assertThat(loosened(List.of(row), List.of())).hasSize(1);
    assertThat(loosened(List.of(row), List.of(invented))).hasSize(1);
    assertThat(loosened(List.of(row), List.of(excused))).isEmpty();
    assertThat(loosened(List.of(row), List.of(tighter))).isEmpty();
  }

  private static Check with(
      Check row, double expected, double tolerance, Check.Tier tier, String reason) {
    return new Check(
        row.id(),
        row.group(),
        row.caseName(),
        row.quantity(),
        row.unit(),
        row.metric(),
        expected,
        row.complaint(),
        tolerance,
        tier,
        row.mustFail(),
        reason,
        row.citation());
  }

  private static List<Check> frozen() throws IOException {
    try (InputStream in = RatchetTest.class.getResourceAsStream("/checks-frozen.csv")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return CheckTable.read(text, "checks-frozen.csv", CASES);
    }
  }

  private static List<String> loosened(List<Check> before, List<Check> now) throws IOException {
    Map<String, Check> rows = now.stream().collect(Collectors.toMap(Check::id, c -> c));
    List<String> found = new ArrayList<>();
    for (Check was : before) {
      Check is = rows.get(was.id());
      if (is == null) {
        found.add(was.id() + " is gone");
      } else if (isLooser(was, is) && !hasDecision(is.reason())) {
        found.add(was.id() + " was " + was.demand() + ", is " + is.demand());
      }
    }
    return found;
  }

  private static boolean isLooser(Check was, Check is) {
    boolean lower =
        was.metric() == Metric.AT_LEAST
            ? is.expected() - is.tolerance() < was.expected() - was.tolerance()
            : Double.compare(is.expected(), was.expected()) != 0
                || (was.mustFail()
                    ? is.tolerance() < was.tolerance()
                    : is.tolerance() > was.tolerance());
    return lower
        || is.metric() != was.metric()
        || !is.complaint().equals(was.complaint())
        || !is.quantity().equals(was.quantity())
        || !is.unit().equals(was.unit())
        || is.mustFail() != was.mustFail()
        || (was.tier() == Check.Tier.FAST && is.tier() == Check.Tier.LONG);
  }

  private static boolean hasDecision(String reason) throws IOException {
    Matcher m = DECISION.matcher(reason);
    if (!m.find()) {
      return false;
    }
    try (Stream<Path> records = Files.list(Path.of("..", "docs", "decisions"))) {
      return records.anyMatch(p -> p.getFileName().toString().startsWith(m.group(1)));
    }
  }
}
