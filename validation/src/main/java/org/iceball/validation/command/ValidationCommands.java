package org.iceball.validation.command;

import java.util.List;
import org.iceball.cli.CommandProvider;
import org.iceball.cli.Console;

/** Brings {@code validate} and {@code calibrate} to the command line. */
public final class ValidationCommands implements CommandProvider {
  @Override
  public List<Object> commands(Console console) {
    return List.of(new ValidateCommand(console), new CalibrateCommand(console));
  }
}
