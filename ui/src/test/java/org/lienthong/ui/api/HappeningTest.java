package org.lienthong.ui.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.agency.Agencies;
import org.lienthong.population.PeopleTable;
import org.lienthong.sweep.Sweep;
import org.lienthong.sweep.Sweeps;
import org.lienthong.ui.api.Program.Answer;
import org.lienthong.ui.security.AgencyTokens;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** From what an agency tells of a family to the offer that the family reads. */
@RunningApplication
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:happening-test;DB_CLOSE_DELAY=-1",
      "lienthong.sweep.synthetic-people=40"
    })
class HappeningTest {

  private static final String BENEFIT = "social-assistance-single-parent";
  private static final String POOR =
      "{\"people\":[\"048197000035\"],\"householdPoverty\":\"POOR\",\"decidedOn\":\"2026-11-20\"}";

  @LocalServerPort private int port;

  @Value("${lienthong.sandbox.port}")
  private int agencies;

  @Autowired private Agencies inbox;
  @Autowired private Sweeps sweeps;
  @Autowired private PeopleTable population;
  @Autowired private AgencyTokens tokens;

  @BeforeEach
  void aFamilyThatIsNotPoor() {
    sweeps.cancel(sweeps.overPopulation(null, List.of(BENEFIT), "s-son").id());
    population.put("p-hoa", Map.of("householdPoverty", "NONE"));
  }

  private JsonNode offered() {
    inbox.work();
    sweeps.work();
    sweeps.tell();
    return Program.of(port, "p-hoa").get("/api/offers").json();
  }

  @Test
  void offersAFamilyWhatIsDueToItSinceItIsPoor() {
    assertThat(offered()).isEmpty();
    String event =
        "{\"specversion\":\"1.0\",\"id\":\"review-1\",\"type\":\"household.poverty.changed\","
            + "\"source\":\"urn:lienthong:agency:population\",\"subject\":\"QD-1\",\"data\":"
            + POOR
            + "}";
    Answer kept =
        Program.withToken(port, tokens.of("population"))
            .send(
                "POST",
                "/api/inbox",
                event.getBytes(StandardCharsets.UTF_8),
                "Content-Type",
                "application/cloudevents+json");
    assertThat(kept.status()).as(kept.text()).isEqualTo(202);

    assertThat(decisions(offered())).contains(BENEFIT);
    assertThat(sweeps.newest().get(0))
        .satisfies(
            sweep -> {
              assertThat(sweep.cause()).isEqualTo(Sweep.Cause.EVENT);
              assertThat(sweep.peopleDone()).isEqualTo(1);
            });

    // and as the sandbox tells it: it is not poor any more, so it is offered that no more
    Answer told =
        Program.ofNobody(agencies)
            .post(
                "/sandbox/population/events/household.poverty.changed",
                POOR.replace("\"POOR\"", "\"NONE\""));
    assertThat(told.status()).as(told.text()).isEqualTo(202);
    assertThat(offered())
        .filteredOn(offer -> offer.get("decision").asString().equals(BENEFIT))
        .singleElement()
        .satisfies(offer -> assertThat(offer.get("state").asString()).isEqualTo("WITHDRAWN"));
  }

  private static List<String> decisions(JsonNode offers) {
    return offers.valueStream().map(offer -> offer.get("decision").asString()).toList();
  }
}
