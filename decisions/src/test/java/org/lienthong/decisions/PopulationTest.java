package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.lienthong.population.FactKind;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.Population;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The synthetic population looks as its file says, and fits the tables. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PopulationTest {

  private static final Path FOLDER =
      Path.of(System.getProperty("lienthong.content")).resolve("decisions");
  private static final Path FILE = FOLDER.resolve("population.yaml");
  private static final int PEOPLE = 100_000;
  private static final Population POPULATION = Population.read(FILE);
  private static final Pattern INPUT =
      Pattern.compile("<variable id=\"[^\"]*\" name=\"([^\"]+)\" typeRef=\"([^\"]+)\"");

  /** The day asked about, which a sweep gives and no person has. */
  private static final Pattern OPTIONAL_DAY =
      Pattern.compile(
          "<inputData id=\"keyDate\"[^>]*>\\s*<description>optional.*?</inputData>",
          Pattern.DOTALL);

  /** What an office's dossier says of itself, and what is counted from it; no register has it. */
  private static final Pattern DOSSIER =
      Pattern.compile("fullDossierDate|workingDay\\d+AfterFullDossier");

  private static final Pattern OUTPUT = Pattern.compile("<output id=\"[^\"]*\" name=\"([^\"]+)\"");

  private final List<PeopleBatch> people = new ArrayList<>();
  private Map<?, ?> file = Map.of();

  @BeforeAll
  void draw() throws IOException {
    POPULATION.synthesis(1, PEOPLE).forEach(people::add);
    file =
        (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(Files.readString(FILE));
  }

  @Test
  void marginalsLieWhereTheFileExpectsThem() {
    Map<String, String> wrong = new TreeMap<>();
    map(file.get("expected"))
        .forEach(
            (name, expectation) -> {
              double found = 100.0 * count(map(expectation)) / PEOPLE;
              double wanted = number(map(expectation).get("percent"));
              if (Math.abs(found - wanted) > number(map(expectation).get("within"))) {
                wrong.put(name.toString(), found + " and not " + wanted);
              }
            });
    assertThat(wrong).isEmpty();
  }

  @Test
  void expectationsAndSourcesBelongTogether() {
    Set<String> sources = keys(file.get("sources"));

    assertThat(map(file.get("expected")).values())
        .allSatisfy(e -> assertThat(sources).contains(String.valueOf(map(e).get("source"))));
    assertThat(map(file.get("sources")).values())
        .allSatisfy(
            s ->
                assertThat(map(s).get("seen") != null || map(s).get("assumed") == (Object) true)
                    .isTrue());
  }

  @Test
  void provincesHaveTheirShareOfThePeople() {
    Map<?, ?> household = map(list(file.get("household")).get(0));
    Map<?, ?> weights = map(map(map(household.get("draw")).get("provinceCode")).get("choose"));
    double sum = weights.values().stream().mapToDouble(PopulationTest::number).sum();
    Map<String, Integer> found = new HashMap<>();
    each("provinceCode", (code, row) -> found.merge(code, 1, Integer::sum));

    assertThat(weights).hasSize(34);
    weights.forEach(
        (code, weight) ->
            assertThat(100.0 * found.getOrDefault(code.toString(), 0) / PEOPLE)
                .as("province " + code)
                .isCloseTo(100 * number(weight) / sum, org.assertj.core.data.Offset.offset(0.5)));
  }

  /** Who acts for a person is somebody's reference, which is given elsewhere and not drawn. */
  @Test
  void everyFactMeetsSomebodyButThatOfAReference() {
    List<String> names = POPULATION.columns().names();
    Set<String> never = new TreeSet<>(names);
    names.forEach(name -> each(name, (value, row) -> never.remove(name)));

    assertThat(never).containsExactly("representative");
  }

  @Test
  void noMotherIsYoungerThanFifteenAtABirth() {
    for (PeopleBatch batch : people) {
      int mother = column(batch, "motherBirthDate");
      int child = column(batch, "birthDate");
      for (int row = 0; row < batch.size(); row++) {
        LocalDate born = batch.date(child, row);
        LocalDate mothers = batch.date(mother, row);
        if (born != null && mothers != null) {
          assertThat(mothers.until(born).getYears()).isBetween(15, 55);
        }
      }
    }
  }

  @Test
  void childrenOfTheDeceasedAreFifteenYearsYounger() {
    Pattern child = Pattern.compile("\"relation\":\"CHILD\",\"birthDate\":\"([0-9-]+)\"");
    int[] seen = {0};
    for (PeopleBatch batch : people) {
      for (int row = 0; row < batch.size(); row++) {
        LocalDate parent = Objects.requireNonNull(batch.date(column(batch, "birthDate"), row));
        Matcher matcher = child.matcher(batch.text(column(batch, "relatives"), row).orElse(""));
        while (matcher.find()) {
          seen[0]++;
          assertThat(parent.until(LocalDate.parse(matcher.group(1))).getYears())
              .isGreaterThanOrEqualTo(15);
        }
      }
    }
    assertThat(seen[0]).isGreaterThan(100);
  }

  /** Facts of the tables that the population leaves out would make everybody NEEDS_DATA. */
  @Test
  void everyInputOfATableIsAFactOfThePopulationOrFollowsFromOne() throws IOException {
    Map<String, String> missing = new TreeMap<>();
    Set<String> answers = answers();
    for (Path table : tables()) {
      String key = table.getFileName().toString().replace(".dmn", "");
      Matcher input = INPUT.matcher(OPTIONAL_DAY.matcher(Files.readString(table)).replaceAll(""));
      while (input.find()) {
        String fact = input.group(1);
        boolean known =
            POPULATION.columns().kind(fact).map(kind -> fits(kind, input.group(2))).orElse(false);
        boolean elsewhere = foreign(key) || DOSSIER.matcher(fact).matches();
        if (!known && !derived(fact) && !elsewhere && !answers.contains(fact)) {
          missing.put(fact, key + " reads it as " + input.group(2));
        }
      }
    }
    assertThat(missing)
        .as("add the fact to decisions/population.yaml: under columns, and how it is drawn")
        .isEmpty();
  }

  @Test
  void peopleReceiveWhatDecisionsGrant() throws IOException {
    Set<String> received = new TreeSet<>();
    each(
        "receives",
        (json, row) ->
            Stream.of(json.replaceAll("[\\[\\]\"]", "").split(","))
                .filter(key -> !key.isEmpty())
                .forEach(received::add));
    Set<String> keys =
        tables().stream()
            .map(table -> table.getFileName().toString().replace(".dmn", ""))
            .collect(Collectors.toSet());

    assertThat(received).hasSizeGreaterThan(30);
    assertThat(keys).containsAll(received);
  }

  private static boolean fits(FactKind kind, String typeRef) {
    return switch (typeRef) {
      case "date" -> kind == FactKind.DATE;
      case "boolean" -> kind == FactKind.BOOLEAN;
      case "string" -> kind == FactKind.TEXT;
      case "number" -> kind == FactKind.INTEGER || kind == FactKind.NUMBER;
      default -> kind == FactKind.LIST;
    };
  }

  private static boolean derived(String fact) {
    String name = Character.toUpperCase(fact.charAt(0)) + fact.substring(1);
    if (!name.endsWith("AgeYears") && !name.endsWith("AgeMonths")) {
      return false;
    }
    String person = fact.substring(0, fact.length() - (name.endsWith("Years") ? 8 : 9));
    String base = person.isEmpty() ? "birthDate" : person + "BirthDate";
    return POPULATION.columns().kind(base).isPresent();
  }

  /** What tables answer others may read: their outputs, and status and amount by their name. */
  private static Set<String> answers() throws IOException {
    Set<String> answers = new TreeSet<>();
    for (Path table : tables()) {
      Matcher output = OUTPUT.matcher(Files.readString(table));
      String[] words = table.getFileName().toString().replace(".dmn", "").split("-");
      String name =
          words[0]
              + Stream.of(words)
                  .skip(1)
                  .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                  .collect(Collectors.joining());
      answers.addAll(List.of(name + "Status", name + "Amount"));
      while (output.find()) {
        answers.add(output.group(1));
      }
    }
    return answers;
  }

  /** Other countries' tables are not asked of this population; their folders carry a prefix. */
  private static boolean foreign(String key) {
    return key.matches("[a-z]{2}-.*");
  }

  private static List<Path> tables() throws IOException {
    try (Stream<Path> files = Files.walk(FOLDER, 2)) {
      return files.filter(f -> f.toString().endsWith(".dmn")).sorted().toList();
    }
  }

  private interface Visitor {
    void visit(String value, int row);
  }

  private void each(String fact, Visitor visitor) {
    for (PeopleBatch batch : people) {
      int column = column(batch, fact);
      for (int row = 0; row < batch.size(); row++) {
        int at = row;
        batch.text(column, row).ifPresent(value -> visitor.visit(value, at));
      }
    }
  }

  private int count(Map<?, ?> expectation) {
    int[] found = {0};
    each(
        String.valueOf(expectation.get("of")),
        (value, row) -> found[0] += holds(expectation, value) ? 1 : 0);
    return found[0];
  }

  private static boolean holds(Map<?, ?> expectation, String value) {
    if (expectation.get("is") instanceof List<?> values) {
      return values.contains(value);
    }
    if (expectation.get("years") instanceof List<?> range) {
      long age = ChronoUnit.YEARS.between(LocalDate.parse(value), POPULATION.asOf());
      return age >= number(range.get(0)) && age <= number(range.get(1));
    }
    Object part = expectation.get("contains");
    return part == null || value.contains(part.toString());
  }

  private static int column(PeopleBatch batch, String fact) {
    return batch.columns().names().indexOf(fact);
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }

  private static double number(@Nullable Object value) {
    return Double.parseDouble(String.valueOf(value));
  }

  private static Map<?, ?> map(@Nullable Object value) {
    return (Map<?, ?>) Objects.requireNonNull(value);
  }

  private static Set<String> keys(@Nullable Object map) {
    return map(map).keySet().stream().map(String::valueOf).collect(Collectors.toSet());
  }
}
