package org.lienthong.decisions.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.lienthong.agency.Agencies;
import org.lienthong.population.PeopleTable;
import org.lienthong.population.Population;
import org.lienthong.sandbox.Sandbox;
import org.lienthong.sweep.Sweeps;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The engine with everything that runs by itself, beside the agencies whom offers ask: brings
 * events to the inbox, and looks when their offers wait for an answer among their people's to-dos.
 */
public final class EventSide {

  private static final long SEED = 1;
  private static final String AGENCY = "population";
  private static final String EVENT = "household.poverty.changed";
  private static final String DECISION = "social-assistance-single-parent";
  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);
  private static final long GAP_NANOS = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final Agencies agencies;
  private final Sweeps sweeps;
  private final PeopleTable table;
  private final JdbcTemplate jdbc;
  private final Population population;

  private EventSide(ConfigurableApplicationContext context, Path population) {
    this.agencies = context.getBean(Agencies.class);
    this.sweeps = context.getBean(Sweeps.class);
    this.table = context.getBean(PeopleTable.class);
    this.jdbc = context.getBean(JdbcTemplate.class);
    this.population = Population.read(population);
  }

  /**
   * Serves until its input ends.
   *
   * @param args the database, and the checkout
   */
  public static void main(String[] args) throws IOException {
    Path home = Path.of(args[1]);
    try (Sandbox sandbox = Sandbox.start(home, 0)) {
      Side.serve(
          args,
          List.of(
              "--lienthong.agency.workers=true",
              "--lienthong.agency.base-url=" + sandbox.address(),
              "--lienthong.agency.token=bench"),
          context -> new EventSide(context, home.resolve("decisions/population.yaml"))::answer);
    }
  }

  private String answer(String command, String argument) {
    int count = Integer.parseInt(argument);
    return switch (command) {
      case "load" -> load(count);
      case "idle" -> events(count, false);
      case "sweeping" -> events(count, true);
      default -> throw new IllegalArgumentException(command);
    };
  }

  /** Some single parents who become entitled when they become poor are people whom we know. */
  private String load(int people) {
    var synthesis = population.synthesis(SEED, people);
    table.load(synthesis.columns(), synthesis::forEach);
    return ""
        + jdbc.update(
            """
            insert into person (ref, personal_number, display_name)
            select person_ref, (900000000000 + row_number() over (order by person_ref))::text, 'Nobody'
            from population_person
            where household_poverty = 'NONE' and dependent_children > 0
              and marital_status in ('SINGLE', 'WIDOWED', 'SPOUSE_MISSING')
            order by person_ref limit 1000
            """);
  }

  /**
   * One event a second. Tells how many offers came, and in seconds the median, the 95th of a
   * hundred and the longest.
   */
  private String events(int count, boolean sweeping) {
    awaitNoSweep();
    List<String> people = notPoorYet(count);
    Map<String, Long> waiting = new HashMap<>();
    List<Double> took = new ArrayList<>();
    long start = System.nanoTime();
    long end = start + count * GAP_NANOS + PATIENCE_NANOS;
    int told = 0;
    while (took.size() < count && System.nanoTime() < end) {
      if (sweeping && running("source = 'POPULATION'") == 0) {
        sweeps.overPopulation(population.asOf(), List.of(), "bench");
      }
      if (told < count && System.nanoTime() >= start + told * GAP_NANOS) {
        String ref = people.get(told++);
        waiting.put(ref, System.nanoTime());
        tell(ref);
      }
      for (String ref : offered()) {
        Long since = waiting.remove(ref);
        if (since != null) {
          took.add((System.nanoTime() - since) / 1e9);
        }
      }
      LockSupport.parkNanos(LOOK_NANOS);
    }
    return took.size() + " " + at(took, 0.5) + " " + at(took, 0.95) + " " + at(took, 1);
  }

  private static String at(List<Double> took, double part) {
    List<Double> sorted = took.stream().sorted().toList();
    int place = (int) Math.ceil(sorted.size() * part) - 1;
    return sorted.isEmpty() ? "-1" : String.format(Locale.ROOT, "%.3f", sorted.get(place));
  }

  private void awaitNoSweep() {
    while (running("true") > 0) {
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  private int running(String which) {
    String count = "select count(*) from sweep where state = 'RUNNING' and " + which;
    Integer sweeps = jdbc.queryForObject(count, Integer.class);
    return sweeps == null ? 0 : sweeps;
  }

  private List<String> notPoorYet(int count) {
    return jdbc.queryForList(
        "select ref from person join population_person on person_ref = ref"
            + " where household_poverty = 'NONE' order by ref limit "
            + count,
        String.class);
  }

  private void tell(String ref) {
    Agencies.Receipt receipt =
        agencies.receive(
            AGENCY,
            "urn:lienthong:agency:" + AGENCY,
            "bench-" + ref,
            EVENT,
            "bench-" + ref,
            Map.of(
                "people",
                List.of(ref),
                "householdPoverty",
                "POOR",
                "decidedOn",
                population.asOf().toString()));
    if (receipt != Agencies.Receipt.STORED) {
      throw new IllegalStateException("the inbox says " + receipt);
    }
  }

  /** Whose offer waits for an answer. */
  private List<String> offered() {
    return jdbc.queryForList(
        "select w.assignee from work_item w join offer o on o.id = w.journey_id"
            + " where o.decision = ?",
        String.class,
        DECISION);
  }
}
