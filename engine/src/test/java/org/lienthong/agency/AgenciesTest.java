package org.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.agency.RequestRow.State;

/** Agencies are asked: what they answer at once, what they refuse, and what goes wrong. */
class AgenciesTest extends AgencyTest {

  @Test
  void bringsAnAnswerIntoTheDossierAndTheProcessOn() {
    String key = start("ask-find", "j1");
    assertThat(agencies.work()).isEqualTo(1);
    assertThat(standsAt("j1")).isEqualTo("Task_Found");
    assertThat(dossier.facts.get("j1"))
        .containsEntry("noticeNumber", "N-1")
        .containsEntry("eventDate", LocalDate.of(2026, 3, 1))
        .containsEntry("known", 1L)
        .containsEntry("items", List.of(Map.of("order", 1L, "weight", 2.5)));
    assertThat(request(key).state()).isEqualTo(State.DONE);
    assertThat(agencies.work()).as("nothing is left").isZero();
  }

  @Test
  void asksWithTheTasksIdAsKey() {
    String key = start("ask-register", "j1");
    workUntilNothingMoves();
    assertThat(ledger("call", key)).isEqualTo(1);
    assertThat(ledger("effect", key)).isEqualTo(1);
  }

  @Test
  void letsTheModelDecideAfterARefusal() {
    dossier.asks("Service_Find", Map.of("parentNumber", "nobody"));
    String key = start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_NotFound");
    assertThat(request(key).state()).isEqualTo(State.REFUSED);
    assertThat(request(key).reason()).isEqualTo("notice-not-found");
  }

  @Test
  void parksARefusalThatTheModelDoesNotDraw() {
    dossier.asks("Service_Find", Map.of("parentNumber", "P3"));
    start("ask-find", "j1");
    workUntilNothingMoves();
    assertThat(standsAt("j1")).as("no token is lost").isEqualTo("Service");
    assertThat(reasons()).containsExactly("refusal-not-modelled notice-used");
  }

  @Test
  void waitsThroughAnOutageWithoutIncidentsAndDrainsGradually() {
    SANDBOX.mode("demo-registry", "down", 0);
    int journeys = 20;
    for (int i = 0; i < journeys; i++) {
      start("ask-register", "j" + i);
    }
    for (int i = 0; i < 120; i++) {
      agencies.work();
      CLOCK.advance(Duration.ofSeconds(5));
    }
    assertThat(calls()).as("ten minutes of an open breaker").isBetween(5, 30);
    assertThat(external.createExternalTaskQuery().withRetriesLeft().count()).isEqualTo(journeys);

    SANDBOX.mode("demo-registry", "ok", 0);
    CLOCK.advance(Duration.ofMinutes(2));
    int before = calls();
    agencies.work();
    assertThat(calls() - before).as("one probe").isEqualTo(1);
    agencies.work();
    assertThat(calls() - before).as("then two more").isBetween(2, 3);
    workUntilNothingMoves();
    for (int i = 0; i < journeys; i++) {
      assertThat(standsAt("j" + i)).isEqualTo("Task_Registered");
    }
    assertThat(SANDBOX.ledger().stream().filter(e -> "effect".equals(e.get("kind"))))
        .hasSize(journeys);
  }

  @Test
  void doesNotWaitBeyondTheAgencysTimeAndAsksAgain() {
    SANDBOX.mode("demo-hasty", "slow", 20_000);
    String key = start("ask-hasty", "j1");
    agencies.work();
    assertThat(request(key).state()).isEqualTo(State.RETRYING);
    assertThat(request(key).reason()).isEqualTo("timeout");

    SANDBOX.mode("demo-hasty", "ok", 0);
    for (int i = 0; i < 100 && request(key).state() != State.DONE; i++) {
      CLOCK.advance(Duration.ofMinutes(2));
      workUntilNothingMoves();
    }
    assertThat(standsAt("j1")).isEqualTo("Task_Told");
  }

  @ParameterizedTest
  @CsvSource({
    "0, reply /registered* type",
    "1, reply not-json",
    "2, reply media-type",
    "3, reply additionalProperties",
    "4, reply required",
    "5, reply too-large",
  })
  void parksGarbageWithItsReasonUntilAnOperatorAsksAnew(int turn, String reason) {
    SANDBOX.mode("demo-registry", "garbage", 0);
    for (int i = 0; i < turn; i++) {
      start("ask-register", "before" + i);
      agencies.work();
    }
    String key = start("ask-register", "j1");
    workUntilNothingMoves();
    assertThat(reasons().get(turn)).matches(reason.replace("*", ".*"));
    assertThat(request(key).state()).isEqualTo(State.PARKED);
    CLOCK.advance(Duration.ofDays(100));
    workUntilNothingMoves();
    assertThat(ledger("call", key)).as("not asked again by itself").isEqualTo(1);

    SANDBOX.mode("demo-registry", "ok", 0);
    agencies.retry(key);
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_Registered");
    assertThat(ledger("effect", key)).isEqualTo(1);
    assertThat(reasons()).hasSize(turn);
  }

  @Test
  void parksARequestThatLeavesTheContractWithoutACall() {
    dossier.asks("Service_Find", Map.of());
    String key = start("ask-find", "j1");
    start("ask-wrong", "j2");
    workUntilNothingMoves();
    assertThat(reasons())
        .containsExactlyInAnyOrder("request required", "request unknown-operation");
    assertThat(SANDBOX.ledger()).isEmpty();

    dossier.asks("Service_Find", Map.of("parentNumber", "P1"));
    agencies.retry(key);
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_Found");
  }

  @Test
  void hasOneEffectThoughItIsKilledBetweenAnswerAndCommit() {
    String key = start("ask-register", "j1");
    dossier.onReply =
        activity -> {
          throw new ThreadDeath();
        };
    assertThatThrownBy(() -> agencies.work()).isInstanceOf(ThreadDeath.class);
    assertThat(standsAt("j1")).isEqualTo("Service");
    assertThat(agencies.work()).as("leased until it runs out").isZero();

    dossier.onReply = activity -> {};
    CLOCK.advance(Duration.ofMinutes(5));
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_Registered");
    assertThat(ledger("call", key)).isEqualTo(2);
    assertThat(ledger("effect", key)).isEqualTo(1);
  }

  @Test
  void parksWhatADefectOfOursKeepsFromBeingSettled() {
    String key = start("ask-register", "j1");
    dossier.onReply =
        activity -> {
          throw new IllegalStateException(FakeDossier.CANARY);
        };
    for (int i = 0; i < 5; i++) {
      workUntilNothingMoves();
      CLOCK.advance(Duration.ofMinutes(2));
    }
    assertThat(reasons()).containsExactly("defect IllegalStateException");
    assertThat(ledger("call", key)).isEqualTo(3);
    assertThat(ledger("effect", key)).isEqualTo(1);
  }

  @Test
  void retriesACompletionThatAnotherBranchDisturbed() throws Exception {
    runtime.startProcessInstanceByKey("ask-both", "j1");
    CyclicBarrier both = new CyclicBarrier(2);
    AtomicInteger taken = new AtomicInteger();
    dossier.onReply =
        activity -> {
          if (taken.incrementAndGet() <= 2) {
            meet(both);
          }
        };
    CompletableFuture<Integer> left =
        CompletableFuture.supplyAsync(() -> agencies.ask("demo-registry"));
    CompletableFuture<Integer> right =
        CompletableFuture.supplyAsync(() -> agencies.ask("demo-bank"));
    assertThat(left.get(20, TimeUnit.SECONDS) + right.get(20, TimeUnit.SECONDS)).isEqualTo(2);
    assertThat(standsAt("j1")).isEqualTo("Task_Joined");
    assertThat(SANDBOX.ledger()).as("nobody was asked twice").hasSize(2);
  }

  private static void meet(CyclicBarrier barrier) {
    try {
      barrier.await(10, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static int calls() {
    return (int) SANDBOX.ledger().stream().filter(e -> "call".equals(e.get("kind"))).count();
  }
}
