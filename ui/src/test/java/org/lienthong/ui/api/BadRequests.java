package org.lienthong.ui.api;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Requests that nobody should send, each with the answer that it deserves. */
final class BadRequests {

  static final String START = "/api/journeys";
  static final String GRANT = "/api/decisions/maternity-benefit-birth-grant/evaluate";
  static final String GOOD = "{\"lifeEvent\":\"birth\",\"facts\":{\"resultDelivery\":\"POST\"}}";
  static final String WITH = "{\"lifeEvent\":\"birth\",\"facts\":{\"resultDelivery\":";
  static final String SECRET = "canary-4711";

  private BadRequests() {}

  /**
   * A request and the answer that it deserves.
   *
   * @param pointer the place that is named; null where the whole is unreadable
   */
  record Row(
      String name,
      String method,
      String path,
      byte[] body,
      List<String> headers,
      int status,
      @Nullable String pointer) {

    @Override
    public String toString() {
      return name + " gets " + status + (pointer == null ? "" : " at " + pointer);
    }

    Row with(String... more) {
      List<String> all = new ArrayList<>(headers);
      for (int i = 0; i < more.length; i += 2) {
        int at = all.indexOf(more[i]);
        if (at >= 0) {
          all.remove(at);
          all.remove(at);
        }
        if (!more[i + 1].isEmpty()) {
          all.addAll(Arrays.asList(more[i], more[i + 1]));
        }
      }
      return new Row(name, method, path, body, all, status, pointer);
    }

    Row by(String otherMethod) {
      return new Row(name, otherMethod, path, body, headers, status, pointer);
    }
  }

  private static Row row(
      String name, String path, byte[] body, int status, @Nullable String pointer) {
    List<String> headers = List.of("Content-Type", "application/json", "Idempotency-Key", "bad");
    return new Row(name, "POST", path, body, headers, status, pointer);
  }

  private static Row start(String name, String body, int status, @Nullable String pointer) {
    return row(name, START, body.getBytes(StandardCharsets.UTF_8), status, pointer);
  }

  private static Row start(String name, String body, int status) {
    return start(name, body, status, null);
  }

  private static Row evaluate(String name, String body, int status, @Nullable String pointer) {
    return row(name, GRANT, body.getBytes(StandardCharsets.UTF_8), status, pointer);
  }

  private static Row bytes(String name, byte[] body, int status) {
    return row(name, START, body, status, null);
  }

  static Stream<Row> unreadable() {
    String deep = "[".repeat(10_000) + "]".repeat(10_000);
    return Stream.of(
        start("an open brace", "{", 400),
        start("an empty body", "", 400),
        start("white space", "  \n", 400),
        start("null", "null", 400),
        start("an array", "[" + GOOD + "]", 400),
        start("a text", "\"birth\"", 400),
        start("trailing data", GOOD + GOOD, 400),
        start("a trailing bracket", GOOD + "]", 400),
        start("a comment", GOOD.replace("{\"life", "{/* a */\"life"), 400),
        start("a trailing comma", GOOD.replace("}}", "},}"), 400),
        start("single quotes", GOOD.replace('"', '\''), 400),
        start("a BOM", "\uFEFF" + GOOD, 400),
        bytes("UTF-16", GOOD.getBytes(StandardCharsets.UTF_16), 400),
        bytes("UTF-16 without BOM", GOOD.getBytes(StandardCharsets.UTF_16LE), 400),
        bytes("UTF-32", GOOD.getBytes(Charset.forName("UTF-32")), 400),
        bytes("Latin-1", GOOD.replace("POST", "é").getBytes(StandardCharsets.ISO_8859_1), 400),
        bytes(
            "half a character", new byte[] {'{', '"', (byte) 0xED, (byte) 0xA0, (byte) 0x80}, 400),
        start("a raw NUL", GOOD.replace("POST", "\u0000"), 400),
        start("a key twice", "{\"lifeEvent\":\"birth\"," + GOOD.substring(1), 400),
        start("a fact twice", GOOD.replace("}}", ",\"resultDelivery\":\"POST\"}}"), 400),
        start("deep nesting", WITH + deep + "}}", 400),
        start("51 levels", WITH + "[".repeat(51) + "]".repeat(51) + "}}", 400),
        start("a number of 50,000 digits", WITH + "9".repeat(50_000) + "}}", 400),
        start("NaN", WITH + "NaN}}", 400),
        start("Infinity", WITH + "-Infinity}}", 400),
        start("a leading zero", WITH + "007}}", 400),
        start("an exponent beyond all", WITH + "1e99999999999}}", 400),
        start("a large text", WITH + "\"" + "x".repeat(100_000) + "\"}}", 413),
        start("20 MB", WITH + "\"" + "x".repeat(20_000_000) + "\"}}", 413));
  }

  static Stream<Row> misunderstood() {
    return Stream.of(
        start("no life event", "{\"facts\":{}}", 422, "/lifeEvent"),
        start("no facts", "{\"lifeEvent\":\"birth\"}", 422, "/facts"),
        start("null facts", "{\"lifeEvent\":\"birth\",\"facts\":null}", 422, "/facts"),
        start("facts in a list", "{\"lifeEvent\":\"birth\",\"facts\":[]}", 422, "/facts"),
        start("a number for a text", GOOD.replace("\"birth\"", "1"), 422, "/lifeEvent"),
        start("an unknown life event", GOOD.replace("birth", SECRET), 422, "/lifeEvent"),
        start("a service", GOOD.replace("birth", "maternity-benefit"), 422, "/lifeEvent"),
        start("an unknown property", GOOD.replace("}}", "},\"status\":1}"), 422, "/status"),
        start(
            "a property with any name", GOOD.replace("}}", "},\"" + SECRET + "/<\":1}"), 422, "/?"),
        start("an unknown fact", GOOD.replace("}}", ",\"amount\":1}}"), 422, "/facts/amount"),
        start("personId", GOOD.replace("}}", ",\"personId\":1}}"), 422, "/facts/personId"),
        start("role", GOOD.replace("}}", ",\"role\":\"x\"}}"), 422, "/facts/role"),
        start("sys.role", GOOD.replace("}}", ",\"sys.role\":1}}"), 422, "/facts/sys/role"),
        start(
            "applicantPersonalNumber",
            GOOD.replace("}}", ",\"applicantPersonalNumber\":\"001093000021\"}}"),
            422,
            "/facts/applicantPersonalNumber"),
        start(
            "a missing answer",
            "{\"lifeEvent\":\"birth\",\"facts\":{}}",
            422,
            "/facts/resultDelivery"),
        start("null for an answer", WITH + "null}}", 422, "/facts/resultDelivery"),
        start("no option", WITH + "\"" + SECRET + "\"}}", 422, "/facts/resultDelivery"),
        start("a number for an option", WITH + "1}}", 422, "/facts/resultDelivery"),
        start("an expression", WITH + "\"${7*7}\"}}", 422, "/facts/resultDelivery"),
        start("an object for an option", WITH + "{\"a\":1}}}", 422, "/facts/resultDelivery"),
        start("a list for an option", WITH + "[1,2]}}", 422, "/facts/resultDelivery"),
        start(
            "50 levels",
            WITH + "[".repeat(47) + "]".repeat(47) + "}}",
            422,
            "/facts/resultDelivery"),
        start("1e400", WITH + "1e400}}", 422, "/facts/resultDelivery"),
        start(
            "4,001 characters",
            WITH + "\"" + "x".repeat(4_001) + "\"}}",
            422,
            "/facts/resultDelivery"),
        start("an escaped NUL", WITH + "\"a\\u0000\"}}", 422, "/facts/resultDelivery"),
        start("a lone surrogate", WITH + "\"\\ud800\"}}", 422, "/facts/resultDelivery"),
        start("a NUL in a name", GOOD.replace("}}", ",\"a\\u0000\":1}}"), 422, "/facts/?"));
  }

  static Stream<Row> cases() {
    return Stream.of(
        evaluate("an unknown fact", "{\"facts\":{\"" + SECRET + "\":1}}", 422, "/facts/" + SECRET),
        evaluate("no facts", "{}", 422, "/facts"),
        evaluate("a text for a number", facts("childrenBorn", "\"1\""), 422, "/facts/childrenBorn"),
        evaluate("a negative count", facts("childrenBorn", "-1"), 422, "/facts/childrenBorn"),
        evaluate("half a child", facts("childrenBorn", "1.5"), 422, "/facts/childrenBorn"),
        evaluate("an overflow", facts("childrenBorn", "2147483648"), 422, "/facts/childrenBorn"),
        evaluate("1e400", facts("childrenBorn", "1e400"), 422, "/facts/childrenBorn"),
        evaluate("a list for a number", facts("childrenBorn", "[1]"), 422, "/facts/childrenBorn"),
        evaluate("30 February", facts("birthDate", "\"2026-02-30\""), 422, "/facts/birthDate"),
        evaluate("the year 0", facts("birthDate", "\"0000-01-01\""), 422, "/facts/birthDate"),
        evaluate("the year 99999", facts("birthDate", "\"99999-01-01\""), 422, "/facts/birthDate"),
        evaluate("an offset", facts("birthDate", "\"2026-01-01+25:00\""), 422, "/facts/birthDate"),
        evaluate("a number for a date", facts("birthDate", "20260101"), 422, "/facts/birthDate"),
        evaluate(
            "a yes for a boolean",
            facts("motherPrescribedRest", "\"yes\""),
            422,
            "/facts/motherPrescribedRest"),
        evaluate(
            "a key date of no day", "{\"keyDate\":\"2026-02-30\",\"facts\":{}}", 422, "/keyDate"),
        evaluate("a key date as a number", "{\"keyDate\":20260630,\"facts\":{}}", 422, "/keyDate"),
        evaluate(
            "a leap second",
            "{\"keyDate\":\"2016-12-31T23:59:60Z\",\"facts\":{}}",
            422,
            "/keyDate"),
        evaluate(
            "two key dates",
            "{\"keyDate\":\"2026-06-30\",\"facts\":{\"birthDate\":\"2026-07-01\"}}",
            422,
            "/facts/birthDate"),
        row(
            "an unknown decision",
            "/api/decisions/none/evaluate",
            "{\"facts\":{}}".getBytes(StandardCharsets.UTF_8),
            404,
            null),
        evaluate("an open brace", "{", 400, null));
  }

  private static String facts(String name, String value) {
    return "{\"facts\":{\"" + name + "\":" + value + "}}";
  }

  static Stream<Row> envelopes() {
    Row good = start("a good body", GOOD, 0);
    return Stream.of(
        expect(good, "no content type", 415).with("Content-Type", ""),
        expect(good, "text/plain", 415).with("Content-Type", "text/plain"),
        expect(good, "a form", 415).with("Content-Type", "application/x-www-form-urlencoded"),
        expect(good, "multipart", 415).with("Content-Type", "multipart/form-data; boundary=x"),
        expect(good, "no media type at all", 415).with("Content-Type", "abc"),
        expect(good, "XML", 415).with("Content-Type", "application/xml"),
        expect(good, "JSON of another charset", 415)
            .with("Content-Type", "application/json;charset=utf-16"),
        expect(good, "gzip", 415).with("Content-Encoding", "gzip"),
        expect(good, "brotli", 415).with("Content-Encoding", "br"),
        expect(good, "an answer in XML", 406).with("Accept", "application/xml"),
        expect(good, "an answer in another charset", 406)
            .by("GET")
            .with("Accept", "application/json;charset=utf-16"),
        at(good, "no key", 400, "Idempotency-Key").with("Idempotency-Key", ""),
        at(good, "a key of 256 characters", "Idempotency-Key")
            .with("Idempotency-Key", "k".repeat(256)),
        at(good, "a key with a space", "Idempotency-Key").with("Idempotency-Key", "a b"),
        expect(good, "another method in a header", 405).with("X-HTTP-Method-Override", "DELETE"),
        expect(good, "PUT on a collection", 405).by("PUT"),
        expect(good, "PATCH", 405).by("PATCH"),
        expect(good, "DELETE", 405).by("DELETE"),
        expect(good, "a method of nobody", 405).by("FOO"),
        expect(good, "another site", 403).with("Origin", "https://evil.example"),
        expect(good, "an origin of null", 403).with("Origin", "null"),
        expect(good, "a cross-site fetch", 403).with("Sec-Fetch-Site", "cross-site"));
  }

  private static Row expect(Row row, String name, int status) {
    return new Row(name, row.method(), row.path(), row.body(), row.headers(), status, null);
  }

  private static Row at(Row row, String name, String pointer) {
    return at(row, name, 422, pointer);
  }

  private static Row at(Row row, String name, int status, String pointer) {
    return new Row(name, row.method(), row.path(), row.body(), row.headers(), status, pointer);
  }

  private static Row path(String path, int status) {
    return new Row(path, "GET", path, new byte[0], List.of(), status, null);
  }

  static Stream<Row> paths() {
    return Stream.of(
        path("/api/journeys/..%2f..%2factuator", 400),
        path("/api/journeys;jsessionid=1", 400),
        path("/api//journeys", 400),
        path("/api/journeys/%00", 400),
        path("/api/journeys/a%2fb", 400),
        path("/api/journeys/a%0d%0aX-Injected:%201", 400),
        path("/api/journeys.", 404),
        path("/api/journeys/", 404),
        path("/api/nothing", 404),
        path("/api", 404),
        path("/api/journeys/" + "x".repeat(5_000), 404),
        path("/api/journeys/%E1", 400),
        path("/api/journeys?" + "a=1&".repeat(1_000), 400),
        path("/api/decisions/none/evaluate", 405),
        row(
            "explain=x",
            GRANT + "?explain=x",
            "{\"facts\":{}}".getBytes(StandardCharsets.UTF_8),
            400,
            "explain"));
  }

  static Stream<String> unheardOf() {
    return Stream.of(
        "GET /api/journeys?lang=%zz HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "GET /api/journeys HTTP/1.1\r\nHost: localhost\r\nX-A: b\rX-B: c\r\n\r\n",
        "GET /api/journeys HTTP/1.1\r\nHost: localhost\r\nX-A: " + "a".repeat(70_000) + "\r\n\r\n",
        "GET /api/journeys/" + "a".repeat(70_000) + " HTTP/1.1\r\nHost: localhost\r\n\r\n",
        "POST /api/journeys HTTP/1.1\r\n"
            + "Host: localhost\r\n"
            + "Content-Type: application/json\r\n"
            + "Content-Length: 4\r\n"
            + "Transfer-Encoding: chunked\r\n\r\n"
            + "0\r\n\r\n"
            + "GET / HTTP/1.1\r\n\r\n");
  }
}
