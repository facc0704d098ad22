package org.iceball.gpu;

/** The same, a cell each, as on a graphics device. */
class OpenClCellsTest extends OpenClContractTest {
  @Override
  Variant variant() {
    return Variant.BLOCKS;
  }

  @Override
  int evaluations(int cells) {
    return cells < 10_000 ? 80 : 25;
  }
}
