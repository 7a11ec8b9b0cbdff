package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.Element;
import org.lienthong.catalogue.Field;
import org.lienthong.catalogue.Form;
import org.lienthong.catalogue.Operation;
import org.lienthong.catalogue.ProcessModel;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the state may ask of a person: little, no document, and nothing that it knows. */
@OverTheContent
class BurdenTest {

  private static final int MOST_QUESTIONS = 7;
  private static final int ROWS = 3;
  private static final Set<String> NO_QUESTION = Set.of("text", "group");
  private static final Pattern OR_ELSE = Pattern.compile("if (\\w+) != null then \\1 else (\\w+)");
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Catalogue catalogue;

  /** What a list asks is asked for each of its rows: of triplets three times. */
  @TestFactory
  Stream<DynamicTest> nobodyAnswersMoreThanSevenQuestions() {
    return lifeEvents(
        models ->
            assertThat(questions(models))
                .as("everything that a citizen may have to fill in; ask registers instead")
                .hasSizeLessThanOrEqualTo(MOST_QUESTIONS));
  }

  @TestFactory
  Stream<DynamicTest> nobodyBringsADocument() {
    return lifeEvents(
        models ->
            assertThat(forms(models, true).values().stream().flatMap(f -> f.fields().stream()))
                .as("fields that take a file; the agencies of the journey have the paper already")
                .noneMatch(field -> field.type().startsWith("file")));
  }

  @TestFactory
  Stream<DynamicTest> nobodyIsAskedWhatARegisterHolds() {
    return lifeEvents(
        models -> {
          Set<String> known = held(models);
          List<String> asked = new ArrayList<>();
          forms(models, false)
              .forEach((name, form) -> asked.addAll(asked(name, "", form.fields(), known)));
          assertThat(asked)
              .as("an agency of the journey gives this; set the property confirm to \"true\"")
              .isEmpty();
        });
  }

  /**
   * A model that takes one fact, or else another, says that both mean the same. So the other is
   * asked only while no agency knows the one.
   */
  @TestFactory
  Stream<DynamicTest> nobodyIsAskedUnderAnotherNameWhatARegisterHolds() {
    return lifeEvents(
        models -> {
          Map<String, String> meaning = otherNames(models, held(models));
          List<String> asked = new ArrayList<>();
          forms(models, true)
              .forEach(
                  (name, form) ->
                      form.fields().stream()
                          .filter(field -> meaning.containsKey(field.key()))
                          .filter(field -> !isHiddenWhileKnown(field, meaning))
                          .forEach(field -> asked.add(name + "." + field.key())));
          assertThat(asked).as("hide it while the fact that it stands for is known").isEmpty();
        });
  }

  @Test
  void findsWhatAModelTakesInsteadOfWhatARegisterHolds() {
    Map<String, String> names = new TreeMap<>();
    catalogue
        .lifeEvents()
        .forEach(
            event -> {
              List<ProcessModel> models = withServices(event);
              names.putAll(otherNames(models, held(models)));
            });
    assertThat(names).isNotEmpty();
  }

  /** Per fact that is taken where an agency gives none, the fact of the agency. */
  private static Map<String, String> otherNames(List<ProcessModel> models, Set<String> held) {
    Map<String, String> names = new TreeMap<>();
    models.stream()
        .flatMap(model -> model.elements().stream())
        .flatMap(element -> element.inputs().values().stream())
        .map(OR_ELSE::matcher)
        .filter(taken -> taken.matches() && held.contains(taken.group(1)))
        .forEach(taken -> names.put(taken.group(2), taken.group(1)));
    return names;
  }

  private static boolean isHiddenWhileKnown(Field field, Map<String, String> meaning) {
    return String.valueOf(field.condition()).contains(meaning.get(field.key()) + " != null");
  }

  private Stream<DynamicTest> lifeEvents(java.util.function.Consumer<List<ProcessModel>> test) {
    assertThat(catalogue.lifeEvents()).as("live life events").isNotEmpty();
    return catalogue.lifeEvents().stream()
        .map(event -> dynamicTest(event.key(), () -> test.accept(withServices(event))));
  }

  private List<ProcessModel> withServices(ProcessModel event) {
    List<ProcessModel> models = new ArrayList<>(List.of(event));
    for (int i = 0; i < models.size(); i++) {
      for (Element element : models.get(i).elements()) {
        if (element.calledProcess() != null) {
          ProcessModel called = catalogue.live(element.calledProcess()).orElseThrow();
          if (models.stream().noneMatch(model -> model.key().equals(called.key()))) {
            models.add(called);
          }
        }
      }
    }
    return models;
  }

  /** The forms of a journey by name; an official's only if asked for. */
  private Map<String, Form> forms(List<ProcessModel> models, boolean citizenOnly) {
    Map<String, Form> forms = new LinkedHashMap<>();
    for (ProcessModel model : models) {
      for (Element element : model.elements()) {
        if (element.form() != null && (!citizenOnly || element.candidateGroup() == null)) {
          forms.put(
              element.form(), catalogue.form(String.valueOf(model.deploymentId()), element.form()));
        }
      }
    }
    return forms;
  }

  private List<String> questions(List<ProcessModel> models) {
    List<String> questions = new ArrayList<>();
    forms(models, true).forEach((name, form) -> collect(name, form.fields(), questions));
    return questions;
  }

  private static void collect(String place, List<Field> fields, List<String> questions) {
    for (Field field : fields) {
      String name = place + "." + field.key();
      if (!field.fields().isEmpty()) {
        for (int row = field.type().equals("group") ? ROWS : 1; row <= ROWS; row++) {
          collect(name + "[" + row + "]", field.fields(), questions);
        }
      } else if (!field.readonly() && !NO_QUESTION.contains(field.type())) {
        questions.add(name);
      }
    }
  }

  /** Every fact that an agency of the journey can give, and every property of listed facts. */
  private Set<String> held(List<ProcessModel> models) {
    Set<String> held = new TreeSet<>();
    models.stream()
        .flatMap(model -> model.elements().stream())
        .filter(element -> element.kind() == Element.Kind.ASK)
        .map(element -> catalogue.agency(String.valueOf(element.agency())).orElseThrow())
        .flatMap(agency -> agency.operations().values().stream())
        .forEach(operation -> held(operation, held));
    return held;
  }

  private static void held(Operation operation, Set<String> held) {
    JsonNode properties = JSON.readTree(operation.replySchema()).path("properties");
    properties
        .properties()
        .forEach(
            property -> {
              held.add(property.getKey());
              property
                  .getValue()
                  .path("items")
                  .path("properties")
                  .properties()
                  .forEach(item -> held.add(property.getKey() + "." + item.getKey()));
            });
  }

  private static List<String> asked(
      String form, String prefix, List<Field> fields, Set<String> known) {
    List<String> asked = new ArrayList<>();
    for (Field field : fields) {
      String fact = prefix + field.key();
      if (!field.fields().isEmpty()) {
        String inside = field.type().equals("group") ? prefix : fact + ".";
        asked.addAll(asked(form, inside, field.fields(), known));
      } else if (known.contains(fact) && !field.confirms()) {
        asked.add(form + "." + fact);
      }
    }
    return asked;
  }
}
