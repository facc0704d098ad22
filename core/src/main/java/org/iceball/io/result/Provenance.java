package org.iceball.io.result;

/**
 * What made a result, as far as the outcome itself does not say it.
 *
 * @param version of the engine
 * @param jdk vendor and version of the Java platform
 */
public record Provenance(String version, String jdk) {

  /** This process, with the engine's version as the caller knows it. */
  public static Provenance ofThisProcess(String version) {
    return new Provenance(
        version, System.getProperty("java.vm.vendor") + " " + System.getProperty("java.version"));
  }
}
