package org.iceball.validation.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What tells one build of the program from another: a hash of the files its classes come from. */
final class ProgramHash {
  private ProgramHash() {}

  /**
   * SHA-256 over the jars, or the folders of classes, that these belong to.
   *
   * @param classes one of each module
   */
  static String of(List<Class<?>> classes) {
    try {
      MessageDigest all = MessageDigest.getInstance("SHA-256");
      for (Path from : places(classes)) {
        try (Stream<Path> below = Files.walk(from)) {
          for (Path file : below.filter(Files::isRegularFile).sorted().toList()) {
            all.update(from.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), all)) {
              in.transferTo(OutputStream.nullOutputStream());
            }
          }
        }
      }
      return HexFormat.of().formatHex(all.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static Set<Path> places(List<Class<?>> classes) {
    Set<Path> places = new TreeSet<>();
    for (Class<?> one : classes) {
      try {
        places.add(Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI()));
      } catch (URISyntaxException e) {
        throw new IllegalStateException("classes lie in files", e);
      }
    }
    return places;
  }
}
