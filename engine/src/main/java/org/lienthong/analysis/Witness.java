package org.lienthong.analysis;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.TableText;
import org.lienthong.columns.TableText.Fact;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/** Makes up cases and puts them before the rows, so that what is said is seen and not concluded. */
final class Witness {

  private static final int TRIES = 1_500;
  private static final long SEED = 45;

  private record Asked(String cell, @Nullable Object value) {}

  private final Feel feel;
  private final TableText table;
  private final List<Axis> axes;
  private final InForce law;
  private final Map<String, List<@Nullable Object>> pooled = new HashMap<>();
  private final Map<Asked, Boolean> known = new HashMap<>();

  Witness(Feel feel, TableText table, List<Axis> axes, InForce law) {
    this.feel = feel;
    this.table = table;
    this.axes = axes;
    this.law = law;
    Pool pool = new Pool(axes, law);
    table.facts().forEach(fact -> pooled.put(fact.name(), allowed(fact, pool.of(fact))));
  }

  private List<@Nullable Object> allowed(Fact fact, List<@Nullable Object> values) {
    String allowed = fact.allowed();
    if (allowed != null) {
      values.removeIf(v -> v != null && !feel.test(allowed, v, law.amounts()));
    }
    if (fact.name().equals(table.keyDate())) {
      values.removeIf(v -> !(v instanceof java.time.LocalDate day && law.contains(day)));
    }
    return values.isEmpty() ? java.util.Arrays.asList((Object) null) : values;
  }

  /** A case of a cube whose rows are as wanted; null where none was met. */
  @Nullable Map<String, @Nullable Object> find(Cube cube, Predicate<BitSet> wanted) {
    Map<String, List<@Nullable Object>> choices = choices(cube);
    boolean sure = axes.stream().allMatch(Axis::plain);
    Random random = new Random(SEED);
    for (int attempt = 0; attempt < (sure ? 1 : TRIES); attempt++) {
      Map<String, @Nullable Object> facts = new LinkedHashMap<>();
      for (Map.Entry<String, List<@Nullable Object>> choice : choices.entrySet()) {
        List<@Nullable Object> values = choice.getValue();
        int at = attempt == 0 ? 0 : random.nextInt(values.size());
        facts.put(choice.getKey(), values.get(at));
      }
      BitSet rows = rows(facts);
      if (rows != null && wanted.test(rows)) {
        return facts;
      }
    }
    return null;
  }

  private Map<String, List<@Nullable Object>> choices(Cube cube) {
    Map<String, List<@Nullable Object>> choices = new LinkedHashMap<>();
    for (int column = 0; column < axes.size(); column++) {
      Axis axis = axes.get(column);
      if (axis.fact() != null) {
        List<@Nullable Object> values = new ArrayList<>();
        cube.classes(column).forEach(k -> values.addAll(axis.classes().get(k).samples()));
        if (axis.classes().size() == 1 && axes.stream().anyMatch(a -> !a.plain())) {
          values.addAll(pooled.getOrDefault(axis.fact().name(), List.of()));
        }
        choices.put(axis.fact().name(), values);
      }
    }
    for (Fact fact : table.facts()) {
      choices.computeIfAbsent(fact.name(), name -> pooled.getOrDefault(name, List.of()));
    }
    return choices;
  }

  /** The rows that fit a case; null where the table cannot be asked. */
  private @Nullable BitSet rows(Map<String, @Nullable Object> facts) {
    Map<String, @Nullable Object> variables = new HashMap<>(law.amounts());
    variables.putAll(facts);
    BitSet rows = new BitSet();
    rows.set(0, table.rows().size());
    try {
      for (int column = 0; column < axes.size() && !rows.isEmpty(); column++) {
        Axis axis = axes.get(column);
        Object value = value(axis, variables);
        if (!axis.takes(value)) {
          return null;
        }
        for (int row = rows.nextSetBit(0); row >= 0; row = rows.nextSetBit(row + 1)) {
          CellText cell = axis.cells().get(row);
          if (cell.sort() == CellText.Sort.MISSING) {
            return null;
          }
          rows.set(row, passes(cell, value, variables));
        }
      }
      return rows;
    } catch (FeelSyntaxException | ClassCastException e) {
      return null; // such as a division of days by nothing
    }
  }

  private @Nullable Object value(Axis axis, Map<String, @Nullable Object> variables) {
    return axis.fact() == null
        ? number(feel.evaluate(axis.expression(), variables))
        : variables.get(axis.fact().name());
  }

  private static @Nullable Object number(@Nullable Object value) {
    return value instanceof Number number && !(value instanceof java.math.BigDecimal)
        ? new java.math.BigDecimal(number.toString())
        : value;
  }

  private boolean passes(
      CellText cell, @Nullable Object value, Map<String, @Nullable Object> variables) {
    return switch (cell.sort()) {
      case ANY -> true;
      case SET ->
          known.computeIfAbsent(
              new Asked(cell.text(), value), a -> feel.test(cell.text(), value, law.amounts()));
      default -> feel.test(cell.text(), value, variables);
    };
  }
}
