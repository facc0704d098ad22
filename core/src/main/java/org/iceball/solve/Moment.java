package org.iceball.solve;

import java.util.List;
import org.iceball.injury.Zone;

/**
 * The zones at a time that matters.
 *
 * @param name {@code end of freeze 1}, {@code ever reached}, ...
 * @param time since the start [s]
 * @param zones one for each threshold of the case
 */
public record Moment(String name, double time, List<Zone> zones) {}
