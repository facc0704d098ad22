package org.iceball.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.iceball.cli.SmallCase;
import org.iceball.units.CaseException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlanServerTest {
  private static final String CASE =
      "# by hand\n"
          + SmallCase.tiny("freeze 1 min, thaw 1 min passive")
              .replace("protocol:", "# minutes\nprotocol:");

  private static final String PLAN =
      """
      {"file": "%s", "from": "case.yaml", "spacing_mm": 2.5, "needles":
        [{"name": "A", "tip": [5, 0, -8], "axis": [0, 0, 1], "moved": true}]}
      """;

  @TempDir Path folder;
  private PlanServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  @BeforeEach
  void open() throws IOException {
    Path file =
        Files.writeString(
            Files.createDirectory(folder.resolve("cases")).resolve("case.yaml"), CASE);
    Files.writeString(folder.resolve("secret.yaml"), CASE);
    server = PlanServer.open(file, List.of(), 0, 1);
  }

  @AfterEach
  void close() {
    server.close();
  }

  private HttpResponse<String> get(String address) throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String what, String body)
      throws IOException, InterruptedException {
    return client.send(
        HttpRequest.newBuilder(URI.create(server.address() + "api/" + what))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build(),
        BodyHandlers.ofString());
  }

  @Test
  void itListensOnTheLoopbackOnly() {
    assertThat(server.address()).startsWith("http://127.0.0.1:").matches(".*/[0-9a-f]{32}/");
  }

  @Test
  void thePageComesWithItsTokenOnly() throws Exception {
    HttpResponse<String> page = get(server.address());
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("not a clinical outcome", "connect-src 'self'");
    assertThat(page.headers().firstValue("X-Frame-Options")).contains("DENY");
    String bare = server.address().replaceAll("[0-9a-f]{32}/$", "");
    assertThat(get(bare).statusCode()).isEqualTo(403);
    assertThat(get(bare + "api/board").statusCode()).isEqualTo(403);
  }

  @Test
  void anotherOriginIsRefused() throws Exception {
    HttpResponse<String> answer =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + "api/board"))
                .header("Origin", "http://evil.example")
                .build(),
            BodyHandlers.ofString());
    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().map()).doesNotContainKey("access-control-allow-origin");
  }

  @Test
  void aBodyOverItsLimitIsRefused() throws Exception {
    String long1 = "{\"file\": \"" + "x".repeat(Doorkeeper.LONGEST_BODY) + "\"}";
    assertThat(post("plan", long1).statusCode()).isEqualTo(413);
    // without a length in its header it is counted while it is read
    HttpResponse<String> chunked =
        client.send(
            HttpRequest.newBuilder(URI.create(server.address() + "api/plan"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofInputStream(
                        () ->
                            new java.io.ByteArrayInputStream(
                                new byte[Doorkeeper.LONGEST_BODY + 9])))
                .build(),
            BodyHandlers.ofString());
    assertThat(chunked.statusCode()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../secret.yaml",
        "/etc/passwd",
        "..",
        "sub/case.yaml",
        ".hidden.yaml",
        "C:case.yaml",
        "case.txt",
        "link.yaml",
        ""
      })
  void aPathOutsideItsFolderIsRefused(String name) throws Exception {
    Path link = folder.resolve("cases/link.yaml");
    if (!Files.exists(link, java.nio.file.LinkOption.NOFOLLOW_LINKS)) {
      Files.createSymbolicLink(link, folder.resolve("secret.yaml"));
    }
    assertThat(post("load", "{\"file\": \"" + name + "\"}").statusCode()).isEqualTo(422);
    String saved = PLAN.formatted(name).replace("\"from\"", "\"replace\": true, \"from\"");
    assertThat(post("save", saved).statusCode()).isEqualTo(422);
    assertThat(folder.resolve("secret.yaml")).hasContent(CASE);
  }

  @Test
  void aPlanIsAnsweredWithTheFirstFreezeAndThenTheWhole() throws Exception {
    HttpResponse<String> answer = post("plan", PLAN.formatted("case.yaml"));
    assertThat(answer.statusCode()).isEqualTo(200);
    String[] lines = answer.body().split("\n");
    assertThat(lines).hasSize(3);
    assertThat(lines[0]).contains("\"part\":\"growing\"").doesNotContain("covered_percent");
    assertThat(lines[1]).contains("\"part\":\"first freeze\"", "\"covered_percent\"", "\"data\"");
    assertThat(lines[2]).contains("\"part\":\"whole\"", "\"least_margin_mm\"");
  }

  @Test
  void aCaseThatHeatsIsShownByItsIsothermsOfHeat() throws Exception {
    Files.writeString(
        folder.resolve("cases/case.yaml"),
        CASE.replace("{base: 17G, active_length: 20 mm}", "cool-tip-20")
                .replace("freeze 1 min, thaw 1 min passive", "heat 30 s")
                .replace("spacing: 2 mm", "spacing: 2.5 mm")
            + "generator: {current: 800 mA}\n");
    assertThat(get(server.address() + "api/board").body())
        .contains("\"hot\":true", "\"level\":50.0", "\"level\":80.0")
        .doesNotContain("\"level\":-20.0");
    String[] lines = post("plan", PLAN.formatted("case.yaml")).body().split("\n");
    assertThat(lines[lines.length - 1]).contains("\"part\":\"whole\"", "\"covered_percent\"");
    Matcher ml =
        Pattern.compile("volumes_ml\":\\[([0-9.]+),([0-9.]+),").matcher(lines[lines.length - 1]);
    assertThat(ml.find()).isTrue();
    assertThat(Double.parseDouble(ml.group(1)))
        .as("more is hotter than 50 degC than than 60 degC")
        .isPositive()
        .isGreaterThan(Double.parseDouble(ml.group(2)));
  }

  @Test
  void aNeedleOutsideIsToldInWords() throws Exception {
    HttpResponse<String> answer =
        post("plan", PLAN.formatted("case.yaml").replace("[5, 0, -8]", "[500, 0, 0]"));
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(answer.body()).contains("outside the grid", "ove the needle");
  }

  @Test
  void whatIsSavedIsTheSameCaseWithTheNeedleWhereItWasDragged() throws Exception {
    assertThat(post("save", PLAN.formatted("plan.yaml")).body()).contains("Saved as plan.yaml");
    String text = Files.readString(folder.resolve("cases/plan.yaml"));
    assertThat(text)
        .contains("# by hand", "# minutes", "protocol: freeze 1 min, thaw 1 min passive")
        .contains("target: {point: [5.000 mm, 0.000 mm, -8.000 mm]}")
        .contains("probe: {base: 17G, active_length: 20 mm}")
        .doesNotContain("target_centre");
    HttpResponse<String> loaded = post("load", "{\"file\": \"plan.yaml\"}");
    assertThat(loaded.body()).contains("\"tip\":[5.0,0.0,-8.0]", "\"plan.yaml\"");
    assertThat(post("save", PLAN.formatted("plan.yaml")).statusCode())
        .as("nobody's file is replaced unasked")
        .isEqualTo(409);
  }

  @Test
  void aCaseThatCanNotBeReadOpensNothing() throws IOException {
    Path bad = Files.writeString(folder.resolve("bad.yaml"), CASE.replace("hcc", "hhc"));
    assertThatThrownBy(() -> PlanServer.open(bad, List.of(), 0, 1))
        .isInstanceOf(CaseException.class)
        .hasMessageContaining("hhc");
  }
}
