package org.lienthong.sweep;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Reads people and decides about them, a part on each processor, while those before are written:
 * neither the database nor we wait for the other.
 *
 * @param <T> what is made of a part
 */
final class Ahead<T> implements AutoCloseable {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** So many parts are read and not written yet: one waits where the others are in work. */
  private static final int PARTS = PROCESSORS + 1;

  private static final long LOOK_MILLIS = 50;

  private final BlockingQueue<Step<T>> steps = new ArrayBlockingQueue<>(PARTS);
  private final ExecutorService deciding =
      Executors.newFixedThreadPool(PROCESSORS, work -> thread("sweeps-deciding", work));
  private final Thread reading;
  private volatile boolean closed;

  /** The next part, or why there is none. */
  private record Step<T>(@Nullable Future<T> part, @Nullable Throwable failure) {}

  /**
   * Begins to read.
   *
   * @param making thread-safe
   */
  Ahead(People people, Function<People.Part, T> making) {
    reading = thread("sweeps-reading", () -> read(people, making));
    reading.start();
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  private void read(People people, Function<People.Part, T> making) {
    Throwable failure = null;
    try {
      people.forEach(part -> put(new Step<>(deciding.submit(() -> making.apply(part)), null)));
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

  /** Hands over part after part, in their order, in the caller's thread until it wants no more. */
  void forEach(Predicate<T> taking) {
    try {
      Step<T> step = steps.take();
      while (step.part() != null && taking.test(step.part().get())) {
        step = steps.take();
      }
      fail(step.failure());
    } catch (ExecutionException e) {
      fail(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static void fail(@Nullable Throwable failure) {
    if (failure instanceof RuntimeException failed) {
      throw failed;
    }
    if (failure instanceof Error failed) {
      throw failed;
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      reading.join();
      deciding.shutdown();
      deciding.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
