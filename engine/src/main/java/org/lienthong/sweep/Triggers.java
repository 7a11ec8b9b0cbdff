package org.lienthong.sweep;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lienthong.agency.Happening;
import org.lienthong.agency.HappeningListener;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Publication;
import org.lienthong.catalogue.Published;
import org.lienthong.identity.People;
import org.lienthong.population.FactColumns;
import org.lienthong.population.PeopleTable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts sweeps unasked: an agency told that something happened, law was published, a day came. The
 * same happening starts one sweep, however often it is heard of.
 */
@Component
class Triggers implements HappeningListener {

  private static final String NOBODY = "system";

  /** Within that time every node has seen what is live. */
  private static final Duration SEEN_BY_ALL = Duration.ofSeconds(2);

  private final PeopleTable population;
  private final SweepRows sweeps;
  private final ChosenRows chosen;
  private final People people;
  private final Clock clock;

  Triggers(
      PeopleTable population, SweepRows sweeps, ChosenRows chosen, People people, Clock clock) {
    this.people = people;
    this.population = population;
    this.sweeps = sweeps;
    this.chosen = chosen;
    this.clock = clock;
  }

  /** What was told is true of these people from now on; then they are asked about anew. */
  @Override
  @Transactional
  public void happened(Happening happening) {
    List<String> told = happening.people().stream().map(this::ref).toList();
    List<String> there = population.read(told).refs();
    Map<String, @Nullable String> facts = known(happening);
    there.forEach(ref -> population.put(ref, facts));
    String key = "event|" + happening.agency() + "|" + happening.id();
    start(Sweep.Cause.EVENT, happening.type(), key, LocalDate.now(clock), there);
  }

  /** Agencies know people by their personal numbers; the population knows no numbers. */
  private String ref(String person) {
    return people.ref(person).orElse(person);
  }

  private Map<String, @Nullable String> known(Happening happening) {
    FactColumns columns = population.columns();
    Map<String, @Nullable String> facts = new TreeMap<>();
    happening
        .facts()
        .forEach(
            (name, value) -> {
              if (columns.kind(name).isPresent() && !name.equals(happening.about())) {
                facts.put(name, value.toString());
              }
            });
    return facts;
  }

  /** Law that is new or changed is asked of everybody; what comes with a new machine is not. */
  @EventListener
  @Transactional
  public void published(Published published) {
    Publication law = published.publication();
    boolean decides = law.kind() == FolderKind.DECISION || law.kind() == FolderKind.PARAMETERS;
    long people = decides && !published.first() ? population.size() : 0;
    if (people > 0) {
      String key = "law|" + law.kind() + "|" + law.folder() + "|" + law.sequence();
      start(
          sweep(Sweep.Cause.RULE_CHANGED, law.folder(), Sweep.Source.POPULATION, today(), people),
          key,
          clock.instant().plus(SEEN_BY_ALL));
    }
  }

  /** A day came for these people. */
  void came(LocalDate day, String what, List<String> people) {
    start(Sweep.Cause.DATE, what, "date|" + day + "|" + what, today(), people);
  }

  /** A day came for everybody. */
  void came(LocalDate day, String what) {
    long people = population.size();
    if (people > 0) {
      start(
          sweep(Sweep.Cause.DATE, what, Sweep.Source.POPULATION, day, people),
          "date|" + day + "|" + what,
          null);
    }
  }

  private LocalDate today() {
    return LocalDate.now(clock);
  }

  private void start(
      Sweep.Cause cause, String detail, String key, LocalDate day, List<String> people) {
    if (!people.isEmpty()) {
      // Whoever writes next must see whom we know something newer about.
      sweeps.holdThoseOverEverybody();
      Sweep sweep = sweep(cause, detail, Sweep.Source.CHOSEN, day, people.size());
      if (start(sweep, key, null)) {
        chosen.insert(sweep.id(), people);
      }
    }
  }

  private boolean start(Sweep sweep, String key, @Nullable Instant notBefore) {
    if (sweeps.triggered(key)) {
      return false;
    }
    sweeps.insert(sweep, key, notBefore);
    return true;
  }

  private Sweep sweep(
      Sweep.Cause cause, String detail, Sweep.Source source, LocalDate day, long people) {
    return Sweep.begun(
        UUID.randomUUID().toString(),
        cause,
        detail,
        source,
        day,
        List.of(),
        people,
        NOBODY,
        clock.instant().truncatedTo(ChronoUnit.MICROS));
  }
}
