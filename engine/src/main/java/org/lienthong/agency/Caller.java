package org.lienthong.agency;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Agency;
import org.lienthong.catalogue.Operation;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Calls agencies over HTTP and understands what they answer. Thread-safe. */
@Component
class Caller {

  private static final int LARGEST_REPLY = 1_000_000;
  private static final Duration LONGEST_WISH = Duration.ofHours(1);
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(Duration.ofSeconds(5))
          .build();

  Caller(Clock clock) {
    this.clock = clock;
  }

  /**
   * Asks once; the agency's time-out is for all of it, from connecting to the last byte.
   *
   * @throws IllegalStateException if a transaction is open
   */
  Answer ask(Agency agency, Operation operation, Contract contract, String key, String body) {
    if (TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("a transaction is open while an agency is asked");
    }
    CompletableFuture<HttpResponse<byte[]>> call =
        client.sendAsync(
            request(agency, operation, contract, key, body), head -> new CappedBody(LARGEST_REPLY));
    try {
      HttpResponse<byte[]> response = call.get(agency.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return understand(response, operation, contract);
    } catch (TimeoutException e) {
      call.cancel(true);
      return new Answer.Outage("timeout", null);
    } catch (ExecutionException e) {
      return failure(e.getCause());
    } catch (InterruptedException e) {
      call.cancel(true);
      Thread.currentThread().interrupt();
      return new Answer.Outage("interrupted", null);
    }
  }

  private HttpRequest request(
      Agency agency, Operation operation, Contract contract, String key, String body) {
    URI address = URI.create(agency.url() + operation.path());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(address)
            .header("Idempotency-Key", key)
            .header("Accept", "application/json, application/problem+json");
    if (!contract.asksWithBody()) {
      return request.method(operation.method(), HttpRequest.BodyPublishers.noBody()).build();
    }
    return request
        .header("Content-Type", "application/json")
        .method(operation.method(), HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private static Answer failure(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof CappedBody.TooLarge) {
        return new Answer.Garbage("too-large");
      }
    }
    return new Answer.Outage(cause instanceof IOException ? "connection" : "call", null);
  }

  private Answer understand(HttpResponse<byte[]> response, Operation operation, Contract contract) {
    int status = response.statusCode();
    if (status == 202) {
      return new Answer.Later();
    }
    if (status == 408 || status == 429 || status >= 500) {
      return new Answer.Outage("status-" + status, retryAfter(response));
    }
    if (status == 200 || status == 201) {
      return media(response, "application/json")
          ? reply(contract.read(response.body()))
          : new Answer.Garbage("media-type");
    }
    if (status == 422 && media(response, "application/problem+json")) {
      return refusal(response.body(), operation);
    }
    return new Answer.Garbage(status / 100 == 3 ? "redirect" : "status-" + status);
  }

  /** What a reply within or outside the contract means. */
  static Answer reply(Contract.Reading reading) {
    return reading instanceof Contract.Within within
        ? new Answer.Now(within.facts())
        : new Answer.Garbage(((Contract.Outside) reading).reason());
  }

  private static Answer refusal(byte[] body, Operation operation) {
    try {
      return refusal(JSON.readTree(body).path("type").asString(""), operation);
    } catch (JacksonException e) {
      return new Answer.Garbage("problem not-json");
    }
  }

  /** What a problem's type means. */
  static Answer refusal(String type, Operation operation) {
    String code = type.substring(Math.max(type.lastIndexOf(':'), type.lastIndexOf('/')) + 1);
    return operation.problems().contains(code)
        ? new Answer.Refused(code)
        : new Answer.Garbage("problem /type enum");
  }

  private static boolean media(HttpResponse<?> response, String expected) {
    String type = response.headers().firstValue("Content-Type").orElse("");
    String[] parts = type.toLowerCase(Locale.ROOT).replace(" ", "").split(";", -1);
    boolean plain = response.headers().firstValue("Content-Encoding").isEmpty();
    boolean utf8 = parts.length == 1 || parts[1].replace("\"", "").equals("charset=utf-8");
    return plain && utf8 && parts[0].equals(expected);
  }

  private @Nullable Duration retryAfter(HttpResponse<?> response) {
    String wish = response.headers().firstValue("Retry-After").orElse("");
    if (wish.matches("\\d{1,9}")) {
      return shorter(Duration.ofSeconds(Long.parseLong(wish)));
    }
    try {
      ZonedDateTime until = ZonedDateTime.parse(wish, DateTimeFormatter.RFC_1123_DATE_TIME);
      Duration wait = Duration.between(clock.instant(), until.toInstant());
      return wait.isNegative() ? null : shorter(wait);
    } catch (DateTimeException e) {
      return null;
    }
  }

  private static Duration shorter(Duration wish) {
    return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
  }
}
