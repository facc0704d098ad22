package org.iceball.meshes;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.iceball.grid.Affine;
import org.iceball.grid.LabelImage;

/**
 * Reads NIfTI-1 single files, plain or gzipped, in either byte order (Cox et al., "A (sort of) new
 * image data format standard: NIfTI-1", NeuroImage 22, e1440, 2004; nifti1.h).
 */
final class NiftiReader implements LabelReader {
  private static final int HEADER = NiftiHeader.BYTES;
  private static final int NIFTI_2_HEADER = 540;

  /** Most bytes between header and voxels; extensions of real files are far smaller. */
  private static final long MAX_OFFSET = 1L << 24;

  @Override
  public boolean recognises(ImageInput input) {
    // The only format here that is gzipped as a whole.
    return input.isGzip()
        || input.isNamed(".nii")
        || input.isNamed(".nii.gz")
        || orderOf(input.head()) != null;
  }

  @Override
  public LabelFile read(ImageInput input) throws IOException {
    boolean deflated = input.isGzip();
    try (InputStream file = input.open();
        InputStream in = deflated ? new GZIPInputStream(file, 1 << 16) : file) {
      byte[] bytes = in.readNBytes(HEADER);
      if (bytes.length < HEADER) {
        throw new EOFException();
      }
      NiftiHeader header = header(input, bytes);
      VoxelDecoder decoder = header.decoder(input);
      int voxels = ImageLimits.voxels(input, header.dims(input), 1);
      Affine frame = ImageLimits.frame(input, header.frame(input));
      long offset = header.voxelOffset();
      if (offset < HEADER || offset > MAX_OFFSET) {
        throw input.refuse("the voxels are said to begin at byte " + offset, "Export it again");
      }
      ImageLimits.fits(input, offset + decoder.bytes(voxels), input.size(), deflated);
      in.skipNBytes(offset - HEADER);
      byte[] labels = decoder.decode(input, in, voxels);
      if (deflated) {
        VoxelDecoder.requireEnd(input, in);
      }
      long[] n = header.dims(input);
      return new LabelFile(
          new LabelImage((int) n[0], (int) n[1], (int) n[2], frame, labels), Map.of());
    }
  }

  private static NiftiHeader header(ImageInput input, byte[] bytes) {
    ByteOrder order = orderOf(bytes);
    if (order == null) {
      int first = ByteBuffer.wrap(bytes).getInt(0);
      boolean second = first == NIFTI_2_HEADER || Integer.reverseBytes(first) == NIFTI_2_HEADER;
      throw input.refuse(
          second ? "this is a NIfTI-2 file" : "the file does not begin with a NIfTI-1 header",
          second ? "Save it as NIfTI-1" : "Export the label image again, as .nii or .nii.gz");
    }
    NiftiHeader header = new NiftiHeader(ByteBuffer.wrap(bytes).order(order));
    if (!header.isSingleFile()) {
      throw input.refuse(
          "this is no single-file NIfTI-1 image (it lacks the mark n+1)",
          "Save header and voxels together as .nii or .nii.gz");
    }
    return header;
  }

  /** The byte order in which the header's length reads 348, or null where neither does. */
  private static ByteOrder orderOf(byte[] head) {
    if (head.length < 4) {
      return null;
    }
    int length = ByteBuffer.wrap(head).getInt(0);
    if (length == HEADER) {
      return ByteOrder.BIG_ENDIAN;
    }
    return Integer.reverseBytes(length) == HEADER ? ByteOrder.LITTLE_ENDIAN : null;
  }
}
