package org.lienthong.population;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import java.util.function.Predicate;

/** Does numbered pieces of work on all cores and hands the results over in their order. */
final class Ordered {

  private Ordered() {}

  /**
   * Works on pieces 0, 1, 2, … for as long as the taker wants more.
   *
   * @param take on the caller's thread; false: enough
   */
  static <T> void run(IntFunction<T> work, Predicate<T> take) {
    int cores = Runtime.getRuntime().availableProcessors();
    ExecutorService pool = Executors.newFixedThreadPool(cores, Ordered::daemon);
    try {
      Deque<Future<T>> ahead = new ArrayDeque<>();
      int next = 0;
      boolean more = true;
      while (more) {
        while (ahead.size() < 2 * cores) {
          int piece = next++;
          Callable<T> task = () -> work.apply(piece);
          ahead.add(pool.submit(task));
        }
        more = take.test(ahead.remove().get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while people were being made", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("people could not be made: " + e.getCause(), e);
    } finally {
      pool.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "people");
    thread.setDaemon(true);
    return thread;
  }
}
