package org.iceball.solve;

/** The cells that need short steps apart from all others, on the CPU. */
final class CpuDivision implements Division {
  final Box box;
  final CpuPatch near;

  /** Cells of the box that only the near part computes. */
  final Box still;

  private final CpuPatch whole;
  private final CpuWindow window;
  private final NearBox nearBox;
  private final Forcing forcing;

  /**
   * Divides the whole, driven as it is now.
   *
   * @param box the cells with short steps
   */
  CpuDivision(Box box, CpuPatch whole, CpuWindow window, NearBox nearBox, Forcing forcing) {
    this.box = box;
    this.whole = whole;
    this.window = window;
    this.nearBox = nearBox;
    this.forcing = forcing;
    window.include(box);
    still = box.shrunk(nearBox.overlap(), window.grid());
    near = CpuPatch.near(whole, box, still);
    forcing.apply(near.kernel, box, window.grid());
    near.pull(forcing.walls);
    whole.pull(forcing.walls);
  }

  /** A cell of the grid loses its blood for good. */
  void still(int i, int j, int k) {
    if (box.contains(i, j, k)) {
      int row = box.i1() - box.i0();
      near.kernel.still(k - box.k0(), i - box.i0() + row * (j - box.j0()));
    }
  }

  @Override
  public boolean isAllShown() {
    return forcing.heat != null;
  }

  @Override
  public Patch near() {
    return near;
  }

  @Override
  public Patch far() {
    return whole;
  }

  @Override
  public double pace() {
    return nearBox.pace();
  }

  @Override
  public void handOver(double tau) {
    whole.kernel.handOver(tau);
  }

  @Override
  public void join() {
    whole.kernel.join(near.kernel);
    whole.survey();
    window.grow();
  }
}
