package org.iceball.validation.book;

import java.util.List;
import java.util.Map;

/**
 * All that the guide is made of.
 *
 * @param version of the engine
 * @param java vendor and version of the Java platform
 * @param machine operating system, processor and number of processors, in words
 * @param date when the checks were run, in words
 * @param selection which of the rows were run, in words
 * @param result verdicts and pictures
 * @param cases what each case does, by its name
 */
public record Guide(
    String version,
    String java,
    String machine,
    String date,
    String selection,
    CheckRun.Result result,
    Map<String, String> cases) {

  /** The verdicts of a chapter, in the order of the table. */
  List<Verdict> of(Group group) {
    return result.verdicts().stream().filter(v -> v.check().group() == group).toList();
  }
}
