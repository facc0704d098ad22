package org.iceball.meshes;

import java.io.IOException;

/** Reads one kind of label file. */
interface LabelReader {
  /** True where the file's first bytes or, failing those, its name say that it is of this kind. */
  boolean recognises(ImageInput input);

  /**
   * Reads the file.
   *
   * @throws org.iceball.units.CaseException where it is not a sound label image
   * @throws IOException where it ends early, is damaged or can't be read; the caller says so to the
   *     user
   */
  LabelFile read(ImageInput input) throws IOException;
}
