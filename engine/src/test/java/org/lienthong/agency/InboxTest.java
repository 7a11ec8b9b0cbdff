package org.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lienthong.agency.Agencies.Receipt;
import org.lienthong.agency.RequestRow.State;
import org.lienthong.sandbox.LaterReply;

/** Agencies tell: replies that come later, early, twice, too late, or from the wrong one. */
class InboxTest extends AgencyTest {

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
        IntStream.range(0, 20)
            .mapToObj(i -> CompletableFuture.supplyAsync(() -> receive(reply)))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(receipts).filteredOn(Receipt.STORED::equals).hasSize(1);
    assertThat(receipts).filteredOn(Receipt.SEEN_BEFORE::equals).hasSize(19);
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
