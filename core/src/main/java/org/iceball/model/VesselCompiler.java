package org.iceball.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import org.iceball.device.Needle;
import org.iceball.device.VesselSegment;
import org.iceball.device.VesselTree;
import org.iceball.grid.Grid;
import org.iceball.grid.Vec3;
import org.iceball.tissue.EnthalpyCurve;
import org.iceball.tissue.FrozenLaw;
import org.iceball.tissue.ThermalLaw;
import org.iceball.tissue.Tissue;

/**
 * Turns the vessels of an anatomy into couplings, piece by piece.
 *
 * <p>A piece at least {@link #RESOLVED} cells in radius keeps its lumen, which conducts nothing;
 * its wall is coupled to the cells beside it. A thinner one becomes tissue with a line in it. A
 * piece further than {@link #REACH} from every active zone exchanges nothing worth a coupling: a
 * wide one is held at body temperature, a thin one is perfused tissue.
 */
final class VesselCompiler {
  /** Radius from which on a lumen is resolved [cells]. */
  static final double RESOLVED = 1.5;

  /**
   * Walls further than this from every active zone stay at body temperature [m]. Iceballs of one
   * needle in liver reach 12 to 20 mm; beyond the ice the perfused layer is 3 mm thick.
   */
  static final double REACH = 20e-3;

  /** A cell's centre is at least so far from the wall, for a face square to it [cells]. */
  private static final double LEAST_REACH = 0.1;

  private static final int SAMPLES = 64;

  private enum Kind {
    TISSUE,
    HELD,
    LINE,
    WALL
  }

  private final Case asked;
  private final Anatomy anatomy;
  private final Grid grid;
  private final List<Needle> needles;
  private final List<Material> materials;
  private final List<Piece> pieces = new ArrayList<>();

  /** A piece of a vessel on its way to a coupling. */
  private static final class Piece {
    final int tree;
    final int segment;
    final VesselSegment shape;
    final VesselModel model;
    final Kind kind;
    final double inside;
    double film;
    final List<WallFaces.Face> faces = new ArrayList<>();
    int cells;

    Piece(int tree, int segment, VesselSegment shape, VesselModel model, Kind kind, double inside) {
      this.tree = tree;
      this.segment = segment;
      this.shape = shape;
      this.model = model;
      this.kind = kind;
      this.inside = inside;
    }

    /** Area of the wall within the grid [m2]. */
    double area() {
      return shape.wall() * inside;
    }
  }

  /**
   * @param materials of the regions; a material for the insides of vessels is added, *modified*
   */
  VesselCompiler(Case asked, Anatomy anatomy, List<Needle> needles, List<Material> materials) {
    this.asked = asked;
    this.anatomy = anatomy;
    this.needles = needles;
    this.materials = materials;
    grid = anatomy.labels().grid();
  }

  /**
   * Finds the walls.
   *
   * @param material of the cells, shape [cells]; cells of vessels become tissue or lumen,
   *     *modified*
   * @param first index that the first wall will have among the couplings
   */
  Vasculature compile(byte[] material, int first) {
    if (anatomy.vessels().isEmpty()) {
      return Vasculature.none(first);
    }
    for (int t = 0; t < anatomy.vessels().size(); t++) {
      addPieces(t);
    }
    int[] pieceOfCell = nearestPieces();
    int lumen = materials.size();
    materials.add(lumen());
    boolean[] becomesTissue = new boolean[material.length];
    for (int c = 0; c < material.length; c++) {
      if (pieceOfCell[c] >= 0) {
        switch (pieces.get(pieceOfCell[c]).kind) {
          case TISSUE, LINE -> becomesTissue[c] = true;
          case WALL -> {
            material[c] = (byte) lumen;
            pieces.get(pieceOfCell[c]).cells++;
          }
          case HELD -> {}
        }
      } else if (pieceOfCell[c] == LOOSE) {
        becomesTissue[c] = true;
      }
    }
    TissueFill.fill(grid, material, becomesTissue, materials);
    WallFaces.find(grid, material, lumen, materials)
        .forEach(f -> pieces.get(pieceOfCell[f.lumenCell()]).faces.add(f));
    List<VesselWall> walls = new ArrayList<>();
    for (Piece p : pieces) {
      VesselWall wall = p.kind == Kind.LINE ? line(p, material) : wall(p, material);
      if (wall != null && wall.cells().cells().length > 0) {
        walls.add(wall);
      }
    }
    return new Vasculature(anatomy.vessels(), walls, first);
  }

  private void addPieces(int t) {
    VesselTree tree = anatomy.vessels().get(t);
    Region region = region(tree.label());
    int first = pieces.size();
    for (int s = 0; s < tree.segments().size(); s++) {
      VesselSegment shape = tree.segments().get(s);
      VesselModel model = asked.blood().model(region.flow().model(), 2 * shape.radius());
      boolean resolved = shape.radius() >= RESOLVED * grid.spacing();
      double inside = inside(shape);
      boolean near = inside > 0 && distanceToNeedles(shape) - shape.radius() <= REACH;
      Kind kind = Kind.TISSUE;
      if (model.exchanges() && resolved) {
        kind = near ? Kind.WALL : Kind.HELD;
      } else if (model.exchanges() && near) {
        kind = Kind.LINE;
      }
      pieces.add(new Piece(t, s, shape, model, kind, inside));
    }
    setFilms(tree, first);
  }

  private Region region(int label) {
    return asked.regions().stream().filter(r -> r.label() == label).findFirst().orElseThrow();
  }

  /**
   * Films of the pieces. Blood that cools on its way meets the film of its place; where it is taken
   * not to cool, the film is the mean over the cooled way.
   */
  private void setFilms(VesselTree tree, int first) {
    double[] flow = tree.flows();
    CooledWay way =
        CooledWay.of(
            tree,
            s -> {
              Kind kind = pieces.get(first + s).kind;
              return kind == Kind.LINE || kind == Kind.WALL;
            });
    for (int s = 0; s < flow.length; s++) {
      Piece p = pieces.get(first + s);
      double r = p.shape.radius();
      double speed = flow[s] / (Math.PI * r * r);
      if (!p.model.hasFilm()) {
        p.film = Double.POSITIVE_INFINITY;
      } else if (p.model.cools()) {
        double begin = way.begin()[s];
        p.film = BloodFilm.coefficient(2 * r, speed, begin, begin + p.shape.length());
      } else {
        p.film = BloodFilm.coefficient(2 * r, speed, 0, way.whole()[s]);
      }
    }
  }

  /** Part of a segment that lies within the grid [1], from samples. */
  private double inside(VesselSegment s) {
    int n = 0;
    for (int i = 0; i < SAMPLES; i++) {
      Vec3 at = s.from().plus(s.to().minus(s.from()).times((i + 0.5) / SAMPLES));
      n += grid.contains(at) ? 1 : 0;
    }
    return (double) n / SAMPLES;
  }

  private double distanceToNeedles(VesselSegment s) {
    double least = Double.POSITIVE_INFINITY;
    for (Needle n : needles) {
      int samples = 1 + (int) Math.ceil(n.probe().activeLength().value() / 1e-3);
      for (int i = 0; i <= samples; i++) {
        Vec3 p = n.tip().plus(n.activeEnd().minus(n.tip()).times((double) i / samples));
        least = Math.min(least, s.distance(p));
      }
    }
    return least;
  }

  private static final int NONE = -1;
  private static final int LOOSE = -2;

  /**
   * The piece that each cell of a vessel belongs to: the one whose surface is nearest. {@link
   * #LOOSE} for cells that no centreline passes, {@link #NONE} for all others.
   */
  private int[] nearestPieces() {
    int[] nearest = new int[grid.cells()];
    Arrays.fill(nearest, NONE);
    boolean[] hasTree = new boolean[256];
    anatomy.vessels().forEach(t -> hasTree[t.label()] = true);
    for (int c = 0; c < nearest.length; c++) {
      int label = anatomy.labels().at(c);
      if (!hasTree[label]) {
        continue;
      }
      int i = c % grid.nx();
      int j = c / grid.nx() % grid.ny();
      Vec3 at = grid.centre(i, j, c / grid.nx() / grid.ny());
      double least = Double.POSITIVE_INFINITY;
      for (int p = 0; p < pieces.size(); p++) {
        Piece piece = pieces.get(p);
        if (anatomy.vessels().get(piece.tree).label() == label) {
          double d = piece.shape.distance(at) - piece.shape.radius();
          if (d < least) {
            least = d;
            nearest[c] = p;
          }
        }
      }
      double stray = Math.max(3e-3, pieces.get(nearest[c]).shape.radius());
      if (least > stray) {
        nearest[c] = LOOSE;
      }
    }
    return nearest;
  }

  /** What fills a lumen: held, and it conducts nothing, so that all heat takes the couplings. */
  private static Material lumen() {
    ThermalLaw law =
        new ThermalLaw(FrozenLaw.CONSTANT, 1050, 3617, 1800, 0, 0, 272.59, 265.15, 2.669e5);
    EnthalpyCurve curve = new EnthalpyCurve(law);
    return new Material(
        "lumen",
        curve,
        new PerfusionLaw(0, 0, 1, 0, 0, 0, 0, 0),
        true,
        curve.enthalpy(Tissue.Blood.TEMPERATURE));
  }

  private double unfrozenConductivity(int cell, byte[] material) {
    return materials.get(material[cell] & 0xff).curve().law().conductivity();
  }

  /**
   * A line with the far field of the vessel: tissue outside, film inside. Round a cylinder with a
   * film the profile is Q - Q_blood = q' / (2 pi) (ln(x / r) + k_u / (h r)), which is that of a
   * cylinder of the radius r exp(-k_u / (h r)) without one.
   */
  private VesselWall line(Piece p, byte[] material) {
    Vec3 along = p.shape.to().minus(p.shape.from());
    Vec3 middle = p.shape.from().plus(along.times(0.5));
    if (p.inside <= 0 || !grid.contains(middle)) {
      return null;
    }
    Vec3 f = grid.toIndex(middle);
    int cell =
        grid.index(
            (int) Math.round(clamp(f.x(), grid.nx())),
            (int) Math.round(clamp(f.y(), grid.ny())),
            (int) Math.round(clamp(f.z(), grid.nz())));
    double layer = unfrozenConductivity(cell, material) / p.film;
    double radius = p.shape.radius() * StrictMath.exp(-layer / p.shape.radius());
    NeedleCells cells =
        NeedleCells.line(p.shape.from(), along.unit(), p.shape.length(), radius, grid);
    return new VesselWall(p.tree, p.segment, p.model, cells, new double[0], p.film, p.shape.wall());
  }

  private static double clamp(double index, int n) {
    return Math.min(n - 1.0, Math.max(0, index));
  }

  /** The wall of a resolved lumen: each face conducts through film and half a cell of tissue. */
  private VesselWall wall(Piece p, byte[] material) {
    if (p.faces.isEmpty()) {
      return null;
    }
    double h = grid.spacing();
    double scale = scale(p.tree);
    double off = offset(p);
    TreeMap<Integer, double[]> cells = new TreeMap<>();
    for (WallFaces.Face f : p.faces) {
      double layer = unfrozenConductivity(f.tissueCell(), material) / p.film;
      double reach = Math.max(0.5 * h * f.facing() + off, LEAST_REACH * h * f.facing());
      double g = scale * f.facing() / (h * (layer + reach));
      double[] sum = cells.computeIfAbsent(f.tissueCell(), c -> new double[3]);
      sum[0] += g;
      sum[1] += f.facing() * reach;
      sum[2] += f.facing();
    }
    int[] index = new int[cells.size()];
    double[] conductance = new double[index.length];
    double[] reach = new double[index.length];
    int n = 0;
    double facing = 0;
    for (var e : cells.entrySet()) {
      index[n] = e.getKey();
      conductance[n] = e.getValue()[0];
      facing += e.getValue()[2];
      reach[n++] = e.getValue()[1] / Math.max(e.getValue()[2], 1e-12);
    }
    return new VesselWall(
        p.tree,
        p.segment,
        p.model,
        new NeedleCells(index, conductance),
        reach,
        p.film,
        facing * h * h * scale);
  }

  /**
   * How much further out the wall of the cells lies than the vessel's own [m]: a lumen of cells is
   * not quite as wide as the lumen that it stands for. Between them a layer conducts like a
   * cylinder.
   */
  private double offset(Piece piece) {
    double lumen = 0;
    double cells = 0;
    for (Piece p : pieces) {
      if (p.tree == piece.tree && p.kind == Kind.WALL && p.cells > 0) {
        lumen += p.area() * p.shape.radius() / 2;
        cells += p.cells * grid.cellVolume();
      }
    }
    double wider = Math.min(1.2, Math.max(0.8, Math.sqrt(cells / lumen)));
    return piece.shape.radius() * StrictMath.log(wider);
  }

  /** Area of a vessel's walls over that of the faces that stand for them, near to one [1]. */
  private double scale(int tree) {
    double walls = 0;
    double faces = 0;
    for (Piece p : pieces) {
      if (p.tree == tree && p.kind == Kind.WALL && !p.faces.isEmpty()) {
        walls += p.area();
        for (WallFaces.Face f : p.faces) {
          faces += f.facing() * grid.spacing() * grid.spacing();
        }
      }
    }
    return faces > 0 ? Math.min(1.25, Math.max(0.8, walls / faces)) : 1;
  }
}
