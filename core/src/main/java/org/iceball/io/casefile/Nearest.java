package org.iceball.io.casefile;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** What somebody probably meant to write. */
final class Nearest {
  private static final int LONGEST = 64;

  private Nearest() {}

  /** The most similar name, if any is similar: at most a third of its letters differ, or two. */
  static Optional<String> to(String word, Collection<String> names) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    String plain = plain(word);
    return names.stream()
        .filter(n -> distance(plain, plain(n)) <= Math.max(2, n.length() / 3))
        .filter(n -> distance(plain, plain(n)) < n.length())
        .min(
            Comparator.comparingInt((String n) -> distance(plain, plain(n))).thenComparing(n -> n));
  }

  /** A remedy that names the nearest known name, or all of them. */
  static String remedy(String word, Collection<String> names) {
    String all = String.join(", ", names);
    return to(word, names)
        .map(n -> "did you mean `" + n + "`? Known here: " + all)
        .orElse("known here: " + all);
  }

  private static String plain(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }

  /** Levenshtein's distance, one row at a time. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
