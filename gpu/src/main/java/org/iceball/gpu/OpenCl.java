package org.iceball.gpu;

import java.util.ArrayList;
import java.util.List;
import org.jocl.CL;
import org.jocl.CLException;
import org.jocl.Pointer;
import org.jocl.Sizeof;
import org.jocl.cl_command_queue;
import org.jocl.cl_context;
import org.jocl.cl_context_properties;
import org.jocl.cl_device_id;
import org.jocl.cl_kernel;
import org.jocl.cl_mem;
import org.jocl.cl_platform_id;
import org.jocl.cl_program;

/**
 * The few calls of OpenCL that the backend makes, and the only class that makes them. Tests
 * override a method to see what a failure there does. Failures are {@link OpenClException}, or
 * {@link LinkageError} where there is no OpenCL loader on the machine.
 */
class OpenCl {
  /** What clGetPlatformIDs returns where no driver is registered. */
  private static final int NO_PLATFORM = -1001;

  /** A driver that brings LLVM's handlers of signals; asking it for its devices sets them up. */
  private static final String POCL = "Portable Computing Language";

  /**
   * A device.
   *
   * @param id OpenCL's handle
   * @param driver OpenCL's handle of its platform
   * @param name of the device
   * @param platform name of its platform, which is its driver
   * @param version of OpenCL and of the driver
   * @param processor true where it is the CPU itself
   * @param fp64 true where it has double precision
   * @param memory [B]
   * @param largest array it can hold [B]
   * @param local memory of a work-group [B]
   * @param units compute units
   */
  record Device(
      cl_device_id id,
      cl_platform_id driver,
      String name,
      String platform,
      String version,
      boolean processor,
      boolean fp64,
      long memory,
      long largest,
      long local,
      int units) {}

  /** An open device: what is queued is done in order. */
  record Session(Device device, cl_context context, cl_command_queue queue) {}

  /** An array on the device. */
  record Buffer(cl_mem memory, long bytes) {}

  /** All devices of all platforms, in OpenCL's order; empty where there is no driver. */
  List<Device> devices() {
    return guarded(
        () -> {
          CL.setExceptionsEnabled(false);
          int[] count = new int[1];
          int status = CL.clGetPlatformIDs(0, null, count);
          CL.setExceptionsEnabled(true);
          if (status == NO_PLATFORM || (status == CL.CL_SUCCESS && count[0] == 0)) {
            return List.of();
          }
          cl_platform_id[] platforms = new cl_platform_id[count[0]];
          CL.clGetPlatformIDs(platforms.length, platforms, null);
          List<Device> found = new ArrayList<>();
          boolean leftOut = false;
          for (cl_platform_id p : platforms) {
            String name = name(p);
            if (name.equals(POCL) && !Signals.areShared()) {
              leftOut = true;
            } else {
              addDevices(p, name, found);
            }
          }
          if (leftOut && found.isEmpty()) {
            throw new OpenClException(CL.CL_DEVICE_NOT_AVAILABLE, Signals.remedy());
          }
          return List.copyOf(found);
        });
  }

  private static String name(cl_platform_id platform) {
    long[] size = new long[1];
    CL.clGetPlatformInfo(platform, CL.CL_PLATFORM_NAME, 0, null, size);
    byte[] name = new byte[(int) size[0]];
    CL.clGetPlatformInfo(platform, CL.CL_PLATFORM_NAME, name.length, Pointer.to(name), null);
    return text(name);
  }

  private static void addDevices(cl_platform_id platform, String name, List<Device> found) {
    int[] count = new int[1];
    CL.setExceptionsEnabled(false);
    int status = CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, 0, null, count);
    CL.setExceptionsEnabled(true);
    if (status != CL.CL_SUCCESS || count[0] == 0) {
      return;
    }
    cl_device_id[] ids = new cl_device_id[count[0]];
    CL.clGetDeviceIDs(platform, CL.CL_DEVICE_TYPE_ALL, ids.length, ids, null);
    for (cl_device_id id : ids) {
      found.add(
          new Device(
              id,
              platform,
              words(id, CL.CL_DEVICE_NAME),
              name,
              words(id, CL.CL_DEVICE_VERSION) + ", driver " + words(id, CL.CL_DRIVER_VERSION),
              (number(id, CL.CL_DEVICE_TYPE) & CL.CL_DEVICE_TYPE_CPU) != 0,
              words(id, CL.CL_DEVICE_EXTENSIONS).contains("cl_khr_fp64"),
              number(id, CL.CL_DEVICE_GLOBAL_MEM_SIZE),
              number(id, CL.CL_DEVICE_MAX_MEM_ALLOC_SIZE),
              number(id, CL.CL_DEVICE_LOCAL_MEM_SIZE),
              (int) number(id, CL.CL_DEVICE_MAX_COMPUTE_UNITS)));
    }
  }

  private static String words(cl_device_id id, int what) {
    long[] size = new long[1];
    CL.clGetDeviceInfo(id, what, 0, null, size);
    byte[] bytes = new byte[(int) size[0]];
    CL.clGetDeviceInfo(id, what, bytes.length, Pointer.to(bytes), null);
    return text(bytes);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, java.nio.charset.StandardCharsets.UTF_8).replace("\0", "").strip();
  }

  private static long number(cl_device_id id, int what) {
    long[] value = new long[1];
    CL.clGetDeviceInfo(id, what, Sizeof.cl_ulong, Pointer.to(value), null);
    return what == CL.CL_DEVICE_MAX_COMPUTE_UNITS ? value[0] & 0xffffffffL : value[0];
  }

  /** Opens a device. */
  @SuppressWarnings("deprecation") // the newer call is missing on devices with OpenCL 1.2
  Session open(Device device) {
    return guarded(
        () -> {
          cl_context_properties on = new cl_context_properties();
          on.addProperty(CL.CL_CONTEXT_PLATFORM, device.driver());
          cl_device_id[] one = {device.id()};
          cl_context context = CL.clCreateContext(on, 1, one, null, null, null);
          return new Session(
              device, context, CL.clCreateCommandQueue(context, device.id(), 0, null));
        });
  }

  /**
   * Compiles a program.
   *
   * @throws OpenClException with the compiler's words where it refuses
   */
  cl_program build(Session s, String source, String options) {
    cl_program program =
        guarded(
            () -> CL.clCreateProgramWithSource(s.context(), 1, new String[] {source}, null, null));
    try {
      CL.clBuildProgram(program, 0, null, options, null, null);
    } catch (CLException e) {
      String log = buildLog(s, program);
      CL.clReleaseProgram(program);
      throw new OpenClException(e.getStatus(), log);
    }
    return program;
  }

  private static String buildLog(Session s, cl_program program) {
    long[] size = new long[1];
    int what = CL.CL_PROGRAM_BUILD_LOG;
    CL.clGetProgramBuildInfo(program, s.device().id(), what, 0, null, size);
    byte[] log = new byte[(int) size[0]];
    CL.clGetProgramBuildInfo(program, s.device().id(), what, log.length, Pointer.to(log), null);
    return text(log);
  }

  /** A kernel of a program. */
  cl_kernel kernel(cl_program program, String name) {
    return guarded(() -> CL.clCreateKernel(program, name, null));
  }

  /** An array filled with zero bytes; the device has the memory for sure when this returns. */
  Buffer allocate(Session s, long bytes) {
    long size = Math.max(16, bytes);
    cl_mem memory =
        guarded(() -> CL.clCreateBuffer(s.context(), CL.CL_MEM_READ_WRITE, size, null, null));
    Buffer b = new Buffer(memory, size);
    guarded(
        () ->
            CL.clEnqueueFillBuffer(
                s.queue(), memory, Pointer.to(new byte[1]), 1, 0, size, 0, null, null));
    finish(s);
    return b;
  }

  /** Copies from the host; returns when the host's array may change. */
  void write(Session s, Buffer to, Pointer from, long bytes) {
    guarded(
        () -> CL.clEnqueueWriteBuffer(s.queue(), to.memory(), true, 0, bytes, from, 0, null, null));
  }

  /** Copies to the host, once all that was queued is done. */
  void read(Session s, Buffer from, long offset, Pointer to, long bytes) {
    guarded(
        () ->
            CL.clEnqueueReadBuffer(
                s.queue(), from.memory(), true, offset, bytes, to, 0, null, null));
  }

  /** Copies an array to another on the device. */
  void copy(Session s, Buffer from, Buffer to, long bytes) {
    guarded(
        () ->
            CL.clEnqueueCopyBuffer(
                s.queue(), from.memory(), to.memory(), 0, 0, bytes, 0, null, null));
  }

  /** Sets an argument of a kernel. */
  void argument(cl_kernel kernel, int index, long bytes, Pointer value) {
    guarded(() -> CL.clSetKernelArg(kernel, index, bytes, value));
  }

  /** Queues a kernel. */
  void launch(Session s, cl_kernel kernel, long[] global, long[] local) {
    guarded(
        () ->
            CL.clEnqueueNDRangeKernel(
                s.queue(), kernel, global.length, null, global, local, 0, null, null));
  }

  /** Waits until all that was queued is done. */
  void finish(Session s) {
    guarded(() -> CL.clFinish(s.queue()));
  }

  /** Gives an array back. */
  void release(Buffer b) {
    guarded(() -> CL.clReleaseMemObject(b.memory()));
  }

  /** Gives a program's kernels back, then the program. */
  void release(cl_program program, List<cl_kernel> kernels) {
    guarded(
        () -> {
          kernels.forEach(CL::clReleaseKernel);
          return CL.clReleaseProgram(program);
        });
  }

  /** Closes a device. */
  void close(Session s) {
    guarded(
        () -> {
          CL.clReleaseCommandQueue(s.queue());
          return CL.clReleaseContext(s.context());
        });
  }

  private interface Call<T> {
    T run();
  }

  private static <T> T guarded(Call<T> call) {
    try {
      return call.run();
    } catch (CLException e) {
      throw new OpenClException(e.getStatus(), "");
    }
  }
}
