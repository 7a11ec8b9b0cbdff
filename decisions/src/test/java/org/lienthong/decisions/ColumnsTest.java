package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FactType;
import org.lienthong.catalogue.Folder;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Words;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.FactProblems;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.TableForm;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A sweep answers as a single question does: the tables' columns say the same as the engine, over
 * random facts at and beside everything that is written in the tables.
 *
 * <p>{@code -Dlienthong.comparisons=1000000} runs as many in all; {@code -Dlienthong.seed=…}
 * repeats a run.
 */
@DecisionsTest
class ColumnsTest {

  private static final int COMPARISONS = Integer.getInteger("lienthong.comparisons", 10_000);
  private static final long SEED = Long.getLong("lienthong.seed", 7);
  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final int BATCH = 500;

  @Autowired Eligibility eligibility;
  @Autowired Catalogue catalogue;

  @TestFactory
  Stream<DynamicTest> aSweepAnswersAsASingleQuestionDoes() {
    int each = Math.max(100, COMPARISONS / Math.max(1, eligibility.decisions().size()));
    return eligibility.decisions().stream()
        .map(decision -> DynamicTest.dynamicTest(decision, () -> compare(decision, each)));
  }

  @Test
  void nearlyAllTablesAreCompiled() {
    List<TableForm> not = eligibility.compilations().stream().filter(f -> !f.compiled()).toList();

    assertThat(not)
        .as("Tables that sweeps evaluate one by one. Each says what to write otherwise.")
        .hasSizeLessThanOrEqualTo(3);
  }

  private void compare(String decision, int cases) {
    Rules rules = eligibility.rules();
    Random random = new Random(SEED + decision.hashCode());
    Drawn drawn = new Drawn(rules, decision, random);
    Batch batch = rules.batch(List.of(decision), BATCH, new Words());
    BatchAnswers answers = new BatchAnswers(BATCH);
    for (int done = 0; done < cases; done += BATCH) {
      batch.clear();
      List<Map<String, Object>> people = new ArrayList<>();
      for (int i = 0; i < Math.min(BATCH, cases - done); i++) {
        Map<String, Object> facts = drawn.next();
        people.add(facts);
        int person = batch.add();
        facts.forEach((fact, value) -> batch.set(fact, person, value));
      }
      rules.about(batch, DAY).evaluate(decision, answers);
      for (int person = 0; person < people.size(); person++) {
        assertThat(said(answers, person))
            .as(
                "columns, then engine: %s of %s on %s; seed %d",
                decision, people.get(person), DAY, SEED)
            .isEqualTo(said(rules, decision, people.get(person)));
      }
    }
  }

  private static String said(BatchAnswers answers, int person) {
    Object amount = answers.hasAmount(person) ? answers.amount(person) : "none";
    return answers.status(person) + " " + amount + " " + answers.matchedRows(person);
  }

  private static String said(Rules rules, String decision, Map<String, Object> facts) {
    try {
      Assessment one = rules.evaluateOn(decision, facts, DAY);
      Object amount = one.amount() == null ? "none" : one.amount();
      return one.status() + " " + amount + " " + one.matchedRows();
    } catch (FactProblems e) {
      return "null none []";
    }
  }

  /** Draws facts at and beside what is written in a decision's tables. */
  private final class Drawn {

    private static final Pattern WRITTEN = Pattern.compile("<text>(.*?)</text>", Pattern.DOTALL);
    private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TEXTS = Pattern.compile("(?:\"|&quot;)(.*?)(?:\"|&quot;)");
    private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)?");

    private final List<String> facts;
    private final Random random;
    private final List<LocalDate> days = new ArrayList<>(List.of(DAY, LocalDate.of(2024, 2, 29)));
    private final List<String> texts = new ArrayList<>(List.of("OTHER"));
    private final List<Double> numbers = new ArrayList<>(List.of(0.0, 1.0, 12.0, 5_000_000.0));

    Drawn(Rules rules, String decision, Random random) {
      this.facts = List.copyOf(rules.inputs(decision));
      this.random = random;
      for (Folder folder : DecisionFolders.all()) {
        folder
            .files()
            .forEach(
                (name, bytes) -> {
                  if (name.startsWith(decision) && name.endsWith(".dmn")) {
                    read(new String(bytes, StandardCharsets.UTF_8));
                  }
                });
      }
    }

    private void read(String dmn) {
      Matcher text = WRITTEN.matcher(dmn);
      while (text.find()) {
        String feel = text.group(1);
        DAYS.matcher(feel).results().forEach(d -> days.add(LocalDate.parse(d.group())));
        TEXTS.matcher(feel).results().forEach(t -> texts.add(t.group(1)));
        NUMBERS
            .matcher(DAYS.matcher(feel).replaceAll(""))
            .results()
            .forEach(n -> numbers.add(Double.valueOf(n.group())));
      }
    }

    Map<String, Object> next() {
      Map<String, Object> drawn = new LinkedHashMap<>();
      int unknown = random.nextInt(4) == 0 ? 30 : 4;
      for (String fact : facts) {
        if (random.nextInt(100) >= unknown) {
          drawn.put(fact, random.nextInt(300) == 0 ? "odd" : value(fact));
        }
      }
      facts.stream()
          .filter(f -> f.toLowerCase(java.util.Locale.ROOT).matches(".*age(years|months)"))
          .filter(f -> random.nextInt(5) > 0)
          .forEach(drawn::remove);
      return drawn;
    }

    private Object value(String fact) {
      FactType type = catalogue.factType(fact).orElse(FactType.LIST);
      return switch (type) {
        case NUMBER -> Math.max(0, Math.round(number()) + random.nextInt(3) - 1);
        case BOOLEAN -> random.nextBoolean();
        case DATE -> day(fact);
        case TEXT -> text();
        default -> list();
      };
    }

    private double number() {
      return random.nextInt(4) == 0
          ? random.nextInt(60_000_000)
          : numbers.get(random.nextInt(numbers.size()));
    }

    private LocalDate day(String fact) {
      LocalDate day = days.get(random.nextInt(days.size())).plusDays(random.nextInt(3) - 1);
      boolean birth = fact.toLowerCase(java.util.Locale.ROOT).endsWith("birthdate");
      return birth && random.nextInt(4) > 0 ? day.minusYears(random.nextInt(95)) : day;
    }

    private String text() {
      return texts.get(random.nextInt(texts.size()));
    }

    private List<Object> list() {
      List<Object> items = new ArrayList<>();
      boolean codes = random.nextBoolean();
      for (int i = random.nextInt(4); i > 0; i--) {
        items.add(codes ? text() : person());
      }
      return items;
    }

    private Map<String, Object> person() {
      Map<String, Object> person = new LinkedHashMap<>();
      person.put("relation", text());
      person.put("birthDate", day("birthDate").toString());
      person.put("capacityLoss", random.nextInt(101));
      person.put("monthlyIncome", Math.round(number()));
      person.put("retirementAge", random.nextBoolean());
      person.put("withoutDirectCarer", random.nextBoolean());
      return person;
    }
  }
}
