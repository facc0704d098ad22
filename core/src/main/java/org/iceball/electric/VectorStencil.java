package org.iceball.electric;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The loops with the Vector API: the same operations in the same order as {@link PlainStencil},
 * therefore the same bits. JDK 17 makes no vectors of loops whose arrays are indexed with offsets.
 * Compiled apart, with the incubator module; loaded by name where that module is there.
 */
public final class VectorStencil implements Stencil {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int LANES = S.length();
  private static final Class<? extends FloatVector> VECTOR =
      FloatVector.zero(S).getClass().asSubclass(FloatVector.class);

  /** Made by name. */
  public VectorStencil() {}

  /**
   * As in {@code VectorLoops32}: a loop loads all it needs before it computes anything, and calls
   * no method of ours that gives a vector back, for JDK 17 may make objects of those. So the two
   * long loops repeat what flows to a cell.
   */
  private static FloatVector load(float[] from, int at) {
    return VECTOR.cast(FloatVector.fromArray(S, from, at));
  }

  private static void store(FloatVector lanes, float[] into, int at) {
    VECTOR.cast(lanes).intoArray(into, at);
  }

  @Override
  public void residual(Network of, int k, float[] in, float[] right, float[] out) {
    int end = of.start(k + 1);
    int c = of.start(k);
    residual(of.gx, of.gy, of.gz, of.fixed, of.nx, of.plane, in, right, out, c, end);
    for (c = end - (end - c) % LANES; c < end; c++) {
      out[c] = PlainStencil.residual(of, in, right, c);
    }
  }

  private static void residual(
      float[] gx,
      float[] gy,
      float[] gz,
      float[] fixed,
      int nx,
      int plane,
      float[] in,
      float[] right,
      float[] out,
      int from,
      int to) {
    for (int c = from; c <= to - LANES; c += LANES) {
      FloatVector v = load(in, c);
      FloatVector a = load(in, c + 1);
      FloatVector b = load(in, c - 1);
      FloatVector d = load(in, c + nx);
      FloatVector e = load(in, c - nx);
      FloatVector f = load(in, c + plane);
      FloatVector g = load(in, c - plane);
      FloatVector ga = load(gx, c);
      FloatVector gb = load(gx, c - 1);
      FloatVector gd = load(gy, c);
      FloatVector ge = load(gy, c - nx);
      FloatVector gf = load(gz, c);
      FloatVector gg = load(gz, c - plane);
      FloatVector held = load(fixed, c);
      FloatVector r = load(right, c);
      FloatVector x = ga.mul(v.sub(a)).add(gb.mul(v.sub(b)));
      FloatVector xy = x.add(gd.mul(v.sub(d))).add(ge.mul(v.sub(e)));
      FloatVector xyz = xy.add(gf.mul(v.sub(f))).add(gg.mul(v.sub(g)));
      store(r.sub(xyz.add(held.mul(v))), out, c);
    }
  }

  @Override
  public void relax(
      Network of, int k, float[] in, float[] right, float[] inverse, float omega, float[] out) {
    int end = of.start(k + 1);
    int c = of.start(k);
    relax(of.gx, of.gy, of.gz, of.fixed, of.nx, of.plane, in, right, inverse, omega, out, c, end);
    for (c = end - (end - c) % LANES; c < end; c++) {
      out[c] = PlainStencil.relaxed(of, in, right, inverse, omega, c);
    }
  }

  private static void relax(
      float[] gx,
      float[] gy,
      float[] gz,
      float[] fixed,
      int nx,
      int plane,
      float[] in,
      float[] right,
      float[] inverse,
      float omega,
      float[] out,
      int from,
      int to) {
    for (int c = from; c <= to - LANES; c += LANES) {
      FloatVector v = load(in, c);
      FloatVector a = load(in, c + 1);
      FloatVector b = load(in, c - 1);
      FloatVector d = load(in, c + nx);
      FloatVector e = load(in, c - nx);
      FloatVector f = load(in, c + plane);
      FloatVector g = load(in, c - plane);
      FloatVector ga = load(gx, c);
      FloatVector gb = load(gx, c - 1);
      FloatVector gd = load(gy, c);
      FloatVector ge = load(gy, c - nx);
      FloatVector gf = load(gz, c);
      FloatVector gg = load(gz, c - plane);
      FloatVector held = load(fixed, c);
      FloatVector r = load(right, c);
      FloatVector step = load(inverse, c);
      FloatVector x = ga.mul(v.sub(a)).add(gb.mul(v.sub(b)));
      FloatVector xy = x.add(gd.mul(v.sub(d))).add(ge.mul(v.sub(e)));
      FloatVector xyz = xy.add(gf.mul(v.sub(f))).add(gg.mul(v.sub(g)));
      store(v.add(step.mul(omega).mul(r.sub(xyz.add(held.mul(v))))), out, c);
    }
  }

  @Override
  public void add(float[] row, float weight, float[] from, int at, int n) {
    int i = 0;
    for (; i <= n - LANES; i += LANES) {
      FloatVector old = load(row, i);
      FloatVector more = load(from, at + i);
      store(old.add(more.mul(weight)), row, i);
    }
    for (; i < n; i++) {
      row[i] += weight * from[at + i];
    }
  }
}
