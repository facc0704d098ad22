package org.iceball.study;

import org.apache.commons.math3.random.MersenneTwister;

/**
 * Points in the unit cube of which every input takes each of as many strata once (McKay, Beckman
 * and Conover, Technometrics 21 (1979) 239).
 */
public final class LatinHypercube {
  private LatinHypercube() {}

  /**
   * Draws.
   *
   * @param seed the same points for the same seed
   * @return shape [samples][inputs], each in [0, 1)
   */
  public static double[][] draw(long seed, int samples, int inputs) {
    MersenneTwister random = new MersenneTwister(seed);
    double[][] cube = new double[samples][inputs];
    for (int i = 0; i < inputs; i++) {
      int[] order = new int[samples];
      for (int s = 0; s < samples; s++) {
        int swap = random.nextInt(s + 1);
        order[s] = order[swap];
        order[swap] = s;
      }
      for (int s = 0; s < samples; s++) {
        cube[s][i] = (order[s] + random.nextDouble()) / samples;
      }
    }
    return cube;
  }
}
