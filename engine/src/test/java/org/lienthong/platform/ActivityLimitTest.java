package org.lienthong.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.lienthong.platform.ActivityEvent.Kind;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;
import org.springframework.transaction.support.DefaultTransactionStatus;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

class ActivityLimitTest {

  private final ActivityLimit limit = new ActivityLimit();
  private final PlatformTransactionManager transactions = new Nothing();

  @AfterEach
  void leavesNothingBehind() {
    assertThat(TransactionSynchronizationManager.getResourceMap()).isEmpty();
  }

  @Test
  void endsATransactionThatRunsAndRuns() {
    assertThatThrownBy(() -> inTransaction(() -> pass(ActivityLimit.MOST + 1)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("demo-event")
        .hasMessageContaining("Event_Loop");
  }

  @Test
  void countsEachTransactionAnew() {
    inTransaction(() -> pass(ActivityLimit.MOST));
    assertThatCode(() -> inTransaction(() -> pass(ActivityLimit.MOST))).doesNotThrowAnyException();
  }

  @Test
  void countsATransactionWithinATransactionByItself() {
    inTransaction(
        () -> {
          pass(ActivityLimit.MOST);
          inTransaction(() -> pass(ActivityLimit.MOST));
          assertThatThrownBy(() -> pass(1)).isInstanceOf(IllegalStateException.class);
        });
  }

  private void pass(int activities) {
    for (int i = 0; i < activities; i++) {
      limit.observed(
          new ActivityEvent(
              Kind.STARTED,
              "journey-1",
              "instance",
              "deployment",
              "demo-event",
              "Event_Loop",
              "run",
              "intermediateNoneThrowEvent",
              null,
              null,
              null));
    }
  }

  private void inTransaction(Runnable work) {
    TransactionTemplate template = new TransactionTemplate(transactions);
    template.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    template.executeWithoutResult(status -> work.run());
  }

  /** A manager of transactions over nothing, which can put one aside for another. */
  private static final class Nothing extends AbstractPlatformTransactionManager {
    private static final long serialVersionUID = 1L;
    private int open;

    @Override
    protected Object doGetTransaction() {
      return new Object();
    }

    @Override
    protected boolean isExistingTransaction(Object transaction) {
      return open > 0;
    }

    @Override
    protected Object doSuspend(Object transaction) {
      return new Object();
    }

    @Override
    protected void doResume(
        @org.jspecify.annotations.Nullable Object transaction, Object suspended) {
      // nothing was put aside
    }

    @Override
    protected void doBegin(Object transaction, TransactionDefinition definition) {
      open++;
    }

    @Override
    protected void doCommit(DefaultTransactionStatus status) {
      open--;
    }

    @Override
    protected void doRollback(DefaultTransactionStatus status) {
      open--;
    }
  }
}
