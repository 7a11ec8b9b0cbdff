package org.lienthong.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lienthong.sweep.Sweeps;
import org.lienthong.ui.api.Program.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What supervisors' programs can do with sweeps. */
@RunningApplication
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:sweep-api;DB_CLOSE_DELAY=-1",
      "lienthong.sweep.file-limit=4KB",
      "lienthong.sweep.synthetic-people=40",
      "lienthong.sweep.lease=PT0S"
    })
class SweepApiTest {

  private static final String ELDERS =
      """
      personRef,birthDate,provinceCode,monthlyPension,householdPoverty,otherSocialAllowance,socialPensionRequested,receives
      e1,1945-03-02,48,0,NONE,0,true,[]
      e2,1990-03-02,48,0,NONE,0,true,[]
      e3,1945-02-30,48,0,NONE,0,true,[]
      """;

  @LocalServerPort private int port;
  @Autowired private Sweeps sweeps;

  private Program as(String person) {
    return Program.of(port, person);
  }

  private Answer upload(String query, String csv) {
    return as("s-son")
        .send(
            "POST",
            "/api/sweeps" + query,
            csv.getBytes(StandardCharsets.UTF_8),
            "Content-Type",
            "text/csv");
  }

  @Test
  void sweepsAFileAndTellsWhoIsEntitled() {
    Answer started = upload("?day=2026-11-01&decision=social-pension-entitlement", ELDERS);
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    String self = started.json().get("self").asString();
    assertThat(started.header("Location")).isEqualTo(self);
    assertThat(started.json().at("/sweep/state").asString()).isEqualTo("RUNNING");

    sweeps.work();
    Program son = as("s-son");
    JsonNode done = son.get(self).json();
    assertThat(done.at("/sweep/state").asString()).isEqualTo("DONE");
    assertThat(done.get("percent").asInt()).isEqualTo(100);
    assertThat(done.at("/sweep/problems").asInt()).isEqualTo(1);
    assertThat(son.get(self + "/problems").json().at("/problems/0/line").asInt()).isEqualTo(4);
    JsonNode offers = son.get(self + "/offers").json().get("offers");
    assertThat(offers).as(done.toString()).hasSize(1);
    assertThat(offers.at("/0/personRef").asString()).isEqualTo("e1");
    assertThat(offers.at("/0/amount").asLong()).isPositive();
    assertThat(done.at("/figures/0/province").asString()).isEqualTo("48");
  }

  @Test
  void pausesResumesAndCancels() {
    String self = upload("", ELDERS).json().get("self").asString();
    Program son = as("s-son");
    assertThat(son.post(self + "/resume", "{}").status()).isEqualTo(409);
    assertThat(son.post(self + "/pause", "{}").json().at("/sweep/state").asString())
        .isEqualTo("PAUSED");
    sweeps.work();
    assertThat(son.get(self).json().at("/sweep/peopleDone").asInt()).isZero();
    assertThat(son.post(self + "/resume", "{}").status()).isEqualTo(200);
    assertThat(son.post(self + "/cancel", "{}").json().at("/sweep/state").asString())
        .isEqualTo("CANCELLED");
    assertThat(son.post(self + "/cancel", "{}").status()).isEqualTo(409);
    assertThat(son.post(self + "/burn", "{}").status()).isEqualTo(404);
    assertThat(son.get("/api/sweeps/none").status()).isEqualTo(404);
  }

  @Test
  void sweepsThePopulationAndTellsWhoReceivesNothing() {
    Program designer = as("d-an");
    Answer started = designer.post("/api/sweeps", "{\"source\": \"database\"}");
    assertThat(started.status()).as(started.text()).isEqualTo(201);
    assertThat(started.json().at("/sweep/peopleTotal").asInt()).isGreaterThanOrEqualTo(40);
    sweeps.work();

    JsonNode done = designer.get(started.json().get("self").asString()).json();
    assertThat(done.at("/sweep/state").asString()).as(done.toString()).isEqualTo("DONE");
    JsonNode figures = designer.get("/api/non-take-up").json();
    assertThat(figures.get("figures")).isNotEmpty();
    JsonNode first = figures.at("/figures/0");
    assertThat(figures.get("fewest").asInt()).isEqualTo(5);
    for (String list : new String[] {"figures", "totals"}) {
      assertThat(figures.get(list).values())
          .isNotEmpty()
          .allSatisfy(SweepApiTest::tellsNoFewPeople);
    }
    JsonNode one =
        designer.get("/api/non-take-up?decision=" + first.get("decision").asString()).json();
    assertThat(one.get("figures").values())
        .allSatisfy(f -> assertThat(f.get("decision")).isEqualTo(first.get("decision")));
  }

  private static void tellsNoFewPeople(JsonNode figure) {
    for (String count : new String[] {"entitled", "receiving", "notTakenUp"}) {
      JsonNode number = figure.get(count);
      assertThat(number.isNull() || number.asLong() == 0 || number.asLong() >= 5)
          .as(figure.toString())
          .isTrue();
    }
  }

  @Test
  void saysWhatMustBeMended() {
    Program son = as("s-son");
    refuses(son.post("/api/sweeps", "{\"source\": \"elsewhere\"}"), "/source", "unknown");
    refuses(son.post("/api/sweeps", "{}"), "/source", "required");
    refuses(
        son.post("/api/sweeps", "{\"source\": \"database\", \"day\": \"2026-02-30\"}"),
        "/day",
        "not-a-date");
    refuses(
        son.post("/api/sweeps", "{\"source\": \"database\", \"decisions\": [\"no-such\"]}"),
        "/decisions/0",
        "unknown");
    refuses(
        son.post("/api/sweeps", "{\"source\": \"database\", \"decisions\": \"x\"}"),
        "/decisions",
        "wrong-type");
    refuses(upload("", "personRef,shoeSize\np1,44\n"), "shoeSize", "unknown-column");
    refuses(upload("?day=soon", ELDERS), "day", "not-a-date");
    refuses(upload("", ""), "personRef", "missing");
    refuses(upload("", ELDERS + "e4,\0"), "line 5", "not-utf8");
    assertThat(upload("", ELDERS.repeat(20)).status()).isEqualTo(413);
  }

  private static void refuses(Answer answer, String pointer, String code) {
    assertThat(answer.status()).as(answer.text()).isEqualTo(422);
    assertThat(answer.json().at("/errors/0/pointer").asString()).isEqualTo(pointer);
    assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo(code);
  }

  @Test
  void isForSupervisorsAndDesignersOnly() {
    for (String other : new String[] {"p-lan", "o-ha"}) {
      assertThat(as(other).get("/api/sweeps").status()).isEqualTo(403);
      assertThat(as(other).get("/api/non-take-up").status()).isEqualTo(403);
      assertThat(as(other).post("/api/sweeps", "{\"source\": \"database\"}").status())
          .isEqualTo(403);
    }
    assertThat(Program.ofNobody(port).get("/api/sweeps").status()).isEqualTo(401);
    assertThat(as("s-son").get("/api/sweeps").status()).isEqualTo(200);
  }
}
