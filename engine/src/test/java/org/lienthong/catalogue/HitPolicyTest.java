package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lienthong.catalogue.BrokenContent.table;
import static org.lienthong.catalogue.FolderKind.DECISION;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.BuiltinAggregator;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every hit policy of DMN 1.3 is evaluated, or refused with what to write instead. */
class HitPolicyTest {

  private static final List<String> OF_DMN =
      List.of("UNIQUE", "FIRST", "PRIORITY", "ANY", "COLLECT", "RULE ORDER", "OUTPUT ORDER");
  private static final List<String> AGGREGATIONS = List.of("SUM", "COUNT", "MIN", "MAX");
  private static final Set<String> EVALUATED = Set.of("UNIQUE", "FIRST", "ANY", "COLLECT");

  @Test
  void noneOfTheStandardIsForgotten() {
    assertThat(OF_DMN)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(HitPolicy.values()).map(p -> p.name().replace('_', ' ')).toList());
    assertThat(AGGREGATIONS)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(BuiltinAggregator.values()).map(Enum::name).toList());
  }

  static List<String> policies() {
    return OF_DMN;
  }

  @ParameterizedTest
  @MethodSource("policies")
  void isEvaluatedOrRefused(String policy) {
    List<Finding> refusals = refusals("hitPolicy=\"" + policy + "\"");

    if (EVALUATED.contains(policy)) {
      assertThat(refusals).isEmpty();
    } else {
      assertThat(refusals).hasSize(1);
      assertThat(refusals.get(0).severity()).isEqualTo(Finding.Severity.ERROR);
      assertThat(refusals.get(0).message())
          .contains(policy)
          .contains("Use FIRST, with the rows in order of rank.");
    }
  }

  @Test
  void whatIsAddedUpIsWrittenAsCollect() {
    assertThat(refusals("hitPolicy=\"RULE ORDER\"").get(0).message())
        .endsWith("Or use COLLECT, where the amounts of all rows are added up.");
  }

  static Stream<Arguments> aggregations() {
    return OF_DMN.stream()
        .flatMap(policy -> AGGREGATIONS.stream().map(a -> Arguments.of(policy, a)));
  }

  @ParameterizedTest
  @MethodSource("aggregations")
  void anAggregationIsRefused(String policy, String aggregation) {
    List<Finding> refusals =
        refusals("hitPolicy=\"%s\" aggregation=\"%s\"".formatted(policy, aggregation));

    assertThat(refusals)
        .hasSize(EVALUATED.contains(policy) ? 1 : 2)
        .allSatisfy(f -> assertThat(f.severity()).isEqualTo(Finding.Severity.ERROR))
        .anySatisfy(
            f ->
                assertThat(f.message())
                    .contains("Use COLLECT without aggregation")
                    .contains("For the largest or smallest use FIRST"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"first", "P", "C+", "RULE_ORDER", "LAST"})
  void whatTheStandardDoesNotKnowIsRefused(String policy) {
    assertThat(refusals("hitPolicy=\"" + policy + "\""))
        .extracting(Finding::message)
        .containsExactly(
            "The engine does not know «" + policy + "». Use UNIQUE, FIRST, ANY or COLLECT.");
  }

  @Test
  void aTableThatSaysNothingIsUnique() {
    assertThat(refusals("")).isEmpty();
  }

  private static List<Finding> refusals(String attributes) {
    return table("hitPolicy=\"FIRST\"", attributes)
        .apply(DemoContent.whole())
        .check(DECISION, "demo-benefit")
        .stream()
        .filter(f -> f.rule().equals("dmn-hit-policy"))
        .toList();
  }
}
