package org.iceball.meshes;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;
import org.iceball.grid.Vec3;

/** Writes label images as gzipped NIfTI-1: uint8, little-endian, RAS, mm, sform and qform. */
public final class NiftiEncoder {
  private static final int VOXELS_AT = 352;
  private static final short UINT8 = 2;
  private static final short SCANNER_ANATOMICAL = 1;
  private static final byte MILLIMETRES = 2;

  /** Largest cosine between axes that a quaternion still stands for. */
  private static final double SQUARE = 1e-5;

  private NiftiEncoder() {}

  /** The whole file, .nii.gz. */
  public static byte[] encode(LabelImage image) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try {
      write(image, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** Writes the whole file to a stream, which stays open. */
  public static void write(LabelImage image, OutputStream out) throws IOException {
    GZIPOutputStream zip = new GZIPOutputStream(out, 1 << 16);
    zip.write(header(image));
    zip.write(image.values());
    zip.finish();
  }

  private static byte[] header(LabelImage image) {
    ByteBuffer b = ByteBuffer.allocate(VOXELS_AT).order(ByteOrder.LITTLE_ENDIAN);
    b.putInt(0, NiftiHeader.BYTES);
    short[] dim = {3, (short) image.nx(), (short) image.ny(), (short) image.nz(), 1, 1, 1, 1};
    for (int n = 0; n < dim.length; n++) {
      b.putShort(NiftiHeader.DIM + 2 * n, dim[n]);
    }
    b.putShort(NiftiHeader.DATATYPE, UINT8);
    b.putShort(NiftiHeader.BITPIX, (short) 8);
    b.putFloat(NiftiHeader.VOX_OFFSET, VOXELS_AT);
    b.putFloat(NiftiHeader.SCL_SLOPE, 1);
    b.put(NiftiHeader.XYZT_UNITS, MILLIMETRES);
    byte[] text = "iceball, research use only".getBytes(StandardCharsets.US_ASCII);
    b.put(NiftiHeader.DESCRIP, text);
    b.put(NiftiHeader.MAGIC, new byte[] {'n', '+', '1', 0});
    putFrame(b, image.affine());
    return b.array();
  }

  private static void putFrame(ByteBuffer b, Affine frame) {
    Vec3[] columns = {frame.di(), frame.dj(), frame.dk(), frame.origin()};
    for (int n = 0; n < 4; n++) {
      b.putFloat(NiftiHeader.SROW + 4 * n, mm(columns[n].x()));
      b.putFloat(NiftiHeader.SROW + 16 + 4 * n, mm(columns[n].y()));
      b.putFloat(NiftiHeader.SROW + 32 + 4 * n, mm(columns[n].z()));
    }
    b.putShort(NiftiHeader.SFORM_CODE, SCANNER_ANATOMICAL);

    boolean mirrored = frame.determinant() < 0;
    b.putFloat(NiftiHeader.PIXDIM, mirrored ? -1 : 1);
    for (int n = 0; n < 3; n++) {
      b.putFloat(NiftiHeader.PIXDIM + 4 + 4 * n, mm(columns[n].norm()));
    }
    Vec3 x = frame.di().unit();
    Vec3 y = frame.dj().unit();
    Vec3 z = frame.dk().unit().times(mirrored ? -1 : 1);
    if (Math.abs(x.dot(y)) + Math.abs(y.dot(z)) + Math.abs(z.dot(x)) > SQUARE) {
      return; // a sheared frame has no quaternion; readers then use the sform alone
    }
    double[] q = quaternion(x, y, z);
    for (int n = 0; n < 3; n++) {
      b.putFloat(NiftiHeader.QUATERN + 4 * n, (float) q[n + 1]);
    }
    b.putFloat(NiftiHeader.QOFFSET, mm(frame.origin().x()));
    b.putFloat(NiftiHeader.QOFFSET + 4, mm(frame.origin().y()));
    b.putFloat(NiftiHeader.QOFFSET + 8, mm(frame.origin().z()));
    b.putShort(NiftiHeader.QFORM_CODE, SCANNER_ANATOMICAL);
  }

  /**
   * The unit quaternion (a, b, c, d) with a not negative of the rotation with these columns, by its
   * largest component (Shepperd, J. Guidance and Control 1, 223, 1978).
   */
  private static double[] quaternion(Vec3 x, Vec3 y, Vec3 z) {
    double[] square = {
      1 + x.x() + y.y() + z.z(),
      1 + x.x() - y.y() - z.z(),
      1 - x.x() + y.y() - z.z(),
      1 - x.x() - y.y() + z.z()
    };
    int largest = 0;
    for (int n = 1; n < 4; n++) {
      largest = square[n] > square[largest] ? n : largest;
    }
    double[][] products = {
      {square[0], y.z() - z.y(), z.x() - x.z(), x.y() - y.x()},
      {y.z() - z.y(), square[1], x.y() + y.x(), z.x() + x.z()},
      {z.x() - x.z(), x.y() + y.x(), square[2], y.z() + z.y()},
      {x.y() - y.x(), z.x() + x.z(), y.z() + z.y(), square[3]}
    };
    double[] q = products[largest];
    double norm = 0;
    for (double v : q) {
      norm += v * v;
    }
    double scale = (q[0] < 0 ? -1 : 1) / Math.sqrt(norm);
    for (int n = 0; n < 4; n++) {
      q[n] *= scale;
    }
    return q;
  }

  private static float mm(double metres) {
    return (float) (metres * 1e3);
  }
}
