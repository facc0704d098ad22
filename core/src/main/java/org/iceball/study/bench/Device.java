package org.iceball.study.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.BackendProvider;
import org.iceball.solve.Backends;
import org.iceball.solve.Roof;

/**
 * Something that can compute.
 *
 * @param name the word that selects it in {@link org.iceball.model.Numerics}, such as {@code cpu}
 *     or {@code opencl:0}
 * @param description what it is, for people
 */
public record Device(String name, String description) {
  /** The name of the backend that is always there, and that others are compared with. */
  public static final String CPU = "cpu";

  /** All that is here, the CPU first. */
  public static List<Device> found() {
    List<Device> found = new ArrayList<>();
    found.add(new Device(CPU, "Java threads"));
    for (BackendProvider p : Backends.providers()) {
      List<String> devices = p.devices();
      for (int d = 0; d < devices.size(); d++) {
        found.add(new Device(p.name() + ":" + d, devices.get(d)));
      }
    }
    return List.copyOf(found);
  }

  boolean isCpu() {
    return name.equals(CPU);
  }

  /** What it does at best, as it says itself; empty for the CPU and where it does not say. */
  Optional<Roof> roof(Precision precision, int length) {
    for (BackendProvider p : Backends.providers()) {
      if (name.startsWith(p.name() + ":")) {
        int number = Integer.parseInt(name.substring(p.name().length() + 1));
        return p.roof(precision, length, number);
      }
    }
    return Optional.empty();
  }
}
