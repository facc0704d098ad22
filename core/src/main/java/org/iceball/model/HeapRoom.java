package org.iceball.model;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;

/** How much of the memory that this Java may use large arrays can count on. */
public final class HeapRoom {
  /** Part of it that they can have, whatever the collector makes of the rest [1]. */
  static final double USABLE = 0.75;

  private HeapRoom() {}

  /**
   * Three quarters of it, or the part for old objects where that was made larger [B].
   *
   * @return at most what Java may use
   */
  public static long forLargeArrays() {
    double most = Runtime.getRuntime().maxMemory();
    double room = USABLE * most;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      boolean old = pool.getName().matches("Tenured Gen|PS Old Gen");
      if (old && pool.getType() == MemoryType.HEAP) {
        room = Math.max(room, (double) pool.getUsage().getMax());
      }
    }
    return (long) Math.min(room, most);
  }
}
