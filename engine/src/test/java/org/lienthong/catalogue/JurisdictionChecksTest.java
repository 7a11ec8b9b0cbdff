package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;
import static org.lienthong.catalogue.FolderKind.DECISION;
import static org.lienthong.catalogue.FolderKind.PARAMETERS;

import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Law of a place: read, and refused where nobody could apply it. */
class JurisdictionChecksTest {

  private static final String OWN = "demo-top-up-amount";
  private static final String LOCAL = OWN + "-in-02";

  @ParameterizedTest(name = "{0}: {4}")
  @MethodSource({"amounts", "places", "tables"})
  void teaches(
      String rule,
      FolderKind kind,
      String folder,
      UnaryOperator<DemoContent> broken,
      String words) {
    List<Finding> findings = broken.apply(DemoContent.whole()).check(kind, folder);

    assertThat(findings)
        .as("the rule %s among %s", rule, findings)
        .anySatisfy(
            f -> {
              assertThat(f.rule()).isEqualTo(rule);
              assertThat(f.message()).contains(words);
              assertThat(f.severity()).isEqualTo(Finding.Severity.ERROR);
            });
  }

  static Stream<Arguments> amounts() {
    return Stream.of(
        amounts("jurisdiction-unknown", "jurisdiction: \"01\"", "jurisdiction: \"9\"", "«9»"),
        amounts(
            "unreadable", "jurisdiction: \"01\"", "jurisdiction: 1", "Write jurisdiction: \"01\""),
        amounts(
            "jurisdiction-country",
            "jurisdiction: \"01\"",
            "jurisdiction: dd",
            "A value without a jurisdiction is the country's"),
        amounts(
            "jurisdiction-foreign",
            "jurisdiction: \"01\"",
            "jurisdiction: x1",
            "demoTopUp is an amount of dd"),
        amounts(
            "parameter-currency", "unit: VND/month", "unit: XXX/month", "amounts of dd are in VND"),
        amounts("parameter-currency", "demoTopUp:", "xxTopUp:", "amounts of xx are in XXX"));
  }

  static Stream<Arguments> places() {
    return Stream.of(
        places("jurisdiction-name", "en: \"Region Two\"", "en: \" \"", "02 has no name"),
        places(
            "jurisdiction-currency", ", currency: XXX", "", "xx is a country without a currency"),
        places(
            "jurisdiction-level", "\"02\": {level: region", "\"02\": {level: zone", "which zone"),
        places(
            "unreadable",
            "\"x1\": {level: region, parent: xx",
            "\"x1\": {level: region, parent: yy",
            "«yy»"),
        places("unreadable", "currency: XXX", "currency: dollars", "three capital letters"),
        places("unreadable", "\"x1\":", "\"X 1\":", "small letters, digits and hyphens"));
  }

  static Stream<Arguments> tables() {
    return Stream.of(
        tables("jurisdiction-unknown", content -> renamed(content, OWN + "-in-03"), "«03»"),
        tables("jurisdiction-foreign", content -> renamed(content, OWN + "-in-x1"), "a part of dd"),
        tables("jurisdiction-foreign", content -> renamed(content, OWN + "-in-dd"), "a part of dd"),
        tables(
            "local-alone",
            content -> content.lacking(DECISION, "demo-top-up", OWN + ".dmn"),
            "Add demo-top-up-amount.dmn"),
        tables(
            "local-outputs",
            local(
                "name=\"amount\" label=\"Amount\" typeRef=\"long\"",
                "name=\"sum\" typeRef=\"long\""),
            "expects the outputs"),
        tables(
            "local-outputs",
            local("label=\"Amount\" typeRef=\"long\"", "label=\"Amount\" typeRef=\"string\""),
            "with the same types"),
        tables(
            "local-key-date",
            local("inputData id=\"keyDate\"", "inputData id=\"Input_TopUpDate\""),
            "Both judge by the same day"));
  }

  private static Arguments amounts(String rule, String old, String fresh, String words) {
    return arguments(rule, PARAMETERS, "parameters", change("parameters.yaml", old, fresh), words);
  }

  private static Arguments places(String rule, String old, String fresh, String words) {
    return arguments(
        rule, PARAMETERS, "parameters", change("jurisdictions.yaml", old, fresh), words);
  }

  private static UnaryOperator<DemoContent> change(String file, String old, String fresh) {
    return content -> content.replacing(PARAMETERS, "parameters", file, old, fresh);
  }

  private static Arguments tables(String rule, UnaryOperator<DemoContent> broken, String words) {
    return arguments(rule, DECISION, "demo-top-up", broken, words);
  }

  private static UnaryOperator<DemoContent> local(String old, String fresh) {
    return content -> content.replacing(DECISION, "demo-top-up", LOCAL + ".dmn", old, fresh);
  }

  private static DemoContent renamed(DemoContent content, String name) {
    String table = content.text(DECISION, "demo-top-up", LOCAL + ".dmn").replace(LOCAL, name);
    return content
        .lacking(DECISION, "demo-top-up", LOCAL + ".dmn")
        .having(DECISION, "demo-top-up", name + ".dmn", table);
  }

  @Test
  void readsWhoMakesLawWhere() {
    Jurisdictions all = DemoContent.whole().contents().jurisdictions();

    assertThat(all.path("00101")).containsExactly("00101", "01", "dd");
    assertThat(all.path("nowhere")).isEmpty();
    assertThat(all.facts())
        .containsExactly(
            java.util.Map.entry("town", "townCode"), java.util.Map.entry("region", "regionCode"));
    assertThat(all.find("01").orElseThrow().name(Locale.ENGLISH)).isEqualTo("Region One");
    assertThat(all.find("01").orElseThrow().source()).isEqualTo("made up for tests");
    assertThat(all.country("xx-benefit").orElseThrow().currency()).isEqualTo("XXX");
    assertThat(all.country("xxBenefit").orElseThrow().code()).isEqualTo("xx");
    assertThat(all.country("xxl-benefit").orElseThrow().code()).isEqualTo("dd");
  }
}
