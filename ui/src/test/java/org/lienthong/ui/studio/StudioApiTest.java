package org.lienthong.ui.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import jakarta.servlet.http.Cookie;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.ui.Application;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.FileSystemUtils;

@SpringBootTest(
    classes = Application.class,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:studio-api;DB_CLOSE_DELAY=-1",
      "lienthong.agency.workers=false",
      "lienthong.sandbox.port=0",
      "lienthong.jobs=false"
    })
@ActiveProfiles("demo")
@AutoConfigureMockMvc
class StudioApiTest {

  private static final String FOLDER = "/studio/api/life-events/birth";
  private static final String FILE = FOLDER + "/files/birth.bpmn";
  private static final RequestPostProcessor AN = user("d-an").roles("DESIGNER");
  private static final RequestPostProcessor KHOA = user("d-khoa").roles("DESIGNER");

  @Autowired MockMvc mvc;

  @DynamicPropertySource
  static void ownContentHome(DynamicPropertyRegistry properties) throws IOException {
    Path checkout = Path.of(Objects.requireNonNull(System.getProperty("lienthong.content")));
    Path home = Files.createTempDirectory("studio-content");
    for (String part :
        new String[] {
          "processes/life-events", "processes/services", "processes/agencies", "decisions"
        }) {
      FileSystemUtils.copyRecursively(checkout.resolve(part), home.resolve(part));
    }
    properties.add("lienthong.content", home::toString);
  }

  @AfterEach
  void noDraftStaysOpen() throws Exception {
    answer(delete(FOLDER).with(AN));
  }

  @Test
  void letsNobodyInButDesigners() throws Exception {
    assertThat(answer(get("/studio").with(user("p-lan").roles("CITIZEN"))).getStatus())
        .isIn(403, 404);
    assertThat(answer(get(FILE).with(user("o-ha").roles("CASEWORKER"))).getStatus()).isIn(403, 404);
    assertThat(
            mvc.perform(put(FILE).with(AN).contentType("application/xml").content("<a/>"))
                .andReturn()
                .getResponse()
                .getStatus())
        .as("without the form's token")
        .isEqualTo(403);
  }

  @Test
  void savesByRevisionAndTellsFindings() throws Exception {
    MockHttpServletResponse read = answer(get(FILE).with(AN));
    assertThat(read.getHeader(HttpHeaders.ETAG)).isEqualTo("\"0\"");
    String model = read.getContentAsString(StandardCharsets.UTF_8);

    MockHttpServletResponse saved = answer(save(model.replace("Declare child", "Child"), 0));
    assertThat(saved.getStatus()).isEqualTo(200);
    assertThat(saved.getHeader(HttpHeaders.ETAG)).isEqualTo("\"1\"");
    assertThat(saved.getContentAsString()).contains("\"element\":\"Task_DeclareChild\"");

    assertThat(answer(save(model, 0)).getStatus()).isEqualTo(412);
    assertThat(answer(save(model, 1).with(KHOA)).getStatus()).isEqualTo(409);
    assertThat(answer(post(FOLDER + "/submit").with(AN)).getStatus()).isEqualTo(422);
  }

  @Test
  void publishesOnlyWhatAnotherDesignerApproves() throws Exception {
    String model = answer(get(FILE).with(AN)).getContentAsString(StandardCharsets.UTF_8);
    answer(save(model.replace("A parent declares", "One parent declares"), 0));

    assertThat(answer(post(FOLDER + "/submit").with(AN)).getStatus()).isEqualTo(200);
    assertThat(answer(approve("nothing").with(AN)).getStatus()).isEqualTo(403);
    assertThat(answer(approve("nothing").with(KHOA)).getStatus()).isEqualTo(409);
    assertThat(answer(post(FOLDER + "/send-back").with(KHOA)).getStatus()).isEqualTo(204);
  }

  @Test
  void answersBadInputWithoutKeepingIt() throws Exception {
    assertThat(answer(save("<not-closed", 0)).getStatus()).isEqualTo(422);
    assertThat(answer(save("<!DOCTYPE a><a/>", 0)).getContentAsString()).contains("not-xml");
    assertThat(answer(save("x".repeat(1_100_000), 0)).getStatus()).isEqualTo(413);
    assertThat(
            answer(put(FILE).with(AN).contentType("text/plain").header("If-Match", "\"0\""))
                .getStatus())
        .isEqualTo(415);
    assertThat(
            answer(put(FILE).with(AN).contentType("application/xml").content("<a/>")).getStatus())
        .isEqualTo(428);
    assertThat(answer(save("<a/>", 0).header("If-Match", "\"x\"")).getStatus()).isIn(400, 412);
    for (String path :
        new String[] {
          "/studio/api/life-events/none/files/none.bpmn",
          "/studio/api/nonsense/birth/files/birth.bpmn",
          FOLDER + "/files/none.bpmn",
          FOLDER + "/files/application.yaml"
        }) {
      assertThat(answer(get(path).with(AN)).getStatus()).as(path).isEqualTo(404);
    }
    assertThat(answer(get(FILE).with(AN)).getHeader(HttpHeaders.ETAG)).isEqualTo("\"0\"");
  }

  @Test
  void checksWhatIsNotSavedYet() throws Exception {
    String model = answer(get(FILE).with(AN)).getContentAsString(StandardCharsets.UTF_8);

    MockHttpServletResponse found =
        answer(
            post(FOLDER + "/check/birth.bpmn")
                .with(AN)
                .contentType("application/xml")
                .content(model.replace("camunda:topic=\"hospital\"", "camunda:topic=\"nobody\"")));

    assertThat(found.getStatus()).isEqualTo(200);
    assertThat(found.getContentAsString()).contains("\"element\":\"Service_FindBirthNotice\"");
    assertThat(answer(get(FILE).with(AN)).getHeader(HttpHeaders.ETAG)).isEqualTo("\"0\"");
  }

  @ParameterizedTest
  @CsvSource({"vi, Dòng", "en, The row"})
  void tellsWhatATableDoesAsAWholeInTheReadersLanguage(String language, String first)
      throws Exception {
    String table = "/studio/api/decisions/social-pension";
    String file = "/social-pension-entitlement.dmn";
    String live =
        answer(get(table + "/files" + file).with(AN)).getContentAsString(StandardCharsets.UTF_8);

    String found =
        answer(
                post(table + "/check" + file)
                    .with(AN)
                    .cookie(new Cookie("lang", language))
                    .contentType("application/xml")
                    .content(
                        live.replace(">&lt; 70<", ">&lt; 0<").getBytes(StandardCharsets.UTF_8)))
            .getContentAsString(StandardCharsets.UTF_8);

    assertThat(found)
        .contains(
            "\"rule\":\"row-never-answers\"",
            "\"message\":\"" + first,
            "\"language\":\"" + language + "\"");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "case-not-covered | [16..60) | [17..60) | disabilityLevel = SEVERE, ageYears = 16",
        "rows-overlap | [16..60) | [15..60) | disabilityLevel = SEVERE, ageYears = 15",
        "row-never-answers | >&lt; 16< | >&lt; 0< | no possible value of ageYears passes «< 0»",
        "output-never-given | \"ELIGIBLE\",\"NOT_ELIGIBLE\"</text>"
            + " | \"ELIGIBLE\",\"NOT_ELIGIBLE\",\"NEEDS_HUMAN\"</text> | promises NEEDS_HUMAN"
      })
  void findsWhatIsWrongWithATableAsAWhole(String rule, String good, String bad, String words)
      throws Exception {
    String table = "/studio/api/decisions/social-assistance";
    String file = "/social-assistance-disability.dmn";
    String live =
        answer(get(table + "/files" + file).with(AN)).getContentAsString(StandardCharsets.UTF_8);
    assertThat(live).contains(good);

    String found =
        answer(
                post(table + "/check" + file)
                    .with(AN)
                    .cookie(new Cookie("lang", "en"))
                    .contentType("application/xml")
                    .content(live.replace(good, bad).getBytes(StandardCharsets.UTF_8)))
            .getContentAsString(StandardCharsets.UTF_8);

    assertThat(found).contains("\"rule\":\"" + rule + "\"", words);
  }

  private static MockHttpServletRequestBuilder save(String model, int revision) {
    return put(FILE)
        .with(AN)
        .contentType("application/xml")
        .header("If-Match", "\"" + revision + "\"")
        .content(model.getBytes(StandardCharsets.UTF_8));
  }

  private static MockHttpServletRequestBuilder approve(String digest) {
    return post(FOLDER + "/approve")
        .contentType("application/json")
        .content("{\"digest\":\"" + digest + "\"}");
  }

  private MockHttpServletResponse answer(MockHttpServletRequestBuilder request) throws Exception {
    return mvc.perform(request.with(csrf()).accept("application/json", "*/*"))
        .andReturn()
        .getResponse();
  }
}
