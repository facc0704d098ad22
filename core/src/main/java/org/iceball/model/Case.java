package org.iceball.model;

import java.util.List;
import java.util.function.Consumer;
import org.iceball.device.Applicator;
import org.iceball.device.Drive;
import org.iceball.device.GasSupply;
import org.iceball.device.Generator;
import org.iceball.device.Placement;
import org.iceball.device.Protocol;
import org.iceball.device.RfElectrode;
import org.iceball.grid.Labels;
import org.iceball.grid.Threads;
import org.iceball.injury.NamedLaw;
import org.iceball.injury.TargetMask;

/**
 * What the user asked, resolved: every default filled in, every quantity in SI, nothing looked up
 * later. Immutable.
 *
 * @param title one line
 * @param anatomy where the labels come from
 * @param regions what each label is; no label twice
 * @param spacing edge of a cell [m]
 * @param around how far the grid reaches beyond target and active zones [m]; infinite keeps the
 *     whole anatomy
 * @param faces what holds at the outer faces
 * @param initialTemperature everywhere outside vessels at the start [K]
 * @param needles in the user's order
 * @param thresholds temperatures whose zones are measured, warmest first [K]
 * @param margins margins round the target whose coverage is measured, ascending [m]
 * @param lethal the threshold that coverage is measured with [K]; one of {@code thresholds}
 * @param snapshotEvery time between snapshots [s]; infinite for none but the phases' ends
 * @param numerics how it is solved
 * @param blood what holds for all vessels, and when the inflow is clamped
 * @param injury laws by which the dead are counted, beside the zones; may be empty
 * @param gas what the cryoprobes hang on
 * @param generator what the electrodes hang on; null where the needles are cryoprobes
 */
public record Case(
    String title,
    AnatomySpec anatomy,
    List<Region> regions,
    double spacing,
    double around,
    Faces faces,
    double initialTemperature,
    List<PlannedNeedle> needles,
    List<Double> thresholds,
    List<Double> margins,
    double lethal,
    double snapshotEvery,
    Numerics numerics,
    BloodSupply blood,
    List<NamedLaw> injury,
    GasSupply gas,
    Generator generator) {

  /**
   * A needle as the case gives it.
   *
   * @param name the user's name for it
   * @param probe what kind it is
   * @param placement where it is to lie
   * @param start when its protocol begins [s]
   * @param protocol what it does
   * @param drive what makes it cold or hot
   */
  public record PlannedNeedle(
      String name,
      Applicator probe,
      Placement placement,
      double start,
      Protocol protocol,
      Drive drive) {

    /** Whether it is an electrode. */
    public boolean heats() {
      return probe instanceof RfElectrode;
    }

    /** A needle driven as its probe is where nobody chooses. */
    public PlannedNeedle(
        String name, Applicator probe, Placement placement, double start, Protocol protocol) {
      this(name, probe, placement, start, protocol, Drive.of(probe));
    }

    /** The same needle of another kind; what drives it stays. */
    public PlannedNeedle withProbe(Applicator other) {
      return new PlannedNeedle(name, other, placement, start, protocol, drive);
    }

    /** The same needle with another protocol. */
    public PlannedNeedle withProtocol(Protocol other) {
      return new PlannedNeedle(name, probe, placement, start, other, drive);
    }

    /** The same needle under another name in another place. */
    public PlannedNeedle copied(String otherName, Placement elsewhere) {
      return new PlannedNeedle(otherName, probe, elsewhere, start, protocol, drive);
    }
  }

  public Case {
    regions = List.copyOf(regions);
    needles = List.copyOf(needles);
    thresholds = List.copyOf(thresholds);
    margins = List.copyOf(margins);
    injury = List.copyOf(injury);
  }

  /**
   * A case whose vessels follow from their calibre, whose inflow is never clamped, that counts no
   * dead beside its zones, and whose needles hang on an ordinary supply.
   */
  public Case(
      String title,
      AnatomySpec anatomy,
      List<Region> regions,
      double spacing,
      double around,
      Faces faces,
      double initialTemperature,
      List<PlannedNeedle> needles,
      List<Double> thresholds,
      List<Double> margins,
      double lethal,
      double snapshotEvery,
      Numerics numerics) {
    this(
        title,
        anatomy,
        regions,
        spacing,
        around,
        faces,
        initialTemperature,
        needles,
        thresholds,
        margins,
        lethal,
        snapshotEvery,
        numerics,
        BloodSupply.BY_CALIBRE,
        List.of(),
        GasSupply.ORDINARY,
        null);
  }

  /** Whether its needles are electrodes that heat. */
  public boolean heats() {
    return generator != null;
  }

  /** The same case with its electrodes on another generator; null for cryoprobes. */
  public Case withGenerator(Generator other) {
    return with(d -> d.generator = other);
  }

  /** The same case with its labels from elsewhere. */
  public Case withAnatomy(AnatomySpec other) {
    return with(d -> d.anatomy = other);
  }

  /**
   * The region of each cell, as an index into {@link #regions}; shape [cells].
   *
   * @param labels of the case's anatomy
   */
  public byte[] regionsOf(Labels labels) {
    byte[] indexOfLabel = new byte[256];
    for (int r = 0; r < regions.size(); r++) {
      indexOfLabel[regions.get(r).label()] = (byte) r;
    }
    byte[] region = new byte[labels.grid().cells()];
    for (int c = 0; c < region.length; c++) {
      region[c] = indexOfLabel[labels.at(c)];
    }
    return region;
  }

  /**
   * What is to be covered, and the tissue that counts round it: the organ, or all that is not
   * vessel where no region is one.
   *
   * @param labels of the case's anatomy
   */
  public TargetMask targetIn(Labels labels) {
    return targetIn(labels, Threads.ALONE);
  }

  /**
   * The same.
   *
   * @param threads share the work
   */
  public TargetMask targetIn(Labels labels, Threads threads) {
    boolean anyOrgan = regions.stream().anyMatch(r -> r.role() == Region.Role.ORGAN);
    Region.Role[] roles = new Region.Role[256];
    regions.forEach(r -> roles[r.label()] = r.role());
    int cells = labels.grid().cells();
    boolean[] target = new boolean[cells];
    boolean[] counts = new boolean[cells];
    for (int c = 0; c < cells; c++) {
      Region.Role role = roles[labels.at(c)];
      target[c] = role == Region.Role.TARGET;
      counts[c] =
          target[c] || role == Region.Role.ORGAN || (!anyOrgan && role == Region.Role.SURROUNDING);
    }
    return new TargetMask(labels.grid(), target, counts, threads);
  }

  /** The same case on cells of another edge [m]. */
  public Case withSpacing(double edge) {
    return with(d -> d.spacing = edge);
  }

  /** The same case on a grid that reaches so far beyond target and active zones [m]. */
  public Case withAround(double reach) {
    return with(d -> d.around = reach);
  }

  /** The same case with other regions. */
  public Case withRegions(List<Region> others) {
    return with(d -> d.regions = others);
  }

  /** The same case with another temperature at the start [K]. */
  public Case withInitialTemperature(double kelvin) {
    return with(d -> d.initialTemperature = kelvin);
  }

  /** The same case with other needles. */
  public Case withNeedles(List<PlannedNeedle> others) {
    return with(d -> d.needles = others);
  }

  /** The same case, solved in another way. */
  public Case withNumerics(Numerics other) {
    return with(d -> d.numerics = other);
  }

  /** The same case with other rules for its blood. */
  public Case withBlood(BloodSupply other) {
    return with(d -> d.blood = other);
  }

  /** The same case with its needles on another supply. */
  public Case withGas(GasSupply other) {
    return with(d -> d.gas = other);
  }

  /** The same case with other margins round the target, ascending [m]. */
  public Case withMargins(List<Double> others) {
    return with(d -> d.margins = others);
  }

  /** The same case with other laws by which the dead are counted. */
  public Case withInjury(List<NamedLaw> laws) {
    return with(d -> d.injury = laws);
  }

  /** The same with another time between snapshots [s]; infinite for none but the phases' ends. */
  public Case withSnapshotEvery(double seconds) {
    return with(d -> d.snapshotEvery = seconds);
  }

  private Case with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.made();
  }

  /** A case while one part of it is exchanged. */
  private static final class Draft {
    private final Case old;
    private AnatomySpec anatomy;
    private double spacing;
    private double around;
    private List<Region> regions;
    private double initialTemperature;
    private List<PlannedNeedle> needles;
    private List<Double> margins;
    private double snapshotEvery;
    private Numerics numerics;
    private BloodSupply blood;
    private List<NamedLaw> injury;
    private GasSupply gas;
    private Generator generator;

    Draft(Case old) {
      this.old = old;
      anatomy = old.anatomy;
      spacing = old.spacing;
      around = old.around;
      regions = old.regions;
      initialTemperature = old.initialTemperature;
      needles = old.needles;
      margins = old.margins;
      snapshotEvery = old.snapshotEvery;
      numerics = old.numerics;
      blood = old.blood;
      injury = old.injury;
      gas = old.gas;
      generator = old.generator;
    }

    Case made() {
      return new Case(
          old.title,
          anatomy,
          regions,
          spacing,
          around,
          old.faces,
          initialTemperature,
          needles,
          old.thresholds,
          margins,
          old.lethal,
          snapshotEvery,
          numerics,
          blood,
          injury,
          gas,
          generator);
    }
  }
}
