package org.iceball.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

/** A channel whose writes and forces may go wrong. */
final class FaultChannel extends FileChannel {
  private final FaultFs fs;
  private final FileChannel under;
  private final Path of;

  FaultChannel(FaultFs fs, FileChannel under, Path of) {
    this.fs = fs;
    this.under = under;
    this.of = of;
  }

  private int attempt(ByteBuffer from, long at) throws IOException {
    int length = from.remaining();
    try {
      fs.request("write", of);
      fs.fill(length, of);
    } catch (FileSystemException e) {
      ByteBuffer half = from.duplicate();
      half.limit(half.position() + fs.stillWritten(length));
      put(half, at);
      throw e;
    }
    return put(from, at);
  }

  private int put(ByteBuffer from, long at) throws IOException {
    return at < 0 ? under.write(from) : under.write(from, at);
  }

  @Override
  public int write(ByteBuffer from) throws IOException {
    return attempt(from, -1);
  }

  @Override
  public int write(ByteBuffer from, long position) throws IOException {
    return attempt(from, position);
  }

  @Override
  public long write(ByteBuffer[] from, int offset, int length) throws IOException {
    long n = 0;
    for (int i = offset; i < offset + length; i++) {
      n += attempt(from[i], -1);
    }
    return n;
  }

  @Override
  public void force(boolean metaData) throws IOException {
    fs.request("force", of);
    under.force(metaData);
    fs.secured(of);
  }

  @Override
  public int read(ByteBuffer into) throws IOException {
    return under.read(into);
  }

  @Override
  public long read(ByteBuffer[] into, int offset, int length) throws IOException {
    return under.read(into, offset, length);
  }

  @Override
  public int read(ByteBuffer into, long position) throws IOException {
    return under.read(into, position);
  }

  @Override
  public long position() throws IOException {
    return under.position();
  }

  @Override
  public FileChannel position(long position) throws IOException {
    under.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return under.size();
  }

  @Override
  public FileChannel truncate(long size) throws IOException {
    fs.request("truncate", of);
    under.truncate(size);
    return this;
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
    return under.transferTo(position, count, to);
  }

  @Override
  public long transferFrom(ReadableByteChannel from, long position, long count) throws IOException {
    fs.request("write", of);
    return under.transferFrom(from, position, count);
  }

  @Override
  public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
    if (mode != MapMode.READ_ONLY) {
      fs.request("write", of);
    }
    return under.map(mode, position, size);
  }

  @Override
  public FileLock lock(long position, long size, boolean shared) throws IOException {
    return under.lock(position, size, shared);
  }

  @Override
  public FileLock tryLock(long position, long size, boolean shared) throws IOException {
    return under.tryLock(position, size, shared);
  }

  @Override
  protected void implCloseChannel() throws IOException {
    under.close();
  }
}
