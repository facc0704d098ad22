package org.iceball.solve;

/** The cells that need short steps apart from all others, on the CPU. */
final class CpuDivision implements Division {
  final Box box;
  final CpuPatch near;
  private final CpuPatch whole;
  private final CpuWindow window;
  private final NearBox nearBox;

  /**
   * Divides the whole, driven as it is now.
   *
   * @param box the cells with short steps
   * @param walls that the needles are driven with, or null
   * @param perfused part of each material's perfusion that flows [1], or null
   */
  CpuDivision(
      Box box,
      CpuPatch whole,
      CpuWindow window,
      NearBox nearBox,
      double[] walls,
      double[] perfused) {
    this.box = box;
    this.whole = whole;
    this.window = window;
    this.nearBox = nearBox;
    window.include(box);
    near = CpuPatch.near(whole, box, box.shrunk(nearBox.overlap(), window.grid()));
    if (walls != null) {
      near.kernel.drive(walls);
    }
    if (perfused != null) {
      near.kernel.perfuse(perfused);
    }
    near.survey();
    whole.survey();
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
