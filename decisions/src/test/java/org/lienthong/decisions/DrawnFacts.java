package org.lienthong.decisions;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.ItemComponent;
import org.camunda.bpm.model.dmn.instance.ItemDefinition;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FactType;
import org.lienthong.catalogue.Folder;
import org.lienthong.eligibility.FactRange;
import org.lienthong.eligibility.Rules;

/** Draws facts at and beside what is written in a decision's tables. */
public final class DrawnFacts {

  private static final LocalDate DAY = LocalDate.of(2026, 11, 1);
  private static final Pattern WRITTEN = Pattern.compile("<text>(.*?)</text>", Pattern.DOTALL);
  private static final Pattern DAYS = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
  private static final Pattern TEXTS = Pattern.compile("(?:\"|&quot;)(.*?)(?:\"|&quot;)");
  private static final Pattern NUMBERS = Pattern.compile("\\d+(?:\\.\\d+)?");

  private final Catalogue catalogue;
  private final Rules rules;
  private final String decision;
  private final List<String> facts;
  private final Random random;
  private final List<LocalDate> days = new ArrayList<>(List.of(DAY, LocalDate.of(2024, 2, 29)));
  private final List<String> texts = new ArrayList<>(List.of("OTHER"));
  private final List<Double> numbers = new ArrayList<>(List.of(0.0, 1.0, 12.0, 5_000_000.0));
  private final Map<String, ItemDefinition> lists = new TreeMap<>();

  /** Draws for a decision, with all its local tables. */
  public DrawnFacts(Catalogue catalogue, Rules rules, String decision, Random random) {
    this.catalogue = catalogue;
    this.rules = rules;
    this.decision = decision;
    this.facts = List.copyOf(rules.inputs(decision));
    this.random = random;
    DecisionFolders.all().forEach(this::read);
  }

  private void read(Folder folder) {
    folder
        .files()
        .forEach(
            (name, bytes) -> {
              if (name.startsWith(decision) && name.endsWith(".dmn")) {
                read(new String(bytes, UTF_8));
              }
            });
    for (DmnModelInstance model : DecisionFolders.models(folder).values()) {
      model.getModelElementsByType(ItemDefinition.class).stream()
          .filter(item -> item.isCollection())
          .forEach(list -> lists.put(list.getName(), list));
    }
  }

  private void read(String dmn) {
    Matcher text = WRITTEN.matcher(dmn);
    while (text.find()) {
      String feel = text.group(1);
      DAYS.matcher(feel).results().forEach(d -> days.add(LocalDate.parse(d.group())));
      TEXTS.matcher(feel).results().forEach(t -> texts.add(t.group(1)));
      NUMBERS
          .matcher(DAYS.matcher(feel).replaceAll(""))
          .results()
          .forEach(n -> numbers.add(Double.valueOf(n.group())));
    }
  }

  /** A case of which some is unknown, and now and then something odd. */
  public Map<String, Object> next() {
    Map<String, Object> drawn = new LinkedHashMap<>();
    int unknown = random.nextInt(4) == 0 ? 30 : 4;
    for (String fact : facts) {
      if (random.nextInt(100) >= unknown) {
        drawn.put(fact, random.nextInt(300) == 0 ? "odd" : value(fact));
      }
    }
    facts.stream()
        .filter(DrawnFacts::isAge)
        .filter(f -> random.nextInt(5) > 0)
        .forEach(drawn::remove);
    return drawn;
  }

  /** A case of which everything is known, ages by the birth dates. */
  public Map<String, Object> complete() {
    Map<String, Object> drawn = new LinkedHashMap<>();
    facts.stream()
        .filter(fact -> !isAge(fact) && !isYear(fact))
        .forEach(fact -> drawn.put(fact, value(fact)));
    return drawn;
  }

  private static boolean isYear(String fact) {
    return fact.matches("birthYear|.+BirthYear");
  }

  private static boolean isAge(String fact) {
    return fact.toLowerCase(Locale.ROOT).matches(".*age(years|months)");
  }

  private Object value(String fact) {
    if (isYear(fact)) {
      return 1900 + random.nextInt(130);
    }
    FactType type = catalogue.factType(fact).orElse(FactType.LIST);
    return switch (type) {
      case NUMBER -> Math.max(0, Math.round(number()) + random.nextInt(3) - 1);
      case BOOLEAN -> random.nextBoolean();
      case DATE -> day(fact);
      case TEXT -> text(rules.range(decision, fact));
      default -> list(lists.get(fact));
    };
  }

  private double number() {
    return random.nextInt(4) == 0
        ? random.nextInt(60_000_000)
        : numbers.get(random.nextInt(numbers.size()));
  }

  private LocalDate day(String fact) {
    LocalDate day = days.get(random.nextInt(days.size())).plusDays(random.nextInt(3) - 1);
    boolean birth = fact.toLowerCase(Locale.ROOT).endsWith("birthdate");
    return birth && random.nextInt(4) > 0 ? day.minusYears(random.nextInt(95)) : day;
  }

  private String text(FactRange range) {
    List<String> known = range.codes().isEmpty() || random.nextInt(20) == 0 ? texts : range.codes();
    return known.get(random.nextInt(known.size()));
  }

  private List<Object> list(@Nullable ItemDefinition list) {
    List<Object> items = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      boolean odd = random.nextInt(50) == 0;
      items.add(list == null || odd ? texts.get(random.nextInt(texts.size())) : item(list));
    }
    return items;
  }

  private Object item(ItemDefinition list) {
    if (list.getItemComponents().isEmpty()) {
      return part(list, "");
    }
    Map<String, Object> record = new LinkedHashMap<>();
    for (ItemComponent part : list.getItemComponents()) {
      if (random.nextInt(12) > 0) {
        record.put(part.getName(), part(part, part.getName()));
      }
    }
    return record;
  }

  private Object part(ItemDefinition part, String name) {
    String allowed =
        part.getDomElement().getChildElements().stream()
            .filter(child -> child.getLocalName().equals("allowedValues"))
            .map(child -> child.getTextContent().strip())
            .findFirst()
            .orElse("");
    List<String> codes = TEXTS.matcher(allowed).results().map(code -> code.group(1)).toList();
    return switch (part.getTypeRef().getTextContent().strip()) {
      case "number" -> allowed.isEmpty() ? Math.round(number()) : (Object) random.nextInt(101);
      case "boolean" -> random.nextBoolean();
      case "date" -> day(name).toString();
      default -> codes.isEmpty() ? "x" : codes.get(random.nextInt(codes.size()));
    };
  }
}
