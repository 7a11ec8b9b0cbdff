package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
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
  private static final Set<String> NO_QUESTION = Set.of("text", "group");
  private static final JsonMapper JSON = new JsonMapper();

  @Autowired Catalogue catalogue;

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
        collect(name, field.fields(), questions);
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
