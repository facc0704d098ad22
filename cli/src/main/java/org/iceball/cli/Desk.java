package org.iceball.cli;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.net.URI;

/** The desktop of whoever sits here, where there is one. */
final class Desk {
  private Desk() {}

  /**
   * Opens an address in the browser.
   *
   * @return false where there is no desktop, or it has no browser
   */
  static boolean browse(String address) {
    try {
      if (GraphicsEnvironment.isHeadless() || !Desktop.isDesktopSupported()) {
        return false;
      }
      Desktop desktop = Desktop.getDesktop();
      if (!desktop.isSupported(Desktop.Action.BROWSE)) {
        return false;
      }
      desktop.browse(URI.create(address));
      return true;
    } catch (IOException | LinkageError | RuntimeException e) {
      // a platform without its desktop module, or a browser that does not start
      return false;
    }
  }
}
