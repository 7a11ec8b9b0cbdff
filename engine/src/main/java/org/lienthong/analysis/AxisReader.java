package org.lienthong.analysis;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Kind;
import org.lienthong.columns.TableText;
import org.lienthong.columns.TableText.Fact;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;
import org.lienthong.feel.FeelTree;

/** Reads the columns of a table for one law. */
final class AxisReader {

  /** Stands for a value of which nothing is known. */
  private static final List<@Nullable Object> WHATEVER = List.of(Samples.OTHER_TEXT);

  private final Feel feel;
  private final TableText table;
  private final InForce law;
  private final Set<String> names;
  private final Computed computed;
  private final Set<String> taken = new HashSet<>();

  AxisReader(Feel feel, TableText table, InForce law) {
    this.feel = feel;
    this.table = table;
    this.law = law;
    this.names = table.facts().stream().map(Fact::name).collect(Collectors.toSet());
    this.computed = new Computed(table, law);
  }

  List<Axis> axes() {
    List<Axis> axes = new ArrayList<>();
    for (int column = 0; column < table.columns().size(); column++) {
      axes.add(axis(column));
    }
    return axes;
  }

  private Axis axis(int column) {
    TableText.Column written = table.columns().get(column);
    Set<String> reads = new TreeSet<>(feel.parse(written.expression()).freeNames());
    reads.retainAll(names);
    Fact fact = fact(written.expression());
    List<String> texts = table.rows().stream().map(r -> r.cells().get(column)).toList();
    boolean waits = waits(written.expression());
    List<CellText> cells =
        CellText.readAll(feel, texts, names, law.amounts()).stream()
            .map(cell -> waits ? cell.missing() : cell)
            .toList();
    Kind kind = kind(written, fact, cells);
    List<CellText> trusted =
        cells.stream()
            .map(c -> c.limits().stream().allMatch(l -> Samples.fits(kind, l)) ? c : c.open())
            .toList();
    List<@Nullable Object> samples = samples(kind, written, fact, trusted);
    if (fact == null) {
      samples.removeIf(s -> s instanceof BigDecimal n && !possible(n, written.expression()));
    }
    if (texts.stream().anyMatch(t -> t.contains("null")) || !known(written.expression(), fact)) {
      samples.add(null);
    }
    return new Axis(
        written.expression(),
        written.type(),
        fact,
        reads,
        trusted,
        Axis.classes(samples, trusted, this::passes));
  }

  /** Whether it has a value whenever the table is asked. */
  private boolean known(String expression, @Nullable Fact fact) {
    return fact == null
        ? computed.neverNull(feel.tree(expression))
        : !fact.optional() || fact.name().equals(table.keyDate());
  }

  /** Whether a column reads an amount that is not in force. */
  private boolean waits(String expression) {
    return feel.parse(expression).freeNames().stream()
        .anyMatch(name -> !names.contains(name) && !law.amounts().containsKey(name));
  }

  private boolean possible(BigDecimal value, String expression) {
    FeelTree tree = feel.tree(expression);
    BigDecimal largest = Computed.largest(tree);
    return largest == null
        ? value.signum() >= 0 || !computed.neverNegative(tree)
        : value.signum() > 0 && value.compareTo(largest) <= 0;
  }

  private boolean passes(String cell, @Nullable Object value) {
    return feel.test(cell, value, law.amounts());
  }

  private @Nullable Fact fact(String expression) {
    return table.facts().stream()
        .filter(f -> f.name().equals(expression) && f.kind() != Kind.OTHER)
        .filter(f -> taken.add(f.name()))
        .findFirst()
        .orElse(null);
  }

  private static Kind kind(TableText.Column column, @Nullable Fact fact, List<CellText> cells) {
    if (fact != null) {
      return fact.kind();
    }
    String type = column.type() == null ? "" : column.type().toLowerCase(Locale.ROOT);
    return switch (type) {
      case "integer", "long", "double", "number" -> Kind.NUMBER;
      case "boolean" -> Kind.BOOLEAN;
      case "string" -> Kind.TEXT;
      case "date" -> Kind.DATE;
      default ->
          cells.stream()
              .flatMap(c -> c.limits().stream())
              .map(Samples::kind)
              .findFirst()
              .orElse(Kind.OTHER);
    };
  }

  private List<@Nullable Object> samples(
      Kind kind, TableText.Column column, @Nullable Fact fact, List<CellText> cells) {
    Set<Object> limits = new LinkedHashSet<>();
    for (CellText cell : cells) {
      limits.addAll(cell.limits());
    }
    String allowed = fact == null ? null : fact.allowed();
    if (allowed != null) {
      Set<Object> named = feel.limits(allowed, Map.of()).orElse(Set.of());
      named.stream().filter(l -> Samples.fits(kind, l)).forEach(limits::add);
    }
    boolean keyDate = fact != null && fact.name().equals(table.keyDate());
    if (keyDate && law.from() != null) {
      limits.add(law.from());
    }
    if (keyDate && law.until() != null) {
      limits.add(law.until());
    }
    List<@Nullable Object> samples = new ArrayList<>(around(kind, column, limits));
    samples.removeIf(s -> !possible(s, fact, allowed, keyDate));
    return samples;
  }

  private List<? extends @Nullable Object> around(
      Kind kind, TableText.Column column, Set<Object> limits) {
    boolean whole = Axis.whole(column.type());
    return switch (kind) {
      case BOOLEAN -> List.of(true, false);
      case TEXT -> Samples.texts(limits);
      case DATE -> Samples.days(limits, law.day());
      case NUMBER -> whole ? Samples.whole(limits) : Samples.real(limits);
      default -> WHATEVER;
    };
  }

  private boolean possible(
      @Nullable Object value, @Nullable Fact fact, @Nullable String allowed, boolean keyDate) {
    if (allowed != null && !allows(allowed, value)) {
      return false;
    }
    if (keyDate && value instanceof LocalDate day && !law.contains(day)) {
      return false;
    }
    return fact == null
        || !(value instanceof BigDecimal number)
        || ((fact.negative() || number.signum() >= 0)
            && (fact.largest() == null
                || number.compareTo(BigDecimal.valueOf(fact.largest())) <= 0));
  }

  private boolean allows(String allowed, @Nullable Object value) {
    try {
      return feel.test(allowed, value, law.amounts());
    } catch (FeelSyntaxException e) {
      return true;
    }
  }
}
