package org.iceball.gpu;

import java.util.List;
import org.jocl.Pointer;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_program;

/** OpenCL without a device: every call succeeds and does nothing, but for one that fails. */
class SilentOpenCl extends OpenCl {
  /** The calls that can be made to fail. */
  enum Call {
    DEVICES,
    OPEN,
    BUILD,
    KERNEL,
    ALLOCATE,
    WRITE,
    LAUNCH,
    READ
  }

  private static final long GIB = 1 << 30;

  private final Device device;
  private Call failing;
  private RuntimeException exception;
  private Error error;
  int open;
  int buffers;

  SilentOpenCl() {
    this(true, 4 * GIB);
  }

  SilentOpenCl(boolean fp64, long memory) {
    device =
        new Device(
            null, null, "Test 1", "a test", "OpenCL 1.2", false, fp64, memory, memory / 4, 0, 8);
  }

  /** From now on a call fails. */
  SilentOpenCl failing(Call call, int status, String detail) {
    failing = call;
    exception = new OpenClException(status, detail);
    return this;
  }

  /** From now on a call fails as where a library is missing. */
  SilentOpenCl failing(Call call, Error missing) {
    failing = call;
    error = missing;
    return this;
  }

  private void at(Call call) {
    if (call == failing && error != null) {
      throw error;
    }
    if (call == failing) {
      throw exception;
    }
  }

  @Override
  List<Device> devices() {
    at(Call.DEVICES);
    return List.of(device);
  }

  @Override
  Session open(Device d) {
    at(Call.OPEN);
    open++;
    return new Session(d, null, null);
  }

  @Override
  cl_program build(Session s, String source, String options) {
    at(Call.BUILD);
    return new cl_program();
  }

  @Override
  cl_kernel kernel(cl_program program, String name) {
    at(Call.KERNEL);
    return new cl_kernel();
  }

  @Override
  Buffer allocate(Session s, long bytes) {
    at(Call.ALLOCATE);
    buffers++;
    return new Buffer(new cl_mem(), bytes);
  }

  @Override
  void write(Session s, Buffer to, Pointer from, long bytes) {
    at(Call.WRITE);
  }

  @Override
  void read(Session s, Buffer from, long offset, Pointer to, long bytes) {
    at(Call.READ);
  }

  @Override
  void argument(cl_kernel kernel, int index, long bytes, Pointer value) {}

  @Override
  void launch(Session s, cl_kernel kernel, long[] global, long[] local) {
    at(Call.LAUNCH);
  }

  @Override
  void finish(Session s) {}

  @Override
  void release(Buffer b) {
    buffers--;
  }

  @Override
  void release(cl_program program, List<cl_kernel> kernels) {}

  @Override
  void close(Session s) {
    open--;
  }
}
