package org.lienthong.ui.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.ui.api.BadRequests.GOOD;
import static org.lienthong.ui.api.BadRequests.GRANT;
import static org.lienthong.ui.api.BadRequests.SECRET;
import static org.lienthong.ui.api.BadRequests.START;
import static org.lienthong.ui.api.BadRequests.WITH;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lienthong.ui.api.BadRequests.Row;
import org.lienthong.ui.api.Program.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.ResultSetExtractor;
import tools.jackson.databind.JsonNode;

/**
 * Bad input gets the status that it deserves, with the place that is wrong, and changes nothing.
 */
@RunningApplication
class BadInputTest {

  private static final String TABLE = "org.lienthong.ui.api.BadRequests#";

  @LocalServerPort private int port;
  @Autowired private JdbcTemplate database;

  @ParameterizedTest(name = "{0}")
  @MethodSource({
    TABLE + "unreadable",
    TABLE + "misunderstood",
    TABLE + "cases",
    TABLE + "envelopes",
    TABLE + "paths"
  })
  void isRefused(Row row) {
    Map<String, Object> before = everything();
    Program hoa = Program.of(port, "p-hoa");
    Answer answer =
        row.body().length == 0 && row.method().equals("GET")
            ? hoa.send(row.method(), row.path(), null)
            : hoa.send(row.method(), row.path(), row.body(), row.headers().toArray(String[]::new));

    assertRefused(answer, row.status(), row.pointer());
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aBodyInChunksIsMeasuredToo() {
    Map<String, Object> before = everything();
    byte[] large = (WITH + "\"" + "x".repeat(70_000) + "\"}}").getBytes(StandardCharsets.UTF_8);
    Answer answer =
        Program.of(port, "p-hoa").stream(
            "POST",
            START,
            HttpRequest.BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(large)),
            "Content-Type",
            "application/json",
            "Idempotency-Key",
            "chunks");
    assertRefused(answer, 413, null);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aZippedBodyIsNotUnzipped() throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream zip = new GZIPOutputStream(zipped)) {
      zip.write(new byte[5_000_000]);
    }
    Answer answer =
        Program.of(port, "p-hoa")
            .send(
                "POST",
                START,
                zipped.toByteArray(),
                "Content-Type",
                "application/json",
                "Content-Encoding",
                "gzip",
                "Idempotency-Key",
                "zip");
    assertRefused(answer, 415, null);
  }

  @Test
  void nobodyIsToldToSignInWithoutARedirect() {
    Map<String, Object> before = everything();
    Program nobody = Program.ofNobody(port);
    assertRefused(nobody.get("/api/journeys"), 401, null);
    assertRefused(nobody.post(START, GOOD, "Idempotency-Key", "n"), 401, null);
    assertRefused(nobody.post(GRANT, "{\"facts\":{}}"), 401, null);
    assertRefused(nobody.post("/api/inbox", "{}"), 401, null);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void anOfficialStartsNothing() {
    Map<String, Object> before = everything();
    Program officer = Program.of(port, "o-ha");
    assertRefused(officer.post(START, GOOD, "Idempotency-Key", "o"), 403, null);
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aWrongMethodIsToldTheRightOnes() {
    Answer put =
        Program.of(port, "p-hoa").send("PUT", START, GOOD.getBytes(StandardCharsets.UTF_8));
    assertThat(put.header("Allow")).contains("GET").contains("POST");
  }

  @Test
  void traceIsNotEchoed() {
    Answer trace = Program.of(port, "p-hoa").send("TRACE", START, null, "X-Secret", SECRET);
    assertThat(trace.status()).isEqualTo(405);
    assertThat(trace.text()).doesNotContain(SECRET);
  }

  @ParameterizedTest
  @MethodSource(TABLE + "unheardOf")
  void whatNoLibraryWouldSendIsRefused(String request) throws IOException {
    Map<String, Object> before = everything();
    String answer = Program.of(port, "p-hoa").raw(request);
    assertThat(answer).matches("(?s)HTTP/1\\.1 (400|414|431) .*").doesNotContain("org.");
    assertThat(everything()).isEqualTo(before);
  }

  private static void assertRefused(Answer answer, int status, @Nullable String pointer) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(status);
    assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    assertThat(answer.text()).doesNotContain("org.", "Exception", "tools.jackson", "\tat ");
    JsonNode problem = answer.json();
    assertThat(problem.get("type").asString()).startsWith("urn:lienthong:problem:");
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    assertThat(problem.get("traceId").asString()).isNotBlank();
    if (pointer == null) {
      assertThat(problem.has("errors")).isFalse();
    } else {
      assertThat(problem.get("errors").values())
          .extracting(each -> each.get("pointer").asString())
          .contains(pointer);
      assertThat(problem.get("errors").values())
          .allSatisfy(each -> assertThat(each.get("code").asString()).isNotBlank());
      if (!pointer.contains(SECRET)) {
        assertThat(answer.text()).doesNotContain(SECRET);
      }
    }
  }

  /** A digest of what stands in every table: of ours, and of the engine's that move. */
  private Map<String, Object> everything() {
    Map<String, Object> digests = new TreeMap<>();
    ResultSetExtractor<Integer> digest = BadInputTest::digest;
    for (String table :
        database.queryForList(
            "select table_name from information_schema.tables where table_schema = 'PUBLIC'"
                + " and (table_name like 'ACT\\_RU%' or table_name not like 'ACT\\_%')",
            String.class)) {
      digests.put(table, database.query("select * from \"" + table + "\"", digest));
    }
    assertThat(digests)
        .containsKeys("JOURNEY", "DRAFT", "PUBLICATION", "AGENCY_REQUEST", "ACT_RU_TASK");
    return digests;
  }

  private static Integer digest(ResultSet rows) throws SQLException {
    int columns = rows.getMetaData().getColumnCount();
    int digest = 0;
    while (rows.next()) {
      int row = 0;
      for (int column = 1; column <= columns; column++) {
        row = 31 * row + Objects.hashCode(rows.getString(column));
      }
      digest += row; // in whatever order
    }
    return digest;
  }
}
