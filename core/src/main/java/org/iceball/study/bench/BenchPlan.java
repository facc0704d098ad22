package org.iceball.study.bench;

import java.util.List;
import org.iceball.model.Numerics.Precision;

/**
 * What is measured, and how often.
 *
 * @param devices what computes, the CPU first where it is among them
 * @param precisions of the state
 * @param grids edges of the cubes for kernels and scaling [cells]
 * @param threads of the CPU, at least 1
 * @param repeats of each measurement, at least 1
 * @param seconds that one repeat of a kernel takes, at least [s]
 */
public record BenchPlan(
    List<Device> devices,
    List<Precision> precisions,
    List<Integer> grids,
    int threads,
    int repeats,
    double seconds) {
  public BenchPlan {
    devices = List.copyOf(devices);
    precisions = List.copyOf(precisions);
    grids = List.copyOf(grids);
  }
}
