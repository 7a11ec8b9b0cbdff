package org.lienthong.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.Test;
import org.lienthong.agency.Agencies;
import org.lienthong.ui.api.Program.Answer;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What programs can do here, from the start of a journey to an officer's decision. */
@RunningApplication
class ApiTest {

  private static final String BIRTH =
      """
      {"lifeEvent": "birth", "facts": {"resultDelivery": "ELECTRONIC"}}
      """;
  private static final String GRANT = "/api/decisions/maternity-benefit-birth-grant/evaluate";

  @LocalServerPort private int port;
  @Autowired private Agencies agencies;
  @Autowired private ManagementService jobs;

  private Program as(String person) {
    return Program.of(port, person);
  }

  /** Until nothing moves without a person. */
  private void run() {
    boolean moved = true;
    while (moved) {
      moved = agencies.work() > 0;
      for (Job job : jobs.createJobQuery().messages().withRetriesLeft().list()) {
        jobs.executeJob(job.getId());
        moved = true;
      }
    }
  }

  private static JsonNode only(JsonNode tasks, JsonNode journey) {
    List<JsonNode> mine =
        tasks.values().stream()
            .filter(task -> task.get("journey").equals(journey.get("self")))
            .toList();
    assertThat(mine).hasSize(1);
    return mine.get(0);
  }

  @Test
  void aParentStartsAndAnswersAndAnOfficerDecides() {
    Program lan = as("p-lan");
    Answer started = lan.post("/api/journeys", BIRTH, "Idempotency-Key", "lan-1");
    assertThat(started.status()).isEqualTo(201);
    JsonNode journey = started.json();
    assertThat(started.header("Location")).isEqualTo(journey.get("self").asString());
    assertThat(journey.at("/title/en").asString()).isNotEqualTo(journey.at("/title/vi").asString());

    run();
    JsonNode task = only(lan.get("/api/tasks").json(), journey);
    String complete = task.get("self").asString() + "/complete";
    String names =
        """
        {"facts": {"children": [{"name": "%s"}], "clinicCode": "01-101", "childEthnicity": "MOTHER"}}\
        """;

    Answer wrong = lan.post(complete, names.formatted(" "));
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.json().at("/errors/0/pointer").asString()).isEqualTo("/facts/children/0/name");

    assertThat(as("p-hoa").post(complete, names.formatted("Trần An")).status()).isEqualTo(404);
    assertThat(as("o-binh").post(complete, names.formatted("Trần An")).status()).isEqualTo(404);

    Answer more =
        lan.post(
            complete,
            names
                .formatted("Trần Minh An")
                .replace("}}", ", \"registrationDecision\": \"REGISTER\"}}"));
    assertThat(more.status()).isEqualTo(422);
    assertThat(more.json().at("/errors/0/pointer").asString())
        .isEqualTo("/facts/registrationDecision");
    assertThat(lan.post(complete, names.formatted("${7*7} #{1} <b>")).status()).isEqualTo(422);

    Answer done = lan.post(complete, names.formatted("Trần Minh An"));
    assertThat(done.status()).as(done.text()).isEqualTo(200);
    assertThat(lan.post(complete, names.formatted("Trần Minh An")).status()).isEqualTo(404);

    run();
    Program officer = as("o-ha");
    JsonNode decide = only(officer.get("/api/tasks").json(), journey);
    assertThat(decide.get("unit").asString()).isEqualTo("civil-status");
    assertThat(officer.get(journey.get("self").asString()).status()).isEqualTo(200);
    Answer decided =
        officer.post(
            decide.get("self").asString() + "/complete",
            "{\"facts\": {\"registrationDecision\": \"REGISTER\"}}");
    assertThat(decided.status()).as(decided.text()).isEqualTo(200);

    run();
    JsonNode end = lan.get(journey.get("self").asString()).json();
    assertThat(end.get("state").asString()).isEqualTo("COMPLETED");
    assertThat(end.toString()).contains("Event_BenefitPaid").doesNotContain("001195000017");
    whatWasDecidedIsExplainedToItsPeopleAlone(lan, journey.get("self").asString());
  }

  private void whatWasDecidedIsExplainedToItsPeopleAlone(Program citizen, String journey) {
    String path = journey + "/assessments";
    JsonNode grant =
        citizen
            .get(path + "?explain=true")
            .json()
            .valueStream()
            .filter(each -> GRANT.contains(each.at("/answer/decision").asString()))
            .findFirst()
            .orElseThrow();
    assertThat(grant.get("id").asString()).isNotBlank();
    assertThat(grant.at("/answer/status").asString()).isEqualTo("ELIGIBLE");
    assertThat(grant.at("/answer/explanation/facts/motherMonthsIn12").isNumber()).isTrue();
    assertThat(grant.at("/sources/motherMonthsIn12/kind").asString()).isEqualTo("REGISTER");
    assertThat(grant.at("/sources/motherMonthsIn12/origin").asString())
        .isEqualTo("social-insurance");
    assertThat(grant.at("/sources/motherMonthsIn12/readAt").asString()).isNotBlank();
    assertThat(citizen.get(path).json().get(0).at("/answer").path("explanation").isObject())
        .isFalse();
    assertThat(as("p-hoa").get(path).status()).isEqualTo(404);
    assertThat(as("o-ha").get(path).status())
        .as("officers see findings at the task")
        .isEqualTo(404);
    assertThat(citizen.get("/api/journeys/none/assessments").status()).isEqualTo(404);
  }

  @Test
  void aKeyStartsOneJourneyAndAnOpenOneIsPointedTo() {
    Program mai = as("p-mai");
    JsonNode first = mai.post("/api/journeys", BIRTH, "Idempotency-Key", "k").json();

    Answer again = mai.post("/api/journeys", BIRTH.replace(" ", ""), "Idempotency-Key", "k");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.header("Idempotent-Replayed")).isEqualTo("true");
    assertThat(again.json().get("id")).isEqualTo(first.get("id"));

    Answer other =
        mai.post("/api/journeys", BIRTH.replace("ELECTRONIC", "POST"), "Idempotency-Key", "k");
    assertThat(other.status()).isEqualTo(409);
    assertThat(other.json().get("type").asString()).isEqualTo("urn:lienthong:problem:key-reused");

    Answer open = mai.post("/api/journeys", BIRTH, "Idempotency-Key", "k2");
    assertThat(open.status()).isEqualTo(409);
    assertThat(open.header("Content-Type")).startsWith("application/problem+json");
    assertThat(open.json().get("journey")).isEqualTo(first.get("self"));

    Answer somebodyElses = as("p-huy").post("/api/journeys", BIRTH, "Idempotency-Key", "k");
    assertThat(somebodyElses.status()).isEqualTo(201);
    assertThat(mai.get("/api/journeys").json()).hasSize(1);
  }

  @Test
  void nobodyCanTellAnothersJourneyFromNone() {
    JsonNode journey = as("p-minh").post("/api/journeys", BIRTH, "Idempotency-Key", "minh").json();
    Program hoa = as("p-hoa");
    JsonNode others = problem(hoa.get(journey.get("self").asString()));
    for (String id : List.of("00000000-0000-0000-0000-000000000000", "1", "'%20or%201=1")) {
      JsonNode none = problem(hoa.get("/api/journeys/" + id));
      assertThat(none).isEqualTo(others);
    }
    assertThat(hoa.get("/api/journeys").text()).doesNotContain(journey.get("id").asString());
    assertThat(as("o-ha").get(journey.get("self").asString()).status()).isEqualTo(404);
  }

  /** A problem without what differs from request to request. */
  private static JsonNode problem(Answer answer) {
    assertThat(answer.status()).isEqualTo(404);
    var problem = (tools.jackson.databind.node.ObjectNode) answer.json();
    assertThat(problem.remove("traceId").asString()).isNotEmpty();
    problem.remove("instance");
    return problem;
  }

  @Test
  void theInterfaceDescribesItself() {
    JsonNode description = Program.ofNobody(port).get("/v3/api-docs").json();
    assertThat(description.at("/paths/~1api~1journeys/post/summary").asString()).isNotBlank();
    assertThat(description.get("paths").propertyNames())
        .contains(
            "/api/journeys",
            "/api/journeys/{id}",
            "/api/tasks",
            "/api/tasks/{id}/complete",
            "/api/decisions",
            "/api/decisions/{decision}/evaluate",
            "/api/decisions/{decision}/analysis",
            "/api/entitlements",
            "/api/journeys/{id}/assessments",
            "/api/inbox")
        .allMatch(path -> path.startsWith("/api/"));
    assertThat(description.at("/components/schemas/Start/properties").propertyNames())
        .containsExactlyInAnyOrder("lifeEvent", "facts");
  }

  @Test
  void itIsReady() {
    Answer ready = Program.ofNobody(port).get("/actuator/health/readiness");
    assertThat(ready.status()).isEqualTo(200);
    assertThat(ready.json().get("status").asString()).isEqualTo("UP");
  }
}
