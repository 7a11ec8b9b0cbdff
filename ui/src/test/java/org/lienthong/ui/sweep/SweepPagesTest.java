package org.lienthong.ui.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.lienthong.ui.Windows;
import org.springframework.test.context.TestPropertySource;

/** Sweeps as a supervisor sees them, without a script. */
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:sweep-pages;DB_CLOSE_DELAY=-1",
      "lienthong.sweep.synthetic-people=30"
    })
class SweepPagesTest extends Windows {

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
  void isForSupervisorsAndDesignersOnly() {
    assertThat(signedIn("p-lan").get("/sweeps").statusCode()).isEqualTo(403);
    assertThat(signedIn("o-ha").get("/non-take-up").statusCode()).isEqualTo(403);
    assertThat(signedIn("d-an").get("/sweeps").statusCode()).isEqualTo(200);
    assertThat(visitor().get("/sweeps").statusCode()).isEqualTo(302);
  }
}
