package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.agency.Agencies;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FolderKind;
import org.lienthong.catalogue.Operation;
import org.lienthong.identity.Actor;
import org.lienthong.identity.Role;
import org.lienthong.journey.Fact;
import org.lienthong.journey.Journeys;
import org.lienthong.journey.StartOutcome;
import org.lienthong.processes.WrongReplies.Wrong;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/**
 * Replies made of the contracts, a thousand in every build and ten thousand with {@code -Pfull},
 * each given over HTTP to a running journey that asked for it: within, every one settles the
 * request and becomes the journey's facts; outside, every one is parked with place and keyword as
 * its reason, never a value, and changes nothing.
 */
@OverTheContent
@TestPropertySource(properties = "logging.level.org.lienthong.agency=error") // it parks thousands
@DirtiesContext
class RepliesTest {

  private static final int EACH_SIDE = Integer.getInteger("lienthong.replies", 1_000) / 2;
  private static final long SEED = 20260310;
  private static final StubAgency STUB = new StubAgency();
  private static final AtomicInteger CITIZENS = new AtomicInteger();

  @TempDir static Path home;

  @Autowired Catalogue catalogue;
  @Autowired Journeys journeys;
  @Autowired Agencies agencies;
  @Autowired JdbcClient database;

  private final Map<String, Map<String, Fact>> dossiers = new HashMap<>();
  private final Map<String, Set<String>> expected = new HashMap<>();
  private List<AskingFolder> folders = List.of();

  /** A reply and what it was made from. */
  private record Case(
      int number,
      Operation operation,
      String text,
      @Nullable JsonNode within,
      @Nullable Wrong wrong)
      implements StubAgency.Prepared {

    String name() {
      return "%s.%s, reply %d of seed %d"
          .formatted(operation.agency(), operation.id(), number, SEED);
    }
  }

  /** How a request ended, and its journey with it. */
  private record Outcome(
      String key, String journeyId, String state, @Nullable String reason, String journey) {}

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    // a larger cache of statements: the same few are run some hundred thousand times
    registry.add("spring.datasource.url", () -> "jdbc:h2:mem:replies-test;QUERY_CACHE_SIZE=200");
    registry.add("lienthong.agency.base-url", STUB::address);
    registry.add("lienthong.content", () -> agenciesAlone().toString());
  }

  /** The contracts as they are, beside no journey but ours. */
  private static Path agenciesAlone() {
    Path from = Home.PATH.resolve(FolderKind.AGENCY.path());
    Path to = home.resolve(FolderKind.AGENCY.path());
    if (Files.isDirectory(to)) {
      return home; // whoever reads the setting again
    }
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Path copy = to.resolve(from.relativize(file));
        Files.createDirectories(Files.isDirectory(file) ? copy : copy.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, copy);
        }
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @BeforeEach
  void publish() {
    STUB.forget();
    folders = AskingFolder.over(operations());
    for (AskingFolder folder : folders) {
      if (catalogue.live(folder.key()).isEmpty()) {
        catalogue.publish(folder.folder(), "d-one", "d-two");
      }
    }
  }

  @AfterAll
  static void close() {
    STUB.close();
  }

  @Test
  void everyReplyWithinItsContractSettlesTheRequestAndBecomesFacts() {
    Replies replies = new Replies(new Random(SEED));
    drive(
            (number, operation) -> {
              JsonNode reply = replies.within(Replies.schema(operation.replySchema()));
              return new Case(number, operation, reply.toString(), reply, null);
            })
        .forEach(this::isSettled);
    expected.forEach(
        (journey, names) ->
            assertThat(dossiers.get(journey)).as("nothing is added").containsOnlyKeys(names));
  }

  private void isSettled(Outcome outcome, Case given) {
    assertThat(outcome.state()).as(given.name()).isEqualTo("DONE");
    assertThat(outcome.journey()).as(given.name()).isEqualTo("COMPLETED");
    Map<String, Object> values = new HashMap<>();
    dossier(outcome)
        .forEach(
            (name, fact) -> {
              if (given.operation().replyProperties().containsKey(name)) {
                assertThat(fact.source()).isEqualTo(Fact.Source.REGISTER);
                assertThat(fact.origin()).isEqualTo(given.operation().agency());
                values.put(name, fact.value());
              }
            });
    JsonNode reply = Objects.requireNonNull(given.within());
    ReplyFacts.same(Replies.schema(given.operation().replySchema()), reply, values);
    expected
        .computeIfAbsent(outcome.journeyId(), journey -> new TreeSet<>())
        .addAll(reply.propertyNames());
  }

  private Map<String, Fact> dossier(Outcome outcome) {
    return dossiers.computeIfAbsent(outcome.journeyId(), journeys::dossier);
  }

  @Test
  void everyReplyOutsideItsContractIsParkedWithItsReasonAndChangesNothing() {
    WrongReplies replies = new WrongReplies(new Random(SEED));
    Set<String> keywords = new TreeSet<>();
    drive(
            (number, operation) -> {
              Wrong reply = replies.outside(Replies.schema(operation.replySchema()));
              return new Case(number, operation, reply.text(), null, reply);
            })
        .forEach((outcome, given) -> keywords.add(isParked(outcome, given)));
    assertThat(agencies.parked())
        .as("what an operator sees")
        .hasSizeGreaterThanOrEqualTo(EACH_SIDE);
    assertThat(keywords)
        .contains(
            "additionalProperties",
            "enum",
            "format",
            "maxLength",
            "minLength",
            "maximum",
            "minimum",
            "maxItems",
            "minItems",
            "not-json",
            "nul",
            "out-of-range",
            "pattern",
            "required",
            "too-long",
            "type");
  }

  /** Gives the keyword that it was parked with. */
  private String isParked(Outcome outcome, Case given) {
    Wrong wrong = Objects.requireNonNull(given.wrong());
    String place = wrong.place().isEmpty() ? "" : wrong.place() + " ";
    assertThat(outcome.state()).as(given.name()).isEqualTo("PARKED");
    assertThat(wrong.keywords())
        .as(given.name())
        .extracting(keyword -> "reply " + place + keyword)
        .contains(outcome.reason());
    assertThat(outcome.journey()).as(given.name()).isEqualTo("OPEN");
    assertThat(dossier(outcome)).as(given.name()).isEmpty();
    String reason = String.valueOf(outcome.reason());
    assertThat(reason).doesNotContain(WrongReplies.SECRET, "7319");
    return reason.substring(reason.lastIndexOf(' ') + 1);
  }

  private interface Maker {
    Case make(int number, Operation operation);
  }

  /** Has every operation asked until there are enough replies, and says what came of each. */
  private Map<Outcome, Case> drive(Maker maker) {
    List<Operation> operations = operations();
    int rounds = (EACH_SIDE + operations.size() - 1) / operations.size();
    for (int i = 0; i < rounds * operations.size(); i++) {
      Operation operation = operations.get(i % operations.size());
      STUB.prepare(path(operation), maker.make(i, operation));
    }
    IntStream.range(0, rounds).parallel().forEach(round -> start());
    int moved = Stream.of(1, 2).parallel().mapToInt(worker -> work()).sum() + work();
    assertThat(moved).as("replies that came").isGreaterThanOrEqualTo(EACH_SIDE);
    assertThat(STUB.calls()).as("each was asked once, over HTTP").isEqualTo(moved);
    Map<Outcome, Case> came = new HashMap<>();
    for (Outcome outcome : outcomes()) {
      if (STUB.given().get(outcome.key()) instanceof Case given) {
        came.put(outcome, given);
      }
    }
    assertThat(came).hasSize(moved);
    return came;
  }

  private int work() {
    int moved = 0;
    for (int now = agencies.work(); now > 0; now = agencies.work()) {
      moved += now;
    }
    return moved;
  }

  private void start() {
    String ref = "p-" + CITIZENS.incrementAndGet();
    Actor citizen = new Actor(ref, "Somebody", Set.of(Role.CITIZEN), null);
    for (AskingFolder folder : folders) {
      assertThat(journeys.start(folder.key(), citizen, Map.of(), null))
          .isInstanceOf(StartOutcome.Started.class);
    }
  }

  private List<Outcome> outcomes() {
    return database
        .sql(
            "select r.task_id as \"key\", r.journey_id, r.state, r.reason, j.state as journey"
                + " from agency_request r join journey j on j.id = r.journey_id")
        .query(Outcome.class)
        .list();
  }

  private String path(Operation operation) {
    String url = catalogue.agency(operation.agency()).orElseThrow().url();
    return URI.create(url + operation.path()).getPath();
  }

  private List<Operation> operations() {
    List<Operation> operations =
        catalogue.agencies().stream()
            .flatMap(agency -> agency.operations().values().stream())
            .sorted(Comparator.comparing(Operation::agency).thenComparing(Operation::id))
            .toList();
    assertThat(operations).isNotEmpty();
    return operations;
  }
}
