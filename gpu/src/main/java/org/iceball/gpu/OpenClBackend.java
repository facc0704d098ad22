package org.iceball.gpu;

import java.util.function.DoubleSupplier;
import org.iceball.model.Model;
import org.iceball.model.Numerics.Precision;
import org.iceball.solve.Backend;
import org.iceball.solve.Box;
import org.iceball.solve.PerfusionControl;
import org.iceball.solve.TotalEnthalpy;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;

/** The state on an OpenCL device. Failures of the device become complaints. */
final class OpenClBackend implements Backend, PerfusionControl, Kept {
  private final OpenCl cl;
  private final OpenCl.Session session;
  private final Model model;
  private final DeviceProgram program;
  private final DeviceMemory memory;
  private final DeviceState state;
  private final OpenClPatch whole;
  private boolean closed;

  /**
   * Opens a device, compiles and allocates.
   *
   * @param tuner chooses how cells are shared out
   * @param more options of the device's compiler, or an empty text
   * @throws OpenClException where one of these fails; all is given back then
   */
  OpenClBackend(
      OpenCl cl, OpenCl.Device device, Model model, Precision precision, Tuner tuner, String more) {
    this.cl = cl;
    this.model = model;
    session = cl.open(device);
    boolean fp64 = precision == Precision.FP64;
    FlatModel flat = new FlatModel(model);
    DeviceMemory taken = new DeviceMemory(cl, session, fp64);
    DeviceProgram compiled = null;
    try {
      compiled = new DeviceProgram(cl, session, fp64, flat.holdsFaces(), flat.hasVessels(), more);
      int nx = model.grid().nx();
      int ny = model.grid().ny();
      int parts = 0;
      for (Variant v : Variant.values()) {
        parts = Math.max(parts, v.partsPerPlane(nx, ny));
      }
      state = new DeviceState(flat, taken, parts);
      whole = new OpenClPatch(compiled, state, device.processor());
      whole.use(tuner.choose(device, precision, whole));
    } catch (OpenClException e) {
      release(cl, session, compiled, taken);
      throw e;
    }
    program = compiled;
    memory = taken;
  }

  /** How cells are shared out from now on; the state is the same, bit for bit. */
  void use(Variant variant) {
    whole.use(variant);
  }

  @Override
  public String name() {
    return "opencl: " + session.device().name();
  }

  @Override
  public void drive(double[] wall) {
    guarded(() -> whole.drive(wall));
  }

  @Override
  public void perfuse(double[] part) {
    guarded(() -> whole.perfuse(part));
  }

  @Override
  public void rate(double[] powers) {
    guarded(() -> whole.rate(powers));
  }

  @Override
  public void firstStage(double a) {
    guarded(() -> whole.firstStage(a));
  }

  @Override
  public void nextStage(double mu, double nu, double a, double b, double[] powers) {
    guarded(() -> whole.nextStage(mu, nu, a, b, powers));
  }

  @Override
  public double attempt(double tau, double[] powers) {
    return computed(() -> whole.attempt(tau, powers));
  }

  @Override
  public void accept() {
    guarded(() -> whole.accept());
  }

  @Override
  public void acceptWithRate() {
    guarded(() -> whole.acceptWithRate());
  }

  @Override
  public double stiffness(double coldestWall) {
    return whole.stiffness(coldestWall);
  }

  @Override
  public void readEnthalpy(double[] into) {
    guarded(() -> memory.getReals(state.h, 0, into, 0, model.grid().cells()));
  }

  @Override
  public void readEnthalpy(int k, double[] into) {
    readEnthalpy(k, 0, model.grid().nx() * model.grid().ny(), into);
  }

  @Override
  public void readEnthalpy(int k, int from, int to, double[] into) {
    guarded(() -> whole.readEnthalpy(k, from, to, into));
  }

  @Override
  public int mostStages() {
    return whole.mostStages();
  }

  @Override
  public Box region() {
    return whole.region();
  }

  @Override
  public Box window() {
    return whole.window();
  }

  @Override
  public void readTemperature(float[] into) {
    guarded(() -> readTemperature(state.h, into));
  }

  @Override
  public void readLowest(float[] into) {
    guarded(() -> readTemperature(state.lowest, into));
  }

  /** The array e is free between steps, and long enough. */
  private void readTemperature(OpenCl.Buffer of, float[] into) {
    Kernel k = program.kernel("temperatures");
    k.set(0, state.material(), state.curves(), state.liquidus, of, state.e);
    k.launch(new long[] {into.length}, null);
    memory.get(state.e, into);
  }

  @Override
  public long cellUpdates() {
    return whole.cellUpdates();
  }

  @Override
  public double totalEnthalpy() {
    return TotalEnthalpy.of(this, model.grid());
  }

  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (OpenClException e) {
      throw Troubles.lost(session.device(), e);
    }
  }

  private double computed(DoubleSupplier work) {
    try {
      return work.getAsDouble();
    } catch (OpenClException e) {
      throw Troubles.lost(session.device(), e);
    }
  }

  /** Never throws: where the device is lost there is nothing to give back. */
  @Override
  public void close() {
    if (!closed) {
      closed = true;
      release(cl, session, program, memory);
    }
  }

  private static void release(
      OpenCl cl, OpenCl.Session session, DeviceProgram program, DeviceMemory memory) {
    try {
      memory.close();
      if (program != null) {
        program.close();
      }
      cl.close(session);
    } catch (OpenClException e) {
      System.getLogger(OpenClBackend.class.getName())
          .log(System.Logger.Level.DEBUG, "a device was not given back: " + e.getMessage());
    }
  }

  @Override
  public String toString() {
    return name() + ", " + session.device().platform();
  }

  @Override
  public void save(StateOut out) {
    guarded(() -> whole.save(out));
  }

  @Override
  public void restore(StateIn in) {
    guarded(() -> whole.restore(in));
  }

  @Override
  public int notFinite(Box rows) {
    int plane = model.grid().nx() * model.grid().ny();
    int from = model.grid().nx() * rows.j0();
    int to = model.grid().nx() * rows.j1();
    double[] enthalpy = new double[plane];
    for (int k = rows.k0(); k < rows.k1(); k++) {
      readEnthalpy(k, from, to, enthalpy);
      for (int c = from; c < to; c++) {
        if (!Double.isFinite(enthalpy[c])) {
          return c + k * plane;
        }
      }
    }
    return -1;
  }
}
