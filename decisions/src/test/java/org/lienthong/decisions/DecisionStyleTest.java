package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Finding;
import org.lienthong.catalogue.Folder;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Jurisdictions;
import org.lienthong.eligibility.Eligibility;
import org.springframework.beans.factory.annotation.Autowired;

/** Every folder of decisions passes the checks and is live. */
@DecisionsTest
class DecisionStyleTest {

  @Autowired Catalogue catalogue;
  @Autowired Eligibility eligibility;

  @TestFactory
  Stream<DynamicTest> everyFolderPassesTheChecks() {
    return DecisionFolders.all().stream()
        .map(folder -> DynamicTest.dynamicTest(folder.key(), () -> passesTheChecks(folder)));
  }

  @Test
  void theParametersPassTheChecks() {
    Folder parameters = catalogue.folder(FolderKind.PARAMETERS, "parameters").orElseThrow();

    assertThat(catalogue.check(parameters))
        .as("What is wrong with parameters.yaml and jurisdictions.yaml")
        .isEmpty();
    assertThat(catalogue.liveTexts(FolderKind.PARAMETERS, "parameters").byLanguage())
        .containsOnlyKeys("vi", "en");
  }

  @Test
  void thirtyFourProvincesAreData() {
    Jurisdictions all = catalogue.jurisdictions();

    assertThat(all.all().stream().filter(j -> j.level().equals("province")))
        .hasSize(34)
        .allSatisfy(province -> assertThat(province.code()).matches("\\d{2}"))
        .allSatisfy(province -> assertThat(province.source()).isNotBlank());
    assertThat(all.path("79101")).containsExactly("79101", "79", "vn");
  }

  private void passesTheChecks(Folder folder) {
    List<String> errors =
        catalogue.check(folder).stream()
            .filter(f -> f.severity() == Finding.Severity.ERROR)
            .map(DecisionStyleTest::line)
            .toList();
    assertThat(errors).as("What keeps decisions/%s from being published", folder.key()).isEmpty();
    assertThat(catalogue.folder(FolderKind.DECISION, folder.key()).map(f -> f.files().keySet()))
        .as("decisions/%s is live; the log above says why it is not", folder.key())
        .contains(folder.files().keySet());
  }

  private static String line(Finding finding) {
    return "%s %s %s: %s"
        .formatted(
            finding.file(),
            finding.element() == null ? "" : "#" + finding.element(),
            finding.rule(),
            finding.message());
  }

  @Test
  void everyDecisionIsLiveUnderTheNameOfItsFile() {
    List<String> files =
        DecisionFolders.all().stream()
            .flatMap(folder -> DecisionFolders.models(folder).keySet().stream())
            .filter(key -> key.equals(DecisionFolders.asked(key)))
            .sorted()
            .toList();

    assertThat(eligibility.decisions()).containsExactlyElementsOf(files);
    for (Folder folder : DecisionFolders.all()) {
      for (String key : DecisionFolders.models(folder).keySet()) {
        assertThat(key).startsWith(folder.key() + "-");
        assertThat(catalogue.serviceOfDecision(key)).contains(folder.key());
      }
    }
  }

  @Test
  void datedAmountsChangeOnTheirDay() {
    assertThat(catalogue.parameters(LocalDate.of(2026, 6, 30)))
        .containsEntry("baseSalary", 2_340_000L);
    assertThat(catalogue.parameters(LocalDate.of(2026, 7, 1)))
        .containsEntry("baseSalary", 2_530_000L);
    assertThat(catalogue.parameters(LocalDate.of(2023, 6, 30))).doesNotContainKey("baseSalary");
  }
}
