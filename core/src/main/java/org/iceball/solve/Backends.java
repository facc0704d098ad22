package org.iceball.solve;

import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Collectors;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** Chooses the backend that a case asks for. */
public final class Backends {
  private Backends() {}

  /** The optional backends on the class path. */
  public static List<BackendProvider> providers() {
    return ServiceLoader.load(BackendProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  /**
   * Opens the backend named in the numerics: {@code cpu}, {@code NAME}, {@code NAME:DEVICE}, or
   * {@code auto} for the first optional one that works and is worth it, and the CPU otherwise.
   *
   * @throws CaseException NO_BACKEND with what there is instead
   */
  public static Backend open(Model model, Numerics numerics) {
    return open(model, numerics, providers());
  }

  /** The same among given optional backends. */
  public static Backend open(Model model, Numerics numerics, List<BackendProvider> all) {
    String wanted = numerics.backend();
    if (wanted.equals("auto")) {
      for (BackendProvider p : all) {
        if (p.preferred() >= 0) {
          try {
            return p.open(model, numerics, p.preferred());
          } catch (CaseException e) {
            System.getLogger(Backends.class.getName())
                .log(System.Logger.Level.WARNING, "falling back on the CPU: " + e.getMessage());
          }
        }
      }
      return new CpuBackend(model, numerics.precision(), numerics.threads());
    }
    if (wanted.equals("cpu")) {
      return new CpuBackend(model, numerics.precision(), numerics.threads());
    }
    int colon = wanted.indexOf(':');
    String name = colon < 0 ? wanted : wanted.substring(0, colon);
    int device = colon < 0 ? 0 : Integer.parseInt(wanted.substring(colon + 1));
    for (BackendProvider p : all) {
      if (p.name().equals(name)) {
        if (p.devices().isEmpty()) {
          throw refuse(wanted, p.unavailable());
        }
        if (device < 0 || device >= p.devices().size()) {
          throw refuse(wanted, "there are only the devices 0 to " + (p.devices().size() - 1));
        }
        return p.open(model, numerics, device);
      }
    }
    String known = all.stream().map(BackendProvider::name).collect(Collectors.joining(", "));
    throw refuse(wanted, "known backends are cpu" + (known.isEmpty() ? "" : ", " + known));
  }

  private static CaseException refuse(String wanted, String why) {
    return new CaseException(
        Finding.of(
            Complaint.NO_BACKEND,
            "numerics.backend",
            "the backend " + wanted + " is not available: " + why,
            "use backend cpu or auto"));
  }
}
