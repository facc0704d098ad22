package org.iceball.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Headless Chromium with one page, driven over the DevTools protocol. */
final class Browser implements AutoCloseable {
  private static final int PATIENCE = 60;
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger number = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private String session;
  private int width;
  private int height;

  private Browser(Process process, Path profile, WebSocket.Builder builder, String address) {
    this.process = process;
    this.profile = profile;
    socket = builder.buildAsync(URI.create(address), new Ears()).join();
  }

  /** The browser's program, or nothing where there is none. */
  static Optional<Path> program() {
    return Stream.of("chromium", "chromium-browser", "google-chrome")
        .flatMap(
            name ->
                Stream.of(System.getenv("PATH").split(java.io.File.pathSeparator))
                    .map(folder -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /**
   * Starts it with an empty page.
   *
   * @param width of the window [px]
   * @param height of the window [px]
   */
  static Browser open(int width, int height) throws IOException {
    Path profile = Files.createTempDirectory("iceball-browser");
    List<String> command =
        new ArrayList<>(
            List.of(
                program().orElseThrow().toString(),
                "--headless=new",
                "--no-sandbox",
                "--use-angle=swiftshader",
                "--enable-unsafe-swiftshader",
                "--disable-dev-shm-usage",
                "--hide-scrollbars",
                "--no-first-run",
                "--disable-component-update",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank"));
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String address = null;
    for (String line = said.readLine(); line != null && address == null; line = said.readLine()) {
      Matcher m = LISTENING.matcher(line);
      address = m.find() ? m.group(1) : null;
      if (address != null) {
        break;
      }
    }
    if (address == null) {
      throw new IOException("the browser did not start");
    }
    Thread drain = new Thread(() -> said.lines().forEach(line -> {}), "browser-output");
    drain.setDaemon(true);
    drain.start();
    Browser browser =
        new Browser(process, profile, HttpClient.newHttpClient().newWebSocketBuilder(), address);
    browser.attach(width, height);
    return browser;
  }

  private void attach(int pixelsWide, int pixelsHigh) {
    String target = "";
    for (JsonNode t : send("Target.getTargets", Map.of()).get("targetInfos")) {
      target = t.get("type").asString().equals("page") ? t.get("targetId").asString() : target;
    }
    session =
        send("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asString();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      send(domain + ".enable", Map.of());
    }
    size(pixelsWide, pixelsHigh);
  }

  /** Makes the page so large [px]. */
  void size(int pixelsWide, int pixelsHigh) {
    width = pixelsWide;
    height = pixelsHigh;
    send(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
  }

  /** Shows the page as for a medium ({@code print}, or nothing) and a colour scheme. */
  void media(String medium, String scheme) {
    send(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            medium,
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Opens an address and waits until a condition of the page holds. */
  void go(String address, String condition) {
    send("Page.navigate", Map.of("url", address));
    await(condition);
  }

  /** Waits until a condition of the page holds. */
  void await(String condition) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
    while (!evaluate("!!(" + condition + ")").asBoolean(false)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("never came true: " + condition + "; said: " + complaints);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(40);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /** Value of an expression in the page; promises are waited for. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        send(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.get("result").path("value");
  }

  /** A press, a move or a release of the mouse at a point of the window [px]. */
  void mouse(String kind, double x, double y) {
    send(
        "Input.dispatchMouseEvent",
        Map.of("type", kind, "x", x, "y", y, "button", "left", "buttons", 1, "clickCount", 1));
  }

  /** Keeps a picture of the whole page. */
  void keep(Path png) throws IOException {
    JsonNode content = send("Page.getLayoutMetrics", Map.of()).get("cssContentSize");
    int before = height;
    // a window as high as the page: what lies beyond a window is not always painted
    size(width, content.get("height").asInt());
    evaluate("new Promise((done) => setTimeout(done, 300))");
    JsonNode shot = send("Page.captureScreenshot", Map.of("format", "png"));
    size(width, before);
    Files.createDirectories(png.getParent());
    Files.write(png, Base64.getDecoder().decode(shot.get("data").asString()));
  }

  /** Addresses that were asked for, data inside the page left out. */
  List<String> requests() {
    return requests.stream().filter(r -> !r.startsWith("data:") && !r.startsWith("blob:")).toList();
  }

  /** Errors and warnings of the console. */
  List<String> complaints() {
    return List.copyOf(complaints);
  }

  private JsonNode send(String method, Map<String, Object> parameters) {
    int id = number.incrementAndGet();
    ObjectNode message = JsonMapper.shared().createObjectNode();
    message.put("id", id).put("method", method);
    message.set("params", JsonMapper.shared().valueToTree(parameters));
    if (session != null) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    socket.sendText(JsonMapper.shared().writeValueAsString(message), true).join();
    return answer.orTimeout(PATIENCE, TimeUnit.SECONDS).join();
  }

  private void hear(JsonNode message) {
    if (message.has("id")) {
      CompletableFuture<JsonNode> answer = asked.remove(message.get("id").asInt());
      if (message.has("error")) {
        answer.completeExceptionally(new AssertionError(message.get("error").toString()));
      } else {
        answer.complete(message.get("result"));
      }
      return;
    }
    JsonNode p = message.path("params");
    switch (message.path("method").asString("")) {
      case "Network.requestWillBeSent" -> requests.add(p.at("/request/url").asString());
      case "Runtime.exceptionThrown" -> complaints.add(p.get("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> {
        if (List.of("error", "warning").contains(p.get("type").asString())) {
          complaints.add(p.get("args").toString());
        }
      }
      case "Log.entryAdded" -> {
        if (p.at("/entry/level").asString().equals("error")) {
          complaints.add(p.get("entry").toString());
        }
      }
      default -> {}
    }
  }

  /** Takes messages together that come in parts. */
  private final class Ears implements WebSocket.Listener {
    private final StringBuilder parts = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence text, boolean last) {
      parts.append(text);
      if (last) {
        JsonNode message = JsonMapper.shared().readTree(parts.toString());
        parts.setLength(0);
        hear(message);
      }
      from.request(1);
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.destroy();
    try {
      if (!process.waitFor(5, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor(5, TimeUnit.SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(f -> f.toFile().delete());
    } catch (java.io.UncheckedIOException e) {
      // a process of the browser still wrote into its profile; the folder is a temporary one
    }
  }
}
