package org.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.agency.RequestRow.State;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Agencies that say whatever a test wants them to. */
class RogueTest extends AgencyTest {

  private static final String GOOD =
      "{\"noticeNumber\":\"N-1\",\"eventDate\":\"2026-03-01\",\"items\":[],\"known\":1}";

  /** So many little parts would take minutes, if nobody hung up. */
  private static final int MANY = 10_000;

  private static volatile Answering answering = exchange -> {};
  private static final HttpServer ROGUE = rogue();

  @Autowired PlatformTransactionManager transactions;

  interface Answering {
    void answer(HttpExchange exchange) throws IOException;
  }

  private static HttpServer rogue() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.setExecutor(
          Executors.newCachedThreadPool(
              work -> {
                Thread thread = new Thread(work, "rogue");
                thread.setDaemon(true);
                return thread;
              }));
      server.createContext(
          "/",
          exchange -> {
            try (exchange) {
              exchange.getRequestBody().readAllBytes();
              answering.answer(exchange);
            }
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void answersForAll() {
    offices = "http://localhost:" + ROGUE.getAddress().getPort();
  }

  @AfterAll
  static void stop() {
    ROGUE.stop(0);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"known\":1 | \"known\":\"1\" | reply /known type",
        "\"known\":1 | \"known\":-1 | reply /known minimum",
        "\"known\":1 | \"known\":1.5 | reply /known type",
        "\"known\":1 | \"known\":99999999999999999999 | reply /known out-of-range",
        "\"known\":1 | \"known\":1e999 | reply /known out-of-range",
        "\"known\":1 | \"known\":null | reply /known type",
        "\"known\":1 | \"known\":1,\"known\":2 | reply not-json",
        "2026-03-01 | 2026-02-30 | reply /eventDate format",
        "2026-03-01 | 01/03/2026 | reply /eventDate format",
        "N-1 | N-1\\u0000 | reply /noticeNumber nul",
        "N-1 | \\ud800 | reply /noticeNumber surrogate",
        "N-1 | this number is much too long | reply /noticeNumber maxLength",
        "[] | [{\"order\":0}] | reply /items/0/order minimum",
        "[] | [{\"order\":1,\"weight\":0}] | reply /items/0/weight exclusiveMinimum",
        "[] | [{\"order\":1,\"x\":0}] | reply /items/0 additionalProperties",
        "[] | [{}] | reply /items/0 required",
        "[] | [null] | reply /items/0 type",
        "[] | {} | reply /items type",
        "\"known\":1 | \"known\":1,\"Nguyễn-Canary\":1 | reply additionalProperties",
        "\"known\":1 | \"known\":1,\"Nguyễn-Canary\":\"\\u0000\" | reply /* nul",
        "\"known\":1 | \"known\":1,\"$date\":\"x\" | reply propertyNames",
        "\"known\":1 | \"known\":1,\"@class\":\"x\" | reply additionalProperties",
        "} | }} | reply not-json",
        "{ | [{ | reply not-json",
      })
  void parksWhatLeavesTheContract(String good, String bad, String reason) {
    answers(200, "application/json", GOOD.replace(good, bad));
    String key = start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(reasons()).singleElement().asString().startsWith(reason);
    assertThat(request(key).state()).isEqualTo(State.PARKED);
    assertThat(dossier.facts).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "301 | text/plain | reply redirect",
        "307 | application/json | reply redirect",
        "204 | application/json | reply status-204",
        "404 | application/problem+json | reply status-404",
        "400 | application/problem+json | reply status-400",
        "200 | text/html | reply media-type",
        "200 | application/json; charset=utf-16 | reply media-type",
        "422 | application/json | reply status-422",
        "422 | application/problem+json | reply problem /type enum",
      })
  void parksAnAnswerThatIsNone(int status, String mediaType, String reason) {
    answers(status, mediaType, status == 204 ? "" : GOOD);
    start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(reasons()).containsExactly(reason);
  }

  @Test
  void followsNoRedirect() {
    AtomicInteger calls = new AtomicInteger();
    answering =
        exchange -> {
          calls.incrementAndGet();
          exchange.getResponseHeaders().set("Location", "/inside");
          exchange.sendResponseHeaders(302, -1);
        };
    start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(calls).hasValue(1);
  }

  @Test
  void refusesWhatIsPacked() {
    answering =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Encoding", "gzip");
          send(exchange, 200, "application/json", GOOD);
        };
    start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(reasons()).containsExactly("reply media-type");
  }

  @Test
  void refusesWhatIsNotUtf8() {
    answering =
        exchange -> {
          byte[] body = GOOD.replace("N-1", "é").getBytes(StandardCharsets.ISO_8859_1);
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
        };
    start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(reasons()).containsExactly("reply not-utf-8");
  }

  @Test
  void hangsUpOnAnEndlessReply() {
    AtomicInteger sent = new AtomicInteger();
    answering =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          byte[] part = "x".repeat(100_000).getBytes(StandardCharsets.US_ASCII);
          for (int i = 0; i < 2_000; i++) {
            exchange.getResponseBody().write(part);
            sent.incrementAndGet();
          }
        };
    start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(reasons()).containsExactly("reply too-large");
    assertThat(sent).as("200 MB were on their way").hasValueLessThan(1_000);
  }

  @Test
  void waitsNoLongerForAReplyThatTrickles() {
    CountDownLatch end = new CountDownLatch(1);
    AtomicInteger sent = new AtomicInteger();
    answering =
        exchange -> {
          exchange.getResponseHeaders().set("Content-Type", "application/json");
          exchange.sendResponseHeaders(200, 0);
          for (int i = 0; i < MANY && !passed(end, Duration.ofMillis(20)); i++) {
            exchange.getResponseBody().write(' ');
            exchange.getResponseBody().flush();
            sent.incrementAndGet();
          }
        };
    String key = start("ask-hasty", "j1");
    agencies.work();
    end.countDown();
    assertThat(request(key).reason()).isEqualTo("timeout");
    assertThat(sent).as("it had more to say").hasValueLessThan(MANY);
  }

  @ParameterizedTest
  @CsvSource({"429, 600", "503, 600", "500, 600"})
  void waitsAsLongAsTheAgencyWishes(int status, int seconds) {
    AtomicInteger calls = new AtomicInteger();
    answering =
        exchange -> {
          calls.incrementAndGet();
          exchange.getResponseHeaders().set("Retry-After", String.valueOf(seconds));
          send(exchange, status, "text/plain", "");
        };
    String key = start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(request(key).reason()).isEqualTo("status-" + status);
    CLOCK.advance(Duration.ofSeconds(seconds - 1));
    workUntilNothingMoves();
    assertThat(calls).hasValue(1);
    answers(200, "application/json", GOOD);
    CLOCK.advance(Duration.ofSeconds(2));
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_Found");
  }

  @Test
  void holdsNoConnectionToTheDatabaseDuringACall() {
    AtomicInteger active = new AtomicInteger(-1);
    answering =
        exchange -> {
          active.set(
              Objects.requireNonNull(((HikariDataSource) dataSource).getHikariPoolMXBean())
                  .getActiveConnections());
          send(exchange, 200, "application/json", GOOD);
        };
    start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(active).hasValue(0);
    assertThat(standsAt("j1")).isEqualTo("Task_Found");
  }

  @Test
  void refusesToAskWithinATransaction() {
    answers(200, "application/json", GOOD);
    start("ask-find", "j1");
    TransactionTemplate transaction = new TransactionTemplate(transactions);
    assertThatThrownBy(() -> transaction.executeWithoutResult(status -> agencies.work()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("transaction");
  }

  @Test
  void asksTheOthersWhileOneIsSilent() {
    answering =
        exchange -> {
          boolean bank = exchange.getRequestURI().getPath().startsWith("/demo-bank");
          send(exchange, bank ? 200 : 503, "application/json", bank ? "{\"rate\":2.5}" : "");
        };
    runtime.startProcessInstanceByKey("ask-both", "j1");
    workUntilNothingMoves();
    assertThat(dossier.facts.get("j1")).isEqualTo(Map.of("rate", 2.5));
  }

  private static boolean passed(CountDownLatch end, Duration time) {
    try {
      return end.await(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void answers(int status, String mediaType, String body) {
    answering = exchange -> send(exchange, status, mediaType, body);
  }

  private static void send(HttpExchange exchange, int status, String mediaType, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", mediaType);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }
}
