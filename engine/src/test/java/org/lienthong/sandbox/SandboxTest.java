package org.lienthong.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class SandboxTest extends SandboxStory {

  @Test
  void answersFromItsRegisters() throws Exception {
    JsonNode notice = json(post(FIND, "k1", "{\"parentNumber\":\"P1\"}"));
    assertThat(notice)
        .isEqualTo(
            Json.MAPPER.readTree(
                "{\"noticeNumber\":\"N-1\",\"eventDate\":\"2026-03-01\","
                    + "\"items\":[{\"order\":1,\"weight\":2.5}],\"known\":1,"
                    + "\"remark\":\"one, quoted\"}"));
    JsonNode other = json(post(FIND, "k2", "{\"parentNumber\":\"P2\"}"));
    assertThat(other.has("remark")).as("an empty cell is left out").isFalse();
  }

  @Test
  void tellsUnaskedWhatItIsToldToTell() throws Exception {
    HttpResponse<String> told =
        post("/sandbox/demo-registry/events/item.lost", "", "{\"items\":[\"I-1\"]}");

    assertThat(told.statusCode()).isEqualTo(202);
    assertThat(inbox)
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.source()).isEqualTo("urn:lienthong:agency:demo-registry");
              assertThat(event.type()).isEqualTo("item.lost");
              assertThat(event.data()).isEqualTo(Map.of("items", List.of("I-1")));
            });
    assertThat(post("/sandbox/nobody/events/item.lost", "", "{}").statusCode()).isEqualTo(404);
    assertThat(post("/sandbox/demo-registry/events/item.lost", "", "[]").statusCode())
        .isEqualTo(422);
    assertThat(post("/sandbox/demo-registry/events/", "", "{}").statusCode()).isEqualTo(422);
  }

  @Test
  void answersASampleWhereNoRuleSaysOtherwise() throws Exception {
    assertThat(post("/demo-bank/get-rate", "", "").body()).isEqualTo("{\"rate\":2.5}");
  }

  @Test
  void refusesByItsRulesWithADeclaredProblem() throws Exception {
    HttpResponse<String> unknown = post(FIND, "k", "{\"parentNumber\":\"nobody\"}");
    assertThat(unknown.statusCode()).isEqualTo(422);
    assertThat(unknown.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(json(unknown).path("type").asString())
        .isEqualTo("urn:lienthong:problem:notice-not-found");
    assertThat(json(post(FIND, "l", "{\"parentNumber\":\"P3\"}")).path("type").asString())
        .isEqualTo("urn:lienthong:problem:notice-used");
  }

  @Test
  void changesItsRegistersSoThatTheNextRequestSeesIt() throws Exception {
    JsonNode reply = json(post(REGISTER, "k", TWINS));
    assertThat(reply.path("registeredOn").asString()).isEqualTo("2026-03-10");
    assertThat(reply.path("registered").findValuesAsString("number"))
        .containsExactly("B001", "B002");
    assertThat(reply.path("registered").findValuesAsString("name")).containsExactly("An", "Bình");
    assertThat(post(FIND, "l", "{\"parentNumber\":\"P2\"}").statusCode())
        .as("the notice is used now")
        .isEqualTo(422);
  }

  @Test
  void appliesAnEffectOncePerKey() throws Exception {
    String first = post(REGISTER, "same", TWINS).body();
    String again = post(REGISTER, "same", TWINS).body();
    String next = post(REGISTER, "other", TWINS).body();
    assertThat(again).isEqualTo(first);
    assertThat(next).contains("B003", "B004");
    assertThat(entries("effect")).extracting(e -> e.get("key")).containsExactly("same", "other");
    assertThat(entries("call")).hasSize(3);
  }

  @Test
  void refusesAKeyThatWasUsedForSomethingElse() throws Exception {
    post(REGISTER, "same", TWINS);
    HttpResponse<String> other = post(REGISTER, "same", TWINS.replace("An", "Anh"));
    assertThat(other.statusCode()).isEqualTo(422);
    assertThat(other.body()).contains("idempotency-key-reused");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"parentNumber\":7} | /parentNumber",
        "{} | ''",
        "{\"parentNumber\":\"P1\",\"more\":1} | ''",
      })
  void refusesARequestOutsideTheContractAndPointsAtIt(String body, String pointer)
      throws Exception {
    HttpResponse<String> answer = post(FIND, "k", body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(json(answer).path("pointer").asString()).isEqualTo(pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"parentNumber\":", "", "{}{}", "{\"a\":1,\"a\":2}", "[[[["})
  void refusesWhatIsNotJson(String body) throws Exception {
    assertThat(post(FIND, "k", body).statusCode()).isEqualTo(400);
  }

  @Test
  void answersProblemsToWhatIsNoRequestOfIts() throws Exception {
    assertThat(post("/nowhere", "k", "{}").statusCode()).isEqualTo(404);
    assertThat(post("/demo-registry/nothing", "k", "{}").statusCode()).isEqualTo(404);
    HttpResponse<String> wrongMethod = send(request(FIND).GET());
    assertThat(wrongMethod.statusCode()).isEqualTo(405);
    assertThat(wrongMethod.headers().firstValue("Allow")).hasValue("POST");
    HttpResponse<String> wrongType =
        send(request(FIND).header("Content-Type", "text/xml").POST(body("<a/>")));
    assertThat(wrongType.statusCode()).isEqualTo(415);
    assertThat(post(FIND, "k", "\"" + "x".repeat(1_000_001) + "\"").statusCode()).isEqualTo(413);
    assertThat(post(REGISTER, "", TWINS).statusCode()).as("no key").isEqualTo(400);
    assertThat(post("/sandbox/nobody/deliver", "", "").statusCode()).isEqualTo(404);
    assertThat(put("nobody", "{\"mode\":\"ok\"}").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"mode\":\"broken\"} | /mode",
        "{\"mode\":1} | /mode",
        "{} | /mode",
        "{\"mode\":\"ok\",\"latencyMs\":-1} | /latencyMs",
        "{\"mode\":\"ok\",\"latencyMs\":\"1\"} | /latencyMs",
        "{\"mode\":\"ok\",\"latencyMs\":1.5} | /latencyMs",
        "{\"mode\":\"ok\",\"latencyMs\":null} | /latencyMs",
        "{\"mode\":\"ok\",\"latencyMs\":99999999999999999999} | /latencyMs",
        "{\"mode\":\"ok\",\"other\":1} | /other",
        "[] | ''",
      })
  void refusesASettingThatIsNotInOrder(String body, String pointer) throws Exception {
    HttpResponse<String> answer = put("demo-registry", body);
    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(json(answer).path("pointer").asString()).isEqualTo(pointer);
    assertThat(send(request("/sandbox").GET()).body()).doesNotContain("down").contains("\"ok\"");
  }

  @Test
  void keepsALedgerWithoutData() throws Exception {
    post(REGISTER, "k", TWINS);
    HttpResponse<String> ledger = send(request("/ledger").GET());
    assertThat(ledger.body().lines())
        .containsExactly(
            "{\"seq\":1,\"at\":\"2026-03-10T08:00:00Z\",\"kind\":\"effect\","
                + "\"agency\":\"demo-registry\",\"operation\":\"register-items\",\"key\":\"k\","
                + "\"records\":5}",
            ledger.body().lines().skip(1).findFirst().orElseThrow());
    assertThat(ledger.body()).contains("\"status\":200").doesNotContain("Bình", "N-2");
  }

  @Test
  void startsAnewWhenReset() throws Exception {
    post(REGISTER, "k", TWINS);
    put("demo-registry", "{\"mode\":\"down\"}");
    assertThat(post("/sandbox/reset", "", "").statusCode()).isEqualTo(200);
    assertThat(sandbox.ledger()).isEmpty();
    assertThat(post(REGISTER, "k", TWINS).body()).contains("B001");
  }
}
