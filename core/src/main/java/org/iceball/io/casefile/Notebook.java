package org.iceball.io.casefile;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** What comes up while a case file is read. Mutable, and lives for one reading only. */
final class Notebook {
  /** Nobody reads more; and a hostile file shall not fill the memory with findings. */
  static final int MOST_FINDINGS = 100;

  private final List<Finding> findings = new ArrayList<>();
  private final Map<String, Origin> origins = new HashMap<>();
  private final List<String> assumptions = new ArrayList<>();

  void complain(Complaint complaint, String place, int line, String cause, String remedy) {
    add(new Finding(complaint, place, line, cause, remedy));
  }

  /** Takes over what a part found that doesn't know its place. */
  void complain(CaseException e, String place, int line) {
    e.findings().forEach(f -> add(f.at(place, line)));
  }

  private void add(Finding finding) {
    findings.add(finding);
    if (findings.size() == MOST_FINDINGS) {
      throwFindings();
    }
  }

  void origin(String path, Origin origin) {
    origins.put(path, origin);
  }

  void assume(String sentence) {
    assumptions.add(sentence);
  }

  /** Number of findings so far. Checks across values run only where it stayed the same. */
  int count() {
    return findings.size();
  }

  Map<String, Origin> origins() {
    return Map.copyOf(origins);
  }

  List<String> assumptions() {
    return List.copyOf(assumptions);
  }

  /** Throws everything found, in the order of the lines; nothing where nothing was found. */
  void throwFindings() {
    if (findings.isEmpty()) {
      return;
    }
    List<Finding> sorted = new ArrayList<>(findings);
    sorted.sort(Comparator.comparingInt(f -> f.line() == 0 ? Integer.MAX_VALUE : f.line()));
    throw new CaseException(sorted);
  }
}
