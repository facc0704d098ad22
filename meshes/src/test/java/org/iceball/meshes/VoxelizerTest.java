package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.iceball.grid.LabelImage;
import org.iceball.units.CaseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VoxelizerTest {
  @TempDir Path folder;

  /** An axis-aligned box [mm] of twelve triangles, normals outwards. */
  private static Surface box(double x0, double y0, double z0, double x1, double y1, double z1) {
    double[] p = new double[24];
    for (int c = 0; c < 8; c++) {
      p[3 * c] = ((c & 1) == 0 ? x0 : x1) * 1e-3;
      p[3 * c + 1] = ((c & 2) == 0 ? y0 : y1) * 1e-3;
      p[3 * c + 2] = ((c & 4) == 0 ? z0 : z1) * 1e-3;
    }
    int[] t = {
      0, 2, 1, 1, 2, 3, 4, 5, 6, 5, 7, 6, 0, 1, 4, 1, 5, 4, 2, 6, 3, 3, 6, 7, 0, 4, 2, 2, 4, 6, 1,
      3, 5, 3, 7, 5
    };
    return new Surface(p, t);
  }

  private static long count(LabelImage image, int label) {
    long n = 0;
    for (byte v : image.values()) {
      n += (v & 0xff) == label ? 1 : 0;
    }
    return n;
  }

  @Test
  void aBoxOfWholeMillimetresHasItsVoxels() {
    Surface box = box(0, 0, 0, 12, 9, 7);
    assertThat(box.volume()).isCloseTo(756e-9, within(1e-18));
    LabelImage image = Voxelizer.paint(List.of(new Voxelizer.Labelled("box", 3, box)), 1e-3, 5e-3);
    assertThat(count(image, 3)).isEqualTo(756);
  }

  @Test
  void edgesThroughVoxelCentresAreCountedOnce() {
    Random random = new Random(5);
    for (int n = 0; n < 40; n++) {
      // corners at whole and half millimetres, so that edges meet centres
      double x = random.nextInt(8) / 2.0;
      double y = random.nextInt(8) / 2.0;
      Surface box = box(x, y, 0, x + 6, y + 5, 4);
      Surface other = box(x + 1.5, y + 0.5, 1, x + 7, y + 3, 9);
      LabelImage image =
          Voxelizer.paint(
              List.of(
                  new Voxelizer.Labelled("box", 1, box), new Voxelizer.Labelled("top", 2, other)),
              1e-3,
              3e-3);
      assertThat(count(image, 2)).isBetween(80L, 144L);
      assertThat(count(image, 1) + count(image, 2)).isGreaterThan(120);
    }
  }

  @Test
  void anOpenSurfaceIsRefused() {
    Surface box = box(0, 0, 0, 12, 9, 7);
    Surface open = new Surface(box.points(), java.util.Arrays.copyOf(box.corners(), 33));
    Surface lidless = new Surface(box.points(), java.util.Arrays.copyOfRange(box.corners(), 6, 36));
    assertThat(open.corners()).hasSize(33);
    assertThatThrownBy(
            () ->
                Voxelizer.paint(List.of(new Voxelizer.Labelled("lidless", 1, lidless)), 1e-3, 2e-3))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("not closed");
  }

  @Test
  void stlAndVtkSayTheSame() throws IOException {
    Surface box = box(-3, 1, 2, 9, 10, 9);
    StringBuilder vtk =
        new StringBuilder("# vtk DataFile Version 3.0\nbox\nASCII\nDATASET POLYDATA\n");
    vtk.append("POINTS 8 float\n");
    for (double p : box.points()) {
      vtk.append(p * 1e3).append(' ');
    }
    vtk.append("\nPOLYGONS 12 48\n");
    ByteBuffer stl = ByteBuffer.allocate(84 + 50 * 12).order(ByteOrder.LITTLE_ENDIAN);
    stl.putInt(80, 12);
    StringBuilder ascii = new StringBuilder("solid box\n");
    for (int t = 0; t < 12; t++) {
      vtk.append("3");
      ascii.append("facet normal 0 0 0\nouter loop\n");
      for (int c = 0; c < 3; c++) {
        int at = box.corners()[3 * t + c];
        vtk.append(' ').append(at);
        ascii.append("vertex");
        for (int d = 0; d < 3; d++) {
          double mm = Math.rint(box.points()[3 * at + d] * 1e3);
          ascii.append(' ').append(mm);
          stl.putFloat(84 + 50 * t + 12 + 12 * c + 4 * d, (float) mm);
        }
        ascii.append('\n');
      }
      vtk.append('\n');
      ascii.append("endloop\nendfacet\n");
    }
    Path a = Files.writeString(folder.resolve("a.vtk"), vtk, StandardCharsets.US_ASCII);
    Path b = Files.write(folder.resolve("b.stl"), stl.array());
    Path c = Files.writeString(folder.resolve("c.stl"), ascii, StandardCharsets.US_ASCII);
    for (Path file : List.of(a, b, c)) {
      Surface read = SurfaceReader.read(file, false);
      assertThat(read.volume()).isCloseTo(756e-9, within(1e-15));
      assertThat(read.points()[0]).isCloseTo(-3e-3, within(1e-9));
      assertThat(SurfaceReader.read(file, true).points()[0]).isCloseTo(3e-3, within(1e-9));
    }
  }

  @Test
  void brokenSurfacesAreRefusedInWords() throws IOException {
    String head = "# vtk DataFile Version 3.0\nx\nBINARY\nDATASET POLYDATA\n";
    List<String> broken =
        List.of(
            head + "POINTS 100 float\nabc",
            head + "POINTS 900000000 float\n",
            head.replace("POLYDATA", "STRUCTURED_GRID"),
            head,
            "solid x\nvertex 1 2 banana\n",
            "solid x\nvertex 1 2 3\n",
            "nothing of the kind");
    for (String text : broken) {
      Path file = Files.writeString(folder.resolve("x.vtk"), text, StandardCharsets.US_ASCII);
      assertThatThrownBy(() -> SurfaceReader.read(file, false))
          .isInstanceOf(CaseException.class)
          .hasMessageContaining("bad-image");
    }
  }

  @Test
  void theSurfaceLiverHasItsVolumes() {
    String shared = System.getProperty("iceball.shared", "");
    Path liver = Path.of(shared, "geometry", "sksurgery_liver");
    assumeThat(Files.isDirectory(liver)).as("the shared geometry is there").isTrue();
    double[] ml = {96.7, 15.2, 27.3};
    String[] names = {"liver_tumours.vtk", "gallbladder.vtk", "portal_vein.vtk"};
    for (int n = 0; n < names.length; n++) {
      Surface s = SurfaceReader.read(liver.resolve(names[n]), true);
      assertThat(s.volume() * 1e6).isCloseTo(ml[n], within(0.06));
      LabelImage image =
          Voxelizer.paint(List.of(new Voxelizer.Labelled(names[n], 1, s)), 1e-3, 2e-3);
      assertThat(count(image, 1) * 1e-3).isCloseTo(ml[n], within(0.01 * ml[n]));
    }
  }
}
