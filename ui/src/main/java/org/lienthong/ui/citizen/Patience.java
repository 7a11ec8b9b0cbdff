package org.lienthong.ui.citizen;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Waits a moment for what usually takes a moment, so that people without scripts see where their
 * journey stands without loading the page again.
 */
@Component
class Patience {

  private static final Duration GLANCE = Duration.ofMillis(120);

  private final Duration most;

  Patience(@Value("${lienthong.patience:PT3S}") Duration most) {
    this.most = most;
  }

  /** Returns when it is so, or when it took too long. */
  void until(BooleanSupplier so) {
    long end = System.nanoTime() + most.toNanos();
    while (!so.getAsBoolean() && System.nanoTime() < end) {
      try {
        Thread.sleep(GLANCE.toMillis());
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }
}
