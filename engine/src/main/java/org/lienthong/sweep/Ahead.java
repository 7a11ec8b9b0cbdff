package org.lienthong.sweep;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads people and decides about them while those before are written: the database and we work at
 * the same time.
 *
 * @param <T> what is made of a part
 */
final class Ahead<T> implements AutoCloseable {

  /** So many parts wait to be written. */
  private static final int PARTS = 2;

  private static final long LOOK_MILLIS = 50;

  private final BlockingQueue<Step<T>> steps = new ArrayBlockingQueue<>(PARTS);
  private final Thread thread;
  private volatile boolean closed;

  /** The next part, or why there is none. */
  private record Step<T>(@Nullable T part, @Nullable Throwable failure) {}

  /** Begins to read. */
  Ahead(People people, Function<People.Part, T> making) {
    thread = new Thread(() -> read(people, making), "sweeps-ahead");
    thread.setDaemon(true);
    thread.start();
  }

  private void read(People people, Function<People.Part, T> making) {
    Throwable failure = null;
    try {
      people.forEach(part -> put(new Step<>(making.apply(part), null)));
    } catch (RuntimeException | Error e) {
      failure = e;
    }
    put(new Step<>(null, failure));
  }

  /** False if nobody wants it. */
  private boolean put(Step<T> step) {
    try {
      while (!closed) {
        if (steps.offer(step, LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
          return true;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** Hands over part after part in the caller's thread, until it wants no more. */
  void forEach(Predicate<T> taking) {
    Step<T> step = next();
    while (step.part() != null && taking.test(step.part())) {
      step = next();
    }
    if (step.failure() instanceof RuntimeException failed) {
      throw failed;
    }
    if (step.failure() instanceof Error failed) {
      throw failed;
    }
  }

  private Step<T> next() {
    try {
      return steps.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
