package org.iceball.solve;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/**
 * {@link Sums} with the Vector API. Two halves of four lanes, or one of eight, are the eight chains
 * of {@link PlaneLoops64#total}.
 */
public final class VectorLoopSums implements Sums {
  private static final boolean WIDE = VectorShape.preferredShape().vectorBitSize() >= 512;
  private static final VectorSpecies<Double> D8 = DoubleVector.SPECIES_512;
  private static final VectorSpecies<Double> D4 = DoubleVector.SPECIES_256;
  private static final VectorSpecies<Float> F8 = FloatVector.SPECIES_256;
  private static final VectorSpecies<Float> F4 = FloatVector.SPECIES_128;
  private static final VectorSpecies<Float> F = FloatVector.SPECIES_PREFERRED;
  private static final VectorSpecies<Double> D = DoubleVector.SPECIES_PREFERRED;

  /** Made by name. */
  public VectorLoopSums() {}

  @Override
  public double total(double[] x, int from, int to) {
    double all;
    int i = from;
    if (WIDE) {
      DoubleVector sum = DoubleVector.zero(D8);
      for (; i + 8 <= to; i += 8) {
        sum = sum.add(DoubleVector.fromArray(D8, x, i));
      }
      all = pairs(sum, 0) + pairs(sum, 4);
    } else {
      DoubleVector low = DoubleVector.zero(D4);
      DoubleVector high = DoubleVector.zero(D4);
      for (; i + 8 <= to; i += 8) {
        low = low.add(DoubleVector.fromArray(D4, x, i));
        high = high.add(DoubleVector.fromArray(D4, x, i + 4));
      }
      all = pairs(low, 0) + pairs(high, 0);
    }
    double rest = 0;
    for (; i < to; i++) {
      rest += x[i];
    }
    return all + rest;
  }

  @Override
  public double total(float[] x, int from, int to) {
    double all;
    int i = from;
    if (WIDE) {
      DoubleVector sum = DoubleVector.zero(D8);
      for (; i + 8 <= to; i += 8) {
        FloatVector v = FloatVector.fromArray(F8, x, i);
        sum = sum.add((DoubleVector) v.convertShape(VectorOperators.F2D, D8, 0));
      }
      all = pairs(sum, 0) + pairs(sum, 4);
    } else {
      DoubleVector low = DoubleVector.zero(D4);
      DoubleVector high = DoubleVector.zero(D4);
      for (; i + 8 <= to; i += 8) {
        FloatVector v = FloatVector.fromArray(F4, x, i);
        FloatVector w = FloatVector.fromArray(F4, x, i + 4);
        low = low.add((DoubleVector) v.convertShape(VectorOperators.F2D, D4, 0));
        high = high.add((DoubleVector) w.convertShape(VectorOperators.F2D, D4, 0));
      }
      all = pairs(low, 0) + pairs(high, 0);
    }
    double rest = 0;
    for (; i < to; i++) {
      rest += x[i];
    }
    return all + rest;
  }

  private static double pairs(DoubleVector s, int at) {
    return (s.lane(at) + s.lane(at + 1)) + (s.lane(at + 2) + s.lane(at + 3));
  }

  @Override
  public double least(double[] x, int from, int to) {
    DoubleVector low = DoubleVector.broadcast(D, Double.POSITIVE_INFINITY);
    int i = from;
    for (; i <= to - D.length(); i += D.length()) {
      low = low.min(DoubleVector.fromArray(D, x, i));
    }
    double least = low.reduceLanes(VectorOperators.MIN);
    for (; i < to; i++) {
      least = Math.min(least, x[i]);
    }
    return least;
  }

  @Override
  public float least(float[] x, int from, int to) {
    FloatVector low = FloatVector.broadcast(F, Float.POSITIVE_INFINITY);
    int i = from;
    for (; i <= to - F.length(); i += F.length()) {
      low = low.min(FloatVector.fromArray(F, x, i));
    }
    float least = low.reduceLanes(VectorOperators.MIN);
    for (; i < to; i++) {
      least = Math.min(least, x[i]);
    }
    return least;
  }
}
