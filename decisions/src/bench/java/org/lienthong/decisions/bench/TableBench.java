package org.lienthong.decisions.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.DmnEngineConfiguration;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.Test;
import org.kie.api.io.Resource;
import org.kie.dmn.api.core.DMNContext;
import org.kie.dmn.api.core.DMNModel;
import org.kie.dmn.api.core.DMNRuntime;
import org.kie.dmn.core.internal.utils.DMNRuntimeBuilder;
import org.kie.internal.io.ResourceFactory;
import org.lienthong.columns.Amounts;
import org.lienthong.columns.Answers;
import org.lienthong.columns.Asked;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Compilation;
import org.lienthong.columns.Compiler;
import org.lienthong.columns.Kind;
import org.lienthong.columns.Program;
import org.lienthong.columns.Verdicts;
import org.lienthong.feel.Feel;

/**
 * Evaluations of a ten-row table per second and core: ours against Camunda's DMN with FEEL, with
 * the legacy language, Drools, and the same rules by hand. All five answer the same people; the
 * rounds are interleaved, the medians are told. And what a table with more rows costs.
 */
class TableBench {

  private static final int PEOPLE = 65_536;
  private static final int ROUNDS = 7;
  private static final long ROUND_NANOS = 400_000_000L;
  private static final Map<String, Double> GOALS = Map.of("drools", 20.0, "by-hand", 0.1);
  private static final List<String> POVERTY = List.of("POOR", "NEAR", "NONE");

  private final long[] age = new long[PEOPLE];
  private final int[] poverty = new int[PEOPLE];
  private final long[] pension = new long[PEOPLE];
  private final boolean[] requested = new boolean[PEOPLE];
  private final long[] expected = new long[PEOPLE];

  /** Evaluates people from one place on; gives the sum of their amounts. */
  private interface Contestant {
    long evaluate(int from, int count);
  }

  /** One of the contestants, and how many people it takes at once. */
  private record Entry(Contestant contestant, int atOnce) {}

  @Test
  void tellsEvaluationsPerSecondAndCore() {
    people();
    Map<String, Entry> entries = new LinkedHashMap<>();
    entries.put("columns", new Entry(columns(1), PEOPLE));
    entries.put("camunda-feel", new Entry(camunda(true), 64));
    entries.put("camunda-juel", new Entry(camunda(false), 512));
    entries.put("drools", new Entry(drools(), 4_096));
    entries.put("by-hand", new Entry(byHand(), PEOPLE));
    Map<String, Double> perSecond = perSecond(entries);
    Lines lines = new Lines();
    perSecond.forEach(
        (name, peer) -> {
          double ours = perSecond.getOrDefault("columns", 0.0);
          Double goal = GOALS.get(name);
          if (goal != null) {
            lines.more("table-per-core-vs-" + name, ours, peer, "/s", goal);
          } else if (!name.equals("columns")) {
            lines.more("table-per-core-vs-" + name, ours, peer, "/s");
          }
        });
    lines.tell();
  }

  /** The same table, with twice and four times the rows. */
  @Test
  void tellsWhatMoreRowsCost() {
    people();
    Map<String, Entry> entries = new LinkedHashMap<>();
    for (int times = 1; times <= 4; times *= 2) {
      entries.put("" + times, new Entry(columns(times), PEOPLE));
    }
    Map<String, Double> perSecond = perSecond(entries);
    Lines lines = new Lines();
    for (int times = 2; times <= 4; times *= 2) {
      double ours = 1e9 / perSecond.getOrDefault("" + times, 0.0);
      double half = 1e9 / perSecond.getOrDefault("" + times / 2, 0.0);
      String name = "table-of-%d-rows-vs-twice-that-of-%d".formatted(times * 10, times * 5);
      lines.less(name, ours, 2 * half, "ns", 1);
    }
    lines.tell();
  }

  /** Medians of interleaved rounds. */
  private Map<String, Double> perSecond(Map<String, Entry> entries) {
    entries.forEach(this::answersTheSame);
    Map<String, double[]> rounds = new LinkedHashMap<>();
    for (int round = -2; round < ROUNDS; round++) {
      for (Map.Entry<String, Entry> entry : entries.entrySet()) {
        double perSecond = perSecond(entry.getValue());
        if (round >= 0) {
          rounds.computeIfAbsent(entry.getKey(), name -> new double[ROUNDS])[round] = perSecond;
        }
      }
    }
    Map<String, Double> medians = new LinkedHashMap<>();
    rounds.forEach((name, values) -> medians.put(name, median(values)));
    return medians;
  }

  private void people() {
    SplittableRandom random = new SplittableRandom(45);
    for (int i = 0; i < PEOPLE; i++) {
      age[i] = 40L + random.nextInt(60);
      poverty[i] = random.nextInt(3);
      pension[i] = random.nextInt(3) == 0 ? 100_000L * random.nextInt(10) : 0;
      requested[i] = random.nextInt(4) != 0;
      expected[i] =
          BenchTable.amount(BenchTable.byHand(age[i], poverty[i], pension[i], requested[i]));
    }
  }

  private void answersTheSame(String name, Entry entry) {
    long sum = 0;
    for (int i = 0; i < entry.atOnce(); i++) {
      sum += expected[i];
    }
    assertThat(entry.contestant().evaluate(0, entry.atOnce())).as(name).isEqualTo(sum);
  }

  private static double perSecond(Entry entry) {
    long start = System.nanoTime();
    long done = 0;
    int from = 0;
    long elapsed;
    do {
      entry.contestant().evaluate(from, entry.atOnce());
      done += entry.atOnce();
      from = (from + entry.atOnce()) % PEOPLE;
      elapsed = System.nanoTime() - start;
    } while (elapsed < ROUND_NANOS);
    return done * 1e9 / elapsed;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }

  private Contestant byHand() {
    long[] amounts = new long[10];
    for (int row = 0; row < amounts.length; row++) {
      amounts[row] = BenchTable.amount(row);
    }
    return (from, count) -> {
      long sum = 0;
      for (int i = from; i < from + count; i++) {
        sum += amounts[BenchTable.byHand(age[i], poverty[i], pension[i], requested[i])];
      }
      return sum;
    };
  }

  private Contestant columns(int times) {
    Answers answers = new Answers("status", List.of("ELIGIBLE", "NOT_ELIGIBLE"), "amount");
    Compilation compilation = new Compiler(new Feel(), answers).compile(BenchTable.text(times));
    Program program = ((Compilation.Compiled) compilation).program();
    Batch batch = new Batch(PEOPLE);
    batch.column("age", Kind.NUMBER);
    batch.column("poverty", Kind.TEXT);
    batch.column("pension", Kind.NUMBER);
    batch.column("requested", Kind.BOOLEAN);
    for (int i = 0; i < PEOPLE; i++) {
      batch.add();
      batch.set("age", i, (Object) age[i]);
      batch.set("poverty", i, POVERTY.get(poverty[i]));
      batch.set("pension", i, (Object) pension[i]);
      batch.set("requested", i, requested[i]);
    }
    Asked asked = new Asked(null, LocalDate.of(2026, 11, 1), null, Amounts.NONE);
    Verdicts verdicts = new Verdicts(PEOPLE);
    return (from, count) -> {
      program.evaluate(batch, asked, from, from + count, verdicts);
      long sum = 0;
      for (int i = from; i < from + count; i++) {
        sum += verdicts.amount(i);
      }
      return sum;
    };
  }

  private List<VariableMap> variables() {
    List<VariableMap> variables = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      variables.add(
          Variables.createVariables()
              .putValue("age", age[i])
              .putValue("poverty", POVERTY.get(poverty[i]))
              .putValue("pension", pension[i])
              .putValue("requested", requested[i]));
    }
    return variables;
  }

  private Contestant camunda(boolean feel) {
    DmnEngine engine = DmnEngineConfiguration.createDefaultDmnEngineConfiguration().buildEngine();
    byte[] xml = BenchTable.dmn(feel).getBytes(StandardCharsets.UTF_8);
    DmnDecision decision = engine.parseDecision(BenchTable.KEY, new ByteArrayInputStream(xml));
    List<VariableMap> variables = variables();
    return (from, count) -> {
      long sum = 0;
      for (int i = from; i < from + count; i++) {
        Object amount =
            engine
                .evaluateDecisionTable(decision, variables.get(i))
                .getSingleResult()
                .getEntry("amount");
        sum += ((Number) amount).longValue();
      }
      return sum;
    };
  }

  private Contestant drools() {
    Resource resource =
        ResourceFactory.newReaderResource(new StringReader(BenchTable.droolsDmn()), "UTF-8");
    resource.setSourcePath("bench.dmn");
    DMNRuntime runtime =
        DMNRuntimeBuilder.fromDefaults()
            .buildConfiguration()
            .fromResources(List.of(resource))
            .getOrElseThrow(IllegalStateException::new);
    DMNModel model = runtime.getModels().get(0);
    List<DMNContext> contexts = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      DMNContext context = runtime.newContext();
      context.set("age", age[i]);
      context.set("poverty", POVERTY.get(poverty[i]));
      context.set("pension", pension[i]);
      context.set("requested", requested[i]);
      contexts.add(context);
    }
    return (from, count) -> {
      long sum = 0;
      for (int i = from; i < from + count; i++) {
        Map<?, ?> answer =
            (Map<?, ?>)
                runtime
                    .evaluateAll(model, contexts.get(i))
                    .getDecisionResultByName("bench")
                    .getResult();
        sum += ((Number) Objects.requireNonNull(answer.get("amount"))).longValue();
      }
      return sum;
    };
  }
}
