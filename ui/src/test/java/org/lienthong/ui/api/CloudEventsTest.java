package org.lienthong.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.agency.Agencies;
import org.lienthong.ui.api.Program.Answer;
import org.lienthong.ui.security.AgencyTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;

/** Agencies bring CloudEvents in each of the three ways; each is kept once, or refused. */
@RunningApplication
class CloudEventsTest {

  private static final String STRUCTURED = "application/cloudevents+json";
  private static final String BATCH = "application/cloudevents-batch+json";
  private static final String EVENT =
      """
      {"specversion":"1.0","id":"%s","source":"urn:lienthong:agency:hospital",
       "type":"hospital.find-birth-notice.replied","subject":"nothing-asked","data":{"a":"%s"}}
      """;

  @LocalServerPort private int port;
  @Autowired private Agencies agencies;

  @Value("${lienthong.sandbox.port}")
  private int agencyPort;

  @Autowired private AgencyTokens tokens;
  @Autowired private JdbcTemplate database;

  private Answer bring(String type, String body, String... headers) {
    return bringTo("/api/inbox", type, body, headers);
  }

  private Answer bringTo(String path, String type, String body, String... headers) {
    String[] all =
        Stream.concat(Stream.of("Content-Type", type), Stream.of(headers)).toArray(String[]::new);
    return Program.withToken(port, tokens.of("hospital"))
        .send("POST", path, body.getBytes(StandardCharsets.UTF_8), all);
  }

  private long kept() {
    return Objects.requireNonNull(
        database.queryForObject("select count(*) from inbox", Long.class));
  }

  @Test
  void anEventIsKeptOnceHoweverOftenItIsBrought() {
    long before = kept();
    String event = EVENT.formatted("once", "x");
    assertThat(bring(STRUCTURED, event).status()).isEqualTo(202);
    assertThat(bringTo("/api/inbox/hospital", STRUCTURED, event).status()).isEqualTo(202);
    Answer binary =
        bring(
            "application/json",
            "{\"a\":\"x\"}",
            "ce-specversion",
            "1.0",
            "ce-id",
            "once",
            "ce-source",
            "urn:lienthong:agency:hospital",
            "ce-type",
            "hospital.find-birth-notice.replied",
            "ce-subject",
            "nothing%2Dasked");
    assertThat(binary.status()).as(binary.text()).isEqualTo(202);
    assertThat(bring(BATCH, "[" + event + "," + event + "]").status()).isEqualTo(202);
    assertThat(kept()).isEqualTo(before + 1);
  }

  @Test
  void theSameEventWithOtherDataIsAConflict() {
    bring(STRUCTURED, EVENT.formatted("twice", "x"));
    long before = kept();
    assertThat(bring(STRUCTURED, EVENT.formatted("twice", "y")).status()).isEqualTo(409);
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void aBatchIsTakenWholeOrNotAtAll() {
    bring(STRUCTURED, EVENT.formatted("taken", "x"));
    long before = kept();
    String conflict = "[" + EVENT.formatted("new", "x") + "," + EVENT.formatted("taken", "y") + "]";
    assertThat(bring(BATCH, conflict).status()).isEqualTo(409);
    String foreign = EVENT.formatted("other", "x").replace("agency:hospital", "agency:treasury");
    Answer refused = bring(BATCH, "[" + EVENT.formatted("new", "x") + "," + foreign + "]");
    assertThat(refused.status()).isEqualTo(403);
    Answer wrong = bring(BATCH, "[" + EVENT.formatted("new", "x") + ",{}]");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().at("/errors/0/pointer").asString()).startsWith("/1/");
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void aHundredEventsAreABatchAndOneMoreIsTooMuch() {
    long before = kept();
    assertThat(bring(BATCH, many(101)).status()).isEqualTo(413);
    assertThat(kept()).isEqualTo(before);
    assertThat(bring(BATCH, many(100)).status()).isEqualTo(202);
    assertThat(kept()).isEqualTo(before + 100);
  }

  private static String many(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> EVENT.formatted("many-" + i, "x"))
        .collect(Collectors.joining(",", "[", "]"));
  }

  static Stream<Arguments> bad() {
    String good = EVENT.formatted("bad", "x");
    return Stream.of(
        Arguments.of("no id", good.replace("\"id\":\"bad\",", ""), 422, "/id"),
        Arguments.of("an empty id", good.replace("\"bad\"", "\"\""), 422, "/id"),
        Arguments.of("a number as id", good.replace("\"bad\"", "1"), 422, "/id"),
        Arguments.of("a long id", good.replace("bad", "i".repeat(256)), 422, "/id"),
        Arguments.of(
            "no version", good.replace("\"specversion\":\"1.0\",", ""), 422, "/specversion"),
        Arguments.of("an old version", good.replace("\"1.0\"", "\"0.3\""), 422, "/specversion"),
        Arguments.of("no source", good.replace("\"source\"", "\"sauce\""), 422, "/source"),
        Arguments.of("no type", good.replace("\"type\"", "\"typ\""), 422, "/type"),
        Arguments.of("no subject", good.replace("\"subject\"", "\"sub\""), 422, "/subject"),
        Arguments.of("no data", good.replace("\"data\"", "\"dat\""), 422, "/data"),
        Arguments.of("a text as data", good.replace("{\"a\":\"x\"}", "\"x\""), 422, "/data"),
        Arguments.of("a NUL", good.replace("\"x\"", "\"\\u0000\""), 422, "/data/a"),
        Arguments.of("the future", timed("2100-01-01T00:00:00Z"), 422, "/time"),
        Arguments.of("no time", timed("yesterday"), 422, "/time"),
        Arguments.of("XML inside", with("datacontenttype", "text/xml"), 422, "/datacontenttype"),
        Arguments.of("Base64", with("data_base64", "AAAA"), 422, "/?"),
        Arguments.of("half an event", good.substring(0, 40), 400, null),
        Arguments.of("a list", "[" + good + "]", 400, null),
        Arguments.of("a key twice", with("id", "other"), 400, null),
        Arguments.of(
            "another's name", good.replace("agency:hospital", "agency:treasury"), 403, null),
        Arguments.of("another's type", good.replace("\"hospital.", "\"treasury."), 403, null),
        Arguments.of("a type of nobody", good.replace(".replied", ".done"), 403, null),
        Arguments.of("an unknown operation", good.replace("find-birth", "lose-birth"), 403, null));
  }

  private static String timed(String time) {
    return with("time", time);
  }

  private static String with(String name, String value) {
    return EVENT
        .formatted("bad", "x")
        .replace("\"data\":", "\"" + name + "\":\"" + value + "\",\"data\":");
  }

  @ParameterizedTest(name = "{0} gets {2}")
  @MethodSource("bad")
  void isRefused(String name, String event, int status, @Nullable String pointer) {
    long before = kept();
    Answer answer = bring(STRUCTURED, event);
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    if (pointer != null) {
      assertThat(answer.json().get("errors").values())
          .extracting(each -> each.get("pointer").asString())
          .contains(pointer);
    }
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void aReplyThatComesLaterMovesItsJourneyOn() {
    Program sandbox = Program.ofNobody(agencyPort);
    setHospital(sandbox, "{\"mode\":\"later\",\"latencyMs\":3600000}");
    Program hoa = Program.of(port, "p-hoa");
    Answer started =
        hoa.post(BadRequests.START, BadRequests.GOOD, "Idempotency-Key", "answered-later");
    assertThat(started.status()).isEqualTo(201);
    work();
    assertThat(hoa.get("/api/tasks").json()).isEmpty();

    setHospital(sandbox, "{\"mode\":\"ok\",\"latencyMs\":0}");
    long before = kept();
    assertThat(sandbox.send("POST", "/sandbox/hospital/deliver", null).status()).isLessThan(300);
    assertThat(kept()).isEqualTo(before + 1);
    work();
    assertThat(hoa.get("/api/tasks").json()).hasSize(1);
  }

  private static void setHospital(Program sandbox, String mode) {
    Answer set =
        sandbox.send(
            "PUT",
            "/sandbox/hospital",
            mode.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "application/json");
    assertThat(set.status()).as(set.text()).isLessThan(300);
  }

  private void work() {
    while (agencies.work() > 0) {
      assertThat(agencies.parked()).isEmpty();
    }
  }

  @Test
  void bothWaysAtOnceCannotBeRead() {
    Answer both = bring(STRUCTURED, EVENT.formatted("both", "x"), "ce-id", "other");
    assertThat(both.status()).isEqualTo(400);
  }

  @Test
  void aBinaryEventWithoutItsHeadersNamesThem() {
    Answer bare = bring("application/json", "{}");
    assertThat(bare.status()).isEqualTo(422);
    assertThat(bare.json().get("errors").values())
        .extracting(each -> each.get("pointer").asString())
        .containsExactlyInAnyOrder("ce-specversion", "ce-id", "ce-source", "ce-type", "ce-subject");
  }

  @Test
  void onlyTheAgencyItselfMaySpeak() {
    String event = EVENT.formatted("who", "x");
    byte[] body = event.getBytes(StandardCharsets.UTF_8);
    long before = kept();
    for (Program program :
        new Program[] {
          Program.ofNobody(port),
          Program.of(port, "p-lan"),
          Program.withToken(port, "hospital.00"),
          Program.withToken(port, tokens.of("hospital") + "0")
        }) {
      Answer answer = program.send("POST", "/api/inbox", body, "Content-Type", STRUCTURED);
      assertThat(answer.status()).isEqualTo(401);
    }
    assertThat(bringTo("/api/inbox/treasury", STRUCTURED, event).status()).isEqualTo(403);
    assertThat(kept()).isEqualTo(before);
  }

  @Test
  void anAgencysTokenOpensNothingElse() {
    Program agency = Program.withToken(port, tokens.of("hospital"));
    assertThat(agency.get("/api/journeys").status()).isEqualTo(401);
  }
}
