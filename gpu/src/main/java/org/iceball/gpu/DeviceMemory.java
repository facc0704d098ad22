package org.iceball.gpu;

import java.util.ArrayList;
import java.util.List;
import org.jocl.Pointer;
import org.jocl.Sizeof;

/** Arrays on a device, in the precision of the state or wide; closes them all at once. */
final class DeviceMemory implements AutoCloseable {
  private final OpenCl cl;
  private final OpenCl.Session session;
  private final boolean fp64;
  private final boolean wide;
  private final List<OpenCl.Buffer> all = new ArrayList<>();

  DeviceMemory(OpenCl cl, OpenCl.Session session, boolean fp64) {
    this.cl = cl;
    this.session = session;
    this.fp64 = fp64;
    wide = session.device().fp64();
  }

  /** Bytes of a number of the state. */
  int realSize() {
    return fp64 ? Sizeof.cl_double : Sizeof.cl_float;
  }

  /** Bytes of a wide number. */
  int wideSize() {
    return wide ? Sizeof.cl_double : Sizeof.cl_float;
  }

  /** Zeros. */
  OpenCl.Buffer bytes(long n) {
    OpenCl.Buffer b = cl.allocate(session, n);
    all.add(b);
    return b;
  }

  /** Zeros in the precision of the state. */
  OpenCl.Buffer reals(long n) {
    return bytes(n * realSize());
  }

  /** Zeros. */
  OpenCl.Buffer wides(long n) {
    return bytes(n * wideSize());
  }

  /** Numbers in the precision of the state. */
  OpenCl.Buffer reals(double[] values) {
    OpenCl.Buffer b = reals(values.length);
    put(b, values, fp64);
    return b;
  }

  /** Wide numbers. */
  OpenCl.Buffer wides(double[] values) {
    OpenCl.Buffer b = wides(values.length);
    put(b, values, wide);
    return b;
  }

  /** Whole numbers. */
  OpenCl.Buffer ints(int[] values) {
    OpenCl.Buffer b = bytes((long) Sizeof.cl_int * values.length);
    put(b, values);
    return b;
  }

  /** Bytes. */
  OpenCl.Buffer bytes(byte[] values) {
    OpenCl.Buffer b = bytes((long) values.length);
    write(b, Pointer.to(values), values.length);
    return b;
  }

  /** Single-precision numbers, whatever the state has. */
  OpenCl.Buffer floats(float[] values) {
    OpenCl.Buffer b = bytes((long) Sizeof.cl_float * values.length);
    write(b, Pointer.to(values), (long) Sizeof.cl_float * values.length);
    return b;
  }

  /** Overwrites with whole numbers. */
  void put(OpenCl.Buffer b, int[] values) {
    write(b, Pointer.to(values), (long) Sizeof.cl_int * values.length);
  }

  /** Overwrites in the precision of the state. */
  void putReals(OpenCl.Buffer b, double[] values) {
    put(b, values, fp64);
  }

  private void put(OpenCl.Buffer b, double[] values, boolean asDouble) {
    if (asDouble) {
      write(b, Pointer.to(values), (long) Sizeof.cl_double * values.length);
    } else {
      float[] narrow = new float[values.length];
      for (int n = 0; n < narrow.length; n++) {
        narrow[n] = (float) values[n];
      }
      write(b, Pointer.to(narrow), (long) Sizeof.cl_float * narrow.length);
    }
  }

  private void write(OpenCl.Buffer b, Pointer from, long bytes) {
    if (bytes > 0) {
      cl.write(session, b, from, bytes);
    }
  }

  /** Copies part of an array in the precision of the state to the host. */
  void getReals(OpenCl.Buffer b, int first, double[] into, int at, int n) {
    get(b, first, into, at, n, fp64);
  }

  /** Copies part of a wide array to the host. */
  void getWides(OpenCl.Buffer b, int first, double[] into, int at, int n) {
    get(b, first, into, at, n, wide);
  }

  private void get(OpenCl.Buffer b, int first, double[] into, int at, int n, boolean asDouble) {
    if (asDouble) {
      long size = Sizeof.cl_double;
      Pointer to = Pointer.to(into).withByteOffset(size * at);
      cl.read(session, b, size * first, to, size * n);
    } else {
      float[] narrow = new float[n];
      long size = Sizeof.cl_float;
      cl.read(session, b, size * first, Pointer.to(narrow), size * n);
      for (int i = 0; i < n; i++) {
        into[at + i] = narrow[i];
      }
    }
  }

  /** Copies part of an array of whole numbers to the host. */
  void get(OpenCl.Buffer b, int first, int[] into, int at, int n) {
    long size = Sizeof.cl_int;
    cl.read(session, b, size * first, Pointer.to(into).withByteOffset(size * at), size * n);
  }

  /** Copies an array of single-precision numbers to the host. */
  void get(OpenCl.Buffer b, float[] into) {
    cl.read(session, b, 0, Pointer.to(into), (long) Sizeof.cl_float * into.length);
  }

  /** Waits until all that was queued is done. */
  void finish() {
    cl.finish(session);
  }

  @Override
  public void close() {
    all.forEach(cl::release);
    all.clear();
  }

  /** Copies an array of bytes to the host. */
  void get(OpenCl.Buffer b, byte[] into) {
    cl.read(session, b, 0, Pointer.to(into), into.length);
  }

  /** Overwrites with bytes. */
  void put(OpenCl.Buffer b, byte[] values) {
    write(b, Pointer.to(values), values.length);
  }
}
