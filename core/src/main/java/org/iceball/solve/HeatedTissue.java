package org.iceball.solve;

import java.util.List;
import org.iceball.device.Needle;
import org.iceball.device.RfElectrode;
import org.iceball.device.Wire;
import org.iceball.electric.Conductor;
import org.iceball.grid.Grid;
import org.iceball.grid.Labels;
import org.iceball.grid.Vec3;
import org.iceball.model.Case;
import org.iceball.model.Model;
import org.iceball.model.Region;
import org.iceball.tissue.Tissue;

/** What the current of a case's electrodes flows through. */
final class HeatedTissue {
  private HeatedTissue() {}

  /** Conducts as the tissue of each cell's label, wet round the tips that drip saline. */
  static Conductor conductor(Case asked, Model model, Labels labels, List<Needle> needles) {
    List<Tissue> tissues = asked.regions().stream().map(Region::tissue).toList();
    return new Conductor(model, asked.regionsOf(labels), tissues, wet(model.grid(), needles));
  }

  /** Middle of the metal [m]. */
  static Vec3 centre(List<Needle> needles) {
    Vec3 sum = Vec3.ZERO;
    double length = 0;
    for (Needle n : needles) {
      for (Wire w : n.wires()) {
        sum = sum.plus(w.from().plus(w.to()).times(w.length() / 2));
        length += w.length();
      }
    }
    return sum.times(1 / length);
  }

  /** Cells that the saline of perfused tips keeps wet, or null. */
  private static boolean[] wet(Grid g, List<Needle> needles) {
    boolean[] wet = null;
    for (Needle n : needles) {
      if (n.probe() instanceof RfElectrode e && e.wetReach() != null) {
        wet = wet == null ? new boolean[g.cells()] : wet;
        double reach = e.wetReach().value() + e.radius();
        for (int c = 0; c < wet.length; c++) {
          Vec3 at = g.centre(c);
          wet[c] |= n.wires().stream().anyMatch(w -> w.distance(at) < reach);
        }
      }
    }
    return wet;
  }
}
