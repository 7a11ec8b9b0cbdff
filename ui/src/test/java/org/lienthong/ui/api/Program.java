package org.lienthong.ui.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program that calls the application, in somebody's name or in nobody's. */
final class Program {

  static final String JSON = "application/json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();
  private static final Pattern TOKEN =
      Pattern.compile(
          "name=\"_csrf\"[^>]*value=\"([^\"]+)\"|value=\"([^\"]+)\"[^>]*name=\"_csrf\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final int port;
  private final List<String> always;

  private Program(int port, List<String> always) {
    this.port = port;
    this.always = always;
  }

  /** Without any session. */
  static Program ofNobody(int port) {
    return new Program(port, List.of());
  }

  /** With an agency's token. */
  static Program withToken(int port, String token) {
    return new Program(port, List.of("Authorization", "Bearer " + token));
  }

  /** Signed in by one click, as a browser would be. */
  static Program of(int port, String person) {
    Program browser = ofNobody(port);
    Answer page = browser.send("GET", "/sign-in", null);
    Matcher token = TOKEN.matcher(page.text());
    if (!token.find()) {
      throw new IllegalStateException("the page of sign-in has no form token");
    }
    String value = token.group(1) == null ? token.group(2) : token.group(1);
    String form = "person=" + person + "&_csrf=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    Answer entered =
        browser.send(
            "POST",
            "/sign-in",
            form.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            page.cookie());
    return new Program(port, List.of("Cookie", entered.cookie()));
  }

  /** What came back. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String text() {
      return response.body();
    }

    JsonNode json() {
      return MAPPER.readTree(text());
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    private String cookie() {
      return response.headers().allValues("Set-Cookie").stream()
          .filter(each -> each.startsWith("lienthong="))
          .map(each -> each.substring(0, each.indexOf(';')))
          .reduce((first, last) -> last)
          .orElseThrow();
    }
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  Answer post(String path, String json, String... headers) {
    List<String> all = new ArrayList<>(List.of("Content-Type", JSON));
    all.addAll(Arrays.asList(headers));
    return send("POST", path, json.getBytes(StandardCharsets.UTF_8), all.toArray(String[]::new));
  }

  Answer send(String method, String path, byte @Nullable [] body, String... headers) {
    return stream(
        method,
        path,
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofByteArray(body),
        headers);
  }

  Answer stream(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path)).method(method, body);
    for (List<String> some : List.of(always, Arrays.asList(headers))) {
      for (int i = 0; i < some.size(); i += 2) {
        request.header(some.get(i), some.get(i + 1));
      }
    }
    try {
      return new Answer(client.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /**
   * Sends a request as it is, with the session's header, and hears whatever comes until the end.
   */
  String raw(String request) throws IOException {
    String head = "Connection: close\r\n" + always.get(0) + ": " + always.get(1) + "\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.setSoTimeout(5_000);
      String whole = request.replaceFirst("\r\n", "\r\n" + head);
      socket.getOutputStream().write(whole.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readNBytes(4_096), StandardCharsets.UTF_8);
    }
  }
}
