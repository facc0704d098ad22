package org.iceball.solve;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.iceball.model.Model;

/**
 * What is read off the enthalpy at the end of a run, plane by plane: a large grid would not fit a
 * second time.
 *
 * @param latent latent heat of the ice there is [J]
 * @param hash SHA-256 of the enthalpy as little-endian doubles, x fastest
 */
record FinalState(double latent, String hash) {

  static FinalState of(Model model, Backend backend) {
    int cells = model.grid().nx() * model.grid().ny();
    double[] plane = new double[cells];
    ByteBuffer bytes = ByteBuffer.allocate(8 * cells).order(ByteOrder.LITTLE_ENDIAN);
    MessageDigest sha = sha256();
    CompensatedSum latent = new CompensatedSum();
    for (int k = 0; k < model.grid().nz(); k++) {
      backend.readEnthalpy(k, plane);
      bytes.clear();
      for (int c = 0; c < cells; c++) {
        bytes.putDouble(plane[c]);
        var curve = model.materialOf(c + k * cells).curve();
        latent.add(-curve.frozenFraction(plane[c]) * curve.latentHeat());
      }
      bytes.flip();
      sha.update(bytes);
    }
    return new FinalState(
        latent.value() * model.grid().cellVolume(), HexFormat.of().formatHex(sha.digest()));
  }

  /** Frozen fraction of every cell [1], shape [cells]. */
  static float[] frozen(Model model, Backend backend) {
    int cells = model.grid().nx() * model.grid().ny();
    double[] plane = new double[cells];
    float[] frozen = new float[model.grid().cells()];
    for (int k = 0; k < model.grid().nz(); k++) {
      backend.readEnthalpy(k, plane);
      for (int c = 0; c < cells; c++) {
        int at = c + k * cells;
        frozen[at] = (float) model.materialOf(at).curve().frozenFraction(plane[c]);
      }
    }
    return frozen;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
