package org.iceball.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Documents lead only to what is there. */
class DocumentsTest {
  private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
  private static final Pattern CODE = Pattern.compile("(?ms)^```.*?^```$|`[^`\n]*`");
  private static final Pattern COMMAND = Pattern.compile("\\./iceball +([a-z][a-z-]+)");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> lost = new ArrayList<>();
    int links = 0;
    for (Path document : documents()) {
      String text = CODE.matcher(Files.readString(document)).replaceAll("");
      for (MatchResult m : LINK.matcher(text).results().toList()) {
        links++;
        String to = m.group(1);
        if (!to.matches("[a-z]+:.*") && !leads(document, to)) {
          lost.add(REPOSITORY.relativize(document) + " -> " + to);
        }
      }
    }
    assertThat(lost).isEmpty();
    assertThat(links).isGreaterThan(50);
  }

  private static boolean leads(Path document, String to) throws IOException {
    String[] parts = to.split("#", 2);
    Path target = parts[0].isEmpty() ? document : document.resolveSibling(parts[0]).normalize();
    if (!Files.exists(target) || !target.startsWith(REPOSITORY)) {
      return false;
    }
    return parts.length < 2
        || Files.readString(target)
            .lines()
            .filter(l -> l.startsWith("#"))
            .anyMatch(l -> anchor(l).equals(parts[1]));
  }

  /** The address of a heading as GitHub and GitLab make it. */
  private static String anchor(String heading) {
    return heading
        .replaceFirst("^#+ *", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9 _-]", "")
        .replace(' ', '-');
  }

  @Test
  void everyCommandThatDocumentsNameExists() throws IOException {
    String reference = Files.readString(REPOSITORY.resolve("docs").resolve("commands.md"));
    for (Path document : documents()) {
      for (MatchResult m : COMMAND.matcher(Files.readString(document)).results().toList()) {
        assertThat(
                reference + "`iceball validate` `iceball calibrate` `iceball generate-completion`")
            .as(document.toString())
            .containsPattern("`iceball " + m.group(1) + "\\b");
      }
    }
  }

  private static List<Path> documents() throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder :
        List.of(REPOSITORY, REPOSITORY.resolve("docs"), REPOSITORY.resolve("docs/decisions"))) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(f -> f.toString().endsWith(".md")).forEach(all::add);
      }
    }
    return all;
  }
}
