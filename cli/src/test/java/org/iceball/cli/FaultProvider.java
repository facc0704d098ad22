package org.iceball.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Passes on what is asked, unless it is its turn to fail. */
final class FaultProvider extends FileSystemProvider {
  private final FaultFs fs;
  private final FileSystemProvider under;

  /**
   * @param under does what does not fail
   */
  FaultProvider(FaultFs fs, FileSystemProvider under) {
    this.fs = fs;
    this.under = under;
  }

  @Override
  public String getScheme() {
    return "fault";
  }

  @Override
  public FileSystem newFileSystem(URI uri, Map<String, ?> env) {
    throw new UnsupportedOperationException();
  }

  @Override
  public FileSystem getFileSystem(URI uri) {
    return fs;
  }

  @Override
  public Path getPath(URI uri) {
    throw new UnsupportedOperationException();
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return newFileChannel(path, options, attributes);
  }

  @Override
  public FileChannel newFileChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    boolean writes =
        options.contains(StandardOpenOption.WRITE) || options.contains(StandardOpenOption.APPEND);
    Path real = FaultFs.real(path);
    fs.request(writes ? "open for writing" : "open", real);
    return new FaultChannel(fs, under.newFileChannel(real, options, attributes), real);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
    fs.request("list", FaultFs.real(dir));
    List<Path> entries = new ArrayList<>();
    try (DirectoryStream<Path> all = under.newDirectoryStream(FaultFs.real(dir), p -> true)) {
      for (Path p : all) {
        if (filter.accept(new FaultPath(fs, p))) {
          entries.add(new FaultPath(fs, p));
        }
      }
    }
    return new DirectoryStream<>() {
      @Override
      public Iterator<Path> iterator() {
        return entries.iterator();
      }

      @Override
      public void close() {
        // nothing is held
      }
    };
  }

  @Override
  public void createDirectory(Path dir, FileAttribute<?>... attributes) throws IOException {
    fs.request("make folder", FaultFs.real(dir));
    under.createDirectory(FaultFs.real(dir), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    fs.request("delete", FaultFs.real(path));
    under.delete(FaultFs.real(path));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    fs.request("copy", FaultFs.real(source));
    under.copy(FaultFs.real(source), FaultFs.real(target), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    fs.request("rename", FaultFs.real(source));
    under.move(FaultFs.real(source), FaultFs.real(target), options);
    fs.renamed(FaultFs.real(source), FaultFs.real(target));
  }

  @Override
  public boolean isSameFile(Path a, Path b) throws IOException {
    return under.isSameFile(FaultFs.real(a), FaultFs.real(b));
  }

  @Override
  public boolean isHidden(Path path) throws IOException {
    return under.isHidden(FaultFs.real(path));
  }

  @Override
  public FileStore getFileStore(Path path) throws IOException {
    return under.getFileStore(FaultFs.real(path));
  }

  @Override
  public void checkAccess(Path path, AccessMode... modes) throws IOException {
    under.checkAccess(FaultFs.real(path), modes);
  }

  @Override
  public <V extends FileAttributeView> V getFileAttributeView(
      Path path, Class<V> type, LinkOption... options) {
    return under.getFileAttributeView(FaultFs.real(path), type, options);
  }

  @Override
  public <A extends BasicFileAttributes> A readAttributes(
      Path path, Class<A> type, LinkOption... options) throws IOException {
    return under.readAttributes(FaultFs.real(path), type, options);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
      throws IOException {
    return under.readAttributes(FaultFs.real(path), names, options);
  }

  @Override
  public void setAttribute(Path path, String name, Object value, LinkOption... options)
      throws IOException {
    under.setAttribute(FaultFs.real(path), name, value, options);
  }
}
