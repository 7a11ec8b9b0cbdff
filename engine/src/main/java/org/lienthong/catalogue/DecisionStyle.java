package org.lienthong.catalogue;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lienthong.catalogue.DecisionTable.Rule;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/** How a decision table is written, so that every answer can be explained and law stays dated. */
final class DecisionStyle implements Check {

  private static final Pattern REASON = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");
  private static final Pattern GENERATED =
      Pattern.compile("(?i)(decision)?rule[-_].*|.*[-_][0-9a-f]{8}(-.*)?");
  private static final Pattern TEXT_LITERAL = Pattern.compile("\"([^\"]*)\"");
  private static final Pattern NUMBER =
      Pattern.compile("(?<![A-Za-z0-9_.])[0-9]+(\\.[0-9]+)?(?![A-Za-z0-9_])");

  private static final List<String> STATUSES =
      List.of("ELIGIBLE", "NOT_ELIGIBLE", "NEEDS_HUMAN", "NEEDS_DATA");

  /** Below it a number counts months or children; from it on it is money. */
  private static final BigDecimal SMALLEST_AMOUNT = BigDecimal.valueOf(10_000);

  private final Feel feel;

  DecisionStyle(Feel feel) {
    this.feel = feel;
  }

  @Override
  public void check(Content content, Contents all, Findings findings) {
    content
        .decisions()
        .forEach((name, table) -> table(content, name + ".dmn", table, all, findings));
  }

  private void table(
      Content content, String file, DecisionTable table, Contents all, Findings findings) {
    shape(file, table, findings);
    Set<String> ids = new HashSet<>();
    for (Rule rule : table.rules()) {
      if (!ids.add(rule.id())) {
        findings.error(
            "rule-id", file, rule.id(), "Two rows have this id; name each by its reason.");
      }
      rule(content, file, table, rule, findings);
      amounts(file, rule, all.parameters(), findings);
    }
    shadowed(file, table, all.parameters(), findings);
    expressions(file, table, all.parameters(), findings);
  }

  /** A name is a fact's or an amount's: as a fact it would wait for somebody to tell the law. */
  private static void shadowed(
      String file, DecisionTable table, Parameters parameters, Findings findings) {
    for (String fact : table.inputs().keySet()) {
      if (parameters.keys().contains(fact)) {
        findings.error(
            "amount-as-fact",
            file,
            fact,
            fact
                + " is an amount of parameters.yaml, which a table reads without input data. Delete"
                + " the input data, or rename the fact.");
      }
    }
  }

  private static void shape(String file, DecisionTable table, Findings findings) {
    for (String output : List.of("status", "legalBasis")) {
      if (!table.outputs().containsKey(output)) {
        findings.error(
            "decision-output",
            file,
            table.key(),
            "The table has no output " + output + ". Add a column of that name.");
      }
    }
    if (table.keyDate() == null) {
      findings.warn(
          "key-date",
          file,
          table.key(),
          "No input data has the id keyDate, so nobody knows by which day's law to judge. Give"
              + " that id to the input data of the day that counts.");
    }
  }

  private static void rule(
      Content content, String file, DecisionTable table, Rule rule, Findings findings) {
    if (!REASON.matcher(rule.id()).matches() || GENERATED.matcher(rule.id()).matches()) {
      findings.error(
          "rule-id",
          file,
          rule.id(),
          "The row's id must say why, in kebab-case, such as age-75-no-pension; "
              + rule.id()
              + " says nothing.");
      return;
    }
    status(file, rule, findings);
    String basis = rule.results().getOrDefault("legalBasis", "");
    Matcher literal = TEXT_LITERAL.matcher(basis);
    if (!literal.matches()) {
      findings.error(
          "legal-basis",
          file,
          rule.id(),
          "The row names no legal basis. Write in quotes the key that its text has under"
              + " legalBasis.");
    }
    for (Map.Entry<String, Map<String, String>> texts : content.texts().byLanguage().entrySet()) {
      String words = "texts." + texts.getKey() + ".yaml";
      reason(words, table.key() + "." + rule.id(), texts.getValue(), findings);
      if (literal.matches()) {
        reason(words, "legalBasis." + literal.group(1), texts.getValue(), findings);
      }
    }
  }

  /** Any other word would be no answer, and a person would have to decide. */
  private static void status(String file, Rule rule, Findings findings) {
    String written = rule.results().getOrDefault("status", "");
    Matcher literal = TEXT_LITERAL.matcher(written);
    if (written.isEmpty() || (literal.matches() && !STATUSES.contains(literal.group(1)))) {
      findings.error(
          "decision-status",
          file,
          rule.id(),
          "The row's status is "
              + (written.isEmpty() ? "empty" : written)
              + ". Write one of "
              + STATUSES.stream().map(s -> '"' + s + '"').toList()
              + ".");
    }
  }

  private static void reason(
      String file, String key, Map<String, String> texts, Findings findings) {
    if (texts.getOrDefault(key, "").isBlank()) {
      findings.error(
          "reason-missing",
          file,
          key,
          "The text " + key + " is missing: people read it as the reason. Write it.");
    }
  }

  /** Law changes amounts, so they stand in one place, each with its day. */
  private static void amounts(String file, Rule rule, Parameters parameters, Findings findings) {
    Set<String> texts = new LinkedHashSet<>(rule.cells());
    texts.addAll(rule.results().values());
    for (String text : texts) {
      Matcher number = NUMBER.matcher(TEXT_LITERAL.matcher(text).replaceAll("\"\""));
      while (number.find()) {
        BigDecimal amount = new BigDecimal(number.group());
        if (amount.compareTo(SMALLEST_AMOUNT) >= 0) {
          findings.error(
              "bare-amount",
              file,
              rule.id(),
              "The amount "
                  + number.group()
                  + " stands bare in the table. "
                  + parameter(amount, parameters));
        }
      }
    }
  }

  private static String parameter(BigDecimal amount, Parameters parameters) {
    return parameters.all().stream()
        .filter(p -> p.values().stream().anyMatch(v -> amount.compareTo(decimal(v.value())) == 0))
        .map(p -> "It is " + p.key() + " of parameters.yaml: write that name instead.")
        .findFirst()
        .orElse(
            "Put it into parameters.yaml with its day and legal basis, and write its name here.");
  }

  private static BigDecimal decimal(Object value) {
    return value instanceof Number number
        ? new BigDecimal(number.toString())
        : BigDecimal.ONE.negate();
  }

  private void expressions(
      String file, DecisionTable table, Parameters parameters, Findings findings) {
    Set<String> known = new HashSet<>(table.inputs().keySet());
    known.addAll(parameters.keys());
    for (String column : table.columns()) {
      names(file, table.key(), column, false, known, findings);
    }
    for (Rule rule : table.rules()) {
      rule.cells().forEach(cell -> names(file, rule.id(), cell, true, known, findings));
      rule.results().values().forEach(r -> names(file, rule.id(), r, false, known, findings));
    }
  }

  private void names(
      String file,
      String element,
      String text,
      boolean cell,
      Set<String> known,
      Findings findings) {
    if (text.isBlank()) {
      return;
    }
    try {
      Set<String> unknown =
          new LinkedHashSet<>((cell ? feel.parseUnaryTests(text) : feel.parse(text)).freeNames());
      unknown.removeAll(known);
      for (String name : unknown) {
        findings.error(
            "decision-name",
            file,
            element,
            "«"
                + text
                + "» reads "
                + name
                + ", which is neither input data of this file nor a key of parameters.yaml. Add an"
                + " input data of that name, or mend the name.");
      }
    } catch (FeelSyntaxException e) {
      findings.error("feel", file, element, String.valueOf(e.getMessage()));
    }
  }
}
