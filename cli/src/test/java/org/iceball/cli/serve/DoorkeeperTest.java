package org.iceball.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.iceball.cli.serve.Doorkeeper.Caller;
import org.iceball.cli.serve.Doorkeeper.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DoorkeeperTest {
  private static final String TOKEN = Doorkeeper.newToken();
  private static final String OWN = "127.0.0.1:4711";
  private final Doorkeeper door = new Doorkeeper(TOKEN, 4711);

  private int status(Caller caller) {
    return door.refuse(caller).map(Refusal::status).orElse(200);
  }

  private static Caller get(String path) {
    return new Caller("GET", path, OWN, null, null, null, -1);
  }

  private static Caller post(String origin, String site, String type, long length) {
    return new Caller("POST", "/" + TOKEN + "/api/plan", OWN, origin, site, type, length);
  }

  @Test
  void theOwnPageMayComeIn() {
    assertThat(status(get("/" + TOKEN + "/"))).isEqualTo(200);
    assertThat(status(post("http://" + OWN, "same-origin", "application/json", 300)))
        .isEqualTo(200);
    assertThat(door.inside("/" + TOKEN + "/api/board")).isEqualTo("/api/board");
  }

  @Test
  void tokensAreLongAndNeverTheSame() {
    assertThat(TOKEN).hasSize(32).isNotEqualTo(Doorkeeper.newToken());
  }

  @Test
  void withoutItsTokenNoAddressIsAnswered() {
    assertThat(status(get("/"))).isEqualTo(403);
    assertThat(status(get("/api/board"))).isEqualTo(403);
    assertThat(status(get("/" + TOKEN))).isEqualTo(403);
    assertThat(status(get("/" + TOKEN.substring(1) + "0/"))).isEqualTo(403);
    assertThat(status(get("/" + "0".repeat(32) + "/"))).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://evil.example", "null", "https://127.0.0.1:4711", "http://127.0.0.1:80"})
  void anotherOriginIsRefused(String origin) {
    assertThat(status(post(origin, null, "application/json", 10))).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void whatAnotherSiteMadeABrowserSendIsRefused(String site) {
    assertThat(status(post(null, site, "application/json", 10))).isEqualTo(403);
  }

  @Test
  void anotherNameOfThisMachineIsRefused() {
    String path = "/" + TOKEN + "/";
    assertThat(status(new Caller("GET", path, "evil.example:4711", null, null, null, -1)))
        .isEqualTo(403);
    assertThat(status(new Caller("GET", path, null, null, null, null, -1))).isEqualTo(403);
  }

  @Test
  void aBodyOverTheLimitIsRefusedBeforeItIsRead() {
    long limit = Doorkeeper.LONGEST_BODY;
    assertThat(status(post(null, null, "application/json", limit))).isEqualTo(200);
    assertThat(status(post(null, null, "application/json", limit + 1))).isEqualTo(413);
    assertThat(status(post(null, null, "text/plain", 10))).isEqualTo(415);
    assertThat(status(new Caller("DELETE", "/" + TOKEN + "/", OWN, null, null, null, -1)))
        .isEqualTo(405);
  }
}
