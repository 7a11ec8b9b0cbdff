package org.lienthong.platform;

/**
 * Hears of every activity, inside the engine's transaction: what an observer writes is committed
 * with the engine's own step, or not at all. All beans of this type are told, in order.
 */
public interface ActivityObserver {

  /** Called in the engine's thread and transaction; an exception rolls the engine's step back. */
  void observed(ActivityEvent event);
}
