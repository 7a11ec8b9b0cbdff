package org.lienthong.agency;

import org.jspecify.annotations.Nullable;

/** Where something broke, without the messages: they may quote personal data. */
final class Trace {

  private static final int DEEPEST = 5;

  private Trace() {}

  static String of(Throwable problem) {
    StringBuilder trace = new StringBuilder();
    int depth = 0;
    for (@Nullable Throwable each = problem; each != null && depth < DEEPEST; depth++) {
      StackTraceElement[] frames = each.getStackTrace();
      trace.append(depth == 0 ? "" : " < ").append(each.getClass().getName());
      if (frames.length > 0) {
        trace.append(" at ").append(frames[0]);
      }
      each = each.getCause();
    }
    return trace.toString();
  }
}
