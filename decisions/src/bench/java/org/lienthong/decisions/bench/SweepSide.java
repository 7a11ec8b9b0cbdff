package org.lienthong.decisions.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.catalogue.Parameter;
import org.lienthong.columns.Batch;
import org.lienthong.columns.Words;
import org.lienthong.eligibility.BatchAnswers;
import org.lienthong.eligibility.Crowd;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.SecondLayer;
import org.lienthong.eligibility.Status;
import org.lienthong.population.PeopleBatch;
import org.lienthong.population.PeopleTable;
import org.lienthong.population.Population;
import org.lienthong.sweep.Sweep;
import org.lienthong.sweep.Sweeps;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The engine in a JVM of its own, so that its memory can be told: loads people and sweeps. */
public final class SweepSide {

  private static final long SEED = 1;
  private static final int AT_ONCE = 4_000;

  private final Sweeps sweeps;
  private final PeopleTable table;
  private final JdbcTemplate jdbc;
  private final Eligibility eligibility;
  private final Population population;

  private SweepSide(ConfigurableApplicationContext context, Path population) {
    this.sweeps = context.getBean(Sweeps.class);
    this.table = context.getBean(PeopleTable.class);
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.eligibility = context.getBean(Eligibility.class);
    this.population = Population.read(population);
  }

  /**
   * Serves until its input ends.
   *
   * @param args the database, and the checkout
   */
  public static void main(String[] args) throws IOException {
    Path population = Path.of(args[1], "decisions", "population.yaml");
    Side.serve(
        args,
        List.of("--lienthong.jobs=false"),
        context -> new SweepSide(context, population)::answer);
  }

  private String answer(String command, String argument) throws IOException {
    return switch (command) {
      case "generate" -> generate(Integer.parseInt(argument));
      case "load" -> load(Integer.parseInt(argument));
      case "home" -> String.join(",", home());
      case "tables" -> String.join(",", tables(list(argument)));
      case "sweep" -> sweep(list(argument));
      case "law" -> law();
      case "answers" -> answers(list(argument));
      case "memory" -> memory();
      default -> throw new IllegalArgumentException(command);
    };
  }

  private static List<String> list(String argument) {
    return argument.isEmpty() ? List.of() : List.of(argument.split(","));
  }

  /** Seconds; the people go nowhere. */
  private String generate(int people) {
    long start = System.nanoTime();
    population.synthesis(SEED, people).forEach(batch -> {});
    return String.format(Locale.ROOT, "%.3f", (System.nanoTime() - start) / 1e9);
  }

  private String load(int people) {
    var synthesis = population.synthesis(SEED, people);
    return "" + table.load(synthesis.columns(), synthesis::forEach);
  }

  /** The decisions of the first layer that a sweep over all asks, sorted. */
  private List<String> home() {
    Rules rules = eligibility.rules();
    String country = rules.jurisdictions().country("").orElseThrow().code();
    return rules.decisions().stream()
        .filter(d -> !rules.secondLayer().has(d) && country.equals(rules.country(d)))
        .toList();
  }

  /** The decisions that a sweep over some takes: with their rivals, and what weighs them. */
  private Set<String> tables(List<String> decisions) {
    SecondLayer second = eligibility.rules().secondLayer();
    Set<String> all = new TreeSet<>(second.withRivals(decisions));
    second.about(decisions).forEach(weighing -> all.add(weighing.key()));
    return all;
  }

  /** Seconds, and what was found. */
  private String sweep(List<String> decisions) {
    long start = System.nanoTime();
    Sweep started = sweeps.overPopulation(population.asOf(), decisions, "bench");
    sweeps.work();
    double seconds = (System.nanoTime() - start) / 1e9;
    Sweep done = sweeps.find(started.id()).orElseThrow();
    if (done.state() != Sweep.State.DONE) {
      throw new IllegalStateException("the sweep ended " + done.state());
    }
    return String.format(
        Locale.ROOT,
        "%.3f %d %d %d",
        seconds,
        done.peopleDone(),
        done.entitled(),
        done.offersMade());
  }

  /** Tells SQL the dated amounts, and those of the day at every place. */
  private String law() {
    jdbc.execute(
        "create table bench_law (key text, since date, until date, province text, value numeric)");
    jdbc.execute("create table bench_law_now (key text, province text, value numeric)");
    Rules rules = eligibility.rules();
    for (Parameter parameter : rules.parameters().all()) {
      if (parameter.values().stream().allMatch(v -> v.value() instanceof Number)) {
        dated(parameter);
      }
    }
    jdbc.execute("analyze bench_law");
    jdbc.execute("analyze bench_law_now");
    return "" + jdbc.queryForObject("select count(*) from bench_law", Long.class);
  }

  private void dated(Parameter parameter) {
    List<Parameter.Value> values = parameter.values();
    for (int i = 0; i < values.size(); i++) {
      Parameter.Value value = values.get(i);
      LocalDate until =
          values.subList(i + 1, values.size()).stream()
              .filter(v -> java.util.Objects.equals(v.jurisdiction(), value.jurisdiction()))
              .map(Parameter.Value::from)
              .findFirst()
              .orElse(LocalDate.of(9999, 1, 1));
      jdbc.update(
          "insert into bench_law values (?, ?, ?, ?, ?)",
          parameter.key(),
          value.from(),
          until,
          value.jurisdiction(),
          value.value());
    }
    for (String province :
        jdbc.queryForList("select distinct province_code from population_person", String.class)) {
      parameter
          .on(population.asOf(), List.of(province))
          .ifPresent(
              v ->
                  jdbc.update(
                      "insert into bench_law_now values (?, ?, ?)",
                      parameter.key(),
                      province,
                      v.value()));
    }
  }

  /** Writes what each decision says of itself, before the entitlements are weighed. */
  private String answers(List<String> decisions) {
    jdbc.execute("drop table if exists bench_answer");
    jdbc.execute(
        "create table bench_answer (person_ref text, decision text, amount bigint,"
            + " matched_row text)");
    Rules rules = eligibility.rules();
    Words words = new Words();
    table.read(
        new PeopleTable.Range(null, null),
        table.columns().names(),
        AT_ONCE,
        people -> write(people, rules, rules.batch(decisions, AT_ONCE, words), decisions));
    return "" + jdbc.queryForObject("select count(*) from bench_answer", Long.class);
  }

  private void write(PeopleBatch people, Rules rules, Batch batch, List<String> decisions) {
    Set<String> facts = new LinkedHashSet<>();
    decisions.forEach(decision -> facts.addAll(rules.inputs(decision)));
    facts.addAll(rules.jurisdictions().facts().values());
    people.copyTo(batch, facts);
    for (String decision : decisions) {
      for (String request : rules.requests(decision)) {
        long[] yes = new long[people.size()];
        Arrays.fill(yes, 1);
        batch.setAll(request, 0, yes, 0); // a sweep supposes that everybody asks
      }
    }
    Crowd crowd = rules.about(batch, population.asOf());
    BatchAnswers answers = new BatchAnswers(AT_ONCE);
    List<Object[]> rows = new ArrayList<>();
    for (String decision : decisions) {
      crowd.evaluate(decision, answers);
      for (int person = 0; person < people.size(); person++) {
        if (answers.status(person) == Status.ELIGIBLE) {
          rows.add(
              new Object[] {
                people.refs().get(person),
                decision,
                answers.hasAmount(person) ? answers.amount(person) : null,
                String.join(",", answers.matchedRows(person))
              });
        }
      }
    }
    jdbc.batchUpdate("insert into bench_answer values (?, ?, ?, ?)", rows);
  }

  /** The most that was resident and the most of the heap that was used, in MiB. */
  private static String memory() throws IOException {
    long heap = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      heap += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    String resident =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM:"))
            .map(line -> line.replaceAll("\\D", ""))
            .findFirst()
            .orElse("0");
    return (Long.parseLong(resident) >> 10) + " " + (heap >> 20);
  }
}
