package org.iceball.cli.serve;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.iceball.cli.serve.Doorkeeper.Caller;
import org.iceball.cli.serve.Doorkeeper.Refusal;
import org.iceball.io.report.PageRequest;
import org.iceball.io.report.PlanBoard;
import org.iceball.io.report.PlanningPage;
import org.iceball.units.CaseException;
import org.iceball.units.Complaint;
import org.iceball.units.Finding;

/**
 * The planning page on this machine's loopback. Whoever comes in has passed the {@link Doorkeeper};
 * what is read and written lies on the {@link CaseShelf}.
 */
public final class PlanServer implements AutoCloseable {
  /** Of a body that is refused, no more is read than this [B]. */
  private static final int MOST_HEARD = 4 * Doorkeeper.LONGEST_BODY;

  private static final int CALLERS = 4;

  private final HttpServer server;
  private final ExecutorService callers;
  private final Doorkeeper door;
  private final String token;
  private final CaseShelf shelf;
  private final Workbench bench;
  private final String first;

  private PlanServer(
      HttpServer server, String token, CaseShelf shelf, Workbench bench, String first) {
    this.server = server;
    this.token = token;
    this.shelf = shelf;
    this.bench = bench;
    this.first = first;
    door = new Doorkeeper(token, server.getAddress().getPort());
    callers =
        Executors.newFixedThreadPool(
            CALLERS,
            task -> {
              Thread thread = new Thread(task, "iceball-serve");
              thread.setDaemon(true);
              return thread;
            });
    server.setExecutor(callers);
    server.createContext("/", this::answer);
  }

  /**
   * Opens the server.
   *
   * @param file the case file to begin with; its folder is the one that is served
   * @param data further folders whose images a case may name
   * @param port on the loopback; 0 for any that is free
   * @param threads of a run
   * @throws CaseException where the case can't be read, or the port is taken
   */
  public static PlanServer open(Path file, List<Path> data, int port, int threads) {
    Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
    CaseShelf shelf = new CaseShelf(folder);
    Workbench bench = new Workbench(shelf, data, threads);
    String name = file.getFileName().toString();
    bench.board(name); // whatever is wrong with the case is said before anything is opened
    HttpServer server;
    try {
      server =
          HttpServer.create(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), 8);
    } catch (IOException e) {
      throw new CaseException(
          Finding.of(
              Complaint.CANNOT_WRITE,
              "--port " + port,
              "it can't be listened on (" + e.getMessage() + ")",
              "choose another port, or leave the option out"));
    }
    PlanServer open = new PlanServer(server, Doorkeeper.newToken(), shelf, bench, name);
    server.start();
    return open;
  }

  /** The address of the page, token included. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + token + "/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Reply reply = new Reply(exchange);
      Headers h = exchange.getRequestHeaders();
      String path = exchange.getRequestURI().getPath();
      Caller caller =
          new Caller(
              exchange.getRequestMethod(),
              path,
              h.getFirst("Host"),
              h.getFirst("Origin"),
              h.getFirst("Sec-Fetch-Site"),
              h.getFirst("Content-Type"),
              length(h.getFirst("Content-Length")));
      Optional<Refusal> refused = door.refuse(caller);
      if (refused.isPresent()) {
        hearOut(exchange);
        reply.text(refused.get().status(), refused.get().why());
        return;
      }
      try {
        serve(exchange, reply, caller.method() + " " + door.inside(path));
      } catch (CaseException e) {
        reply.json(422, PlanBoard.refusal(e));
      } catch (UncheckedIOException e) {
        // the page has turned to another question, which must go on: this one's run is over
      }
    }
  }

  private void serve(HttpExchange exchange, Reply reply, String what) throws IOException {
    switch (what) {
      case "GET /" ->
          reply.send(200, "text/html", PlanningPage.html().getBytes(StandardCharsets.UTF_8));
      case "GET /api/board" -> reply.json(200, bench.board(first));
      case "POST /api/load" -> hear(exchange, reply, r -> reply.json(200, bench.board(r.file())));
      case "POST /api/save" -> hear(exchange, reply, r -> save(reply, r));
      case "POST /api/plan" -> hear(exchange, reply, r -> plan(reply, r));
      default -> reply.text(404, "there is nothing here");
    }
  }

  /** What is done about a request. */
  private interface Deed {
    void about(PageRequest request) throws IOException;
  }

  /** Does what the request in the body asks for; where the body is too long, that is said. */
  private static void hear(HttpExchange exchange, Reply reply, Deed deed) throws IOException {
    byte[] body = exchange.getRequestBody().readNBytes(Doorkeeper.LONGEST_BODY + 1);
    if (body.length > Doorkeeper.LONGEST_BODY) {
      hearOut(exchange);
      reply.text(413, "the body is longer than " + Doorkeeper.LONGEST_BODY + " bytes");
      return;
    }
    deed.about(PageRequest.read(body));
  }

  /** The parts of the answer, a line each, as they come. */
  private void plan(Reply reply, PageRequest request) throws IOException {
    bench.plan(request, reply::line);
    if (reply.hasBegun()) {
      reply.end();
    } else {
      reply.json(200, PlanBoard.done("A newer question came."));
    }
  }

  /** The request names the file to be written; what is edited is the one that the board shows. */
  private void save(Reply reply, PageRequest request) throws IOException {
    String text = bench.edited(request, request.from());
    if (shelf.has(request.file()) && !request.replace()) {
      reply.json(
          409,
          PlanBoard.refusal(
              new CaseException(
                  Finding.of(
                      Complaint.CANNOT_WRITE,
                      request.file(),
                      "it exists already",
                      "choose another name, or say that it may be replaced"))));
      return;
    }
    shelf.write(request.file(), text);
    reply.json(200, PlanBoard.done("Saved as " + request.file() + "."));
  }

  /**
   * Reads what is still sent, up to a bound: a connection that is closed on a caller who still
   * sends is reset, and the answer is lost with it.
   */
  private static void hearOut(HttpExchange exchange) throws IOException {
    byte[] away = new byte[1 << 16];
    InputStream body = exchange.getRequestBody();
    int heard = 0;
    for (int n = 0; n >= 0 && heard < MOST_HEARD; n = body.read(away)) {
      heard += n;
    }
  }

  private static long length(String header) {
    try {
      return header == null ? -1 : Long.parseLong(header);
    } catch (NumberFormatException e) {
      return Long.MAX_VALUE;
    }
  }

  @Override
  public void close() {
    bench.stop();
    server.stop(0);
    callers.shutdownNow();
  }
}
