package org.iceball.io.casefile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * YAML text to a tree, from the parser's stream of events: no recursion, nothing constructed, and
 * every limit checked before memory is spent. Of YAML's features only mappings, lists and scalars
 * are let in; references and tags, which can blow up or name classes, are refused.
 */
final class YamlParser {
  /** Longest text [characters]. */
  static final int LONGEST_TEXT = 1 << 20;

  /** Deepest nesting of lists and mappings. */
  static final int DEEPEST = 32;

  /** Longest scalar [characters]. */
  static final int LONGEST_SCALAR = 4096;

  /** Most items of a list, and most entries of a mapping. */
  static final int MOST_ITEMS = 10_000;

  private static final String PLACE = "case file";

  private final Notebook notebook;
  private final Deque<Open> open = new ArrayDeque<>();
  private Yaml root;
  private int documents;

  private YamlParser(Notebook notebook) {
    this.notebook = notebook;
  }

  /**
   * The tree of a text; what is forbidden in it goes to the notebook.
   *
   * @throws CaseException where the text is no YAML, or past a limit
   */
  static Yaml parse(String text, Notebook notebook) {
    if (text.length() > LONGEST_TEXT) {
      throw tooLarge(1, "the file is longer than 1 MiB");
    }
    YamlParser parser = new YamlParser(notebook);
    // one buffer for all: the library trips over half a character at the end of a full buffer
    LoadSettings settings =
        LoadSettings.builder()
            .setCodePointLimit(LONGEST_TEXT)
            .setBufferSize(text.length() + 2)
            .build();
    try {
      for (Event event : new Parse(settings).parseString(text)) {
        parser.take(event);
      }
    } catch (MarkedYamlEngineException e) {
      int line = e.getProblemMark().map(YamlParser::line).orElse(0);
      throw notYaml(line, e.getProblem());
    } catch (YamlEngineException e) {
      throw notYaml(0, e.getMessage());
    }
    return parser.root == null ? new Yaml.Mapping(Map.of(), 1) : parser.root;
  }

  private void take(Event event) {
    int line = event.getStartMark().map(YamlParser::line).orElse(0);
    if (event instanceof NodeEvent node && node.getAnchor().isPresent()) {
      forbid(line, "anchors and aliases (`&` and `*`)", "write the value out at each place");
    }
    if (event instanceof ScalarEvent scalar) {
      refuseTag(scalar.getTag(), line);
      add(scalar(scalar, line));
    } else if (event instanceof AliasEvent) {
      add(new Yaml.Refused(line));
    } else if (event instanceof CollectionStartEvent start) {
      refuseTag(start.getTag(), line);
      if (open.size() == DEEPEST) {
        throw tooLarge(line, "lists and mappings are nested deeper than " + DEEPEST);
      }
      open.push(new Open(start instanceof MappingStartEvent, line));
    } else if (event instanceof CollectionEndEvent) {
      add(open.pop().close());
    } else if (event instanceof DocumentStartEvent && ++documents == 2) {
      forbid(line, "a second document (after `---`)", "keep one case a file");
    }
  }

  private Yaml scalar(ScalarEvent scalar, int line) {
    if (scalar.getValue().length() > LONGEST_SCALAR) {
      notebook.complain(
          Complaint.TOO_LARGE,
          PLACE,
          line,
          "a value is longer than " + LONGEST_SCALAR + " characters",
          "shorten it");
      return new Yaml.Refused(line);
    }
    return new Yaml.Scalar(scalar.getValue(), !scalar.isPlain(), line);
  }

  private void add(Yaml node) {
    if (!open.isEmpty()) {
      open.peek().add(node);
    } else if (documents == 1) {
      root = node;
    }
  }

  private void refuseTag(Optional<String> tag, int line) {
    tag.ifPresent(t -> forbid(line, "a tag (" + Shown.of(t) + ")", "remove it"));
  }

  private void forbid(int line, String what, String remedy) {
    notebook.complain(
        Complaint.FORBIDDEN_YAML, PLACE, line, what + " can't be used in a case file", remedy);
  }

  private static int line(Mark mark) {
    return mark.getLine() + 1;
  }

  private static CaseException tooLarge(int line, String cause) {
    return new CaseException(
        new Finding(
            Complaint.TOO_LARGE, PLACE, line, cause, "a case is a page of text: shorten the file"));
  }

  private static CaseException notYaml(int line, String problem) {
    return new CaseException(
        new Finding(
            Complaint.NOT_YAML,
            PLACE,
            line,
            "this can't be read as YAML: " + (problem == null ? "no reason given" : problem),
            "check indentation, brackets and colons around this line"));
  }

  /** A list or mapping whose end has not come yet. */
  private final class Open {
    private final boolean mapping;
    private final int line;
    private final List<Yaml> items = new ArrayList<>();
    private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    private Yaml key;

    Open(boolean mapping, int line) {
      this.mapping = mapping;
      this.line = line;
    }

    void add(Yaml node) {
      if (items.size() == MOST_ITEMS || entries.size() == MOST_ITEMS) {
        throw tooLarge(node.line(), "a list has more than " + MOST_ITEMS + " items");
      }
      if (!mapping) {
        items.add(node);
      } else if (key == null) {
        key = node;
      } else {
        put(key, node);
        key = null;
      }
    }

    private void put(Yaml name, Yaml value) {
      if (!(name instanceof Yaml.Scalar scalar)) {
        if (!(name instanceof Yaml.Refused)) {
          forbid(name.line(), "a list or mapping as a key", "write a word before the colon");
        }
        return;
      }
      Yaml.Entry first = entries.putIfAbsent(scalar.text(), new Yaml.Entry(name.line(), value));
      if (first != null) {
        notebook.complain(
            Complaint.DUPLICATE_KEY,
            scalar.text(),
            name.line(),
            Shown.of(scalar.text())
                + " stands here for the second time, first in line "
                + first.keyLine(),
            "keep one of the two");
      }
    }

    Yaml close() {
      return mapping
          ? new Yaml.Mapping(Collections.unmodifiableMap(entries), line)
          : new Yaml.Listing(List.copyOf(items), line);
    }
  }
}
