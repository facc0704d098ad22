package org.iceball.meshes;

import org.iceball.grid.DistanceTransform;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Threads;

/** Distance to the surface of a label, negative inside, on a box of voxels around it. */
final class SignedDistance {
  private final float[] distance;
  private final int[] first;
  private final int[] n;

  private SignedDistance(float[] distance, int[] first, int[] n) {
    this.distance = distance;
    this.first = first;
    this.n = n;
  }

  /**
   * Distances of a label that occurs in the crop.
   *
   * @param crop first and last voxel to look at along each axis
   * @param edge edges of a voxel [m]
   */
  static SignedDistance of(LabelImage image, int label, int[][] crop, double[] edge) {
    int[][] box = box(image, label, crop);
    int[] first = {box[0][0], box[1][0], box[2][0]};
    int[] n = new int[3];
    for (int axis = 0; axis < 3; axis++) {
      n[axis] = box[axis][1] - box[axis][0] + 1;
    }
    float[] outside = new float[n[0] * n[1] * n[2]];
    float[] inside = new float[outside.length];
    int at = 0;
    for (int k = 0; k < n[2]; k++) {
      for (int j = 0; j < n[1]; j++) {
        for (int i = 0; i < n[0]; i++, at++) {
          boolean in = image.at(first[0] + i, first[1] + j, first[2] + k) == label;
          outside[at] = in ? 0 : DistanceTransform.FAR;
          inside[at] = in ? DistanceTransform.FAR : 0;
        }
      }
    }
    DistanceTransform.squared(outside, n[0], n[1], n[2], edge[0], edge[1], edge[2], Threads.ALONE);
    DistanceTransform.squared(inside, n[0], n[1], n[2], edge[0], edge[1], edge[2], Threads.ALONE);
    for (int v = 0; v < outside.length; v++) {
      outside[v] = (float) (Math.sqrt(outside[v]) - Math.sqrt(inside[v]));
    }
    return new SignedDistance(outside, first, n);
  }

  /** Bounding box of the label within the crop, one voxel wider where the crop allows. */
  private static int[][] box(LabelImage image, int label, int[][] crop) {
    int[][] box = {
      {crop[0][1], crop[0][0]}, {crop[1][1], crop[1][0]}, {crop[2][1], crop[2][0]},
    };
    for (int k = crop[2][0]; k <= crop[2][1]; k++) {
      for (int j = crop[1][0]; j <= crop[1][1]; j++) {
        for (int i = crop[0][0]; i <= crop[0][1]; i++) {
          if (image.at(i, j, k) == label) {
            box[0][0] = Math.min(box[0][0], i);
            box[0][1] = Math.max(box[0][1], i);
            box[1][0] = Math.min(box[1][0], j);
            box[1][1] = Math.max(box[1][1], j);
            box[2][0] = Math.min(box[2][0], k);
            box[2][1] = Math.max(box[2][1], k);
          }
        }
      }
    }
    for (int axis = 0; axis < 3; axis++) {
      box[axis][0] = Math.max(crop[axis][0], box[axis][0] - 1);
      box[axis][1] = Math.min(crop[axis][1], box[axis][1] + 1);
    }
    return box;
  }

  /**
   * Distance between voxel centres [m], for a point with the label among its eight voxels.
   *
   * @param i lower voxel along i; likewise j and k
   * @param wx weight of the upper one [1]; likewise wy and wz
   */
  float at(int i, int j, int k, double wx, double wy, double wz) {
    int li = i - first[0];
    int lj = j - first[1];
    int lk = k - first[2];
    return (float)
        Resampler.trilinear(
            distance,
            li + n[0] * (lj + n[1] * lk),
            li + 1 < n[0] ? 1 : 0,
            lj + 1 < n[1] ? n[0] : 0,
            lk + 1 < n[2] ? n[0] * n[1] : 0,
            wx,
            wy,
            wz);
  }
}
