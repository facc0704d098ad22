package org.iceball.meshes;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipException;

/** The one way to read a label image, whatever its format. */
public final class LabelImages {
  private static final List<LabelReader> READERS =
      List.of(new NrrdReader(), new NiftiReader(), new MetaImageReader());

  private LabelImages() {}

  /**
   * Reads a label image, choosing the format by content first and by name second: NIfTI-1, NRRD
   * (.seg.nrrd included) or MetaImage.
   *
   * @throws org.iceball.units.CaseException with {@code FILE_NOT_FOUND} or {@code BAD_IMAGE}
   */
  public static LabelFile read(Path file) {
    Path name = file.getFileName();
    return read(file, name == null ? file.toString() : name.toString());
  }

  /**
   * Reads a label image.
   *
   * @param file where it is
   * @param place how messages call it, for example the path as the case file writes it
   * @throws org.iceball.units.CaseException with {@code FILE_NOT_FOUND} or {@code BAD_IMAGE}
   */
  public static LabelFile read(Path file, String place) {
    ImageInput input = ImageInput.of(file, place);
    LabelReader reader = readerOf(input);
    try {
      return reader.read(input);
    } catch (EOFException e) {
      throw input.refuse("the file ends before all its voxels are there", ImageInput.COPY_AGAIN);
    } catch (ZipException e) {
      throw input.refuse(
          "the compressed voxels are damaged (" + e.getMessage() + ")", ImageInput.COPY_AGAIN);
    } catch (IOException e) {
      throw input.unreadable(e);
    }
  }

  private static LabelReader readerOf(ImageInput input) {
    for (LabelReader reader : READERS) {
      if (reader.recognises(input)) {
        return reader;
      }
    }
    if (input.isDicom()) {
      throw input.refuse(
          "this is a DICOM file, which iceball does not read",
          "Convert the segmentation to .seg.nrrd or NIfTI with 3D Slicer or dcm2niix");
    }
    throw input.refuse(
        "the file is neither NIfTI-1 nor NRRD nor MetaImage",
        "Give a label image as .nii, .nii.gz, .nrrd, .seg.nrrd, .mha or .mhd; 3D Slicer saves all"
            + " of them");
  }
}
