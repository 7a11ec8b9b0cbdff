package org.lienthong.ui.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.HttpCookie;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lienthong.ui.Windows;

/** Who may go where, and what a stranger can make a browser do: nothing. */
class SecurityTest extends Windows {

  @ParameterizedTest
  @ValueSource(strings = {"/", "/sign-in", "/nowhere", "/css/lj.css", "/api/journeys"})
  void tellsTheBrowserToBeCareful(String path) {
    HttpResponse<String> answer = visitor().get(path);

    assertThat(header(answer, "Content-Security-Policy"))
        .contains("default-src 'none'", "frame-ancestors 'none'", "script-src 'self'")
        .doesNotContain("unsafe");
    assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    assertThat(header(answer, "X-Frame-Options")).isEqualTo("DENY");
    assertThat(answer.headers().firstValue("Server")).isEmpty();
  }

  @Test
  void keepsPrivatePagesOutOfEveryCache() {
    assertThat(header(signedIn("p-lan").get("/c"), "Cache-Control")).contains("no-store");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/c", "/c/journey/x", "/w", "/w/task/x", "/studio"})
  void sendsStrangersToTheDoor(String path) {
    HttpResponse<String> answer = visitor().get(path);

    assertThat(answer.statusCode()).isEqualTo(302);
    assertThat(header(answer, "Location")).endsWith("/sign-in");
  }

  @ParameterizedTest
  @CsvSource({
    "p-lan,/w,403", "p-lan,/studio,403", "o-ha,/c,403", "o-ha,/studio,403", "d-an,/c,403",
    "d-an,/w,403", "p-lan,/c,200", "o-ha,/w,200", "s-son,/w,200", "d-an,/studio,200"
  })
  void letsPeopleIntoTheirOwnPartOfTheHouse(String person, String path, int expected) {
    assertThat(signedIn(person).get(path).statusCode()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator",
        "/actuator/env",
        "/actuator/heapdump",
        "/actuator/beans",
        "/actuator/loggers",
        "/h2-console",
        "/swagger-ui",
        "/engine-rest",
        "/engine-rest/task",
        "/camunda",
        "/camunda/app"
      })
  void showsNothingOfTheMachineToAnybody(String path) {
    for (Visitor anybody : List.of(visitor(), signedIn("p-lan"), signedIn("s-son"))) {
      assertThat(anybody.get(path).statusCode()).isEqualTo(404);
    }
    assertThat(signedIn("d-an").get(path).statusCode()).isEqualTo(404);
  }

  @Test
  void keepsAnAddressShutThatNoRuleNames() {
    for (Visitor anybody : List.of(visitor(), signedIn("p-lan"), signedIn("d-an"))) {
      HttpResponse<String> answer = anybody.get(Forgotten.ADDRESS);

      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.body()).contains("<h1").doesNotContain(Forgotten.SECRET);
      assertThat(anybody.getJson("/api" + Forgotten.ADDRESS).body())
          .contains("\"status\":404")
          .doesNotContain(Forgotten.SECRET);
    }
  }

  @Test
  void saysWhetherItIsReady() {
    HttpResponse<String> answer = visitor().getJson("/actuator/health/readiness");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/sign-in", "/sign-out", "/c/start/birth/1", "/w/task/x/claim"})
  void refusesFormsWithoutTheTokenOfTheirPage(String path) {
    HttpResponse<String> answer = signedIn("p-lan").postForm(path, Map.of("person", "p-hoa"));

    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cross-site", "same-site"})
  void refusesProgramsOnOtherPeoplesPages(String site) {
    HttpResponse<String> answer =
        signedIn("p-lan").postJson("/api/journeys", "{}", "Sec-Fetch-Site", site);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(header(answer, "Content-Type")).startsWith("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://evil.example", "null", "https://localhost", "http://localhost:1"})
  void refusesOriginsOtherThanItsOwn(String origin) {
    HttpResponse<String> answer =
        signedIn("p-lan").postJson("/api/journeys", "{}", "Origin", origin);

    assertThat(answer.statusCode()).isEqualTo(403);
    assertThat(answer.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
  }

  @Test
  void makesANewSessionAtSignInAndForgetsItAtSignOut() {
    Visitor visitor = visitor();
    visitor.get("/sign-in");
    String before = session(visitor);
    visitor.signIn("p-lan");
    String within = session(visitor);
    assertThat(within).isNotEqualTo(before);

    visitor.post("/c", "/sign-out", Map.of());

    HttpResponse<String> again =
        visitor().send(visitor().to("/c").header("Cookie", "lienthong=" + within).build());
    assertThat(again.statusCode()).isEqualTo(302);
  }

  @Test
  void hidesTheSessionFromScriptsAndOtherSites() {
    HttpResponse<String> answer = visitor().get("/sign-in");

    assertThat(answer.headers().allValues("Set-Cookie"))
        .filteredOn(cookie -> cookie.startsWith("lienthong="))
        .singleElement()
        .asString()
        .contains("HttpOnly", "SameSite=Lax");
  }

  @Test
  void letsNobodyInWhoIsNotOfTheDemonstration() {
    assertThat(visitor().post("/sign-in", "/sign-in", Map.of("person", "p-nobody")).statusCode())
        .isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/c/journey/00000000-0000-0000-0000-000000000000",
        "/c/journey/' or 1=1 --",
        "/c/task/1/1",
        "/c/task/1/check",
        "/c/task/1/sent",
        "/c/why/1",
        "/c/start/nothing/1",
        "/c/start/birth/99",
        "/e/nothing"
      })
  void saysThatWhatIsNotTheirsIsNotThere(String path) {
    HttpResponse<String> answer = signedIn("p-hoa").get(path.replace(" ", "%20"));

    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("<h1").doesNotContain("Exception");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nowhere.json",
        "/robots.txt",
        "/c/nothing.xml",
        "/studio/file/agencies/civil-status/replies/register-birth.json"
      })
  void showsAPageAsAPageWhateverItsAddressEndsIn(String path) {
    HttpResponse<String> answer = signedIn("d-an").get(path);

    assertThat(header(answer, "Content-Type")).startsWith("text/html");
    assertThat(answer.body()).contains("<h1");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/c;jsessionid=1", "//c", "/c/..%2fw", "/c/%00", "/c/%2e%2e/w", "/c%5cw"})
  void refusesCrookedPaths(String path) {
    Visitor parent = signedIn("p-lan");

    assertThat(parent.get(path).statusCode()).isIn(400, 404);
  }

  @Test
  void refusesHeadersThatAreTooLarge() {
    Visitor anybody = visitor();
    HttpResponse<String> answer =
        anybody.send(anybody.to("/").header("X-Much", "x".repeat(64 * 1024)).build());

    assertThat(answer.statusCode()).isIn(400, 431);
    assertThat(answer.body()).doesNotContain("Exception", "Tomcat/");
  }

  @ParameterizedTest
  @CsvSource({"100,422", "1000,400"})
  void refusesAThousandParametersThoughNotAHundred(int many, int expected) {
    Map<String, String> fields = new HashMap<>();
    for (int i = 0; i < many; i++) {
      fields.put("p" + i, "1");
    }

    HttpResponse<String> answer =
        signedIn("p-lan").post("/c/start/birth/1", "/c/start/birth/1", fields);

    assertThat(answer.statusCode()).isEqualTo(expected);
    assertThat(answer.body()).doesNotContain("Exception");
  }

  @Test
  void showsExpressionsAndMarkupThatPeopleTypeAsTheyAre() {
    Visitor parent = signedIn("p-lan");
    for (String evil : List.of("${7*7}", "*{7*7}", "#{7*7}", "[[${7*7}]]", "<script>alert(1)")) {
      HttpResponse<String> answer =
          parent.post("/c/start/birth/1", "/c/start/birth/1", Map.of("resultDelivery", evil));

      assertThat(answer.statusCode()).as(evil).isEqualTo(422);
      assertThat(answer.body()).as(evil).doesNotContain("<script>alert", ">49<", "\"49\"");
    }
  }

  @Test
  void keepsNothingThatAPageDidNotAsk() {
    Visitor parent = signedIn("p-lan");

    HttpResponse<String> answer =
        parent.post(
            "/c/start/birth/1",
            "/c/start/birth/1",
            Map.of("resultDelivery", "POST", "approved", "true"));

    assertThat(answer.statusCode()).isEqualTo(422);
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static String session(Visitor visitor) {
    return visitor.cookies().getCookieStore().getCookies().stream()
        .filter(cookie -> cookie.getName().equals("lienthong"))
        .map(HttpCookie::getValue)
        .findFirst()
        .orElse("");
  }
}
