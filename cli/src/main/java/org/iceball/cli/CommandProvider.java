package org.iceball.cli;

import java.util.List;

/**
 * Brings further commands from modules that this one does not know, by {@link
 * java.util.ServiceLoader}: {@code validate} comes from the validation module.
 */
public interface CommandProvider {

  /**
   * The commands.
   *
   * @param console where they talk to
   * @return objects annotated as picocli commands, each a {@code Callable} of its exit code
   */
  List<Object> commands(Console console);
}
