package org.iceball.solve;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.iceball.grid.Grid;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.Numerics;

/** What makes two runs the same run, as names and values that people can compare. */
final class RunIdentity {
  private RunIdentity() {}

  /**
   * The identity of a run.
   *
   * @param events times at which it stops [s]
   */
  static Map<String, String> of(
      Model model, Numerics numerics, Backend backend, List<Double> events) {
    Map<String, String> identity = new LinkedHashMap<>();
    Grid g = model.grid();
    identity.put(
        "grid",
        g.nx()
            + " x "
            + g.ny()
            + " x "
            + g.nz()
            + " cells of "
            + g.spacing()
            + " m from "
            + g.origin());
    identity.put("precision", numerics.precision().name());
    identity.put("stepper", numerics.stepper().name());
    identity.put("backend", backend.name());
    identity.put("anatomy", anatomy(model));
    identity.put("tables", tables(model));
    identity.put("couplings", couplings(model));
    identity.put("schedule", schedule(events));
    return identity;
  }

  private static String anatomy(Model model) {
    MessageDigest sha = sha256();
    sha.update(model.material());
    return hex(sha);
  }

  private static String tables(Model model) {
    MessageDigest sha = sha256();
    for (Material m : model.materials()) {
      sha.update(m.name().getBytes(StandardCharsets.UTF_8));
      for (double[] row : m.curve().coefficients()) {
        put(sha, row);
      }
      sha.update(m.perfusion().toString().getBytes(StandardCharsets.UTF_8));
      put(sha, m.start(), m.held() ? 1 : 0);
    }
    sha.update(model.faces().kind().name().getBytes(StandardCharsets.UTF_8));
    put(sha, model.faces().temperature());
    return hex(sha);
  }

  private static String couplings(Model model) {
    MessageDigest sha = sha256();
    for (NeedleCells n : model.needles()) {
      for (int cell : n.cells()) {
        put(sha, cell);
      }
      put(sha, n.conductance());
      put(sha, n.floor());
    }
    return hex(sha);
  }

  private static String schedule(List<Double> events) {
    MessageDigest sha = sha256();
    events.forEach(t -> put(sha, t));
    return hex(sha);
  }

  private static void put(MessageDigest sha, double... values) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES * values.length);
    for (double v : values) {
      bytes.putDouble(v);
    }
    sha.update(bytes.array());
  }

  /** Enough of a hash to tell two runs apart. */
  private static String hex(MessageDigest sha) {
    return HexFormat.of().formatHex(sha.digest(), 0, 16);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
