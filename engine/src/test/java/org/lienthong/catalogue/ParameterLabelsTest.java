package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.catalogue.FolderKind.PARAMETERS;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The law's amounts have names for people. */
class ParameterLabelsTest {

  private static final String LABEL =
      "label: {vi: \"Mức chuẩn thử nghiệm\", en: \"Demo standard\"}";

  @Test
  void areTextsOfTheFolderOfParameters() {
    Texts texts =
        DemoContent.whole().contents().find(PARAMETERS, "parameters").orElseThrow().texts();

    assertThat(texts.get("demoStandard.label", Locale.forLanguageTag("vi")))
        .isEqualTo("Mức chuẩn thử nghiệm");
    assertThat(texts.get("demoStandard.label", Locale.ENGLISH)).isEqualTo("Demo standard");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                        | vi, en
          label: Demo standard                      | vi, en
          'label: {en: "Demo standard"}'            | vi
          'label: {vi: "Mức chuẩn", en: " "}'       | en
          """)
  void areMissedInEachLanguage(String label, String languages) {
    DemoContent content =
        DemoContent.whole().replacing(PARAMETERS, "parameters", "parameters.yaml", LABEL, label);

    assertThat(content.check(PARAMETERS, "parameters"))
        .allSatisfy(
            finding -> {
              assertThat(finding.rule()).isEqualTo("parameter-label");
              assertThat(finding.element()).isEqualTo("demoStandard");
            })
        .extracting(Finding::message)
        .extracting(message -> message.replaceAll(".*the language (..),.*", "$1"))
        .containsExactly(languages.split(", "));
  }
}
