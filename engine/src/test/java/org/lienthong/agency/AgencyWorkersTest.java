package org.lienthong.agency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class AgencyWorkersTest extends AgencyTest {

  @Test
  void workByThemselvesUntilTheyAreStopped() throws InterruptedException {
    CountDownLatch taken = new CountDownLatch(2);
    dossier.onReply = activity -> taken.countDown();
    AgencyWorkers workers = new AgencyWorkers(agencies);
    workers.start();
    try {
      start("ask-find", "j1");
      SANDBOX.mode("demo-bank", "later", 0);
      start("ask-rate", "j2");
      assertThat(taken.await(10, TimeUnit.SECONDS)).isTrue();
    } finally {
      workers.stop();
    }
    assertThat(workers.isRunning()).isFalse();
    assertThat(standsAt("j1")).isEqualTo("Task_Found");
    assertThat(standsAt("j2")).isEqualTo("Task_Rated");
    start("ask-register", "j3");
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .doesNotContain("inbox", "agency-demo-bank", "agency-demo-registry");
    assertThat(standsAt("j3")).isEqualTo("Service");
  }
}
