package org.iceball.gpu;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Whether a driver's handlers of signals leave Java its own. Java stops its threads by a fault that
 * it handles. A driver that brings LLVM puts LLVM's handler in the place of Java's: the first fault
 * is handed back, a second one at the same moment in another thread ends the process, without a
 * word. {@code libjsig}, which comes with Java, keeps Java's handlers first.
 */
final class Signals {
  private static final Path LOADED = Path.of("/proc/self/maps");

  private Signals() {}

  /** True where libjsig is loaded, and where nothing tells what is: there are no such drivers. */
  static boolean areShared() {
    if (!Files.isReadable(LOADED)) {
      return true;
    }
    try (Stream<String> libraries = Files.lines(LOADED)) {
      return libraries.anyMatch(l -> l.endsWith("/libjsig.so"));
    } catch (IOException | UncheckedIOException e) {
      return true;
    }
  }

  /** What is wrong and what to do where they are not. */
  static String remedy() {
    return "its driver takes over signals that Java works with, and Java dies of it now and then;"
        + " start with ./iceball, or set LD_PRELOAD="
        + Path.of(System.getProperty("java.home"), "lib", "libjsig.so");
  }
}
