package org.iceball.study.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where something was measured.
 *
 * @param processor model, as the operating system names it
 * @param cores that Java may use
 * @param memory most that Java may use [B]
 * @param java version and virtual machine
 * @param system operating system
 * @param load average number of running processes over the last minute when the measurement began
 *     [1]; negative where the system does not say
 */
public record Machine(
    String processor, int cores, long memory, String java, String system, double load) {
  private static final Path PROCESSORS = Path.of("/proc/cpuinfo");

  /** This machine, now. */
  public static Machine here() {
    Runtime runtime = Runtime.getRuntime();
    return new Machine(
        processorName(),
        runtime.availableProcessors(),
        runtime.maxMemory(),
        Runtime.version() + ", " + System.getProperty("java.vm.name"),
        System.getProperty("os.name") + " " + System.getProperty("os.version"),
        loadNow());
  }

  /** Average number of running processes over the last minute [1], negative where not known. */
  public static double loadNow() {
    return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
  }

  private static String processorName() {
    String fallback = System.getProperty("os.arch");
    if (!Files.isReadable(PROCESSORS)) {
      return fallback;
    }
    try (Stream<String> lines = Files.lines(PROCESSORS)) {
      return lines
          .filter(l -> l.startsWith("model name"))
          .map(l -> l.substring(l.indexOf(':') + 1).strip())
          .findFirst()
          .orElse(fallback);
    } catch (IOException e) {
      return fallback;
    }
  }
}
