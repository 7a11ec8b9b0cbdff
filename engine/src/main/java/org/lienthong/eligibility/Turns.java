package org.lienthong.eligibility;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/**
 * The values of a fact at which something that a table computes with it turns: of a number or a day
 * both neighbours of each turn, found by search; of a truth value the other one; of a code all that
 * the table names.
 *
 * <p>The search looks ever farther from the value now, twice as far each time, and halves the way
 * to a turn between two looks. What turns there and back within one such step may be missed unless
 * a cell names its limit. Whoever uses these values asks the table again.
 */
final class Turns {

  /** No day of a person's life lies farther. */
  private static final long MOST_DAYS = 1L << 16;

  private static final long MOST = 1L << 50;

  private final Feel feel;

  Turns(Feel feel) {
    this.feel = feel;
  }

  /** The values to try in place of {@code now}, one after the other. */
  Set<Object> of(Table table, Case asked, Table.Input input, Object now) {
    Set<Object> turns = new LinkedHashSet<>(any(table, asked, input, now));
    turns.removeIf(
        value -> input.allowed() != null && !feel.test(input.allowed(), value, Map.of()));
    return turns;
  }

  private Set<Object> any(Table table, Case asked, Table.Input input, Object now) {
    if (now instanceof Boolean truth) {
      return Set.of(!truth);
    }
    if (now instanceof String) {
      return new LinkedHashSet<>(FactRange.codesOf(table, input.name()));
    }
    Line line = Line.through(now, input);
    if (line == null) {
      return Set.of();
    }
    Set<Object> turns = new LinkedHashSet<>();
    for (LongPredicate each : predicates(table, asked, input, line)) {
      line.turns(each).forEach(step -> turns.add(line.at(step)));
    }
    return turns;
  }

  /** What each cell that computes with the fact says, and which side of its limits a column is. */
  private List<LongPredicate> predicates(Table table, Case asked, Table.Input input, Line line) {
    Map<String, Object> known = new HashMap<>(asked.parameters());
    known.putAll(asked.facts());
    List<LongPredicate> predicates = new ArrayList<>();
    Set<String> seen = new LinkedHashSet<>();
    for (int i = 0; i < table.columns().size(); i++) {
      Table.Column column = table.columns().get(i);
      boolean computed =
          column.reads().contains(input.name()) && !column.expression().equals(input.name());
      Probe probe = new Probe(input.name(), column, known, line);
      for (Table.Row row : table.rows()) {
        Table.Cell cell = row.cells().get(i);
        boolean computes = computed || cell.reads().contains(input.name());
        if (!cell.passesAll() && computes && seen.add(i + " " + cell.test())) {
          predicates.add(step -> probe.passes(cell, step));
          feel.limits(cell.test(), known).orElse(Set.of()).stream()
              .filter(limit -> limit instanceof BigDecimal || limit instanceof LocalDate)
              .forEach(
                  limit -> {
                    predicates.add(step -> probe.compared(limit, step) < 0);
                    predicates.add(step -> probe.compared(limit, step) > 0);
                  });
        }
      }
    }
    return predicates;
  }

  /** A column with other values of one fact. */
  private final class Probe {

    private final String fact;
    private final Table.Column column;
    private final Map<String, Object> known;
    private final Line line;
    private final Map<Long, Optional<Object>> values = new HashMap<>();

    Probe(String fact, Table.Column column, Map<String, Object> known, Line line) {
      this.fact = fact;
      this.column = column;
      this.known = known;
      this.line = line;
    }

    boolean passes(Table.Cell cell, long step) {
      try {
        return feel.test(cell.test(), value(step), with(step));
      } catch (FeelSyntaxException e) {
        return false;
      }
    }

    int compared(Object limit, long step) {
      Object value = value(step);
      if (value instanceof Number number && limit instanceof BigDecimal other) {
        return new BigDecimal(number.toString()).compareTo(other);
      }
      return value instanceof LocalDate day && limit instanceof LocalDate other
          ? day.compareTo(other)
          : 0;
    }

    private @Nullable Object value(long step) {
      Optional<Object> known = values.get(step);
      if (known == null) {
        known = evaluated(step);
        values.put(step, known);
      }
      return known.orElse(null);
    }

    private Optional<Object> evaluated(long step) {
      try {
        return Optional.ofNullable(feel.evaluate(column.expression(), with(step)));
      } catch (FeelSyntaxException e) {
        return Optional.empty();
      }
    }

    private Map<String, Object> with(long step) {
      Map<String, Object> changed = new HashMap<>(known);
      changed.put(fact, line.at(step));
      return changed;
    }
  }

  /**
   * The numbers or days that a fact may be, counted in whole steps from its value now.
   *
   * @param least the first step, not above 0
   * @param most the last step, not below 0
   */
  private record Line(Object now, long least, long most) {

    static @Nullable Line through(Object now, Table.Input input) {
      if (now instanceof LocalDate) {
        return new Line(now, -MOST_DAYS, MOST_DAYS);
      }
      if (!(now instanceof Number number)) {
        return null;
      }
      long from = number.longValue();
      if (Math.abs(from) > MOST) {
        return null;
      }
      return new Line(
          now,
          input.negative() ? -MOST : -from,
          input.largest() == null ? MOST : input.largest() - from);
    }

    Object at(long step) {
      if (now instanceof LocalDate day) {
        return day.plusDays(step);
      }
      return now instanceof Double broken
          ? (Object) (broken + step)
          : (Object) (((Number) now).longValue() + step);
    }

    /** Both neighbours of each turn, in steps. */
    List<Long> turns(LongPredicate says) {
      List<Long> turns = new ArrayList<>();
      for (int sign : new int[] {-1, 1}) {
        long end = sign < 0 ? least : most;
        long near = 0;
        while (near != end) {
          long next = near == 0 ? sign : near * 2;
          long far = Math.abs(next) > Math.abs(end) ? end : next;
          if (says.test(near) != says.test(far)) {
            turns.addAll(turn(says, near, far));
          }
          near = far;
        }
      }
      return Collections.unmodifiableList(turns);
    }

    private static List<Long> turn(LongPredicate says, long near, long far) {
      boolean there = says.test(near);
      long before = near;
      long after = far;
      while (Math.abs(after - before) > 1) {
        long middle = before + (after - before) / 2;
        if (says.test(middle) == there) {
          before = middle;
        } else {
          after = middle;
        }
      }
      return List.of(before, after);
    }
  }
}
