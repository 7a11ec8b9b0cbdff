package org.lienthong.population;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lienthong.population.Variables.Place;

/** Draws that follow from what has been drawn before. */
final class Derivations {

  private static final int MONTHS_A_YEAR = 12;

  private Derivations() {}

  /** One line of a list of cases: what to draw where the condition holds. */
  record Case(@Nullable Condition when, Draw then) {}

  /** A span to go from a day. */
  record Step(ChronoUnit unit, int sign, Draw length) {}

  /** The first case that holds; none: unknown. */
  static Draw cases(List<Case> cases) {
    Case[] all = cases.toArray(Case[]::new);
    return scene -> {
      for (Case each : all) {
        if (each.when() == null || each.when().holds(scene)) {
          return each.then().draw(scene);
        }
      }
      return Draw.UNKNOWN;
    };
  }

  /** A draw per code of a text, and one for all other values. */
  static Draw by(Place place, @Nullable Draw[] byCode, @Nullable Draw otherwise) {
    return scene -> {
      long code = place.value(scene);
      Draw draw = code >= 0 && code < byCode.length ? byCode[(int) code] : null;
      Draw chosen = draw == null ? otherwise : draw;
      return chosen == null ? Draw.UNKNOWN : chosen.draw(scene);
    };
  }

  /** Full years or months from one day to another, by the calendar. */
  static Draw age(Draw from, Draw to, ChronoUnit unit) {
    return scene -> {
      long start = from.draw(scene);
      long end = to.draw(scene);
      if (start == Draw.UNKNOWN || end == Draw.UNKNOWN) {
        return Draw.UNKNOWN;
      }
      long months = months(start, end);
      return unit == ChronoUnit.YEARS ? Math.floorDiv(months, MONTHS_A_YEAR) : months;
    };
  }

  private static long months(long start, long end) {
    return LocalDate.ofEpochDay(start).until(LocalDate.ofEpochDay(end)).toTotalMonths();
  }

  /** A day some time before or after another. */
  static Draw date(Draw from, List<Step> steps, @Nullable Draw notBefore, @Nullable Draw notAfter) {
    return scene -> {
      long day = from.draw(scene);
      for (Step step : steps) {
        long length = day == Draw.UNKNOWN ? Draw.UNKNOWN : step.length().draw(scene);
        if (length == Draw.UNKNOWN) {
          return Draw.UNKNOWN;
        }
        day =
            step.unit() == ChronoUnit.DAYS
                ? day + step.sign() * length
                : LocalDate.ofEpochDay(day).plus(step.sign() * length, step.unit()).toEpochDay();
      }
      return within(day, value(notBefore, scene), value(notAfter, scene));
    };
  }

  /** {@code factor} times a number, plus a draw, within limits, in steps. */
  static Draw number(
      Draw base,
      double factor,
      @Nullable Draw plus,
      @Nullable Draw min,
      @Nullable Draw max,
      long step) {
    return scene -> {
      long value = base.draw(scene);
      long more = plus == null ? 0 : plus.draw(scene);
      if (value == Draw.UNKNOWN || more == Draw.UNKNOWN) {
        return Draw.UNKNOWN;
      }
      long result = Math.round((value * factor + more) / step) * step;
      return within(result, value(min, scene), value(max, scene));
    };
  }

  private static long value(@Nullable Draw limit, Scene scene) {
    return limit == null ? Draw.UNKNOWN : limit.draw(scene);
  }

  /** A limit that is unknown limits nothing. */
  private static long within(long value, long min, long max) {
    long atMost = max == Draw.UNKNOWN || value < max ? value : max;
    return min == Draw.UNKNOWN || atMost > min ? atMost : min;
  }
}
