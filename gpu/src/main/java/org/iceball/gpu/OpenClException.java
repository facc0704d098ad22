package org.iceball.gpu;

import org.jocl.CL;

/** A call to OpenCL that failed. */
final class OpenClException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status OpenCL's error code
   * @param detail what else is known, for example a compiler's words; may be empty
   */
  OpenClException(int status, String detail) {
    super(name(status) + (detail.isEmpty() ? "" : ": " + detail));
    this.status = status;
  }

  /** OpenCL's error code. */
  int status() {
    return status;
  }

  private static String name(int status) {
    return switch (status) {
      case CL.CL_DEVICE_NOT_FOUND -> "no device";
      case CL.CL_DEVICE_NOT_AVAILABLE -> "the device is not available";
      case CL.CL_MEM_OBJECT_ALLOCATION_FAILURE -> "the device has not enough memory";
      case CL.CL_OUT_OF_RESOURCES -> "the device is out of resources";
      case CL.CL_OUT_OF_HOST_MEMORY -> "the driver has not enough memory";
      case CL.CL_BUILD_PROGRAM_FAILURE -> "the driver's compiler failed";
      case CL.CL_INVALID_BUFFER_SIZE -> "an array is too large for the device";
      case CL.CL_INVALID_COMMAND_QUEUE -> "the device was lost";
      default -> "OpenCL error " + status;
    };
  }

  /** True where the memory of the device does not do. */
  boolean outOfMemory() {
    return status == CL.CL_MEM_OBJECT_ALLOCATION_FAILURE
        || status == CL.CL_OUT_OF_RESOURCES
        || status == CL.CL_OUT_OF_HOST_MEMORY
        || status == CL.CL_INVALID_BUFFER_SIZE;
  }
}
