package org.iceball.validation.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.iceball.io.casefile.CaseReader;
import org.iceball.io.casefile.CaseReading;
import org.iceball.io.casefile.ProbeLibrary;
import org.iceball.io.casefile.TissueLibrary;
import org.iceball.meshes.AnatomyBuilder;
import org.iceball.model.Case;
import org.iceball.solve.Outcome;
import org.iceball.solve.Simulation;

/**
 * A case file as a user would write it, run as {@code iceball simulate} runs it.
 *
 * @param text YAML
 */
record UserCase(String text) {

  /** A case file that belongs to this package. */
  static UserCase of(String name) {
    try (InputStream in = UserCase.class.getResourceAsStream(name)) {
      return new UserCase(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The same with other words in one place; fails where the words are not there. */
  UserCase with(String words, String others) {
    if (!text.contains(words)) {
      throw new IllegalArgumentException("the case does not say " + words);
    }
    return new UserCase(text.replace(words, others));
  }

  /** The same with other words in the place of what stands from some words up to others. */
  UserCase instead(String from, String upTo, String others) {
    int start = text.indexOf(from);
    int end = text.indexOf(upTo, start);
    return with(text.substring(start, end), others);
  }

  /**
   * Reads the case.
   *
   * @throws org.iceball.units.CaseException where it is refused
   */
  CaseReading read() {
    return CaseReader.readText(
        text, Path.of("."), List.of(), TissueLibrary.bundled(), ProbeLibrary.bundled());
  }

  /**
   * Reads, compiles and runs the case.
   *
   * @throws org.iceball.units.CaseException where it is refused
   */
  Outcome run() {
    Case asked = read().asked();
    return Simulation.run(asked, AnatomyBuilder.build(asked));
  }
}
