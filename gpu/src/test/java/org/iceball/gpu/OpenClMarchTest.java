package org.iceball.gpu;

/** The same, columns of cells with local memory. */
class OpenClMarchTest extends OpenClCellsTest {
  @Override
  int evaluations(int cells) {
    return 25;
  }

  @Override
  Variant variant() {
    return Variant.MARCH;
  }
}
