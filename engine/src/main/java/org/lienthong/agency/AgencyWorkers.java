package org.lienthong.agency;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Works all the time while the application runs: one thread per agency, so that a slow one holds up
 * nobody else, and one for the inbox.
 */
@Component
@ConditionalOnProperty(name = "lienthong.agency.workers", havingValue = "true")
class AgencyWorkers implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(AgencyWorkers.class);
  private static final long POLL_MILLIS = 200;
  private static final long GRACE_MILLIS = 5_000;

  private final Agencies agencies;
  private final Map<String, Thread> threads = new ConcurrentHashMap<>();
  private volatile CountDownLatch stopped = new CountDownLatch(0);

  AgencyWorkers(Agencies agencies) {
    this.agencies = agencies;
  }

  @Override
  public void start() {
    stopped = new CountDownLatch(1);
    begin("inbox", this::deliver);
  }

  /** Agencies come and go with publications, so each turn looks who is there. */
  private int deliver() {
    for (String agency : agencies.keys()) {
      begin("agency-" + agency, () -> agencies.ask(agency));
    }
    return agencies.deliver();
  }

  private void begin(String name, IntSupplier work) {
    threads.computeIfAbsent(
        name,
        n -> {
          Thread thread = new Thread(() -> loop(work), n);
          thread.setDaemon(true);
          thread.start();
          return thread;
        });
  }

  private void loop(IntSupplier work) {
    CountDownLatch end = stopped;
    try {
      while (end.getCount() > 0) {
        if (turn(work) == 0 && end.await(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A turn that failed is followed by the next; leases see to it that nothing is lost. */
  private static int turn(IntSupplier work) {
    try {
      return work.getAsInt();
    } catch (RuntimeException e) {
      LOG.error("a turn of {} failed: {}", Thread.currentThread().getName(), Trace.of(e));
      return 0;
    }
  }

  @Override
  public void stop() {
    stopped.countDown();
    for (Thread thread : threads.values()) {
      try {
        thread.join(GRACE_MILLIS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      thread.interrupt();
    }
    threads.clear();
  }

  @Override
  public boolean isRunning() {
    return stopped.getCount() > 0;
  }

  @Override
  public int getPhase() {
    return Integer.MAX_VALUE - 5;
  }
}
