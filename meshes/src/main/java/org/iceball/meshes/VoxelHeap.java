package org.iceball.meshes;

import java.util.Arrays;

/** A priority queue of voxels by a key, least first, without objects. */
final class VoxelHeap {
  private double[] key = new double[1 << 10];
  private int[] voxel = new int[1 << 10];
  private int size;

  boolean isEmpty() {
    return size == 0;
  }

  void add(int v, double k) {
    if (size == key.length) {
      key = Arrays.copyOf(key, 2 * size);
      voxel = Arrays.copyOf(voxel, 2 * size);
    }
    int at = size++;
    while (at > 0 && key[(at - 1) / 2] > k) {
      move((at - 1) / 2, at);
      at = (at - 1) / 2;
    }
    key[at] = k;
    voxel[at] = v;
  }

  /** Key of the least [as added]. */
  double leastKey() {
    return key[0];
  }

  /** Takes the least out. */
  int poll() {
    int least = voxel[0];
    double k = key[--size];
    int v = voxel[size];
    int at = 0;
    while (2 * at + 1 < size) {
      int child = 2 * at + 1;
      if (child + 1 < size && key[child + 1] < key[child]) {
        child++;
      }
      if (key[child] >= k) {
        break;
      }
      move(child, at);
      at = child;
    }
    key[at] = k;
    voxel[at] = v;
    return least;
  }

  private void move(int from, int to) {
    key[to] = key[from];
    voxel[to] = voxel[from];
  }
}
