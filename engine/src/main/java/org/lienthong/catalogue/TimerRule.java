package org.lienthong.catalogue;

import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** When a timer may ring: after a minute at least, and at the latest when somebody still cares. */
final class TimerRule {

  private static final Pattern DATE =
      Pattern.compile("20\\d{2}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:Z|[+-]\\d{2}:\\d{2})?");
  private static final Duration SHORTEST = Duration.ofMinutes(1);
  private static final Duration LONGEST = Duration.ofDays(3_660);

  private TimerRule() {}

  static void check(LintReport report, Element time) {
    String text = XmlLint.text(time).strip();
    if (!(EngineExpression.read(text) instanceof EngineExpression.Literal)) {
      return; // whether it is one of ours the list of expressions has said
    }
    boolean good =
        time.getLocalName().equals("timeDate") ? DATE.matcher(text).matches() : inBounds(text);
    if (!good) {
      report.error(
          "bpmn-timer",
          XmlLint.nearestId(time),
          "The timer says "
              + LintReport.quote(text)
              + "; write ${clock.limit}, ${clock.warning}, or a duration from PT1M to P3660D.");
    }
  }

  private static boolean inBounds(String text) {
    try {
      Duration duration = duration(text);
      return duration.compareTo(SHORTEST) >= 0 && duration.compareTo(LONGEST) <= 0;
    } catch (DateTimeParseException | ArithmeticException noDuration) {
      return false;
    }
  }

  private static Duration duration(String text) {
    if (text.indexOf('T') >= 0 || text.matches("P\\d+D")) {
      return Duration.parse(text);
    }
    Period period = Period.parse(text);
    return Duration.ofDays(LocalDate.EPOCH.plus(period).toEpochDay());
  }
}
