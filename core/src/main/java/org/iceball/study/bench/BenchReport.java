package org.iceball.study.bench;

import java.util.List;

/**
 * All that was measured in one go.
 *
 * @param machine where, with its load at the beginning
 * @param loadAfter average number of running processes over the last minute at the end [1]
 * @param threads of the CPU backend
 * @param devices what computed
 * @param roofs what the machine can do at best
 * @param kernels bare kernels
 * @param runs whole runs
 * @param remarks what was left out, and why, in full sentences
 */
public record BenchReport(
    Machine machine,
    double loadAfter,
    int threads,
    List<Device> devices,
    List<RoofRow> roofs,
    List<KernelRow> kernels,
    List<RunRow> runs,
    List<String> remarks) {
  public BenchReport {
    devices = List.copyOf(devices);
    roofs = List.copyOf(roofs);
    kernels = List.copyOf(kernels);
    runs = List.copyOf(runs);
    remarks = List.copyOf(remarks);
  }

  /** The runs of a study. */
  public List<RunRow> runs(RunRow.Study study) {
    return runs.stream().filter(r -> r.study() == study).toList();
  }

  /**
   * The power p of the cells that the time grows with, from the least to the largest of some runs
   * on the same box.
   *
   * @param runs at least two with different grids, the least first
   */
  public static double growth(List<RunRow> runs) {
    RunRow first = runs.get(0);
    RunRow last = runs.get(runs.size() - 1);
    double cells = 3 * Math.log((double) last.edge() / first.edge());
    return Math.log(last.seconds().median() / first.seconds().median()) / cells;
  }
}
