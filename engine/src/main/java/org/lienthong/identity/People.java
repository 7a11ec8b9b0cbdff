package org.lienthong.identity;

import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * The people whom the system knows, by a reference without meaning; the one place that knows which
 * personal number belongs to it. Thread-safe.
 */
@Service
public class People {

  private static UnsupportedOperationException later() {
    return new UnsupportedOperationException("not built yet");
  }

  /** Everybody who may sign in at the demonstration, in the order of its settings. */
  public List<Actor> demonstration() {
    throw later();
  }

  /** The person with this reference. */
  public Optional<Actor> find(String ref) {
    throw later();
  }

  /** The person's personal number, for the dossier only. */
  public Optional<String> personalNumber(String ref) {
    throw later();
  }

  /** The reference of the person with this personal number, made if there is none yet. */
  public String refOf(String personalNumber) {
    throw later();
  }
}
