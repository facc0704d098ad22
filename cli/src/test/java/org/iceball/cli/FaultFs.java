package org.iceball.cli;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.StandardOpenOption;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileAttributeView;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A file system that misbehaves, laid over a real folder: it counts what is asked of it, fails one
 * of these requests, lets the disk be full after so many bytes, and remembers what was forced to
 * the disk, so that a crash of the machine can take the rest away.
 */
final class FaultFs extends FileSystem {
  /** What goes wrong with the request whose turn it is. */
  enum Fault {
    /** It fails and does nothing, and so do all after it. */
    FAILS,
    /** It alone fails. */
    FAILS_ONCE,
    /** A write writes half, and then the disk is full; other requests fail. */
    WRITES_HALF
  }

  private final Path root;
  private final Provider provider;
  private final List<String> log = new ArrayList<>();

  /** What a crash leaves: the bytes of a name, null for bytes that were never forced. */
  private final Map<Path, byte[]> durable = new TreeMap<>();

  /** Bytes that were forced, by the present name of their file. */
  private final Map<Path, byte[]> forced = new HashMap<>();

  private long requests;
  private long failing = Long.MAX_VALUE;
  private Fault fault = Fault.FAILS;
  private long room = Long.MAX_VALUE;
  private boolean broken;

  FaultFs(Path root) {
    this.root = root.toAbsolutePath();
    provider = new Provider();
  }

  /** The folder as this file system shows it. */
  Path path() {
    return new P(root);
  }

  /** From now on the request with this number, counted from 1, goes wrong, and those after it. */
  void failAt(long number, Fault how) {
    requests = 0;
    failing = number;
    fault = how;
    broken = false;
  }

  /** From now on only so many bytes can be written. */
  void leaveRoom(long bytes) {
    room = bytes;
  }

  /** Whether the request whose turn it was has come. */
  boolean hasFailed() {
    return broken;
  }

  /** All is well again. */
  void mend() {
    failing = Long.MAX_VALUE;
    room = Long.MAX_VALUE;
    broken = false;
  }

  /** What was opened, in words. */
  List<String> log() {
    return List.copyOf(log);
  }

  /** Takes what lies there now as safely on the disk. */
  void settle() throws IOException {
    durable.clear();
    forced.clear();
    try (var all = Files.walk(root)) {
      for (Path p : all.filter(Files::isRegularFile).toList()) {
        durable.put(p, Files.readAllBytes(p));
        forced.put(p, durable.get(p));
      }
    }
  }

  /**
   * The machine loses its power: renames that no folder was forced for are undone, and files that
   * were not forced are damaged or gone.
   */
  void crash(SplittableRandom random) throws IOException {
    Map<Path, byte[]> present = new TreeMap<>();
    try (var all = Files.walk(root)) {
      for (Path p : all.filter(Files::isRegularFile).toList()) {
        present.put(p, Files.readAllBytes(p));
      }
    }
    Set<Path> names = new HashSet<>(present.keySet());
    names.addAll(durable.keySet());
    for (Path p : names) {
      byte[] kept = durable.get(p);
      boolean known = durable.containsKey(p);
      if (present.containsKey(p) && random.nextBoolean()) {
        // what was done last reached the disk though nobody asked for it
        kept = forced.get(p);
        known = true;
      }
      if (!known) {
        Files.deleteIfExists(p);
      } else {
        byte[] bytes = kept != null ? kept : damaged(present.get(p), random);
        Files.createDirectories(p.getParent());
        Files.write(p, bytes);
      }
    }
    settle();
  }

  private static byte[] damaged(byte[] bytes, SplittableRandom random) {
    byte[] b = bytes == null ? new byte[0] : bytes.clone();
    if (b.length == 0) {
      return b;
    }
    int at = random.nextInt(b.length);
    switch (random.nextInt(6)) {
      case 0 -> b = new byte[0];
      case 1 -> b = java.util.Arrays.copyOf(b, at);
      case 2 -> java.util.Arrays.fill(b, at, b.length, (byte) 0);
      case 3 -> java.util.Arrays.fill(b, (byte) 0);
      case 4 -> b[at] ^= 1;
      default -> b = java.util.Arrays.copyOf(b, b.length + at);
    }
    return b;
  }

  private void request(String what, Path on) throws IOException {
    log.add(what + " " + on);
    requests++;
    if (requests == failing || (requests > failing && fault != Fault.FAILS_ONCE)) {
      broken = true;
      throw new FileSystemException(on.toString(), null, "No space left on device");
    }
  }

  private static Path real(Path p) {
    return p instanceof P wrapped ? wrapped.real : p;
  }

  private final class Provider extends FileSystemProvider {
    private final FileSystemProvider under = root.getFileSystem().provider();

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
      return FaultFs.this;
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
      Path real = real(path);
      request(writes ? "open for writing" : "open", real);
      return new Channel(under.newFileChannel(real, options, attributes), real);
    }

    @Override
    public DirectoryStream<Path> newDirectoryStream(
        Path dir, DirectoryStream.Filter<? super Path> filter) throws IOException {
      request("list", real(dir));
      List<Path> entries = new ArrayList<>();
      try (DirectoryStream<Path> all = under.newDirectoryStream(real(dir), p -> true)) {
        for (Path p : all) {
          if (filter.accept(new P(p))) {
            entries.add(new P(p));
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
      request("make folder", real(dir));
      under.createDirectory(real(dir), attributes);
    }

    @Override
    public void delete(Path path) throws IOException {
      request("delete", real(path));
      under.delete(real(path));
    }

    @Override
    public void copy(Path source, Path target, CopyOption... options) throws IOException {
      request("copy", real(source));
      under.copy(real(source), real(target), options);
    }

    @Override
    public void move(Path source, Path target, CopyOption... options) throws IOException {
      request("rename", real(source));
      under.move(real(source), real(target), options);
      forced.put(real(target), forced.remove(real(source)));
    }

    @Override
    public boolean isSameFile(Path a, Path b) throws IOException {
      return under.isSameFile(real(a), real(b));
    }

    @Override
    public boolean isHidden(Path path) throws IOException {
      return under.isHidden(real(path));
    }

    @Override
    public FileStore getFileStore(Path path) throws IOException {
      return under.getFileStore(real(path));
    }

    @Override
    public void checkAccess(Path path, AccessMode... modes) throws IOException {
      under.checkAccess(real(path), modes);
    }

    @Override
    public <V extends FileAttributeView> V getFileAttributeView(
        Path path, Class<V> type, LinkOption... options) {
      return under.getFileAttributeView(real(path), type, options);
    }

    @Override
    public <A extends BasicFileAttributes> A readAttributes(
        Path path, Class<A> type, LinkOption... options) throws IOException {
      return under.readAttributes(real(path), type, options);
    }

    @Override
    public Map<String, Object> readAttributes(Path path, String names, LinkOption... options)
        throws IOException {
      return under.readAttributes(real(path), names, options);
    }

    @Override
    public void setAttribute(Path path, String name, Object value, LinkOption... options)
        throws IOException {
      under.setAttribute(real(path), name, value, options);
    }
  }

  /** A channel whose writes and forces may go wrong. */
  private final class Channel extends FileChannel {
    private final FileChannel under;
    private final Path of;

    Channel(FileChannel under, Path of) {
      this.under = under;
      this.of = of;
    }

    private int attempt(ByteBuffer from, long at) throws IOException {
      int length = from.remaining();
      try {
        request("write", of);
        if (length > room) {
          throw new FileSystemException(of.toString(), null, "No space left on device");
        }
      } catch (FileSystemException e) {
        if (fault == Fault.WRITES_HALF || room < length) {
          ByteBuffer half = from.duplicate();
          half.limit(half.position() + (int) Math.min(room, length / 2));
          put(half, at);
        }
        throw e;
      }
      room -= length;
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
      request("force", of);
      under.force(metaData);
      if (Files.isDirectory(of)) {
        durable.keySet().removeIf(p -> of.equals(p.getParent()) && !Files.exists(p));
        try (var all = Files.list(of)) {
          all.filter(Files::isRegularFile).forEach(p -> durable.put(p, forced.get(p)));
        }
      } else {
        forced.put(of, Files.readAllBytes(of));
      }
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
      request("truncate", of);
      under.truncate(size);
      return this;
    }

    @Override
    public long transferTo(long position, long count, WritableByteChannel to) throws IOException {
      return under.transferTo(position, count, to);
    }

    @Override
    public long transferFrom(ReadableByteChannel from, long position, long count)
        throws IOException {
      request("write", of);
      return under.transferFrom(from, position, count);
    }

    @Override
    public MappedByteBuffer map(MapMode mode, long position, long size) throws IOException {
      if (mode != MapMode.READ_ONLY) {
        request("write", of);
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

  /** A path that leads through this file system. */
  private final class P implements Path {
    final Path real;

    P(Path real) {
      this.real = real;
    }

    private Path wrap(Path p) {
      return p == null ? null : new P(p);
    }

    @Override
    public FileSystem getFileSystem() {
      return FaultFs.this;
    }

    @Override
    public boolean isAbsolute() {
      return real.isAbsolute();
    }

    @Override
    public Path getRoot() {
      return wrap(real.getRoot());
    }

    @Override
    public Path getFileName() {
      return wrap(real.getFileName());
    }

    @Override
    public Path getParent() {
      return wrap(real.getParent());
    }

    @Override
    public int getNameCount() {
      return real.getNameCount();
    }

    @Override
    public Path getName(int index) {
      return wrap(real.getName(index));
    }

    @Override
    public Path subpath(int from, int to) {
      return wrap(real.subpath(from, to));
    }

    @Override
    public boolean startsWith(Path other) {
      return real.startsWith(real(other));
    }

    @Override
    public boolean endsWith(Path other) {
      return real.endsWith(real(other));
    }

    @Override
    public Path normalize() {
      return wrap(real.normalize());
    }

    @Override
    public Path resolve(Path other) {
      return wrap(real.resolve(real(other)));
    }

    @Override
    public Path resolve(String other) {
      return wrap(real.resolve(other));
    }

    @Override
    public Path relativize(Path other) {
      return wrap(real.relativize(real(other)));
    }

    @Override
    public URI toUri() {
      return real.toUri();
    }

    @Override
    public Path toAbsolutePath() {
      return wrap(real.toAbsolutePath());
    }

    @Override
    public Path toRealPath(LinkOption... options) throws IOException {
      return wrap(real.toRealPath(options));
    }

    @Override
    public WatchKey register(
        WatchService watcher, WatchEvent.Kind<?>[] events, WatchEvent.Modifier... modifiers) {
      throw new UnsupportedOperationException();
    }

    @Override
    public int compareTo(Path other) {
      return real.compareTo(real(other));
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof P p && real.equals(p.real);
    }

    @Override
    public int hashCode() {
      return real.hashCode();
    }

    @Override
    public String toString() {
      return real.toString();
    }
  }

  @Override
  public FileSystemProvider provider() {
    return provider;
  }

  @Override
  public void close() {
    // nothing is held
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public boolean isReadOnly() {
    return false;
  }

  @Override
  public String getSeparator() {
    return root.getFileSystem().getSeparator();
  }

  @Override
  public Iterable<Path> getRootDirectories() {
    return List.of();
  }

  @Override
  public Iterable<FileStore> getFileStores() {
    return List.of();
  }

  @Override
  public Set<String> supportedFileAttributeViews() {
    return root.getFileSystem().supportedFileAttributeViews();
  }

  @Override
  public Path getPath(String first, String... more) {
    return new P(root.getFileSystem().getPath(first, more));
  }

  @Override
  public PathMatcher getPathMatcher(String pattern) {
    PathMatcher under = root.getFileSystem().getPathMatcher(pattern);
    return p -> under.matches(real(p));
  }

  @Override
  public UserPrincipalLookupService getUserPrincipalLookupService() {
    throw new UnsupportedOperationException();
  }

  @Override
  public WatchService newWatchService() {
    throw new UnsupportedOperationException();
  }
}
