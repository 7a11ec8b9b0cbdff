package org.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lienthong.agency.Agencies.Receipt;
import org.lienthong.agency.RequestRow.State;
import org.lienthong.sandbox.LaterReply;

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
  void keepsATaskOpenForYearsUntilTheReplyComes() {
    SANDBOX.mode("demo-registry", "later", 80_000_000);
    String key = start("ask-register", "j1");
    workUntilNothingMoves();
    CLOCK.advance(Duration.ofDays(3 * 365));
    workUntilNothingMoves();
    assertThat(ledger("call", key)).as("asked once").isEqualTo(1);
    assertThat(request(key).state()).isEqualTo(State.WAITING);

    SANDBOX.deliver("demo-registry");
    assertThat(standsAt("j1")).as("a message is handled after").isEqualTo("Service");
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_Registered");
    assertThat(dossier.facts.get("j1")).containsKey("registered");
    assertThat(inbox.findAll())
        .singleElement()
        .satisfies(
            m -> {
              assertThat(m.state()).isEqualTo(MessageRow.State.APPLIED);
              assertThat(m.body()).as("emptied once applied").isEmpty();
            });
  }

  @Test
  void takesAReplyThatOvertookThe202() {
    SANDBOX.mode("demo-registry", "later", 0);
    start("ask-find", "j1");
    agencies.ask("demo-registry");
    assertThat(standsAt("j1")).as("applied by the 202's own commit").isEqualTo("Task_Found");
    assertThat(brought).hasSize(1);
  }

  @Test
  void leavesAReplyInTheInboxWhileTheQuestionIsUnderWay() {
    String key = start("ask-find", "j1");
    assertThat(receive(reply(key, "e1", "demo-registry.find-notice.replied", notice())))
        .isEqualTo(Receipt.STORED);
    assertThat(agencies.deliver()).isZero();
    assertThat(inbox.findAll().get(0).state()).isEqualTo(MessageRow.State.RECEIVED);
  }

  @Test
  void makesProgressOnceHoweverOftenAReplyComes() {
    SANDBOX.mode("demo-registry", "later", 80_000_000);
    String key = start("ask-find", "j1");
    workUntilNothingMoves();
    SANDBOX.deliver("demo-registry");
    LaterReply reply = brought.get(0);
    assertThat(receive(reply)).isEqualTo(Receipt.SEEN_BEFORE);
    workUntilNothingMoves();
    assertThat(receive(reply)).as("applied meanwhile").isEqualTo(Receipt.SEEN_BEFORE);
    assertThat(receive(reply(key, "other-id", reply.type(), reply.data())))
        .isEqualTo(Receipt.STORED);
    dossier.facts.clear();
    workUntilNothingMoves();
    assertThat(dossier.facts).isEmpty();
    assertThat(standsAt("j1")).isEqualTo("Task_Found");
    assertThat(message("other-id"))
        .satisfies(m -> assertThat(m.state()).isEqualTo(MessageRow.State.LATE))
        .satisfies(m -> assertThat(m.reason()).isEqualTo("finished"));
  }

  @Test
  void recordsALateReplyAndBringsNothingBackToLife() {
    SANDBOX.mode("demo-registry", "later", 80_000_000);
    String key = start("ask-find", "j1");
    workUntilNothingMoves();
    CLOCK.advance(Duration.ofDays(31));
    management.executeJob(management.createJobQuery().singleResult().getId());
    assertThat(standsAt("j1")).isEqualTo("Task_TooLate");

    SANDBOX.deliver("demo-registry");
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_TooLate");
    assertThat(dossier.facts).isEmpty();
    assertThat(inbox.findAll().get(0).state()).isEqualTo(MessageRow.State.LATE);
    assertThat(inbox.findAll().get(0).reason()).isEqualTo("ended");
    assertThat(request(key).state()).isEqualTo(State.LATE);
  }

  @Test
  void recordsAReplyThatNobodyAskedFor() {
    assertThat(receive(reply("nobody", "e1", "demo-registry.find-notice.replied", notice())))
        .isEqualTo(Receipt.STORED);
    workUntilNothingMoves();
    assertThat(message("e1").state()).isEqualTo(MessageRow.State.LATE);
    assertThat(message("e1").reason()).isEqualTo("unknown");
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
  void letsTheModelDecideAfterALaterRefusal() {
    dossier.asks("Service_Find", Map.of("parentNumber", "nobody"));
    SANDBOX.mode("demo-registry", "later", 80_000_000);
    start("ask-find", "j1");
    workUntilNothingMoves();
    SANDBOX.deliver("demo-registry");
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_NotFound");
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
    for (int i = 0; i < 600; i++) {
      agencies.work();
      CLOCK.advance(Duration.ofSeconds(1));
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
  void doesNotWaitBeyondTheAgencysTime() {
    SANDBOX.mode("demo-bank", "slow", 20_000);
    String key = start("ask-rate", "j1");
    long began = System.nanoTime();
    agencies.work();
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(5));
    assertThat(request(key).state()).isEqualTo(State.RETRYING);
    assertThat(request(key).reason()).isEqualTo("timeout");

    SANDBOX.mode("demo-bank", "ok", 0);
    CLOCK.advance(Duration.ofMinutes(2));
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_Rated");
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
  void parksGarbageFromTheInboxAndStillTakesAGoodReply() {
    SANDBOX.mode("demo-registry", "later", 80_000_000);
    String key = start("ask-find", "j1");
    workUntilNothingMoves();
    Map<String, Object> bad = new HashMap<>(notice());
    bad.put("known", FakeDossier.CANARY);
    receive(reply(key, "bad", "demo-registry.find-notice.replied", bad));
    workUntilNothingMoves();
    assertThat(reasons()).containsExactly("reply /known type");
    assertThat(message("bad").state()).isEqualTo(MessageRow.State.PARKED);

    receive(reply(key, "good", "demo-registry.find-notice.replied", notice()));
    workUntilNothingMoves();
    assertThat(standsAt("j1")).isEqualTo("Task_Found");
    assertThat(reasons()).isEmpty();
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
    CLOCK.advance(Duration.ofSeconds(30));
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

  @Test
  void losesARaceQuietly() {
    String key = start("ask-find", "j1");
    dossier.onReply = activity -> {};
    SANDBOX.mode("demo-registry", "later", 80_000_000);
    workUntilNothingMoves();
    SANDBOX.deliver("demo-registry");
    runtime.deleteProcessInstance(
        runtime.createProcessInstanceQuery().singleResult().getId(), "withdrawn");
    workUntilNothingMoves();
    assertThat(request(key).state()).isEqualTo(State.LATE);
  }

  @Test
  void takesMessagesOnlyFromWhoMaySendThem() {
    SANDBOX.mode("demo-registry", "later", 80_000_000);
    String key = start("ask-find", "j1");
    workUntilNothingMoves();
    String type = "demo-registry.find-notice.replied";
    assertThat(receive("demo-bank", "urn:lienthong:agency:demo-bank", type, key))
        .as("type of another agency")
        .isEqualTo(Receipt.NOT_ALLOWED);
    assertThat(receive("demo-registry", "urn:lienthong:agency:demo-bank", type, key))
        .as("source of another agency")
        .isEqualTo(Receipt.NOT_ALLOWED);
    assertThat(
            receive(
                "demo-bank", "urn:lienthong:agency:demo-bank", "demo-bank.get-rate.replied", key))
        .as("somebody else's request")
        .isEqualTo(Receipt.NOT_ALLOWED);
    assertThat(receive("demo-registry", "urn:lienthong:agency:demo-registry", "nonsense", key))
        .isEqualTo(Receipt.NOT_ALLOWED);
    assertThat(inbox.findAll()).isEmpty();
  }

  @Test
  void noticesTheSameMessageWithOtherData() {
    String type = "demo-registry.find-notice.replied";
    assertThat(receive(reply("k", "e1", type, notice()))).isEqualTo(Receipt.STORED);
    Map<String, Object> other = new HashMap<>(notice());
    other.put("known", 2);
    assertThat(receive(reply("k", "e1", type, other))).isEqualTo(Receipt.CONFLICTS);
    assertThat(receive(reply("l", "e1", type, notice()))).isEqualTo(Receipt.CONFLICTS);
  }

  @Test
  void namesThePartOfAMessageThatIsNotInOrder() {
    String type = "demo-registry.find-notice.replied";
    assertThatThrownBy(() -> receive(reply("k", "", type, notice()))).hasMessage("id");
    assertThatThrownBy(() -> receive(reply("x".repeat(256), "e", type, notice())))
        .hasMessage("subject");
    assertThatThrownBy(() -> receive(reply("k", "e", type, Map.of("x", "x".repeat(1_000_001)))))
        .hasMessage("data");
  }

  @Test
  void takesAMessageOnceThoughItComesManyTimesAtOnce() {
    LaterReply reply = reply("k", "e1", "demo-registry.find-notice.replied", notice());
    List<Receipt> receipts =
        java.util.stream.IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> receive(reply)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(receipts).filteredOn(Receipt.STORED::equals).hasSize(1);
    assertThat(receipts).filteredOn(Receipt.SEEN_BEFORE::equals).hasSize(19);
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

  private MessageRow message(String id) {
    return inbox.findBySourceAndEventId("urn:lienthong:agency:demo-registry", id).orElseThrow();
  }

  private Receipt receive(String agency, String source, String type, String key) {
    return agencies.receive(agency, source, "e", type, key, Map.of());
  }

  private static LaterReply reply(String key, String id, String type, Map<String, Object> data) {
    return new LaterReply(
        "demo-registry", "urn:lienthong:agency:demo-registry", id, type, key, data);
  }

  private static Map<String, Object> notice() {
    return Map.of("noticeNumber", "N-1", "eventDate", "2026-03-01", "items", List.of(), "known", 1);
  }
}
