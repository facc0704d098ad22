package org.iceball.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.FileSystem;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.WatchService;
import java.nio.file.attribute.UserPrincipalLookupService;
import java.nio.file.spi.FileSystemProvider;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
  private final FaultProvider provider;
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
    provider = new FaultProvider(this, this.root.getFileSystem().provider());
  }

  /** The folder as this file system shows it. */
  Path path() {
    return new FaultPath(this, root);
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

  /** Something is asked of the disk; it may be its turn to fail. */
  void request(String what, Path on) throws IOException {
    log.add(what + " " + on);
    requests++;
    if (requests == failing || (requests > failing && fault != Fault.FAILS_ONCE)) {
      broken = true;
      throw full(on);
    }
  }

  /** So many bytes go into a file, where there is room. */
  void fill(int length, Path on) throws FileSystemException {
    if (length > room) {
      throw full(on);
    }
    room -= length;
  }

  /** So many bytes of a write that failed reach the disk nevertheless. */
  int stillWritten(int length) {
    return fault == Fault.WRITES_HALF || room < length ? (int) Math.min(room, length / 2) : 0;
  }

  private static FileSystemException full(Path on) {
    return new FileSystemException(on.toString(), null, "No space left on device");
  }

  /** A file has another name now. */
  void renamed(Path from, Path to) {
    forced.put(to, forced.remove(from));
  }

  /** A file's bytes, or a folder's names, are safely on the disk. */
  void secured(Path of) throws IOException {
    if (Files.isDirectory(of)) {
      durable.keySet().removeIf(p -> of.equals(p.getParent()) && !Files.exists(p));
      try (var all = Files.list(of)) {
        all.filter(Files::isRegularFile).forEach(p -> durable.put(p, forced.get(p)));
      }
    } else {
      forced.put(of, Files.readAllBytes(of));
    }
  }

  static Path real(Path p) {
    return p instanceof FaultPath wrapped ? wrapped.real : p;
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
    return new FaultPath(this, root.getFileSystem().getPath(first, more));
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
