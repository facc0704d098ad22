package org.iceball.grid;

/** Finds loops over cells that need a module which is there only if Java was told so. */
public final class Vectors {
  /** Set to {@code false} to do without, for comparison. */
  private static final String SWITCH = "iceball.vectors";

  private Vectors() {}

  /** True where vector loops are used. */
  public static boolean available() {
    return !"false".equals(System.getProperty(SWITCH))
        && ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
  }

  /** An object of a class by name, or null where it can't be had. */
  public static Object loops(String name) {
    if (!available()) {
      return null;
    }
    try {
      return Class.forName(name).getDeclaredConstructor().newInstance();
    } catch (ReflectiveOperationException | LinkageError e) {
      return null; // compiled for another release of Java: the plain loops do the same
    }
  }
}
