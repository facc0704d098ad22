package org.iceball.benchmarks;

import java.util.Arrays;

/**
 * {@code java -jar benchmarks.jar c ...} compares the kernel with its twin in C, {@code peer ...}
 * solves a problem that programs of other people solve too; anything else goes to JMH.
 */
public final class Main {
  private Main() {}

  /**
   * Runs what the first argument names.
   *
   * @param arguments as typed
   * @throws Exception whatever the measurement throws
   */
  public static void main(String[] arguments) throws Exception {
    String what = arguments.length == 0 ? "" : arguments[0];
    String[] rest = Arrays.copyOfRange(arguments, Math.min(1, arguments.length), arguments.length);
    switch (what) {
      case "c" -> TwinBench.run(rest);
      case "peer" -> PeerProblem.run(rest);
      default -> org.openjdk.jmh.Main.main(arguments);
    }
  }
}
