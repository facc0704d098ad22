package org.iceball.gpu;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.iceball.model.Model;
import org.iceball.model.Numerics;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.iceball.solve.BackendProvider;
import org.iceball.solve.Roof;

/** The backend {@code opencl}: any device that a driver on this machine offers. */
public final class OpenClProvider implements BackendProvider {
  private static final String HOW_TO_INSTALL =
      "install an OpenCL driver, for example on Debian: apt-get install pocl-opencl-icd"
          + " ocl-icd-libopencl1";

  private final OpenCl cl;
  private final Tuner tuner;
  private List<OpenCl.Device> found;
  private String trouble = "";

  /** For {@link java.util.ServiceLoader}. */
  public OpenClProvider() {
    this(new OpenCl(), new Tuner(Tuner.userFile()));
  }

  OpenClProvider(OpenCl cl, Tuner tuner) {
    this.cl = cl;
    this.tuner = tuner;
  }

  @Override
  public String name() {
    return "opencl";
  }

  /** The devices, looked for once. */
  synchronized List<OpenCl.Device> found() {
    if (found == null) {
      found = List.of();
      try {
        found = cl.devices();
        if (found.isEmpty()) {
          trouble = "there is no OpenCL driver here, or no device for it; " + HOW_TO_INSTALL;
        }
      } catch (LinkageError e) {
        trouble = "the OpenCL loader (libOpenCL) is missing; " + HOW_TO_INSTALL;
      } catch (OpenClException e) {
        trouble = "OpenCL does not start: " + e.getMessage();
      }
    }
    return found;
  }

  @Override
  public List<String> devices() {
    return found().stream().map(OpenClProvider::line).toList();
  }

  /** The first device that is not the CPU itself: there the loops in Java are faster. */
  @Override
  public int preferred() {
    for (int n = 0; n < found().size(); n++) {
      if (!found().get(n).processor()) {
        return n;
      }
    }
    return -1;
  }

  private static String line(OpenCl.Device d) {
    return String.format(
        Locale.ROOT,
        "%s (%s, %s), %s, %d compute units, %.1f GiB",
        d.name(),
        d.platform(),
        d.version(),
        d.fp64() ? "fp64 and fp32" : "fp32 only",
        d.units(),
        d.memory() / (double) (1 << 30));
  }

  @Override
  public String unavailable() {
    found();
    return trouble;
  }

  @Override
  public Backend open(Model model, Numerics numerics, int device) {
    OpenCl.Device d = found().get(device);
    if (numerics.precision() == Precision.FP64 && !d.fp64()) {
      throw Troubles.refuse(
          d.name() + " has no double precision", "use --precision fp32, or another device or cpu");
    }
    long needed = DeviceState.bytes(model, numerics.precision());
    long largest = DeviceState.largestArray(model, numerics.precision());
    if (needed > d.memory() || largest > d.largest()) {
      throw Troubles.tooLarge(d, needed, largest);
    }
    try {
      return new OpenClBackend(cl, d, model, numerics.precision(), tuner, "");
    } catch (OpenClException e) {
      throw Troubles.cannotOpen(d, e);
    }
  }

  @Override
  public Optional<Roof> roof(Precision precision, int length, int device) {
    OpenCl.Device d = found().get(device);
    boolean fp64 = precision == Precision.FP64;
    if (fp64 && !d.fp64()) {
      return Optional.empty();
    }
    try (DeviceRoof roof = new DeviceRoof(cl, d, fp64, length)) {
      return Optional.of(roof.measure());
    } catch (OpenClException e) {
      throw Troubles.cannotOpen(d, e);
    }
  }
}
