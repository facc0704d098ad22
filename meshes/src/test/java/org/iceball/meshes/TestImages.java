package org.iceball.meshes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.assertj.core.data.Offset;
import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;

/** What the tests of this package share: an image without any symmetry, and files made by hand. */
final class TestImages {
  static final int NX = 7;
  static final int NY = 5;
  static final int NZ = 4;

  private TestImages() {}

  /** Voxel (i, j, k) has the value (i + 7 j + 35 k) mod 251: each tells where it is. */
  static byte[] values() {
    byte[] values = new byte[NX * NY * NZ];
    for (int v = 0; v < values.length; v++) {
      values[v] = (byte) (v % 251);
    }
    return values;
  }

  /** Three rotations of a frame with voxels of 0.8 x 0.9 x 5 mm, mirrored along i if wanted. */
  static Affine oblique(boolean mirrored) {
    Vec3 i = new Vec3(0.9255641594843, 0.3275796727, -0.1897960600);
    Vec3 x = i.unit();
    Vec3 y = new Vec3(0, 0, 1).cross(x).unit();
    Vec3 z = x.cross(y);
    double turn = 0.7;
    Vec3 y2 = y.times(Math.cos(turn)).plus(z.times(Math.sin(turn)));
    Vec3 z2 = z.times(Math.cos(turn)).minus(y.times(Math.sin(turn)));
    return new Affine(
        Vec3.mm(40, -60, 1000.5),
        x.times(mirrored ? -0.8e-3 : 0.8e-3),
        y2.times(0.9e-3),
        z2.times(5e-3));
  }

  static LabelImage image(Affine affine) {
    return new LabelImage(NX, NY, NZ, affine, values());
  }

  /** A NIfTI-1 file with the frame diag(0.8, 0.9, 5) mm as sform. */
  static byte[] nifti(int datatype, VoxelType type, ByteOrder order, double slope, double inter) {
    byte[] values = values();
    ByteBuffer b = ByteBuffer.allocate(352 + values.length * type.bytes()).order(order);
    b.putInt(0, 348);
    short[] dim = {3, NX, NY, NZ, 1, 1, 1, 1};
    for (int n = 0; n < 8; n++) {
      b.putShort(40 + 2 * n, dim[n]);
    }
    b.putShort(70, (short) datatype).putShort(72, (short) (8 * type.bytes()));
    b.putFloat(76, 1).putFloat(80, 0.8f).putFloat(84, 0.9f).putFloat(88, 5);
    b.putFloat(108, 352).putFloat(112, (float) slope).putFloat(116, (float) inter);
    b.put(123, (byte) 2);
    b.putShort(254, (short) 1);
    b.putFloat(280, 0.8f).putFloat(280 + 16 + 4, 0.9f).putFloat(280 + 32 + 8, 5);
    b.putFloat(292, 10).putFloat(308, -20).putFloat(324, 30);
    b.put(344, new byte[] {'n', '+', '1', 0});
    double a = slope == 0 ? 1 : slope;
    for (int v = 0; v < values.length; v++) {
      put(b, type, 352 + v * type.bytes(), ((values[v] & 0xff) - (slope == 0 ? 0 : inter)) / a);
    }
    return b.array();
  }

  /** The asymmetric voxels in some type and byte order. */
  static byte[] voxels(VoxelType type, ByteOrder order) {
    byte[] values = values();
    ByteBuffer b = ByteBuffer.allocate(values.length * type.bytes()).order(order);
    for (int v = 0; v < values.length; v++) {
      put(b, type, v * type.bytes(), values[v] & 0xff);
    }
    return b.array();
  }

  private static void put(ByteBuffer b, VoxelType type, int at, double value) {
    switch (type) {
      case INT8, UINT8 -> b.put(at, (byte) (int) value);
      case INT16, UINT16 -> b.putShort(at, (short) value);
      case INT32, UINT32 -> b.putInt(at, (int) value);
      case INT64, UINT64 -> b.putLong(at, (long) value);
      case FLOAT32 -> b.putFloat(at, (float) value);
      case FLOAT64 -> b.putDouble(at, value);
    }
  }

  static byte[] gzip(byte[] bytes) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (GZIPOutputStream zip = new GZIPOutputStream(out)) {
        zip.write(bytes);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gunzip(byte[] bytes) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] zlib(byte[] bytes) {
    try (ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      try (DeflaterOutputStream zip = new DeflaterOutputStream(out)) {
        zip.write(bytes);
      }
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Header text and voxels behind each other. */
  static byte[] join(String header, byte[] voxels) {
    byte[] head = header.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    byte[] all = java.util.Arrays.copyOf(head, head.length + voxels.length);
    System.arraycopy(voxels, 0, all, head.length, voxels.length);
    return all;
  }

  static Path write(Path folder, String name, byte[] bytes) {
    try {
      return Files.write(folder.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reading the file must fail with a finding of that kind; returns its text. */
  static String refused(Path file, Complaint complaint) {
    Throwable thrown = catchThrowable(() -> LabelImages.read(file));
    assertThat(thrown).as("%s", file).isInstanceOf(CaseException.class);
    CaseException e = (CaseException) thrown;
    assertThat(e.findings()).hasSize(1);
    assertThat(e.findings().get(0).complaint()).as(e.getMessage()).isEqualTo(complaint);
    assertThat(e.findings().get(0).cause()).isNotBlank();
    assertThat(e.findings().get(0).remedy()).isNotBlank();
    return e.getMessage();
  }

  static void same(Affine actual, Affine expected, double within) {
    near(actual.origin(), expected.origin(), within);
    near(actual.di(), expected.di(), within);
    near(actual.dj(), expected.dj(), within);
    near(actual.dk(), expected.dk(), within);
  }

  static void near(Vec3 actual, Vec3 expected, double within) {
    assertThat(actual.x()).isCloseTo(expected.x(), Offset.offset(within));
    assertThat(actual.y()).isCloseTo(expected.y(), Offset.offset(within));
    assertThat(actual.z()).isCloseTo(expected.z(), Offset.offset(within));
  }
}
