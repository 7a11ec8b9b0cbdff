package org.lienthong.agency;

import java.sql.SQLException;
import java.util.function.Supplier;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs one transaction that others may disturb: on a conflict it is run again, from reading on.
 * Thread-safe.
 */
@Component
class Patience {

  private static final int TRIES = 8;

  private final TransactionTemplate transactions;
  private final TransactionTemplate reading;

  Patience(PlatformTransactionManager manager) {
    transactions = new TransactionTemplate(manager);
    reading = new TransactionTemplate(manager);
    reading.setReadOnly(true);
  }

  <T> T read(Supplier<T> work) {
    return java.util.Objects.requireNonNull(reading.execute(status -> work.get()));
  }

  <T> T once(Supplier<T> work) {
    return java.util.Objects.requireNonNull(transactions.execute(status -> work.get()));
  }

  /** Runs the work until no conflict stands in its way, or too often did. */
  <T> T write(Supplier<T> work) {
    for (int tried = 1; ; tried++) {
      try {
        return once(work);
      } catch (RuntimeException e) {
        if (tried == TRIES || !conflict(e)) {
          throw e;
        }
      }
    }
  }

  /** Somebody else was at the same rows; reading again tells how things stand. */
  static boolean conflict(Throwable problem) {
    for (@Nullable Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof OptimisticLockingException
          || each instanceof ConcurrencyFailureException
          || each instanceof SQLException sql && disturbed(sql.getSQLState())) {
        return true;
      }
    }
    return false;
  }

  /** Serialisation failure, deadlock, and H2's lock time-out. */
  private static boolean disturbed(@Nullable String state) {
    return "40001".equals(state) || "40P01".equals(state) || "HYT00".equals(state);
  }

  /** The database does not answer: nobody's fault and nothing to note, since there is nowhere. */
  static boolean infrastructure(Throwable problem) {
    for (@Nullable Throwable each = problem; each != null; each = each.getCause()) {
      if (each instanceof CannotCreateTransactionException
          || each instanceof DataAccessResourceFailureException
          || each instanceof SQLException sql
              && String.valueOf(sql.getSQLState()).startsWith("08")) {
        return true;
      }
    }
    return false;
  }
}
