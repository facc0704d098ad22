package org.iceball.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;

/** Sound files of every format that is read, and hostile ones made of them. */
final class HostileFiles {
  private static final int NX = 7;
  private static final int NY = 5;
  private static final int NZ = 4;

  private HostileFiles() {}

  static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  private static byte[] voxels() {
    byte[] voxels = new byte[NX * NY * NZ];
    for (int c = 0; c < voxels.length; c++) {
      voxels[c] = (byte) (c % 3);
    }
    return voxels;
  }

  /** A sound NIfTI-1 file of bytes, its header changed. */
  static byte[] nifti(Consumer<ByteBuffer> change) {
    ByteBuffer b = ByteBuffer.allocate(352).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(0, 348);
    short[] dim = {3, NX, NY, NZ, 1, 1, 1, 1};
    for (int i = 0; i < dim.length; i++) {
      b.putShort(40 + 2 * i, dim[i]);
    }
    b.putShort(70, (short) 2).putShort(72, (short) 8);
    for (int i = 0; i < 4; i++) {
      b.putFloat(76 + 4 * i, 1);
    }
    b.putFloat(108, 352);
    b.put(123, (byte) 2);
    b.putShort(254, (short) 1);
    for (int row = 0; row < 3; row++) {
      b.putFloat(280 + 16 * row + 4 * row, 1);
    }
    b.put(344, (byte) 'n').put(345, (byte) '+').put(346, (byte) '1');
    change.accept(b);
    return join(b.array(), voxels());
  }

  static byte[] gzip(byte[] plain) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
      zip.write(plain);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A sound NRRD file, with a word of its header replaced. */
  static byte[] nrrd(String from, String to) {
    String header =
        """
        NRRD0004
        type: uchar
        dimension: 3
        space: left-posterior-superior
        sizes: 7 5 4
        space directions: (1,0,0) (0,1,0) (0,0,1)
        kinds: domain domain domain
        endian: little
        encoding: raw
        space origin: (0,0,0)

        """;
    return join(ascii(header.replace(from, to)), voxels());
  }

  /** A sound MetaImage file, with a word of its header replaced. */
  static byte[] meta(String from, String to) {
    String header =
        """
        ObjectType = Image
        NDims = 3
        BinaryData = True
        TransformMatrix = 1 0 0 0 1 0 0 0 1
        Offset = 0 0 0
        ElementSpacing = 1 1 1
        DimSize = 7 5 4
        ElementType = MET_UCHAR
        ElementDataFile = LOCAL
        """;
    return join(ascii(header.replace(from, to)), voxels());
  }

  /** A sound binary STL file, a tetrahedron, changed. */
  static byte[] stl(Consumer<ByteBuffer> change) {
    ByteBuffer b = ByteBuffer.allocate(84 + 4 * 50).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(80, 4);
    float[][] p = {{0, 0, 0}, {9, 0, 0}, {0, 9, 0}, {0, 0, 9}};
    int[][] faces = {{0, 2, 1}, {0, 1, 3}, {0, 3, 2}, {1, 2, 3}};
    for (int f = 0; f < 4; f++) {
      for (int c = 0; c < 9; c++) {
        b.putFloat(84 + 50 * f + 12 + 4 * c, p[faces[f][c / 3]][c % 3]);
      }
    }
    change.accept(b);
    return b.array();
  }

  /** A sound legacy VTK file, a tetrahedron, with a word replaced. */
  static byte[] vtk(String from, String to) {
    String text =
        """
        # vtk DataFile Version 3.0
        a tetrahedron
        ASCII
        DATASET POLYDATA
        POINTS 4 float
        0 0 0 9 0 0 0 9 0 0 0 9
        POLYGONS 4 16
        3 0 2 1
        3 0 1 3
        3 0 3 2
        3 1 2 3
        """;
    return ascii(text.replace(from, to));
  }

  /** Sound files by a name with their format's ending. */
  static Map<String, byte[]> sound() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put("sound.nii", nifti(b -> {}));
    files.put("sound.nii.gz", gzip(nifti(b -> {})));
    files.put("sound.nrrd", nrrd("", ""));
    files.put("sound.mha", meta("", ""));
    files.put("sound.stl", stl(b -> {}));
    files.put("sound.vtk", vtk("", ""));
    return files;
  }

  /** Hostile files that are not text, by the names of the corpus. */
  static Map<String, byte[]> hostile() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    files.put(
        "dims-2e31.nii",
        nifti(
            b -> {
              for (int axis = 1; axis < 4; axis++) {
                b.putShort(40 + 2 * axis, (short) 1291);
              }
            }));
    files.put("dims-negative.nii", nifti(b -> b.putShort(42, (short) -7)));
    files.put("dims-zero.nii", nifti(b -> b.putShort(42, (short) 0)));
    files.put("dims-8.nii", nifti(b -> b.putShort(40, (short) 8)));
    files.put("dims-too-long-edge.nii", nifti(b -> b.putShort(42, (short) 2049)));
    files.put("datatype-complex.nii", nifti(b -> b.putShort(70, (short) 32)));
    files.put("offset-beyond.nii", nifti(b -> b.putFloat(108, 1e9f)));
    files.put("offset-nan.nii", nifti(b -> b.putFloat(108, Float.NaN)));
    files.put("affine-nan.nii", nifti(b -> b.putFloat(280, Float.NaN)));
    files.put("affine-flat.nii", nifti(b -> b.putFloat(280, 0)));
    files.put("affine-huge.nii", nifti(b -> b.putFloat(280, 1e30f)));
    files.put("header-of-347.nii", nifti(b -> b.putInt(0, 347)));
    files.put("wrong-endian-dims.nii", nifti(b -> b.putShort(42, Short.reverseBytes((short) 7))));
    byte[] whole = nifti(b -> {});
    files.put("cut-in-header.nii", Arrays.copyOf(whole, 200));
    files.put("cut-in-voxels.nii", Arrays.copyOf(whole, 352 + 64));
    files.put("bomb.nii.gz", gzip(join(whole, new byte[16 << 20])));
    files.put("promises-more.nii.gz", gzip(nifti(b -> b.putShort(42, (short) 2048))));
    byte[] zipped = gzip(whole);
    files.put("cut.nii.gz", Arrays.copyOf(zipped, zipped.length - 12));
    files.put("sizes-2e31.nrrd", nrrd("sizes: 7 5 4", "sizes: 65536 65536 65536"));
    files.put("sizes-negative.nrrd", nrrd("sizes: 7 5 4", "sizes: -7 5 4"));
    files.put("directions-nan.nrrd", nrrd("(1,0,0)", "(nan,0,0)"));
    files.put("data-elsewhere.nrrd", nrrd("kinds:", "data file: ../../secret.raw\nkinds:"));
    files.put("type-unknown.nrrd", nrrd("type: uchar", "type: block"));
    files.put("endless-header.nrrd", ascii("NRRD0004\n" + "# x\n".repeat(400_000)));
    files.put("dims-huge.mha", meta("DimSize = 7 5 4", "DimSize = 2000000000 2 2"));
    files.put("data-absolute.mha", meta("= LOCAL", "= /etc/passwd"));
    files.put("data-up.mha", meta("= LOCAL", "= ../x.raw"));
    files.put("data-list.mha", meta("= LOCAL", "= LIST"));
    files.put("count-2e32.stl", stl(b -> b.putInt(80, -1)));
    files.put("count-too-few.stl", stl(b -> b.putInt(80, 3)));
    files.put("point-nan.stl", stl(b -> b.putFloat(96, Float.NaN)));
    files.put("points-promised.vtk", vtk("POINTS 4", "POINTS 19000000"));
    files.put("polygons-promised.vtk", vtk("POLYGONS 4 16", "POLYGONS 4000000 16000000"));
    files.put("index-beyond.vtk", vtk("3 1 2 3", "3 1 2 4"));
    files.put("index-negative.vtk", vtk("3 1 2 3", "3 1 2 -1"));
    files.put("point-infinite.vtk", vtk("0 9 0 0 0 9", "0 9 0 0 0 1e400"));
    return files;
  }
}
