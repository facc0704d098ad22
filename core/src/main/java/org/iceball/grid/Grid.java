package org.iceball.grid;

/**
 * A regular grid of cubic cells whose axes are those of the patient frame RAS.
 *
 * @param nx number of cells along x
 * @param ny number of cells along y
 * @param nz number of cells along z
 * @param spacing edge of a cell [m]
 * @param origin centre of cell (0, 0, 0) [m], RAS
 */
public record Grid(int nx, int ny, int nz, double spacing, Vec3 origin) {

  public Grid {
    if (nx < 1 || ny < 1 || nz < 1 || !(spacing > 0)) {
      throw new IllegalArgumentException(
          "a grid needs cells and a spacing: " + nx + " x " + ny + " x " + nz + ", " + spacing);
    }
    Math.multiplyExact(Math.multiplyExact(nx, ny), nz);
  }

  /** Number of cells. */
  public int cells() {
    return nx * ny * nz;
  }

  /** Index of cell (i, j, k) in an array of shape [cells], x fastest. */
  public int index(int i, int j, int k) {
    return i + nx * (j + ny * k);
  }

  /** Centre of cell (i, j, k) [m], RAS. */
  public Vec3 centre(int i, int j, int k) {
    return new Vec3(origin.x() + i * spacing, origin.y() + j * spacing, origin.z() + k * spacing);
  }

  /** Centre of the cell of a number [m]. */
  public Vec3 centre(int cell) {
    return centre(cell % nx, cell / nx % ny, cell / nx / ny);
  }

  /** The point as fractional cell indices [1]: a cell's centre has whole numbers. */
  public Vec3 toIndex(Vec3 point) {
    return point.minus(origin).times(1 / spacing);
  }

  /** True where the point lies in the box of cells. */
  public boolean contains(Vec3 point) {
    Vec3 f = toIndex(point);
    return f.x() >= -0.5
        && f.y() >= -0.5
        && f.z() >= -0.5
        && f.x() <= nx - 0.5
        && f.y() <= ny - 0.5
        && f.z() <= nz - 0.5;
  }

  /** Volume of a cell [m3]. */
  public double cellVolume() {
    return spacing * spacing * spacing;
  }
}
