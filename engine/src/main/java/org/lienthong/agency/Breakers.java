package org.lienthong.agency;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** One circuit breaker per agency, and how many requests it may have at once. Thread-safe. */
@Component
class Breakers {

  private static final int WIDEST = 50;
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
  private static final Duration LAST_PAUSE = Duration.ofSeconds(60);

  private final CircuitBreakerConfig config;
  private final Map<String, Breaker> breakers = new ConcurrentHashMap<>();

  Breakers(Clock clock) {
    config =
        CircuitBreakerConfig.custom()
            .clock(clock)
            .slidingWindowSize(10)
            .minimumNumberOfCalls(3)
            .failureRateThreshold(50)
            .permittedNumberOfCallsInHalfOpenState(1)
            .waitIntervalFunctionInOpenState(
                IntervalFunction.ofExponentialBackoff(FIRST_PAUSE, 2, LAST_PAUSE))
            .build();
  }

  Breaker of(String agency) {
    return breakers.computeIfAbsent(agency, name -> new Breaker(CircuitBreaker.of(name, config)));
  }

  /** The breaker of one agency. */
  static final class Breaker {

    private final CircuitBreaker circuit;
    private final AtomicInteger width = new AtomicInteger(WIDEST);

    private Breaker(CircuitBreaker circuit) {
      this.circuit = circuit;
    }

    /** Whether it is worth looking for somebody who asks. */
    boolean ready() {
      boolean ready = circuit.tryAcquirePermission();
      if (ready) {
        circuit.releasePermission();
      }
      return ready;
    }

    /** Takes leave for one call; exactly one of the three below must follow. */
    boolean admits() {
      return circuit.tryAcquirePermission();
    }

    /** Nothing was learnt about the agency. */
    void unused() {
      circuit.releasePermission();
    }

    void answered() {
      circuit.onSuccess(0, TimeUnit.NANOSECONDS);
    }

    /** After an outage the way opens slowly, so that those who waited do not trample it down. */
    void silent() {
      circuit.onError(0, TimeUnit.NANOSECONDS, new Silence());
      width.set(1);
    }

    /** How many requests may be fetched now. */
    int width() {
      return circuit.getState() == CircuitBreaker.State.HALF_OPEN ? 1 : width.get();
    }

    void widen() {
      width.updateAndGet(now -> Math.min(WIDEST, now * 2));
    }
  }

  private static final class Silence extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Silence() {
      super("silent", null, false, false);
    }
  }
}
