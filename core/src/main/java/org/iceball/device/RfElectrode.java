package org.iceball.device;

import java.util.ArrayList;
import java.util.List;
import org.iceball.grid.Vec3;
import org.iceball.tissue.Cited;

/**
 * A kind of electrode for radiofrequency ablation.
 *
 * @param name how case files call it
 * @param description one line for people
 * @param diameter of the shaft, or of each of several tips [m]
 * @param activeLength length of the bare tip, or the depth that tines reach ahead of the shaft [m]
 * @param shape how its bare metal lies
 * @param cooling water that flows inside; null where none does
 * @param wetReach saline that leaves the tip keeps tissue so far from the metal wet, so that it
 *     conducts above 100 degC too [m]; null for an electrode that is not perfused
 */
public record RfElectrode(
    String name,
    String description,
    Cited diameter,
    Cited activeLength,
    Shape shape,
    Cooling cooling,
    Cited wetReach)
    implements Applicator {

  /** How the bare metal lies. */
  public sealed interface Shape {}

  /**
   * Straight tips side by side, one in each corner of a regular polygon.
   *
   * @param tips how many [1]
   * @param spacing between neighbours [m]; not used where there is one
   */
  public record Tips(Cited tips, Cited spacing) implements Shape {}

  /**
   * Tines that leave the shaft ahead and bend outwards on arcs of a circle.
   *
   * @param tines how many [1]
   * @param diameter of a tine [m]
   * @param deployment diameter of the circle on which they end [m]
   * @param turn angle by which each bends; half a turn is an umbrella [rad]
   */
  public record Tines(Cited tines, Cited diameter, Cited deployment, Cited turn) implements Shape {}

  /**
   * Water inside.
   *
   * @param temperature of the water [K]
   * @param exchange between water and the metal's outer surface [W/(m2 K)]
   */
  public record Cooling(Cited temperature, Cited exchange) {}

  /** Longest arc that a straight wire stands for [rad]. */
  private static final double ARC = Math.PI / 8;

  @Override
  public double radius() {
    Cited metal = shape instanceof Tines tines ? tines.diameter() : diameter;
    return metal.value() / 2;
  }

  @Override
  public List<Wire> wires() {
    return shape instanceof Tines tines ? arcs(tines) : tips((Tips) shape);
  }

  private List<Wire> tips(Tips of) {
    int n = (int) Math.round(of.tips().value());
    double length = activeLength.value();
    List<Wire> wires = new ArrayList<>();
    double circle = n < 2 ? 0 : of.spacing().value() / (2 * StrictMath.sin(Math.PI / n));
    for (int tip = 0; tip < n; tip++) {
      double angle = 2 * Math.PI * tip / n;
      double x = circle * StrictMath.cos(angle);
      double y = circle * StrictMath.sin(angle);
      wires.add(new Wire(new Vec3(x, y, 0), new Vec3(x, y, length)));
    }
    return List.copyOf(wires);
  }

  private List<Wire> arcs(Tines of) {
    int n = (int) Math.round(of.tines().value());
    double turn = of.turn().value();
    double arc = of.deployment().value() / 2 / (1 - StrictMath.cos(turn));
    int pieces = (int) Math.ceil(turn / ARC - 1e-9);
    List<Wire> wires = new ArrayList<>();
    for (int tine = 0; tine < n; tine++) {
      double angle = 2 * Math.PI * tine / n;
      for (int p = 0; p < pieces; p++) {
        wires.add(
            new Wire(
                onArc(arc, turn * p / pieces, angle), onArc(arc, turn * (p + 1) / pieces, angle)));
      }
    }
    return List.copyOf(wires);
  }

  private Vec3 onArc(double radius, double bent, double angle) {
    double out = radius * (1 - StrictMath.cos(bent));
    double ahead = radius * StrictMath.sin(bent);
    return new Vec3(
        out * StrictMath.cos(angle), out * StrictMath.sin(angle), activeLength.value() - ahead);
  }
}
