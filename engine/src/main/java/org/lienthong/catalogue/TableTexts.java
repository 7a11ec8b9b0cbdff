package org.lienthong.catalogue;

import static org.lienthong.catalogue.Xml.DMN;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Kind;
import org.lienthong.columns.TableText;
import org.lienthong.columns.TableText.HitPolicy;

/** Reads a decision's file as its designer wrote it, for the analysis. */
final class TableTexts {

  /** As {@code eligibility} reads whole numbers. */
  private static final long LARGEST_AMOUNT = 1_000_000_000_000_000L;

  private TableTexts() {}

  /**
   * A table.
   *
   * @param promised the values that outputs allow, as FEEL, by output
   */
  record Read(TableText table, Map<String, String> promised) {}

  static Read read(byte[] bytes) {
    DecisionTable known = DecisionTable.read(bytes);
    Xml root = Xml.root(bytes);
    Xml table =
        root.first(DMN, "decision").flatMap(d -> d.first(DMN, "decisionTable")).orElseThrow();
    List<Xml> columns = table.all(DMN, "input").toList();
    List<Xml> outputs = table.all(DMN, "output").toList();
    List<TableText.Fact> facts =
        root.all(DMN, "inputData").map(data -> fact(data, columns)).toList();
    boolean keyOptional =
        facts.stream().anyMatch(f -> f.name().equals(known.keyDate()) && f.optional());
    Map<String, String> promised = new TreeMap<>();
    for (Xml output : outputs) {
      output
          .first(DMN, "outputValues")
          .map(TableTexts::text)
          .filter(text -> !text.isEmpty())
          .ifPresent(text -> promised.put(output.get("name"), text));
    }
    return new Read(
        new TableText(
            known.key(),
            policy(table.get("hitPolicy")),
            facts,
            known.keyDate(),
            keyOptional,
            columns.stream().map(c -> new TableText.Column(expression(c), type(c))).toList(),
            table.all(DMN, "rule").map(TableTexts::row).toList(),
            outputs.stream()
                .map(o -> new TableText.Output(o.get("name"), blankAsNull(o.get("typeRef"))))
                .toList()),
        promised);
  }

  private static HitPolicy policy(String written) {
    return written.isEmpty() ? HitPolicy.UNIQUE : HitPolicy.valueOf(written.replace(' ', '_'));
  }

  private static TableText.Fact fact(Xml data, List<Xml> columns) {
    Xml variable = data.first(DMN, "variable").orElse(data);
    String name = variable.get("name").isEmpty() ? data.get("name") : variable.get("name");
    Xml column = columns.stream().filter(c -> expression(c).equals(name)).findFirst().orElse(null);
    String allowed =
        column == null ? "" : column.first(DMN, "inputValues").map(TableTexts::text).orElse("");
    return new TableText.Fact(
        name,
        kind(variable.get("typeRef")),
        data.first(DMN, "description").map(Xml::text).orElse("").startsWith("optional"),
        data.first(DMN, "description").map(Xml::text).orElse("").contains("may be negative"),
        column == null ? null : largest(type(column)),
        blankAsNull(allowed),
        null,
        null);
  }

  private static Kind kind(String type) {
    return switch (type) {
      case "string" -> Kind.TEXT;
      case "number", "integer", "long", "double" -> Kind.NUMBER;
      case "boolean" -> Kind.BOOLEAN;
      case "date" -> Kind.DATE;
      default -> Kind.OTHER;
    };
  }

  private static @Nullable Long largest(@Nullable String type) {
    if ("integer".equals(type)) {
      return (long) Integer.MAX_VALUE;
    }
    return "long".equals(type) ? LARGEST_AMOUNT : null;
  }

  private static TableText.Row row(Xml rule) {
    return new TableText.Row(
        rule.id(),
        rule.all(DMN, "inputEntry").map(TableTexts::text).toList(),
        rule.all(DMN, "outputEntry").map(TableTexts::text).toList());
  }

  private static String expression(Xml column) {
    return column.first(DMN, "inputExpression").map(TableTexts::text).orElse("");
  }

  private static @Nullable String type(Xml column) {
    return blankAsNull(
        column
            .first(DMN, "inputExpression")
            .map(e -> e.get("typeRef").toLowerCase(Locale.ROOT))
            .orElse(""));
  }

  private static @Nullable String blankAsNull(String text) {
    return text.isBlank() ? null : text;
  }

  private static String text(Xml holder) {
    return holder.first(DMN, "text").map(Xml::text).orElse("");
  }
}
