package org.iceball.grid;

/**
 * A label volume as it came from (or goes to) an image file, in its own frame.
 *
 * @param nx voxels along i
 * @param ny voxels along j
 * @param nz voxels along k
 * @param affine where the voxels lie in the patient
 * @param values labels 0 to 255, shape [nx*ny*nz], i fastest; not modified after construction
 */
public record LabelImage(int nx, int ny, int nz, Affine affine, byte[] values) {
  public LabelImage {
    if (values.length != Math.multiplyExact(Math.multiplyExact(nx, ny), nz)) {
      throw new IllegalArgumentException(
          values.length + " voxels for an image of " + nx + " x " + ny + " x " + nz);
    }
  }

  /** The labels of a simulation grid as an image. */
  public static LabelImage of(Labels labels) {
    Grid g = labels.grid();
    return new LabelImage(g.nx(), g.ny(), g.nz(), Affine.of(g), labels.values());
  }

  /** Label of voxel (i, j, k), 0 to 255. */
  public int at(int i, int j, int k) {
    return values[i + nx * (j + ny * k)] & 0xff;
  }
}
