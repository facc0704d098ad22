package org.iceball.gpu;

import java.util.Locale;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/** What went wrong with a device, as complaints that say what to do. */
final class Troubles {
  private static final String PLACE = "numerics.backend";

  /** Lines of a compiler's words that are passed on: the first error is among them. */
  private static final int MOST_LINES = 6;

  private Troubles() {}

  /** A device that can't do what is asked. */
  static CaseException refuse(String cause, String remedy) {
    return complaint(Complaint.NO_BACKEND, cause, remedy);
  }

  /** A model that needs more memory than a device has. */
  static CaseException tooLarge(OpenCl.Device d, long needed, long largest) {
    return refuse(
        String.format(
            Locale.ROOT,
            "the case takes %s on the device, %s in one array, and %s has %s, at most %s in one",
            size(needed),
            size(largest),
            d.name(),
            size(d.memory()),
            size(d.largest())),
        "use a coarser grid, --precision fp32, a device with more memory, or cpu");
  }

  private static String size(long bytes) {
    return String.format(Locale.ROOT, "%.1f MiB", bytes / (double) (1 << 20));
  }

  /** A device that could not be opened, compiled for or given memory on. */
  static CaseException cannotOpen(OpenCl.Device d, OpenClException e) {
    String remedy =
        e.outOfMemory()
            ? "use a coarser grid, --precision fp32, a device with more memory, or cpu"
            : "use another device, another version of its driver, or cpu";
    return refuse(d.name() + " can't be used: " + shortened(e.getMessage()), remedy);
  }

  /** A device that failed while it computed. */
  static CaseException lost(OpenCl.Device d, OpenClException e) {
    return complaint(
        Complaint.BACKEND_LOST,
        d.name() + " failed during the run: " + shortened(e.getMessage()),
        e.outOfMemory()
            ? "close what else uses the device, use a coarser grid or cpu, and run it again"
            : "look at the driver's log, and run it again or with cpu");
  }

  private static String shortened(String text) {
    String[] lines = text.strip().split("\\R");
    int n = Math.min(MOST_LINES, lines.length);
    String first = String.join("; ", java.util.Arrays.copyOf(lines, n));
    return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
  }

  private static CaseException complaint(Complaint kind, String cause, String remedy) {
    return new CaseException(Finding.of(kind, PLACE, cause, remedy));
  }
}
