package org.iceball.plan;

/**
 * How a plan bears what will not be as planned: needles a little elsewhere, perfusion and the
 * probes' power anywhere in their intervals.
 *
 * @param draws how many were looked at
 * @param full part of them in which all of the target is dead [1]
 * @param worst least margin of all [m]
 * @param fifth least margin that all but a twentieth exceed [m]
 * @param median least margin of half of them [m]
 * @param coveredWorst least part of the target that is dead [1]
 * @param coveredFifth the part that all but a twentieth exceed [1]
 * @param weakPower least margin with the probes at the weak end of their interval [m]
 * @param strongFlow least margin with perfusion at the high end of its interval [m]
 */
public record Robustness(
    int draws,
    double full,
    double worst,
    double fifth,
    double median,
    double coveredWorst,
    double coveredFifth,
    double weakPower,
    double strongFlow) {}
