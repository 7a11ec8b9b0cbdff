package org.lienthong.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** An agency that is late, down, slow, unwilling or out of its mind when told. */
class SandboxModesTest extends SandboxStory {

  @Test
  void answersLaterWhenTold() throws Exception {
    put("demo-registry", "{\"mode\":\"later\",\"latencyMs\":3600000}");
    assertThat(post(FIND, "k", "{\"parentNumber\":\"P1\"}").statusCode()).isEqualTo(202);
    assertThat(inbox).isEmpty();
    assertThat(json(post("/sandbox/demo-registry/deliver", "", "")).path("delivered").asInt())
        .isEqualTo(1);
    LaterReply reply = inbox.get(0);
    assertThat(reply.source()).isEqualTo("urn:lienthong:agency:demo-registry");
    assertThat(reply.type()).isEqualTo("demo-registry.find-notice.replied");
    assertThat(reply.subject()).isEqualTo("k");
    assertThat(reply.data()).containsEntry("noticeNumber", "N-1");
    assertThat(sandbox.deliver("demo-registry")).as("brought once").isZero();
  }

  @Test
  void refusesLaterToo() {
    sandbox.mode("demo-registry", "later", 0);
    assertThat(status(FIND, "{\"parentNumber\":\"nobody\"}")).isEqualTo(202);
    assertThat(inbox.get(0).type()).isEqualTo("demo-registry.find-notice.refused");
    assertThat(inbox.get(0).data()).containsEntry("type", "urn:lienthong:problem:notice-not-found");
  }

  @Test
  void isDownInTwoWays() throws Exception {
    put("demo-registry", "{\"mode\":\"down\"}");
    assertThat(status(REGISTER, TWINS)).isEqualTo(503);
    assertThatThrownBy(() -> post(REGISTER, "k", TWINS)).isInstanceOf(IOException.class);
    assertThat(entries("call")).extracting(e -> e.get("status")).containsExactly(503, 0);
    assertThat(entries("effect")).isEmpty();
  }

  @Test
  void refusesEverythingWhenTold() throws Exception {
    put("demo-registry", "{\"mode\":\"refuse\"}");
    assertThat(post(FIND, "k", "{\"parentNumber\":\"P1\"}").body()).contains("notice-not-found");
  }

  @Test
  void answersGarbageInManyWaysAndYetTheTruthOnceItIsWell() throws Exception {
    String good = post(REGISTER, "k", TWINS).body();
    put("demo-registry", "{\"mode\":\"garbage\"}");
    List<String> bad = new ArrayList<>();
    for (int turn = 0; turn < 6; turn++) {
      bad.add(post(REGISTER, "k", TWINS).body());
    }
    assertThat(bad).doesNotContain(good).doesNotHaveDuplicates();
    assertThat(bad.get(5)).hasSizeGreaterThan(1_000_000);
    put("demo-registry", "{\"mode\":\"ok\"}");
    assertThat(post(REGISTER, "k", TWINS).body()).isEqualTo(good);
    assertThat(entries("effect")).hasSize(1);
  }

  @Test
  void isSlowButDoesWhatIsAsked() throws Exception {
    put("demo-registry", "{\"mode\":\"slow\",\"latencyMs\":150}");
    long start = System.nanoTime();
    assertThat(status(REGISTER, TWINS)).isEqualTo(200);
    assertThat(System.nanoTime() - start).isGreaterThan(150_000_000);
  }
}
