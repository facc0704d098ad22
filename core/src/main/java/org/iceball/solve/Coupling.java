package org.iceball.solve;

import java.util.List;
import org.iceball.device.Load;
import org.iceball.model.Material;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;
import org.iceball.state.Kept;
import org.iceball.state.StateIn;
import org.iceball.state.StateOut;
import org.iceball.tissue.EnthalpyCurve;

/**
 * What the tissue gives to a needle's wall, for every temperature that the wall could have: W (Q at
 * the cells) - W Q(wall), with the sum of the first part known from the last power.
 */
final class Coupling implements Kept {
  private final Model model;
  private final NeedleCells cells;
  private final List<Material> materials;

  /** Sum of the conductances to cells of each material [m], shape [materials]. */
  private final double[] weight;

  private double fromTissue;

  Coupling(Model model, NeedleCells cells) {
    this.model = model;
    this.cells = cells;
    materials = model.materials();
    weight = new double[materials.size()];
    for (int c = 0; c < cells.cells().length; c++) {
      int m = model.material()[cells.cells()[c]] & 0xff;
      if (!materials.get(m).held()) {
        weight[m] += cells.conductance()[c] * model.grid().cellVolume();
      }
    }
  }

  /**
   * Takes note of an evaluation of the balance.
   *
   * @param wall temperature that it was made with [K]
   * @param power that the wall gave the tissue [W]
   */
  void see(double wall, double power) {
    fromTissue = atWall(wall) - power;
  }

  /** Heat that the tissue gives to a wall at a temperature [W]. */
  double given(double wall) {
    return fromTissue - atWall(wall);
  }

  private double atWall(double wall) {
    double sum = 0;
    for (int m = 0; m < weight.length; m++) {
      if (weight[m] > 0) {
        EnthalpyCurve curve = materials.get(m).curve();
        sum += weight[m] * curve.integral(curve.enthalpy(wall));
      }
    }
    return sum;
  }

  /**
   * Looks at the cells themselves, where there is no power to go by.
   *
   * @return their mean temperature, weighted by conductance [K]
   */
  double read(Backend backend) {
    int plane = model.grid().nx() * model.grid().ny();
    double[] enthalpy = new double[plane];
    int at = -1;
    fromTissue = 0;
    double sum = 0;
    double all = 0;
    for (int c = 0; c < cells.cells().length; c++) {
      int cell = cells.cells()[c];
      if (cell / plane != at) {
        at = cell / plane;
        backend.readEnthalpy(at, enthalpy);
      }
      Material m = model.materialOf(cell);
      double g = cells.conductance()[c];
      sum += g * m.curve().temperature(enthalpy[cell % plane]);
      all += g;
      if (!m.held()) {
        fromTissue += g * model.grid().cellVolume() * m.curve().integral(enthalpy[cell % plane]);
      }
    }
    return sum / all;
  }

  /** Temperature at which a wall would exchange no heat with the cells [K]. */
  double rest() {
    return Load.between(this::given, Double.NaN);
  }

  /**
   * Writes a wall's conductivity integrals [W/m], one a material.
   *
   * @param wall [K]; NaN where it is passive
   * @return where the next ones go
   */
  int write(double wall, double[] integrals, int at) {
    int next = at;
    for (Material m : materials) {
      integrals[next++] =
          Double.isNaN(wall) ? Double.NaN : m.curve().integral(m.curve().enthalpy(wall));
    }
    return next;
  }

  @Override
  public void save(StateOut out) {
    out.number(fromTissue);
  }

  @Override
  public void restore(StateIn in) {
    fromTissue = in.number();
  }
}
