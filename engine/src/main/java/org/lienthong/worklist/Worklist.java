package org.lienthong.worklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.lienthong.identity.Actor;
import org.springframework.stereotype.Service;

/** Everything that waits for a person. Thread-safe. */
@Service
public class Worklist {

  private static UnsupportedOperationException later() {
    return new UnsupportedOperationException("not built yet");
  }

  /** What waits for this very person, due first. */
  public List<WorkItem> todos(Actor actor) {
    throw later();
  }

  /** What waits in the actor's unit, due first, at most 50 after the given item. */
  public List<WorkItem> queue(Actor official, @org.jspecify.annotations.Nullable String afterId) {
    throw later();
  }

  /** How many wait in the actor's unit. */
  public long queueLength(Actor official) {
    throw later();
  }

  /** An item that the actor may do. */
  public Optional<WorkItem> find(String id, Actor actor) {
    throw later();
  }

  /** Takes an item out of the queue for the actor; false if somebody else has it. */
  public boolean claim(String id, Actor official) {
    throw later();
  }

  /** Gives a claimed item back to the queue. */
  public boolean release(String id, Actor official) {
    throw later();
  }

  /** Checks answers without keeping them, for pages that ask one question at a time. */
  public Completion check(String id, Actor actor, Map<String, ?> answers) {
    throw later();
  }

  /**
   * Checks answers, keeps them as facts, and completes the task, in one transaction.
   *
   * @param answers by field path, from a page or a program
   */
  public Completion complete(String id, Actor actor, Map<String, ?> answers) {
    throw later();
  }
}
