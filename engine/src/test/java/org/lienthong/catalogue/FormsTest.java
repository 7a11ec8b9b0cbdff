package org.lienthong.catalogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.feel.Feel;
import tools.jackson.core.type.TypeReference;
import tools.jackson.dataformat.yaml.YAMLMapper;

class FormsTest {

  private static final TypeReference<List<Map<String, Object>>> CASES = new TypeReference<>() {};

  private final Forms forms = new Forms(new Feel());

  @TestFactory
  Stream<DynamicTest> readsWhatAFormAsksAndNothingElse() throws IOException {
    try (InputStream cases = FormsTest.class.getResourceAsStream("/forms/answers.yaml")) {
      return YAMLMapper.builder().build().readValue(cases, CASES).stream()
          .map(c -> DynamicTest.dynamicTest(String.valueOf(c.get("name")), () -> play(c)));
    }
  }

  private void play(Map<String, Object> example) {
    FormAnswers answers =
        forms.read(
            new Form("demo", fields(example.get("form"))),
            map(example.get("post")),
            map(example.get("dossier")));
    if (example.containsKey("wrong")) {
      assertThat(answers).isInstanceOf(FormAnswers.Rejected.class);
      Map<String, Object> said = new LinkedHashMap<>();
      for (FormAnswers.Problem problem : ((FormAnswers.Rejected) answers).problems()) {
        assertThat(Forms.CODES).contains(problem.code());
        said.put(
            problem.field(),
            problem.limit() == null ? problem.code() : problem.code() + " " + problem.limit());
      }
      assertThat(said.entrySet()).containsExactlyElementsOf(map(example.get("wrong")).entrySet());
    } else {
      assertThat(answers).isInstanceOf(FormAnswers.Accepted.class);
      assertThat(((FormAnswers.Accepted) answers).facts())
          .isEqualTo(typed(map(example.get("expect"))));
    }
  }

  @Test
  void refusesHalvesOfACharacter() {
    assertThat(read("a\uD800b")).isEqualTo(rejected(Wrong.BAD_CHARACTER));
    assertThat(read("a\uFFFEb")).isEqualTo(rejected(Wrong.BAD_CHARACTER));
  }

  @Test
  void refusesMoreThanAnyPlaceCanHold() {
    assertThat(read("ế".repeat(4_000))).isInstanceOf(FormAnswers.Accepted.class);
    assertThat(read("a".repeat(4_001))).isInstanceOf(FormAnswers.Rejected.class);
    assertThat(read("a".repeat(10_000_000))).isInstanceOf(FormAnswers.Rejected.class);
  }

  @Test
  void refusesNumbersThatAreNone() {
    Form form = new Form("demo", fields(List.of(Map.of("type", "number", "key", "t"))));
    for (Double none : List.of(Double.NaN, Double.POSITIVE_INFINITY)) {
      assertThat(forms.read(form, Map.of("t", none), Map.of()))
          .isEqualTo(rejected(Wrong.NOT_A_NUMBER));
    }
    assertThat(forms.read(form, Map.of("t", new java.math.BigDecimal("1e999999999")), Map.of()))
        .isEqualTo(rejected(Wrong.NOT_A_NUMBER));
  }

  @Test
  void picksFromAPageWhatTheFormAsks() {
    Form form =
        new Form(
            "demo",
            fields(
                List.of(
                    Map.of("type", "datetime", "key", "d"),
                    Map.of(
                        "type",
                        "dynamiclist",
                        "key",
                        "children",
                        "fields",
                        List.of(Map.of("type", "textfield", "key", "name"))))));
    Map<String, Object> dossier = Map.of("children", List.of(Map.of("order", 1)));

    Map<String, Object> picked =
        forms.pick(
            form,
            Map.of(
                "_csrf", new String[] {"t"},
                "d.day", new String[] {"1"},
                "children[0].name", new String[] {"An", "Bình"},
                "children[0].order", new String[] {"9"},
                "children[1].name", new String[] {"Ghost"}),
            dossier);

    assertThat(picked)
        .containsOnly(
            Map.entry("d.day", "1"), Map.entry("children[0].name", List.of("An", "Bình")));
  }

  private FormAnswers read(String text) {
    return forms.read(
        new Form("demo", fields(List.of(Map.of("type", "textarea", "key", "t")))),
        Map.of("t", text),
        Map.of());
  }

  private static FormAnswers rejected(String code) {
    return new FormAnswers.Rejected(List.of(new FormAnswers.Problem("t", code, null)));
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> map(@Nullable Object value) {
    return value == null ? Map.of() : (Map<String, Object>) value;
  }

  @SuppressWarnings("unchecked")
  private static List<Field> fields(@Nullable Object value) {
    return value == null
        ? List.of()
        : ((List<Map<String, Object>>) value).stream().map(FormsTest::field).toList();
  }

  @SuppressWarnings("unchecked")
  private static Field field(Map<String, Object> told) {
    return new Field(
        (String) Objects.requireNonNull(told.get("type")),
        (String) Objects.requireNonNull(told.get("key")),
        Boolean.TRUE.equals(told.get("required")),
        Boolean.TRUE.equals(told.get("readonly")),
        (String) told.get("condition"),
        (List<String>) told.getOrDefault("options", List.of()),
        (String) told.get("optionsFrom"),
        (Integer) told.get("minLength"),
        (Integer) told.get("maxLength"),
        limit(told.get("min")),
        limit(told.get("max")),
        (String) told.get("pattern"),
        fields(told.get("fields")),
        (Map<String, String>) told.getOrDefault("properties", Map.of()));
  }

  private static @Nullable Double limit(@Nullable Object value) {
    return value == null ? null : ((Number) value).doubleValue();
  }

  /** YAML has no dates here and small integers: what the form should give is Long and LocalDate. */
  private static @Nullable Object typed(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<Object, @Nullable Object> typed = new LinkedHashMap<>();
      map.forEach((k, v) -> typed.put(k, k.equals("order") ? v : typed(v)));
      return typed;
    }
    if (value instanceof List<?> list) {
      List<@Nullable Object> typed = new ArrayList<>();
      list.forEach(item -> typed.add(typed(item)));
      return typed;
    }
    if (value instanceof Integer number) {
      return number.longValue();
    }
    return value instanceof String text && text.startsWith("date:")
        ? LocalDate.parse(text.substring(5))
        : value;
  }
}
