package org.iceball.benchmarks;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.model.PerfusionLaw;
import org.iceball.tissue.EnthalpyCurve;

/** A model as bytes for {@code c/twin.c}: little endian, in the order that its reader has. */
final class TwinModel {
  private TwinModel() {}

  /**
   * Writes a model with one needle and held faces.
   *
   * @param model what {@link org.iceball.study.bench.BenchCase#kernel} made
   * @param wall conductivity integral at the needle for each material [W/m]
   * @param out not closed
   */
  static void write(Model model, double[] wall, OutputStream out) throws IOException {
    if (model.needles().size() != 1 || model.faces().kind() != Faces.Kind.HELD) {
      throw new IllegalArgumentException("the twin knows one needle and held faces");
    }
    Grid g = model.grid();
    NeedleCells needle = model.needles().get(0);
    List<Material> materials = model.materials();
    int perMaterial = 8 + 8 * (3 + 5 * EnthalpyCurve.KNOTS + 8 + 3);
    byte[] headBytes = new byte[20 + 8 + materials.size() * perMaterial];
    ByteBuffer head = buffer(headBytes);
    head.putInt(g.nx()).putInt(g.ny()).putInt(g.nz());
    head.putInt(materials.size()).putInt(needle.cells().length);
    head.putDouble(g.spacing());
    for (int i = 0; i < materials.size(); i++) {
      put(head, model, i, wall[i]);
    }
    out.write(headBytes);
    out.write(model.material());
    byte[] cellBytes = new byte[12 * needle.cells().length];
    ByteBuffer cells = buffer(cellBytes);
    for (int cell : needle.cells()) {
      cells.putInt(cell);
    }
    for (double conductance : needle.conductance()) {
      cells.putDouble(conductance);
    }
    out.write(cellBytes);
    out.flush();
  }

  private static void put(ByteBuffer to, Model model, int index, double wall) {
    Material m = model.materials().get(index);
    EnthalpyCurve c = m.curve();
    to.putInt(m.held() ? 1 : 0);
    int sameCurve = 0;
    while (!model.materials().get(sameCurve).curve().equals(c)) {
      sameCurve++;
    }
    to.putInt(sameCurve);
    to.putDouble(c.slopeQ()).putDouble(c.slopeT()).putDouble(c.law().liquidus());
    put(to, c.knots());
    for (double[] coefficients : c.coefficients()) {
      put(to, coefficients);
    }
    PerfusionLaw p = m.perfusion();
    put(to, p.full(), PerfusionLaw.OFF, p.base(), p.slope());
    put(to, p.bendFull(), p.bendFront(), p.bendOff(), p.metabolism());
    put(to, m.start(), c.integral(c.enthalpy(model.faces().temperature())), wall);
  }

  private static void put(ByteBuffer to, double... values) {
    for (double v : values) {
      to.putDouble(v);
    }
  }

  private static ByteBuffer buffer(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
