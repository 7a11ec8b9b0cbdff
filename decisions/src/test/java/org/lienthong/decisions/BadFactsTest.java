package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.dmn.instance.ItemComponent;
import org.camunda.bpm.model.dmn.instance.ItemDefinition;
import org.camunda.bpm.model.dmn.instance.Variable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.FactProblems;
import org.springframework.beans.factory.annotation.Autowired;

/** No table takes a fact that cannot be: each is refused, and its place is named. */
@DecisionsTest
class BadFactsTest {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final String IMPOSSIBLE = "2026-02-30";

  @Autowired Eligibility eligibility;

  /** A fact as nobody may tell it. */
  private record Bad(String fact, Object value, String place, String code) {}

  @TestFactory
  Stream<DynamicTest> everyBadFactIsRefusedByItsName() {
    return DecisionFolders.all().stream()
        .flatMap(folder -> DecisionFolders.models(folder).entrySet().stream())
        .map(model -> DynamicTest.dynamicTest(model.getKey(), () -> refuses(model)));
  }

  private void refuses(Map.Entry<String, DmnModelInstance> model) {
    String place = model.getKey().replaceAll(".*-in-", "");
    for (Bad bad : bad(model.getValue())) {
      Map<String, Object> facts = Map.of(bad.fact(), bad.value(), "provinceCode", place);
      FactProblems refused =
          catchThrowableOfType(
              FactProblems.class,
              () ->
                  eligibility
                      .rules()
                      .evaluateOn(
                          DecisionFolders.asked(model.getKey()),
                          model.getKey().contains("-in-") ? facts : Map.of(bad.fact(), bad.value()),
                          DAY));

      assertThat(refused).as("%s = %s", bad.fact(), bad.value()).isNotNull();
      assertThat(refused.byFact()).containsExactly(Map.entry(bad.place(), bad.code()));
    }
  }

  private static List<Bad> bad(DmnModelInstance model) {
    List<Bad> bad = new ArrayList<>();
    Collection<ItemDefinition> lists = model.getModelElementsByType(ItemDefinition.class);
    for (InputData data : model.getModelElementsByType(InputData.class)) {
      String fact = data.getName();
      String type =
          String.valueOf(
              ((Variable) data.getUniqueChildElementByType(Variable.class)).getTypeRef());
      switch (type) {
        case "number" -> {
          bad.add(new Bad(fact, -1, fact, "negative"));
          bad.add(new Bad(fact, "1", fact, "not-a-number"));
        }
        case "date" -> bad.add(new Bad(fact, IMPOSSIBLE, fact, "not-a-date"));
        case "boolean" -> bad.add(new Bad(fact, "true", fact, "not-a-boolean"));
        case "string" -> bad.add(new Bad(fact, 7, fact, "not-a-text"));
        default -> {
          bad.add(new Bad(fact, "CODE", fact, "not-a-list"));
          lists.stream().filter(l -> type.equals(l.getName())).forEach(l -> items(fact, l, bad));
        }
      }
    }
    return bad;
  }

  private static void items(String fact, ItemDefinition list, List<Bad> bad) {
    if (list.getItemComponents().isEmpty()) {
      bad.add(new Bad(fact, List.of("NO_SUCH_CODE"), fact + "[0]", "not-allowed"));
      bad.add(new Bad(fact, List.of(Map.of()), fact + "[0]", "not-a-text"));
      return;
    }
    bad.add(new Bad(fact, List.of("CODE"), fact + "[0]", "not-a-record"));
    for (ItemComponent part : list.getItemComponents()) {
      String name = part.getName();
      String place = fact + "[1]." + name;
      switch (part.getTypeRef().getTextContent().strip()) {
        case "number" -> bad.add(second(fact, name, -1, place, "negative"));
        case "date" -> bad.add(second(fact, name, IMPOSSIBLE, place, "not-a-date"));
        case "boolean" -> bad.add(second(fact, name, 1, place, "not-a-boolean"));
        default -> bad.add(second(fact, name, "NO_SUCH_CODE", place, "not-allowed"));
      }
    }
  }

  private static Bad second(String fact, String name, Object value, String place, String code) {
    return new Bad(fact, List.of(Map.of(), Map.of(name, value)), place, code);
  }

  @Test
  void everyListSaysWhatItIsMadeOf() {
    assertThat(
            DecisionFolders.all().stream()
                .flatMap(f -> DecisionFolders.models(f).values().stream()))
        .allSatisfy(
            model ->
                assertThat(model.getModelElementsByType(InputData.class))
                    .allSatisfy(
                        data ->
                            assertThat(
                                    ((Variable) data.getUniqueChildElementByType(Variable.class))
                                        .getTypeRef())
                                .as(data.getName())
                                .isNotNull()));
  }

  /** What a file of people may not hold either. */
  @Test
  void aFileOfPeopleIsHeldToTheSame() {
    assertThat(
            eligibility
                .rules()
                .problems(
                    "relatives", List.of(Map.of("birthDate", IMPOSSIBLE, "relation", "CHILD"))))
        .containsExactly(Map.entry("relatives[0].birthDate", "not-a-date"));
    assertThat(eligibility.rules().problems("healthInsuranceGroups", List.of("PENSIONER", "X")))
        .containsExactly(Map.entry("healthInsuranceGroups[1]", "not-allowed"));
    assertThat(eligibility.rules().problems("healthInsuranceGroups", List.of("PENSIONER")))
        .isEmpty();
    assertThat(eligibility.rules().problems("noSuchFact", List.of(1))).isEmpty();
  }
}
