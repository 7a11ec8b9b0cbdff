package org.lienthong.ui.form;

import jakarta.servlet.http.HttpSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What a person has answered so far and not sent yet, and where it went once it was sent; kept for
 * the session. Thread-safe.
 */
public final class Notes {

  private static final String ATTRIBUTE = Notes.class.getName();

  private final Map<String, Map<String, Object>> answers = new ConcurrentHashMap<>();
  private final Map<String, String> sent = new ConcurrentHashMap<>();

  private Notes() {}

  /** The notes of a session. */
  public static Notes of(HttpSession session) {
    synchronized (session) {
      Object found = session.getAttribute(ATTRIBUTE);
      if (found instanceof Notes notes) {
        return notes;
      }
      Notes notes = new Notes();
      session.setAttribute(ATTRIBUTE, notes);
      return notes;
    }
  }

  /** The answers under a key, by path. */
  public Map<String, Object> answers(String key) {
    return Map.copyOf(answers.getOrDefault(key, Map.of()));
  }

  /** Keeps answers under a key. */
  public void keep(String key, Map<String, Object> all) {
    answers.put(key, Map.copyOf(all));
  }

  /** Forgets the answers under a key. */
  public void forget(String key) {
    answers.remove(key);
  }

  /** Forgets the answers under a key, and remembers to which journey they went. */
  public void sent(String key, String journeyId) {
    sent.put(key, journeyId);
    answers.remove(key);
  }

  /** The journey to which the answers under a key went. */
  public Optional<String> journey(@Nullable String key) {
    return key == null ? Optional.empty() : Optional.ofNullable(sent.get(key));
  }
}
