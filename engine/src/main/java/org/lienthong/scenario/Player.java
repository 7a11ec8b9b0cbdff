package org.lienthong.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.runtime.Job;
import org.jspecify.annotations.Nullable;
import org.lienthong.agency.Agencies;
import org.lienthong.identity.Actor;
import org.lienthong.identity.People;
import org.lienthong.identity.Role;
import org.lienthong.journey.Journey;
import org.lienthong.journey.Journeys;
import org.lienthong.journey.StartOutcome;
import org.lienthong.scenario.Scenario.Person;
import org.lienthong.worklist.Completion;
import org.lienthong.worklist.WorkItem;
import org.lienthong.worklist.Worklist;

/** Makes a story's moves one by one; after each, lets everything run that can run. */
final class Player {

  /** More rounds than any story needs: beyond it, something runs in circles. */
  private static final int ENDLESS = 500;

  /** Longer than any test runs, in real milliseconds. */
  private static final long DAY = 86_400_000L;

  private final Stage stage;
  private final Scenario scenario;
  private final Map<String, Actor> actors = new LinkedHashMap<>();
  private final Map<String, String> journeys = new LinkedHashMap<>();
  private final List<String> problems = new ArrayList<>();
  private final Canary canary;
  private @Nullable String latest;

  Player(Stage stage, Scenario scenario) {
    this.stage = stage;
    this.scenario = scenario;
    this.canary = new Canary(stage);
    scenario.people().forEach((name, person) -> actors.put(name, actor(person)));
  }

  Played play() {
    int number = 0;
    for (Move move : scenario.moves()) {
      number++;
      String place = "move " + number + " (" + word(move) + ")";
      try {
        make(move, place);
        quiet();
      } catch (RuntimeException e) {
        problems.add(place + ": " + message(e));
        break;
      } finally {
        canary.listen(journeys.values()).forEach(each -> problems.add(place + ": " + each));
      }
    }
    return new Played(scenario, stage.visits.all(), problems);
  }

  private void make(Move move, String place) {
    if (move instanceof Move.Start start) {
      start(start);
    } else if (move instanceof Move.Complete complete) {
      complete(complete);
    } else if (move instanceof Move.Behave behave) {
      // a later reply waits for the story to have it delivered
      stage.sandbox.mode(behave.agency(), behave.mode(), "later".equals(behave.mode()) ? DAY : 0);
    } else if (move instanceof Move.Advance advance) {
      stage.clock.advance(advance.by());
    } else if (move instanceof Move.Deliver deliver) {
      deliver(deliver);
    } else if (move instanceof Move.Retry retry) {
      retry(retry);
    } else if (move instanceof Move.Learn learn) {
      learn(learn);
    } else if (move instanceof Move.Expect expect) {
      expect(expect, place);
    }
  }

  private void start(Move.Start move) {
    StartOutcome outcome =
        stage.bean(Journeys.class).start(move.lifeEvent(), actor(move.by()), move.answers(), null);
    if (outcome instanceof StartOutcome.Started started) {
      latest = started.journey().id();
      journeys.put(move.by(), started.journey().id());
    } else {
      throw new IllegalStateException(
          move.by()
              + " could not start "
              + move.lifeEvent()
              + " ("
              + outcome
              + "); look at the answers and at journeys that are underway");
    }
  }

  private void learn(Move.Learn move) {
    String offered = new Found(stage).learn(move, actor(move.of()));
    if (offered != null) {
      latest = offered;
      journeys.put(move.of(), offered);
    }
  }

  private void complete(Move.Complete move) {
    Actor actor = actor(move.by());
    Worklist worklist = stage.bean(Worklist.class);
    List<WorkItem> waiting =
        Stream.concat(worklist.todos(actor).stream(), worklist.queue(actor, null).stream())
            .toList();
    WorkItem item =
        waiting.stream()
            .filter(each -> each.elementId().equals(move.task()))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalStateException(
                        move.task()
                            + " does not wait for "
                            + move.by()
                            + "; what waits: "
                            + waiting.stream().map(WorkItem::elementId).toList()));
    if (item.assignee() == null) {
      worklist.claim(item.id(), actor);
    }
    Completion completion = worklist.complete(item.id(), actor, move.answers());
    if (!(completion instanceof Completion.Completed)) {
      throw new IllegalStateException(move.task() + " could not be completed: " + completion);
    }
  }

  private void deliver(Move.Deliver move) {
    if (stage.sandbox.deliver(move.agency()) == 0) {
      throw new IllegalStateException(
          "no reply of " + move.agency() + " waits for delivery; was it «later» when asked?");
    }
  }

  private void retry(Move.Retry move) {
    Agencies agencies = stage.bean(Agencies.class);
    List<Agencies.ParkedRequest> parked =
        agencies.parked().stream().filter(each -> each.agency().equals(move.agency())).toList();
    if (parked.isEmpty()) {
      throw new IllegalStateException("no request to " + move.agency() + " is parked");
    }
    parked.forEach(each -> agencies.retry(each.key()));
  }

  private void expect(Move.Expect expect, String place) {
    String owner = expect.of();
    String id = owner == null ? latest : journeys.get(owner);
    if (id == null) {
      throw new IllegalStateException("nobody has started a journey yet");
    }
    String starter =
        journeys.entrySet().stream()
            .filter(each -> each.getValue().equals(id))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElseThrow();
    Journey journey = stage.bean(Journeys.class).find(id, actor(starter)).orElseThrow();
    new Expectations(stage, journey)
        .differences(expect)
        .forEach(each -> problems.add(place + ": " + each));
  }

  /** Runs due jobs and asks agencies until nothing moves any more. */
  private void quiet() {
    for (int round = 0; round < ENDLESS; round++) {
      if (jobs() + stage.bean(Agencies.class).work() == 0) {
        return;
      }
    }
    throw new IllegalStateException("the engine does not come to rest");
  }

  private int jobs() {
    ManagementService management = stage.bean(ManagementService.class);
    List<Job> due = management.createJobQuery().executable().list();
    int done = 0;
    for (Job job : due) {
      try {
        management.executeJob(job.getId());
        done++;
      } catch (RuntimeException e) {
        problems.add("a job failed: " + message(e));
      }
    }
    return done;
  }

  private Actor actor(Person person) {
    String number = person.personalNumber();
    return number == null
        ? new Actor("o-" + person.unit(), person.name(), Set.of(Role.CASEWORKER), person.unit())
        : stage.bean(People.class).citizen(number, person.name());
  }

  private Actor actor(String name) {
    return java.util.Objects.requireNonNull(actors.get(name));
  }

  private static String word(Move move) {
    return move.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT);
  }

  private static String message(Throwable e) {
    return e.getMessage() == null ? e.toString() : e.getMessage();
  }
}
