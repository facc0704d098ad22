package org.iceball.solve;

import org.iceball.model.Faces;
import org.iceball.model.Material;
import org.iceball.model.Model;

/** Tells whether nothing happens in a model until a needle starts. */
final class Quiet {
  /** Temperatures closer than this are equal [K]. */
  private static final double SAME = 1e-6;

  private Quiet() {}

  /** True where every cell would keep its temperature for ever without needles. */
  static boolean atStart(Model model) {
    double first = temperature(model.materials().get(0));
    for (Material m : model.materials()) {
      if (Math.abs(temperature(m) - first) > SAME) {
        return false;
      }
      double rate = m.perfusion().heat(m.start()) + m.perfusion().metabolism();
      boolean frozen = m.start() <= 0;
      // what SAME kelvin off balance would bring
      if (!m.held() && !frozen && Math.abs(rate) > SAME * m.perfusion().perCelsius() + 1e-9) {
        return false;
      }
    }
    return faces(model);
  }

  /** True where the outer faces hold nothing, or what all cells start at. */
  static boolean faces(Model model) {
    if (model.faces().kind() == Faces.Kind.INSULATED) {
      return true;
    }
    for (Material m : model.materials()) {
      if (Math.abs(temperature(m) - model.faces().temperature()) > SAME) {
        return false;
      }
    }
    return true;
  }

  private static double temperature(Material m) {
    return m.curve().temperature(m.start());
  }
}
