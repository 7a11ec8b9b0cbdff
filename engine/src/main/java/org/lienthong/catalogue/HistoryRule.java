package org.lienthong.catalogue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long the engine keeps what it wrote: neither a day nor for ever. */
final class HistoryRule {

  private static final Pattern DAYS = Pattern.compile("P(\\d{1,5})D");
  private static final int FEWEST_DAYS = 30;
  private static final int MOST_DAYS = 3_650;

  private HistoryRule() {}

  static void check(LintReport report, String id, String days) {
    Matcher written = DAYS.matcher(days);
    if (!written.matches()
        || Integer.parseInt(written.group(1)) < FEWEST_DAYS
        || Integer.parseInt(written.group(1)) > MOST_DAYS) {
      report.error(
          "history-time-to-live",
          id,
          "camunda:historyTimeToLive is "
              + LintReport.quote(days)
              + "; write P30D to P3650D, usually P365D.");
    }
  }
}
