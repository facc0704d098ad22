package org.iceball.cli.serve;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who may come in. The page can write files, so it is shut to all but the browser that was handed
 * its address: every path begins with a random token; a name of the host other than the loopback's
 * (a page of another site whose name was pointed here) and a request that another site made a
 * browser send are refused.
 */
final class Doorkeeper {
  /** Longest body of a request [bytes]. */
  static final int LONGEST_BODY = 256 * 1024;

  private final String token;
  private final int port;

  Doorkeeper(String token, int port) {
    this.token = token;
    this.port = port;
  }

  /** A token that nobody guesses: 128 random bits. */
  static String newToken() {
    byte[] bits = new byte[16];
    new SecureRandom().nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }

  /**
   * What is known of a request before its body is read.
   *
   * @param method GET or POST
   * @param path of its address
   * @param host header {@code Host}; null where there is none
   * @param origin header {@code Origin}; null where there is none
   * @param site header {@code Sec-Fetch-Site}; null where there is none
   * @param type header {@code Content-Type}; null where there is none
   * @param length header {@code Content-Length}; -1 where there is none
   */
  record Caller(
      String method,
      String path,
      String host,
      String origin,
      String site,
      String type,
      long length) {}

  /**
   * Why a request is turned away.
   *
   * @param status of the answer
   * @param why in words
   */
  record Refusal(int status, String why) {}

  /** Why a request is turned away; empty where it may come in. */
  Optional<Refusal> refuse(Caller c) {
    List<String> hosts = List.of("127.0.0.1:" + port, "localhost:" + port);
    if (c.host() == null || !hosts.contains(c.host().toLowerCase(Locale.ROOT))) {
      return no(403, "this server answers under its own name only");
    }
    if (!hasToken(c.path())) {
      return no(403, "the address lacks its token; use the one that iceball serve printed");
    }
    if (c.origin() != null && hosts.stream().noneMatch(h -> c.origin().equals("http://" + h))) {
      return no(403, "another site asks");
    }
    if (c.site() != null && !List.of("same-origin", "none").contains(c.site())) {
      return no(403, "another site asks");
    }
    if (c.method().equals("GET")) {
      return Optional.empty();
    }
    if (!c.method().equals("POST")) {
      return no(405, "only GET and POST are answered");
    }
    // a form of another site can send text, but not JSON
    if (c.type() == null || !c.type().toLowerCase(Locale.ROOT).startsWith("application/json")) {
      return no(415, "a body has to be application/json");
    }
    if (c.length() > LONGEST_BODY) {
      return no(413, "the body is longer than " + LONGEST_BODY + " bytes");
    }
    return Optional.empty();
  }

  /** What comes behind the token, with its leading slash. */
  String inside(String path) {
    return path.substring(token.length() + 1);
  }

  private boolean hasToken(String path) {
    if (path.length() < token.length() + 2 || path.charAt(token.length() + 1) != '/') {
      return false;
    }
    // takes the same time wherever the two differ
    return MessageDigest.isEqual(
        path.substring(1, token.length() + 1).getBytes(StandardCharsets.UTF_8),
        token.getBytes(StandardCharsets.UTF_8));
  }

  private static Optional<Refusal> no(int status, String why) {
    return Optional.of(new Refusal(status, why));
  }
}
