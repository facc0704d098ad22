package org.iceball.solve;

import java.util.List;
import java.util.Optional;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;

/** A kind of backend, found at run time by {@link java.util.ServiceLoader}. */
public interface BackendProvider {

  /** The word that selects it, for example {@code opencl}. */
  String name();

  /** What it can run on here, one line a device, in the order of their numbers; may be empty. */
  List<String> devices();

  /**
   * The device that {@code auto} takes.
   *
   * @return its number in {@link #devices}, or -1 where the CPU backend is the better choice
   */
  default int preferred() {
    return devices().isEmpty() ? -1 : 0;
  }

  /** Why it has no devices, with a remedy; empty where it has some. */
  String unavailable();

  /**
   * Allocates the state of a model on a device.
   *
   * @param model what is solved
   * @param numerics precision and threads
   * @param device number in {@link #devices}
   * @throws org.iceball.units.CaseException where the device can't do it
   */
  Backend open(Model model, Numerics numerics, int device);

  /**
   * Measures what a device does at best, in a second or less.
   *
   * @param precision of the numbers moved
   * @param length of each of the three arrays [numbers]
   * @param device number in {@link #devices}
   * @return empty where this kind of backend has no such measurement
   */
  default Optional<Roof> roof(Precision precision, int length, int device) {
    return Optional.empty();
  }
}
