package org.lienthong.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a mode does to an agency that may refuse one thing, and to one that may refuse nothing. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModesTest {

  private static final String READS =
      """
      openapi: 3.1.0
      info: {title: Demo, version: '1'}
      paths:
        /read:
          post:
            operationId: read
            responses:
              '200': {description: d, content: {application/json: {schema: {type: object}}}}
      """;
  private static final String PAYS =
      """
        /pay:
          post:
            operationId: pay
            responses:
              '200': {description: d, content: {application/json: {schema: {type: object}}}}
              '422':
                description: d
                content:
                  application/problem+json:
                    schema:
                      properties:
                        type: {enum: ['urn:lienthong:problem:no-account']}
      """;

  private final HttpClient client = HttpClient.newHttpClient();
  private Sandbox sandbox;

  @BeforeAll
  void start(@TempDir Path home) throws IOException {
    agency(home, "demo-reader", READS, "read");
    agency(home, "demo-payer", READS + PAYS, "read", "pay");
    sandbox = Sandbox.start(home, 0, Clock.systemUTC(), reply -> true);
  }

  private static void agency(Path home, String key, String contract, String... operations)
      throws IOException {
    Path folder = home.resolve("processes/agencies").resolve(key);
    Files.createDirectories(folder.resolve("replies"));
    Files.writeString(folder.resolve("agency.yaml"), "path: /" + key + "\n");
    Files.writeString(folder.resolve("openapi.yaml"), contract);
    for (String operation : operations) {
      Files.writeString(folder.resolve("replies").resolve(operation + ".json"), "{\"well\":true}");
    }
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    sandbox.reset();
  }

  @Test
  void refusesWhatItMayRefuseAndNamesWhatItMayNot() throws Exception {
    HttpResponse<String> set = mode("demo-payer", "refuse", 0);

    assertThat(set.statusCode()).isEqualTo(200);
    assertThat(json(set).path("cannotRefuse").values())
        .extracting(JsonNode::asString)
        .containsExactly("read");
    assertThat(post("/demo-payer/pay").body()).contains("urn:lienthong:problem:no-account");
    assertThat(post("/demo-payer/read").body()).isEqualTo("{\"well\":true}");
  }

  @Test
  void doesNotPretendToRefuseWhereNothingMayBeRefused() throws Exception {
    HttpResponse<String> set = mode("demo-reader", "refuse", 0);

    assertThat(set.statusCode()).isEqualTo(422);
    assertThat(json(set).path("type").asString()).isEqualTo("urn:lienthong:problem:cannot-refuse");
    assertThat(json(set).path("detail").asString()).contains("read", "openapi.yaml");
    assertThat(json(set).path("pointer").asString()).isEqualTo("/mode");
    HttpResponse<String> modes =
        client.send(request("/sandbox").GET().build(), HttpResponse.BodyHandlers.ofString());
    assertThat(modes.body()).doesNotContain("\"refuse\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "slow", "garbage", "refuse", "down"})
  void waitsAsLongAsItIsToldInWhateverMode(String mode) throws Exception {
    mode("demo-payer", mode, 60);

    long start = System.nanoTime();
    post("/demo-payer/pay");

    assertThat(System.nanoTime() - start).isGreaterThan(60_000_000);
  }

  @Test
  void notesCallsThatReachNoOperation() throws Exception {
    assertThat(post("/demo-payer/pay-all/Nguyen").statusCode()).isEqualTo(404);
    assertThat(post("/demo-payers/pay").statusCode()).isEqualTo(404);
    client.send(request("/demo-payer/pay").GET().build(), HttpResponse.BodyHandlers.discarding());

    List<Map<String, Object>> ledger = sandbox.ledger();
    assertThat(ledger)
        .extracting(
            e -> List.of(e.get("kind"), e.get("agency"), e.get("operation"), e.get("status")))
        .containsExactly(
            List.of("call", "demo-payer", "", 404),
            List.of("call", "", "", 404),
            List.of("call", "demo-payer", "pay", 405));
    assertThat(ledger.toString()).as("keys and never data").doesNotContain("Nguyen");
  }

  private HttpResponse<String> mode(String agency, String mode, int latency) throws Exception {
    String wish = "{\"mode\":\"%s\",\"latencyMs\":%d}".formatted(mode, latency);
    return client.send(
        request("/sandbox/" + agency).PUT(HttpRequest.BodyPublishers.ofString(wish)).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path) throws Exception {
    return client.send(
        request(path).POST(HttpRequest.BodyPublishers.ofString("{}")).build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.address() + path))
        .header("Content-Type", "application/json");
  }

  private static JsonNode json(HttpResponse<String> response) {
    return Json.MAPPER.readTree(response.body());
  }
}
