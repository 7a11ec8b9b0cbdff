package org.lienthong.eligibility;

import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FactType;
import org.lienthong.columns.Answers;
import org.lienthong.columns.Compilation;
import org.lienthong.columns.Compiler;
import org.lienthong.columns.Kind;
import org.lienthong.columns.TableText;
import org.lienthong.feel.Feel;

/** Reads a table for the compiler of columns. */
final class ColumnReader {

  private static final int REMEMBERED = 50_000;

  private final Compiler compiler;
  private final FactReader reader;

  ColumnReader(Feel feel) {
    this.reader = new FactReader(feel);
    List<String> ranked = Decider.RANK.stream().map(Status::name).toList();
    this.compiler = new Compiler(feel, new Answers(Decider.STATUS, ranked, Decider.AMOUNT));
  }

  Compilation compile(
      String key, DecisionTable table, List<Table.Input> inputs, @Nullable String keyDate) {
    TableText.HitPolicy policy = policy(table.getHitPolicy());
    if (policy == null || table.getAggregation() != null) {
      return new Compilation.NotCompiled(
          "The hit policy "
              + table.getHitPolicy()
              + (table.getAggregation() == null ? "" : " with an aggregation")
              + " is none that columns know.");
    }
    boolean optional = inputs.stream().anyMatch(i -> i.name().equals(keyDate) && i.optional());
    return compiler.compile(
        new TableText(
            key,
            policy,
            inputs.stream().map(this::fact).toList(),
            keyDate,
            optional,
            table.getInputs().stream()
                .map(
                    c ->
                        new TableText.Column(
                            TableReader.expression(c), type(c.getInputExpression().getTypeRef())))
                .toList(),
            table.getRules().stream().map(ColumnReader::row).toList(),
            table.getOutputs().stream()
                .map(o -> new TableText.Output(o.getName(), type(o.getTypeRef())))
                .toList()));
  }

  private static TableText.@Nullable HitPolicy policy(HitPolicy policy) {
    return switch (policy) {
      case UNIQUE -> TableText.HitPolicy.UNIQUE;
      case FIRST -> TableText.HitPolicy.FIRST;
      case ANY -> TableText.HitPolicy.ANY;
      case COLLECT -> TableText.HitPolicy.COLLECT;
      case RULE_ORDER -> TableText.HitPolicy.RULE_ORDER;
      default -> null;
    };
  }

  private static @Nullable String type(@Nullable String typeRef) {
    return typeRef == null || typeRef.isBlank() ? null : typeRef.toLowerCase(Locale.ROOT);
  }

  private TableText.Fact fact(Table.Input input) {
    return new TableText.Fact(
        input.name(),
        kind(input.type()),
        input.optional(),
        input.negative(),
        input.largest(),
        input.allowed(),
        input.type() == FactType.LIST ? readable(input) : null,
        DerivedFacts.age(input.name()).map(ColumnReader::age).orElse(null));
  }

  /** Lists are few and people are many, so that each list is looked at once. */
  private Predicate<Object> readable(Table.Input input) {
    Map<Object, Boolean> known = new ConcurrentHashMap<>();
    return value -> {
      if (known.size() >= REMEMBERED) {
        known.clear();
      }
      return known.computeIfAbsent(value, v -> reader.problem(input, v).isEmpty());
    };
  }

  private static TableText.Age age(DerivedFacts.Age age) {
    return new TableText.Age(age.base(), age.unit() == ChronoUnit.YEARS ? 12 : 1);
  }

  /**
   * Adds a table's facts, and what they are derived from. Of two types the first that is one wins.
   */
  static void kinds(Table table, Map<String, Kind> kinds) {
    for (Table.Input input : table.inputs()) {
      kinds.merge(input.name(), kind(input.type()), (a, b) -> a == Kind.OTHER ? b : a);
      DerivedFacts.baseOf(input.name()).ifPresent(base -> kinds.put(base, Kind.DATE));
    }
    for (String birth : BirthYears.births(table)) {
      DerivedFacts.yearOf(birth).ifPresent(year -> kinds.put(year, Kind.NUMBER));
    }
  }

  static Kind kind(@Nullable FactType type) {
    if (type == null) {
      return Kind.OTHER;
    }
    return switch (type) {
      case NUMBER -> Kind.NUMBER;
      case DATE -> Kind.DATE;
      case BOOLEAN -> Kind.BOOLEAN;
      case TEXT -> Kind.TEXT;
      default -> Kind.OTHER;
    };
  }

  private static TableText.Row row(Rule rule) {
    return new TableText.Row(
        rule.getId(),
        rule.getInputEntries().stream().map(TableReader::textOf).toList(),
        rule.getOutputEntries().stream().map(TableReader::textOf).toList());
  }
}
