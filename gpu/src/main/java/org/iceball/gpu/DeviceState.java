package org.iceball.gpu;

import java.util.stream.IntStream;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;

/** The arrays of a model and its state on a device. */
final class DeviceState implements AutoCloseable {
  /** Number of sums of a part of a plane in heat.cl. */
  static final int PARTS = 5;

  final FlatModel flat;
  final DeviceMemory memory;
  final OpenCl.Buffer wall;
  final OpenCl.Buffer sumFirst;
  final OpenCl.Buffer sumEntry;
  final OpenCl.Buffer starts;
  final OpenCl.Buffer liquidus;
  final OpenCl.Buffer flags;
  final OpenCl.Buffer h;
  final OpenCl.Buffer lowest;
  OpenCl.Buffer d;
  OpenCl.Buffer e;
  OpenCl.Buffer m;
  OpenCl.Buffer next;
  OpenCl.Buffer q;
  OpenCl.Buffer qNext;

  /** Sums of parts of planes, then of planes, shape [planes][needles + PARTS]. */
  final OpenCl.Buffer parts;

  final OpenCl.Buffer sums;

  /** Stock of runs and of planes: lowest enthalpy, living cells. */
  final OpenCl.Buffer runLow;

  final OpenCl.Buffer runLiving;
  final OpenCl.Buffer low;
  final OpenCl.Buffer living;

  /** Rows and planes that changed: first j, behind the last, first k, behind the last. */
  final OpenCl.Buffer extent;

  private final OpenCl.Buffer[] tables;

  /** About what the state and the tables of a model take on a device [B]. */
  static long bytes(Model model, Precision precision) {
    return 8 * largestArray(model, precision) + 2L * model.grid().cells();
  }

  /** Bytes of a field of numbers. */
  static long largestArray(Model model, Precision precision) {
    return (precision == Precision.FP64 ? 8L : 4L) * model.grid().cells();
  }

  /**
   * Allocates and fills.
   *
   * @param mostParts the most parts of a plane that a variant has
   * @throws OpenClException where the device has not enough memory
   */
  DeviceState(FlatModel flat, DeviceMemory memory, int mostParts) {
    this.flat = flat;
    this.memory = memory;
    int cells = flat.model.grid().cells();
    int nz = flat.model.grid().nz();
    int materials = flat.model.materials().size();
    int needles = flat.model.needles().size();
    double[] start =
        IntStream.range(0, cells).mapToDouble(c -> flat.model.materialOf(c).start()).toArray();
    h = memory.reals(start);
    lowest = memory.reals(start);
    d = memory.reals(cells);
    e = memory.reals(cells);
    m = memory.reals(cells);
    next = memory.reals(cells);
    q = memory.reals(cells);
    qNext = memory.reals(cells);
    flags = memory.bytes(flat.flags);
    parts = memory.wides((long) mostParts * nz * PARTS);
    sums = memory.wides((long) nz * (needles + PARTS));
    runLow = memory.reals(flat.runKind.length);
    runLiving = memory.ints(new int[flat.runKind.length]);
    low = memory.reals((long) nz * materials);
    living = memory.ints(new int[nz * materials]);
    extent = memory.ints(new int[4]);
    wall = memory.reals(new double[Math.max(1, needles * materials)]);
    sumFirst = memory.ints(flat.exchanges.sumFirst);
    sumEntry = memory.ints(flat.exchanges.sumEntry);
    starts = memory.reals(flat.starts());
    liquidus = memory.floats(flat.liquidus());
    tables =
        new OpenCl.Buffer[] {
          memory.bytes(flat.model.material()),
          memory.ints(flat.runFirst),
          memory.ints(flat.runStart),
          memory.ints(flat.runKind),
          memory.ints(flat.exchanges.first),
          memory.ints(flat.exchanges.cell),
          memory.ints(flat.exchanges.wall),
          memory.reals(flat.exchanges.conductance),
          memory.reals(flat.exchanges.floor),
          wall,
          memory.reals(flat.curves()),
          memory.reals(flat.bloods()),
          memory.wides(flat.laws()),
          memory.reals(flat.outside())
        };
  }

  /**
   * Sets the arguments that describe the model, the first of most kernels.
   *
   * @param box grid, window and held sides as heat.cl has them
   * @return the index of the next argument
   */
  int setModel(Kernel k, int[] box) {
    double spacing = flat.model.grid().spacing();
    k.whole(0, box);
    k.number(1, 1 / (spacing * spacing));
    k.set(2, tables);
    return 2 + tables.length;
  }

  OpenCl.Buffer material() {
    return tables[0];
  }

  OpenCl.Buffer runFirst() {
    return tables[1];
  }

  OpenCl.Buffer runStart() {
    return tables[2];
  }

  OpenCl.Buffer runKind() {
    return tables[3];
  }

  OpenCl.Buffer needleCell() {
    return tables[5];
  }

  OpenCl.Buffer needleWall() {
    return tables[6];
  }

  OpenCl.Buffer conductance() {
    return tables[7];
  }

  OpenCl.Buffer floor() {
    return tables[8];
  }

  /** The perfusion laws. */
  OpenCl.Buffer bloods() {
    return tables[11];
  }

  OpenCl.Buffer curves() {
    return tables[10];
  }

  void swapStages() {
    OpenCl.Buffer s = d;
    d = e;
    e = s;
    s = q;
    q = qNext;
    qNext = s;
  }

  void swapRates() {
    OpenCl.Buffer s = m;
    m = next;
    next = s;
  }

  @Override
  public void close() {
    memory.close();
  }
}
