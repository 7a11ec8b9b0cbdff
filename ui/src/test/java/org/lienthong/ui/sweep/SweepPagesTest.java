package org.lienthong.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lienthong.sweep.Sweep;
import org.lienthong.sweep.Sweeps;
import org.lienthong.ui.Windows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/** Sweeps as a supervisor sees them, without a script. */
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:sweep-pages;DB_CLOSE_DELAY=-1",
      "lienthong.sweep.synthetic-people=30"
    })
class SweepPagesTest extends Windows {

  @Autowired Sweeps sweeps;
  @Autowired JdbcTemplate jdbc;
  @Autowired TransactionTemplate transaction;

  @Test
  void startsWatchesAndReadsASweep() {
    Visitor son = signedIn("s-son");
    assertThat(son.get("/non-take-up").statusCode()).isEqualTo(200);
    assertThat(son.post("/sweeps", "/sweeps", Map.of("day", "2026-02-30")).statusCode())
        .isEqualTo(302);
    assertThat(son.get("/sweeps").body()).contains("aria-invalid=\"true\"");

    HttpResponse<String> started = son.post("/sweeps", "/sweeps", Map.of("day", "2026-11-01"));
    String page = started.headers().firstValue("Location").orElseThrow();
    assertThat(page).contains("/sweeps/");
    String path = page.substring(page.indexOf("/sweeps/"));
    HttpResponse<String> done =
        soon(() -> son.get(path), answer -> answer.headers().firstValue("Refresh").isEmpty());

    assertThat(done.body()).contains("<progress", "Đã xong").doesNotContain("??");
    assertThat(son.get(path + "?lang=en").body()).contains("Done").doesNotContain("??");
    assertThat(son.get("/sweeps").body()).contains(path).doesNotContain("??");
    String takeUp = son.get("/non-take-up").body();
    assertThat(takeUp).contains("decision=").doesNotContain("??");
    String one = takeUp.replaceAll("(?s).*?(/non-take-up\\?decision=[a-z0-9-]+).*", "$1");
    assertThat(son.get(one).body()).contains("<tfoot", "under 5").doesNotContain("??");
    assertThat(son.get(one + "&lang=vi").body()).contains("dưới 5").doesNotContain("??");
    assertThat(son.get("/sweeps/none").statusCode()).isEqualTo(404);
  }

  @Test
  void sweepsAnUploadedFileAndTellsItsBadRowsByLine() {
    Visitor son = signedIn("s-son");
    String header = "personRef,birthDate,identityCardIssuedOn\n";
    HttpResponse<String> started =
        upload(son, "2026-11-01", header + "u1,1990-03-02,2015-04-01\nu2,1990-02-30,2015-04-01\n");
    assertThat(started.statusCode()).as(started.body()).isEqualTo(302);
    String page = started.headers().firstValue("Location").orElseThrow();
    String path = page.substring(page.indexOf("/sweeps/"));

    String done =
        soon(() -> son.get(path), answer -> answer.headers().firstValue("Refresh").isEmpty())
            .body();
    assertThat(done).contains("Tệp tải lên", "<th scope=\"row\">3</th>", "not-a-date");
    assertThat(done).doesNotContain("??", "u2");
  }

  @Test
  void saysOnThePageWhatIsWrongWithAFile() {
    Visitor son = signedIn("s-son");
    HttpResponse<String> unknown = upload(son, "2026-11-01", "personRef,shoeSize\nu1,44\n");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.body()).contains("shoeSize", "file-error").doesNotContain("??");
    assertThat(upload(son, "2026-11-01", "").statusCode()).isEqualTo(422);
    assertThat(upload(son, "2026-11-01", "personRef,birthDate\nu1,\0\n").body())
        .contains("UTF-8")
        .doesNotContain("??");
    assertThat(upload(son, "soon", "personRef,birthDate\n").body()).contains("file-day-error");
    String large = "personRef,birthDate\n" + "u1,1990-03-02\n".repeat(250_000);
    HttpResponse<String> refused = upload(son, "2026-11-01", large);
    assertThat(refused.statusCode()).isEqualTo(413);
    assertThat(refused.body()).contains("3 MB").doesNotContain("??");
    assertThat(upload(signedIn("p-lan"), "2026-11-01", "x").statusCode()).isEqualTo(403);
  }

  private HttpResponse<String> upload(Visitor visitor, String day, String csv) {
    Matcher token =
        Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(visitor.get("/c").body());
    assertThat(token.find()).isTrue();
    String body =
        part("name=\"_csrf\"", token.group(1))
            + part("name=\"day\"", day)
            + part("name=\"file\"; filename=\"people.csv\"", csv)
            + "--part--\r\n";
    return visitor.send(
        visitor
            .to("/sweeps")
            .header("Content-Type", "multipart/form-data; boundary=part")
            .header("Accept", "text/html")
            .POST(BodyPublishers.ofString(body))
            .build());
  }

  private static String part(String name, String value) {
    return "--part\r\nContent-Disposition: form-data; " + name + "\r\n\r\n" + value + "\r\n";
  }

  @Test
  void pausesGoesOnAndCancelsByItsButtons() {
    Visitor son = signedIn("s-son");
    String going = "/sweeps/" + busy().id();
    assertThat(son.get(going).body()).contains("Tạm dừng");
    assertThat(son.post(going, going + "/pause", Map.of()).statusCode()).isEqualTo(302);
    String paused = son.get(going).body();
    assertThat(paused).contains("Chạy tiếp").doesNotContain("Tạm dừng</button>", "??");
    son.post(going, going + "/resume", Map.of());
    soon(() -> son.get(going).body(), page -> page.contains("Đã xong"));
    assertThat(son.post("/sweeps", going + "/pause", Map.of()).statusCode()).isEqualTo(302);
    assertThat(son.get(going).body()).contains("role=\"status\"").doesNotContain("??");

    String ended = "/sweeps/" + busy().id();
    son.post(ended, ended + "/cancel", Map.of());
    assertThat(son.get(ended).body()).contains("Đã hủy").doesNotContain("Hủy</button>", "??");
    assertThat(son.post("/sweeps", ended + "/burn", Map.of()).statusCode()).isEqualTo(404);
  }

  /** One on which another node seems to work, so that it stays as it is. */
  private Sweep busy() {
    return Objects.requireNonNull(
        transaction.execute(
            status -> {
              Sweep sweep = sweeps.overPopulation(null, List.of(), "s-son");
              jdbc.update(
                  "update sweep set busy_until = ? where id = ?",
                  OffsetDateTime.parse("2100-01-01T00:00:00Z"),
                  sweep.id());
              return sweep;
            }));
  }

  @Test
  void isForSupervisorsAndDesignersOnly() {
    assertThat(signedIn("p-lan").get("/sweeps").statusCode()).isEqualTo(403);
    assertThat(signedIn("o-ha").get("/non-take-up").statusCode()).isEqualTo(403);
    assertThat(signedIn("d-an").get("/sweeps").statusCode()).isEqualTo(200);
    assertThat(visitor().get("/sweeps").statusCode()).isEqualTo(302);
  }
}
