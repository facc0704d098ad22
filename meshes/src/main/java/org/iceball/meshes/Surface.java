package org.iceball.meshes;

/**
 * A closed surface of triangles.
 *
 * @param points coordinates x, y, z one after the other [m], RAS, shape [3 * points]; not modified
 * @param corners indices of points, three a triangle, shape [3 * triangles]; not modified
 */
public record Surface(double[] points, int[] corners) {

  /**
   * Volume inside, positive where the triangles' normals point outwards (divergence theorem) [m3].
   */
  public double volume() {
    double sum = 0;
    for (int t = 0; t < corners.length; t += 3) {
      int a = 3 * corners[t];
      int b = 3 * corners[t + 1];
      int c = 3 * corners[t + 2];
      sum +=
          points[a] * (points[b + 1] * points[c + 2] - points[b + 2] * points[c + 1])
              + points[a + 1] * (points[b + 2] * points[c] - points[b] * points[c + 2])
              + points[a + 2] * (points[b] * points[c + 1] - points[b + 1] * points[c]);
    }
    return sum / 6;
  }
}
