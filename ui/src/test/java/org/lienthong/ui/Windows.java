package org.lienthong.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lienthong.sandbox.Sandbox;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.env.Environment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole application with its agencies, spoken to over HTTP as browsers and programs do. */
@SpringBootTest(classes = Application.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ActiveProfiles("demo")
public abstract class Windows {

  private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  /** One for all tests of this JVM, like the application that asks it. */
  private static final class Agencies {
    static final Sandbox SANDBOX =
        Sandbox.start(Path.of(System.getProperty("lienthong.content", "..")), 0);
  }

  protected static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;
  @Autowired private Environment environment;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("spring.datasource.url", () -> "jdbc:h2:mem:windows;DB_CLOSE_DELAY=-1");
    registry.add("lienthong.sandbox.port", () -> "-1");
    registry.add("lienthong.agency.base-url", () -> Agencies.SANDBOX.address());
  }

  protected String base() {
    return "http://localhost:" + port;
  }

  protected int port() {
    return port;
  }

  protected String setting(String name) {
    return environment.getRequiredProperty(name);
  }

  /** Every person's answers are their own: registers as at the start. */
  protected static Sandbox sandbox() {
    return Agencies.SANDBOX;
  }

  /** Waits until something is so; the application works by itself in the background. */
  protected static <T> T soon(Supplier<T> look, java.util.function.Predicate<T> so) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    T seen = look.get();
    while (!so.test(seen)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not so within " + PATIENCE + "; last seen: " + seen);
      }
      Thread.onSpinWait();
      java.util.concurrent.locks.LockSupport.parkNanos(50_000_000);
      seen = look.get();
    }
    return seen;
  }

  protected Visitor visitor() {
    return new Visitor();
  }

  protected Visitor signedIn(String person) {
    Visitor visitor = new Visitor();
    visitor.signIn(person);
    return visitor;
  }

  /** Somebody with cookies of their own. */
  protected final class Visitor {

    private final CookieManager cookies = new CookieManager();
    private final HttpClient client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    public CookieManager cookies() {
      return cookies;
    }

    public HttpRequest.Builder to(String path) {
      return HttpRequest.newBuilder(URI.create(base() + path)).timeout(Duration.ofSeconds(30));
    }

    public HttpResponse<String> send(HttpRequest request) {
      try {
        return client.send(request, BodyHandlers.ofString());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }

    public HttpResponse<String> get(String path) {
      return send(to(path).header("Accept", "text/html").build());
    }

    public HttpResponse<String> getJson(String path) {
      return send(to(path).build());
    }

    /** Posts a form with the token of the page that it stands on. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
      Matcher token = TOKEN.matcher(get(page).body());
      if (!token.find()) {
        throw new AssertionError("no form on " + page);
      }
      Map<String, String> all = new java.util.LinkedHashMap<>(fields);
      all.put("_csrf", token.group(1));
      return postForm(path, all);
    }

    public HttpResponse<String> postForm(String path, Map<String, String> fields) {
      String body =
          fields.entrySet().stream()
              .map(each -> encoded(each.getKey()) + "=" + encoded(each.getValue()))
              .collect(Collectors.joining("&"));
      return send(
          to(path)
              .header("Content-Type", "application/x-www-form-urlencoded")
              .header("Accept", "text/html")
              .POST(BodyPublishers.ofString(body))
              .build());
    }

    public HttpResponse<String> postJson(String path, String body, String... headers) {
      HttpRequest.Builder request =
          to(path).header("Content-Type", "application/json").POST(BodyPublishers.ofString(body));
      for (int i = 0; i < headers.length; i += 2) {
        request.header(headers[i], headers[i + 1]);
      }
      return send(request.build());
    }

    public void signIn(String person) {
      HttpResponse<String> answer = post("/sign-in", "/sign-in", Map.of("person", person));
      if (answer.statusCode() != 302) {
        throw new AssertionError("cannot sign in: " + answer.statusCode());
      }
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  protected static JsonNode json(HttpResponse<String> response) {
    return JSON.readTree(response.body());
  }
}
