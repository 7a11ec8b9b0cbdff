package org.lienthong.catalogue;

import org.jspecify.annotations.Nullable;

/**
 * A way from one flow node to another.
 *
 * @param id the sequence flow's id, or the node's for a way that no arrow draws
 * @param kind how a token takes it
 * @param condition FEEL that must be true for a token to take it
 */
record Flow(String id, Kind kind, String from, String to, @Nullable String condition) {

  enum Kind {
    /** An arrow of the diagram. */
    SEQUENCE,
    /** From an activity to the event on its boundary. */
    BOUNDARY,
    /** From a sub-process to its own start, and from its ends onward. */
    NESTING
  }
}
