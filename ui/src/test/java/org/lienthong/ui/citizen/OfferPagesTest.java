package org.lienthong.ui.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lienthong.population.PeopleTable;
import org.lienthong.sweep.Sweeps;
import org.lienthong.ui.Windows;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What a parent is offered after a sweep of the demonstration, on pages and for programs. */
@TestPropertySource(
    properties = {
      "spring.datasource.url=jdbc:h2:mem:sweep-pages;DB_CLOSE_DELAY=-1",
      "lienthong.sweep.synthetic-people=30"
    })
class OfferPagesTest extends Windows {

  private static final String SINGLE_PARENT = "social-assistance-single-parent";

  @Autowired Sweeps sweeps;
  @Autowired PeopleTable population;
  @Autowired JdbcTemplate jdbc;

  @BeforeEach
  void aSweepFoundThem() {
    jdbc.update("delete from offer");
    sandbox().reset();
    sweep(SINGLE_PARENT, "identity-card-renewal");
  }

  private void sweep(String... decisions) {
    String sweep = sweeps.overPopulation(null, List.of(decisions), "s-son").id();
    soon(() -> sweeps.find(sweep).orElseThrow().percent(), percent -> percent == 100);
  }

  /** The agencies are asked in the background before an answer is awaited. */
  private String open(Visitor visitor) {
    JsonNode offers =
        soon(
            () -> json(visitor.getJson("/api/offers")),
            all -> all.size() == 1 && all.get(0).get("open").asBoolean());
    return offers.get(0).get("id").asString();
  }

  @Test
  void isToldAtHomeAndConfirmsWithOneAnswer() {
    Visitor hoa = signedIn("p-hoa");
    String id = open(hoa);
    assertThat(hoa.get("/c").body()).contains("/offers", "một quyền lợi").doesNotContain("??");
    String page = hoa.get("/offers").body();
    assertThat(page).contains("500.000", "/c/why/", "Tôi nhận", "Tôi không nhận");
    assertThat(page).doesNotContain("??", "<script>");
    assertThat(hoa.get("/offers?lang=en").body()).contains("I do not want it").doesNotContain("??");
    String why = page.replaceAll("(?s).*?(/c/why/[0-9a-f-]+).*", "$1");
    assertThat(hoa.get(why + "?lang=vi").body()).contains("500.000").doesNotContain("??");

    HttpResponse<String> answered = hoa.post("/offers", "/offers/" + id + "/confirm", Map.of());
    assertThat(answered.statusCode()).isEqualTo(302);
    assertThat(hoa.get("/offers").body()).contains("Bạn đã đồng ý nhận", "vẫn được hưởng");
    soon(
        () -> hoa.get("/c/journey/" + id).body(),
        journey -> journey.contains("Đã trả tiền") && !journey.contains("??"));
    assertThat(hoa.post("/c", "/offers/" + id + "/decline", Map.of()).statusCode()).isEqualTo(302);
    assertThat(hoa.get("/offers").body()).contains("không còn chờ câu trả lời");
  }

  @Test
  void isOnlyToldWhereTheServiceGoesNoFurther() {
    Visitor lan = signedIn("p-lan");
    String page = soon(() -> lan.get("/offers").body(), body -> body.contains("Bạn nên biết"));
    assertThat(page).doesNotContain("Tôi nhận", "??");
    String id = json(lan.getJson("/api/offers")).get(0).get("id").asString();
    assertThat(answer(lan, id, "{\"answer\":\"CONFIRM\"}")).isEqualTo(409);
  }

  @Test
  void answersProgramsAsTheHouseDoes() {
    Visitor hoa = signedIn("p-hoa");
    String id = open(hoa);

    assertThat(answer(signedIn("p-mai"), id, "{\"answer\":\"CONFIRM\"}")).isEqualTo(404);
    assertThat(signedIn("p-mai").post("/c", "/offers/" + id + "/decline", Map.of()).statusCode())
        .isEqualTo(404);
    String why = hoa.get("/offers").body().replaceAll("(?s).*?(/c/why/[0-9a-f-]+).*", "$1");
    for (String path : List.of(why, "/c/journey/" + id)) {
      assertThat(hoa.get(path).statusCode()).as(path).isEqualTo(200);
      assertThat(signedIn("p-mai").get(path).statusCode()).as(path).isEqualTo(404);
    }
    assertThat(answer(hoa, id, "{\"answer\":\"MAYBE\"}")).isEqualTo(422);
    assertThat(answer(hoa, id, "{}")).isEqualTo(422);
    assertThat(answer(hoa, id, "{\"answer\":\"DECLINE\",\"more\":1}")).isEqualTo(422);
    assertThat(answer(hoa, id, "{\"answer\":\"DECLINE\"}")).isEqualTo(200);
    assertThat(answer(hoa, id, "{\"answer\":\"DECLINE\"}")).isEqualTo(409);
    assertThat(hoa.get("/offers").body()).contains("Bạn đã từ chối");
    assertThat(visitor().getJson("/api/offers").statusCode()).isEqualTo(401);
    assertThat(signedIn("o-ha").get("/offers").statusCode()).isEqualTo(403);
  }

  private static int answer(Visitor visitor, String id, String body) {
    return visitor.postJson("/api/offers/" + id + "/answer", body).statusCode();
  }

  @Test
  void tellsAParentWhatIsDueToAChild() {
    sweep("health-insurance-card-under-6-validity");
    Visitor mai = signedIn("p-mai");
    String id = open(mai);

    assertThat(mai.get("/offers").body()).contains("Cho Võ Minh An").doesNotContain("??");
    assertThat(mai.get("/offers?lang=en").body()).contains("For Võ Minh An").doesNotContain("??");
    assertThat(json(mai.getJson("/api/offers")).get(0).get("about").asString())
        .isEqualTo("Võ Minh An");
    assertThat(answer(signedIn("p-huy"), id, "{\"answer\":\"CONFIRM\"}")).isEqualTo(404);
    assertThat(answer(mai, id, "{\"answer\":\"CONFIRM\"}")).isEqualTo(200);
    assertThat(json(mai.getJson("/api/offers")).get(0).get("state").asString())
        .isEqualTo("CONFIRMED");
  }

  @Test
  void offersAPensionToWhoeverNeverAskedAndAsksADeclinerNoMore() {
    Map<String, String> elder = new HashMap<>();
    elder.put("birthDate", "1945-01-02");
    elder.put("monthlyPension", "0");
    elder.put("otherSocialAllowance", "0");
    elder.put("socialPensionRequested", "false");
    try {
      population.put("p-huy", elder);
      sweep("social-pension-entitlement");
      Visitor huy = signedIn("p-huy");
      String id = open(huy);
      assertThat(huy.get("/offers").body()).contains("Tôi nhận");
      assertThat(answer(huy, id, "{\"answer\":\"DECLINE\"}")).isEqualTo(200);
      sweep("social-pension-entitlement");
      JsonNode offers = json(huy.getJson("/api/offers"));
      assertThat(offers).hasSize(1);
      assertThat(offers.get(0).get("state").asString()).isEqualTo("DECLINED");
    } finally {
      elder.replaceAll((fact, value) -> fact.equals("birthDate") ? "1990-07-30" : null);
      population.put("p-huy", elder);
    }
  }

  @Test
  void takesNoAnswerWithoutTheTokenOfThePage() {
    Visitor hoa = signedIn("p-hoa");
    String id = open(hoa);
    assertThat(hoa.postForm("/offers/" + id + "/confirm", Map.of()).statusCode()).isEqualTo(403);
    assertThat(hoa.get("/offers").body()).contains("Tôi nhận");
  }
}
