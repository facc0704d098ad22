package org.iceball.gpu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.iceball.grid.Grid;
import org.iceball.model.Model;
import org.iceball.model.NeedleCells;

/** The exchanges of heat with needles, term (4), as flat lists: by rows, and by planes to sum. */
final class Exchanges {
  /** First of each row, shape [rows + 1]. */
  final int[] first;

  /** Their cells, ascending, and where cells are equal in the order of the needles. */
  final int[] cell;

  /** Index of the wall of each, needle * materials + material. */
  final int[] wall;

  /** The conductance of each [1/m2]. */
  final double[] conductance;

  /** The conductivity integral below which each gets no more heat [W/m]. */
  final double[] floor;

  /** The same by plane and needle: first of each, shape [planes * needles + 1]. */
  final int[] sumFirst;

  /** Their numbers in the list by rows. */
  final int[] sumEntry;

  private record Exchange(int cell, int needle, double conductance, double floor) {}

  Exchanges(Model model) {
    Grid g = model.grid();
    int needles = model.needles().size();
    List<Exchange> all = sorted(model);
    // a held cell takes no heat from a needle
    List<Exchange> effective = all.stream().filter(x -> !model.materialOf(x.cell).held()).toList();
    int n = effective.size();
    int[] rowOf = new int[n];
    int[] sumOf = new int[n];
    cell = new int[n];
    wall = new int[n];
    conductance = new double[n];
    floor = new double[n];
    for (int e = 0; e < n; e++) {
      Exchange x = effective.get(e);
      rowOf[e] = x.cell / g.nx();
      sumOf[e] = x.cell / (g.nx() * g.ny()) * needles + x.needle;
      cell[e] = x.cell;
      wall[e] = x.needle * model.materials().size() + (model.material()[x.cell] & 0xff);
      conductance[e] = x.conductance;
      floor[e] = x.floor;
    }
    first = firsts(rowOf, g.ny() * g.nz());
    sumFirst = firsts(sumOf, g.nz() * needles);
    sumEntry = inOrder(sumOf, sumFirst);
  }

  private static List<Exchange> sorted(Model model) {
    List<Exchange> all = new ArrayList<>();
    for (int n = 0; n < model.needles().size(); n++) {
      NeedleCells of = model.needles().get(n);
      for (int c = 0; c < of.cells().length; c++) {
        all.add(new Exchange(of.cells()[c], n, of.conductance()[c], of.floor()[c]));
      }
    }
    all.sort(Comparator.comparingInt(Exchange::cell).thenComparingInt(Exchange::needle));
    return all;
  }

  /** Where each group begins in a list in the order of the groups, then its length. */
  private static int[] firsts(int[] group, int groups) {
    int[] first = new int[groups + 1];
    for (int g : group) {
      first[g + 1]++;
    }
    for (int g = 0; g < groups; g++) {
      first[g + 1] += first[g];
    }
    return first;
  }

  /** Numbers of things in the order of the groups they belong to. */
  private static int[] inOrder(int[] group, int[] first) {
    int[] next = first.clone();
    int[] order = new int[group.length];
    for (int n = 0; n < group.length; n++) {
      order[next[group[n]]++] = n;
    }
    return order;
  }
}
