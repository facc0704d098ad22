package org.iceball.gpu;

import java.util.Arrays;
import org.iceball.model.Model;
import org.iceball.solve.ActiveWindow;
import org.iceball.solve.Box;

/** Accepts steps on the device and takes stock of the planes: coldest, living and changed cells. */
final class PlaneStock {
  private final DeviceProgram program;
  private final DeviceState state;
  private final ActiveWindow active;
  private final int materials;
  private final long itemsOfRow;
  private final double[] coldest;
  private final int[] living;
  private final int[] changed = new int[4];

  PlaneStock(DeviceProgram program, DeviceState state, ActiveWindow active, boolean processor) {
    this.program = program;
    this.state = state;
    this.active = active;
    Model model = state.flat.model;
    materials = model.materials().size();
    itemsOfRow = processor ? 1 : 64;
    coldest = new double[model.grid().nz() * materials];
    living = new int[coldest.length];
  }

  /**
   * Takes stock of the state, after adding the trial change to it where asked.
   *
   * @param box grid, window and held sides as heat.cl has them
   */
  void take(Box window, int[] box, boolean move) {
    boolean watched = active.mayGrow(window);
    if (watched) {
      state.memory.put(state.extent, new int[] {Integer.MAX_VALUE, -1, Integer.MAX_VALUE, -1});
    }
    int rows = window.j1() - window.j0();
    int planes = window.k1() - window.k0();
    Kernel k = program.kernel("accept");
    k.whole(0, box);
    k.set(1, state.runFirst(), state.runStart(), state.runKind());
    k.whole(4, move ? 1 : 0);
    k.set(5, state.h, state.d, state.lowest, state.flags, state.starts);
    k.whole(10, watched ? active.margin() : -1);
    k.number(11, ActiveWindow.BOUND);
    k.set(12, state.runLow, state.runLiving, state.extent);
    k.local(15, itemsOfRow * state.memory.realSize());
    k.local(16, itemsOfRow * Integer.BYTES);
    k.launch(new long[] {itemsOfRow * rows, planes}, new long[] {itemsOfRow, 1});
    Kernel stock = program.kernel("stock");
    stock.whole(0, box);
    stock.whole(1, materials);
    stock.set(2, state.runFirst(), state.runKind(), state.runLow, state.runLiving);
    stock.set(6, state.low, state.living);
    stock.launch(new long[] {materials, planes}, null);
    int first = window.k0() * materials;
    int n = planes * materials;
    state.memory.getReals(state.low, first, coldest, first, n);
    state.memory.get(state.living, first, living, first, n);
    if (watched) {
      state.memory.get(state.extent, 0, changed, 0, 4);
    } else {
      changed[1] = -1;
    }
  }

  /** The window that the last stock asks for: the present one where it does. */
  Box wanted(Box window) {
    if (changed[1] < 0) {
      return window;
    }
    int nx = state.flat.model.grid().nx();
    return active.keeping(window, new Box(0, nx, changed[0], changed[1], changed[2], changed[3]));
  }

  /** Living cells of a material in a plane. */
  int living(int plane, int material) {
    return living[plane * materials + material];
  }

  /** Lowest enthalpy of each material [J/m3], see {@link org.iceball.solve.Stiffness#bound}. */
  void lowest(Box window, double[] into) {
    Arrays.fill(into, Double.POSITIVE_INFINITY);
    for (int k = window.k0(); k < window.k1(); k++) {
      for (int m = 0; m < materials; m++) {
        double low = coldest[k * materials + m];
        into[m] = Math.min(into[m], low);
        int of = state.flat.curveOf(m);
        into[of] = Math.min(into[of], low);
      }
    }
  }
}
