package org.iceball.solve;

import java.util.List;
import org.iceball.model.Model;
import org.iceball.model.Numerics;

/** A kind of backend, found at run time by {@link java.util.ServiceLoader}. */
public interface BackendProvider {

  /** The word that selects it, for example {@code opencl}. */
  String name();

  /** What it can run on here, one line a device, in the order of their numbers; may be empty. */
  List<String> devices();

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
}
