package org.lienthong.agency;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What came of asking an agency once. */
sealed interface Answer {

  /** It answered now, within its contract. */
  record Now(Map<String, Object> facts) implements Answer {}

  /** It will answer later, at the inbox. */
  record Later() implements Answer {}

  /** It refuses, by a problem that its contract declares. */
  record Refused(String code) implements Answer {}

  /**
   * It does not answer, and may do so another time.
   *
   * @param code what kind of silence
   * @param retryAfter what it asked us to wait
   */
  record Outage(String code, @Nullable Duration retryAfter) implements Answer {}

  /** It answered outside its contract; the reason is a code and a place, never a value. */
  record Garbage(String reason) implements Answer {}
}
