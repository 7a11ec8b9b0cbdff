package org.lienthong.platform;

import org.lienthong.platform.ActivityEvent.Kind;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Ends a transaction in which a model runs and runs: the wall behind the linter's rule on loops.
 *
 * <p>The transaction rolls back; a job is tried again and then waits for an operator.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class ActivityLimit implements ActivityObserver {

  /**
   * A long model passes some thirty elements between two waits, and ten may share a transaction.
   */
  static final int MOST = 1_000;

  @Override
  public void observed(ActivityEvent event) {
    if (event.kind() != Kind.STARTED
        || !TransactionSynchronizationManager.isSynchronizationActive()) {
      return;
    }
    if (++count().activities > MOST) {
      throw new IllegalStateException(
          "the process «"
              + event.processKey()
              + "» passed more than "
              + MOST
              + " elements without a wait, last "
              + event.activityId());
    }
  }

  private Count count() {
    if (TransactionSynchronizationManager.getResource(this) instanceof Count running) {
      return running;
    }
    Count count = new Count();
    TransactionSynchronizationManager.bindResource(this, count);
    TransactionSynchronizationManager.registerSynchronization(count);
    return count;
  }

  /** Counts for one transaction, and is put aside while another one runs in its midst. */
  private final class Count implements TransactionSynchronization {
    private int activities;

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(ActivityLimit.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(ActivityLimit.this, this);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(ActivityLimit.this);
    }
  }
}
