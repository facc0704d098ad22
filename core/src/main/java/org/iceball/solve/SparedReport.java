package org.iceball.solve;

import org.iceball.grid.Vec3;

/**
 * How a structure to be spared fared.
 *
 * @param name of its region
 * @param limit temperature that it must not be colder than [K]
 * @param coldest lowest temperature its wall ever had [K]
 * @param hottest highest temperature its wall had at any row of the history [K]
 * @param at where it was coldest [m], RAS
 * @param beyond time that some of its wall was colder than the limit, to about the time between two
 *     rows of the history [s]
 * @param since when it first was [s]; NaN where it never was
 */
public record SparedReport(
    String name,
    double limit,
    double coldest,
    double hottest,
    Vec3 at,
    double beyond,
    double since) {}
