package org.iceball.solve;

/**
 * How the run went.
 *
 * @param simulated simulated time [s]
 * @param wall elapsed time [s]
 * @param steps number of (super-)steps
 * @param evaluations number of evaluations of the balance over the grid
 * @param cellUpdatesPerSecond cells times evaluations over elapsed time of the loop [1/s]
 * @param backend what computed it, for example {@code cpu} or {@code opencl: NAME}
 * @param stateHash SHA-256 of the final enthalpy, little endian
 */
public record RunStats(
    double simulated,
    double wall,
    long steps,
    long evaluations,
    double cellUpdatesPerSecond,
    String backend,
    String stateHash) {}
