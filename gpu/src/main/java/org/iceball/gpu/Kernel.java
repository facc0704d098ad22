package org.iceball.gpu;

import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_kernel;

/** A kernel and its arguments; an argument that is set to what it was costs no call. */
final class Kernel {
  private final OpenCl cl;
  private final OpenCl.Session session;
  private final boolean fp64;
  final cl_kernel handle;
  private final Object[] last = new Object[48];

  Kernel(OpenCl cl, OpenCl.Session session, boolean fp64, cl_kernel handle) {
    this.cl = cl;
    this.session = session;
    this.fp64 = fp64;
    this.handle = handle;
  }

  /** An array. */
  void set(int index, OpenCl.Buffer b) {
    if (last[index] != b) {
      last[index] = b;
      cl.argument(handle, index, Sizeof.cl_mem, Pointer.to(b.memory()));
    }
  }

  /** Arrays, from an index on. */
  void set(int index, OpenCl.Buffer... all) {
    for (int n = 0; n < all.length; n++) {
      set(index + n, all[n]);
    }
  }

  /** Whole numbers: one, or a vector of them. */
  void whole(int index, int... values) {
    if (!(last[index] instanceof int[] before && java.util.Arrays.equals(before, values))) {
      last[index] = values.clone();
      cl.argument(handle, index, (long) Sizeof.cl_int * values.length, Pointer.to(values));
    }
  }

  /** A number in the precision of the state. */
  void number(int index, double value) {
    if (!Double.valueOf(value).equals(last[index])) {
      last[index] = value;
      if (fp64) {
        cl.argument(handle, index, Sizeof.cl_double, Pointer.to(new double[] {value}));
      } else {
        cl.argument(handle, index, Sizeof.cl_float, Pointer.to(new float[] {(float) value}));
      }
    }
  }

  /** Memory of a work-group [B]. */
  void local(int index, long bytes) {
    if (!Long.valueOf(bytes).equals(last[index])) {
      last[index] = bytes;
      cl.argument(handle, index, bytes, null);
    }
  }

  void launch(long[] global, long[] local) {
    cl.launch(session, handle, global, local);
  }
}
