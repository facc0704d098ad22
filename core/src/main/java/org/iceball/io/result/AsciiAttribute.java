package org.iceball.io.result;

import io.jhdf.api.Attribute;
import io.jhdf.api.Node;
import io.jhdf.api.WritableAttributeImpl;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.StringData;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * A string attribute in ASCII, null-padded, as long as its text. jHDF writes UTF-8,
 * null-terminated, one byte longer; VTK 9.1 refuses a VTKHDF file whose {@code Type} is that.
 * Relies on jHDF 0.13.0; a test looks at the bytes.
 */
final class AsciiAttribute extends WritableAttributeImpl {
  private final String text;

  private AsciiAttribute(String name, Node node, String text) {
    super(name, node, text);
    this.text = text;
  }

  /** The attribute, to be put into the node's map of attributes. */
  static Attribute of(String name, Node node, String text) {
    return new AsciiAttribute(name, node, text);
  }

  @Override
  public DataType getDataType() {
    return new AsciiType(text.length());
  }

  /** HDF5 File Format Specification version 3.0, IV.A.2.d, class 3. */
  private static final class AsciiType extends StringData {
    private static final byte VERSION_1_CLASS_STRING = 0x13;
    private static final byte NULL_PADDED_ASCII = 0x01;

    AsciiType(int length) {
      super(header(length));
    }

    private static ByteBuffer header(int length) {
      ByteBuffer header = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN);
      header.put(VERSION_1_CLASS_STRING).put(NULL_PADDED_ASCII).put((byte) 0).put((byte) 0);
      return header.putInt(length).rewind();
    }

    @Override
    public ByteBuffer toBuffer() {
      return header(getSize());
    }

    @Override
    public ByteBuffer encodeData(Object data) {
      return ByteBuffer.wrap(((String) data).getBytes(StandardCharsets.US_ASCII));
    }
  }
}
