package org.lienthong.sandbox;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A sandbox over real HTTP, and what it brings to the inbox. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class SandboxStory {

  private static final Path HOME = Path.of("src/test/resources/asking");
  static final String FIND = "/demo-registry/find-notice";
  static final String REGISTER = "/demo-registry/register-items";
  static final String TWINS =
      "{\"noticeNumber\":\"N-2\",\"items\":[{\"name\":\"An\"},{\"name\":\"Bình\"}]}";

  private final HttpClient client = HttpClient.newHttpClient();
  final List<LaterReply> inbox = new ArrayList<>();
  Sandbox sandbox;

  @BeforeAll
  void start() {
    Clock clock = Clock.fixed(Instant.parse("2026-03-10T08:00:00Z"), ZoneOffset.UTC);
    sandbox = Sandbox.start(HOME, 0, clock, inbox::add);
  }

  @AfterAll
  void stop() {
    sandbox.close();
  }

  @BeforeEach
  void reset() {
    sandbox.reset();
    inbox.clear();
  }

  List<Map<String, Object>> entries(String kind) {
    return sandbox.ledger().stream().filter(e -> kind.equals(e.get("kind"))).toList();
  }

  int status(String path, String body) {
    try {
      return post(path, "s", body).statusCode();
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  HttpResponse<String> put(String agency, String body) throws Exception {
    return send(
        request("/sandbox/" + agency).header("Content-Type", "application/json").PUT(body(body)));
  }

  HttpResponse<String> post(String path, String key, String body) throws Exception {
    HttpRequest.Builder request = request(path).header("Content-Type", "application/json");
    if (!key.isEmpty()) {
      request.header("Idempotency-Key", key);
    }
    return send(request.POST(body(body)));
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(sandbox.address() + path));
  }

  static HttpRequest.BodyPublisher body(String text) {
    return HttpRequest.BodyPublishers.ofString(text);
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  static JsonNode json(HttpResponse<String> response) {
    return Json.MAPPER.readTree(response.body());
  }
}
