package org.iceball.solve;

/**
 * How the run went.
 *
 * @param simulated simulated time [s]
 * @param wall elapsed time [s]
 * @param steps number of (super-)steps
 * @param evaluations number of evaluations of the balance over the grid
 * @param cellUpdatesPerSecond cells evaluated over elapsed time [1/s]; cells in which nothing
 *     happens are not evaluated and not counted
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
