package org.iceball.cli.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** What goes back over an exchange, at once or in lines as they come. */
final class Reply {
  private final HttpExchange exchange;
  private OutputStream lines;

  Reply(HttpExchange exchange) {
    this.exchange = exchange;
  }

  void json(int status, byte[] body) throws IOException {
    send(status, "application/json", body);
  }

  /** A sentence to a caller who is not the page; ends the connection. */
  void text(int status, String why) throws IOException {
    // a body that nobody reads must not be taken for the next request
    exchange.getResponseHeaders().set("Connection", "close");
    send(status, "text/plain", (why + "\n").getBytes(StandardCharsets.UTF_8));
  }

  void send(int status, String type, byte[] body) throws IOException {
    headers(type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }

  /**
   * A line of an answer whose headers go out with its first.
   *
   * @throws UncheckedIOException where nobody listens any more
   */
  void line(byte[] line) {
    try {
      if (lines == null) {
        headers("application/x-ndjson");
        exchange.sendResponseHeaders(200, 0);
        lines = exchange.getResponseBody();
      }
      lines.write(line);
      lines.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a line has been sent. */
  boolean hasBegun() {
    return lines != null;
  }

  /** Ends an answer in lines. */
  void end() throws IOException {
    lines.close();
  }

  /** No other site may frame, read or keep what is sent. */
  private void headers(String type) {
    Headers h = exchange.getResponseHeaders();
    h.set("Content-Type", type + "; charset=utf-8");
    h.set("Cache-Control", "no-store");
    h.set("X-Content-Type-Options", "nosniff");
    h.set("X-Frame-Options", "DENY");
    h.set("Referrer-Policy", "no-referrer");
    h.set("Cross-Origin-Resource-Policy", "same-origin");
  }
}
