package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The tables that say which of several entitlements stay beside each other: the highest only, one
 * card for everybody.
 *
 * <p>Such a table has an output {@code kept}, which names the decisions whose entitlements stay,
 * divided by commas. It reads results of other decisions: a decision's key in camel case with
 * {@code Status} or {@code Amount} behind it, or the name of another output. Immutable.
 */
public final class SecondLayer {

  /** The output that names what stays. */
  public static final String KEPT = "kept";

  private static final String STATUS = "Status";
  private static final String AMOUNT = "Amount";

  private final Rules rules;
  private final List<Weighing> tables;

  /**
   * One of the tables.
   *
   * @param key the decision's key
   * @param about per fact the decision whose status it is
   * @param amounts per fact the decision whose amount it is
   * @param outputs per fact the decisions that have an output of its name, the first counts
   */
  public record Weighing(
      String key,
      Map<String, String> about,
      Map<String, String> amounts,
      Map<String, List<String>> outputs) {

    /** The decisions between whose entitlements it chooses, sorted. */
    public Set<String> decisions() {
      return new TreeSet<>(about.values());
    }

    private Set<String> results() {
      Set<String> names = new LinkedHashSet<>(about.keySet());
      names.addAll(amounts.keySet());
      names.addAll(outputs.keySet());
      return names;
    }
  }

  /**
   * What becomes of one person's entitlements.
   *
   * @param givesWay per decision whose entitlement does not stay, the answer that says so and why
   * @param open per decision of which it cannot be said yet, the answer that says what is missing
   * @param stays per decision whose entitlement stays though another was due beside it, the answer
   *     that says so and why
   */
  public record Weighed(
      Map<String, Assessment> givesWay,
      Map<String, Assessment> open,
      Map<String, Assessment> stays) {

    /** What was said of a decision; empty where nothing stood against it. */
    public Optional<Assessment> of(String decision) {
      return Stream.of(givesWay, open, stays)
          .flatMap(said -> Stream.ofNullable(said.get(decision)))
          .findFirst();
    }
  }

  SecondLayer(Rules rules) {
    this.rules = rules;
    List<String> second =
        rules.decisions().stream().filter(d -> rules.outputs(d).contains(KEPT)).toList();
    Map<String, String> statuses = new LinkedHashMap<>();
    Map<String, String> amounts = new LinkedHashMap<>();
    for (String decision : rules.decisions()) {
      if (!second.contains(decision)) {
        statuses.put(camel(decision) + STATUS, decision);
        amounts.put(camel(decision) + AMOUNT, decision);
      }
    }
    this.tables = second.stream().map(key -> weighing(key, statuses, amounts)).toList();
  }

  private Weighing weighing(String key, Map<String, String> statuses, Map<String, String> amounts) {
    Set<String> reads = rules.inputs(key);
    Map<String, String> about = only(statuses, reads);
    Map<String, List<String>> outputs = new LinkedHashMap<>();
    for (String decision : new TreeSet<>(about.values())) {
      for (String output : rules.outputs(decision)) {
        if (reads.contains(output)) {
          outputs.computeIfAbsent(output, o -> new ArrayList<>()).add(decision);
        }
      }
    }
    return new Weighing(key, about, only(amounts, reads), outputs);
  }

  private static Map<String, String> only(Map<String, String> of, Set<String> names) {
    Map<String, String> chosen = new LinkedHashMap<>(of);
    chosen.keySet().retainAll(names);
    return chosen;
  }

  private static String camel(String key) {
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < key.length(); i++) {
      char c = key.charAt(i);
      boolean first = i > 0 && key.charAt(i - 1) == '-';
      if (c != '-') {
        name.append(first ? Character.toUpperCase(c) : c);
      }
    }
    return name.toString();
  }

  /** The outputs of other decisions that some tables read, besides status and amount. */
  public static Set<String> wanted(Collection<Weighing> tables) {
    Set<String> names = new TreeSet<>();
    tables.forEach(table -> names.addAll(table.outputs().keySet()));
    return names;
  }

  /** The decisions that an answer's {@code kept} names; empty where it names none. */
  public static Set<String> kept(Object said) {
    return Set.copyOf(List.of(said.toString().split(",\\s*")));
  }

  /** Whether a decision only weighs what others entitle to. */
  public boolean has(String decision) {
    return tables.stream().anyMatch(table -> table.key().equals(decision));
  }

  /** The tables that choose between any of some decisions. */
  public List<Weighing> about(Collection<String> decisions) {
    return tables.stream()
        .filter(t -> t.about().values().stream().anyMatch(decisions::contains))
        .toList();
  }

  /** The decisions that an answer took for due when it chose between them, sorted. */
  public Set<String> due(Assessment answer) {
    Set<String> due = new TreeSet<>();
    tables.stream()
        .filter(table -> table.key().equals(answer.decision()))
        .flatMap(table -> table.about().entrySet().stream())
        .filter(about -> Status.ELIGIBLE.name().equals(answer.facts().get(about.getKey())))
        .forEach(about -> due.add(about.getValue()));
    return due;
  }

  /** The keys of the tables that choose between a decision and others. */
  Set<String> keysAbout(String decision) {
    Set<String> keys = new TreeSet<>();
    about(Set.of(decision)).forEach(table -> keys.add(table.key()));
    return keys;
  }

  /** Some decisions and all against which their entitlements are weighed, sorted. */
  public Set<String> withRivals(Collection<String> decisions) {
    Set<String> all = new TreeSet<>(decisions);
    about(decisions).forEach(table -> all.addAll(table.decisions()));
    return all;
  }

  /** The decisions between whose entitlements some of these tables choose, sorted. */
  public Set<String> weighedBy(Collection<String> keys) {
    Set<String> weighed = new TreeSet<>();
    tables.stream().filter(t -> keys.contains(t.key())).forEach(t -> weighed.addAll(t.decisions()));
    return weighed;
  }

  /** The facts that are results of other decisions, so that nobody has to tell them. */
  public Set<String> results() {
    Set<String> names = new LinkedHashSet<>();
    tables.forEach(table -> names.addAll(table.results()));
    return names;
  }

  /**
   * Says which of one person's entitlements stay. Whatever is not in {@code first} counts as not
   * due, so that a caller decides {@link #withRivals} first.
   *
   * @param first what the first layer says, by decision
   * @param facts of the person, for tables that read more than results
   * @throws FactProblems if a fact that a table reads has the wrong type
   */
  public Weighed weigh(Map<String, Assessment> first, Map<String, ?> facts, LocalDate day) {
    Map<String, Assessment> givesWay = new TreeMap<>();
    Map<String, Assessment> open = new TreeMap<>();
    Map<String, Assessment> stays = new TreeMap<>();
    for (Weighing table : tables) {
      List<String> due =
          table.decisions().stream().filter(decision -> eligible(first.get(decision))).toList();
      if (!due.isEmpty()) {
        Assessment answer = rules.evaluateOn(table.key(), told(table, first, facts), day);
        Object said = answer.outputs().get(KEPT);
        Set<String> kept = said == null ? Set.of() : kept(said);
        Map<String, Assessment> marked = said == null ? open : givesWay;
        due.stream().filter(d -> !kept.contains(d)).forEach(d -> marked.putIfAbsent(d, answer));
        due.stream()
            .filter(d -> due.size() > 1 && kept.contains(d))
            .forEach(d -> stays.putIfAbsent(d, answer));
      }
    }
    open.keySet().removeAll(givesWay.keySet());
    stays.keySet().removeAll(givesWay.keySet());
    stays.keySet().removeAll(open.keySet());
    return new Weighed(givesWay, open, stays);
  }

  private static boolean eligible(@Nullable Assessment found) {
    return found != null && found.status() == Status.ELIGIBLE;
  }

  private static Map<String, Object> told(
      Weighing table, Map<String, Assessment> first, Map<String, ?> facts) {
    Map<String, Object> told = new HashMap<>(facts);
    told.keySet().removeAll(table.results());
    for (Map.Entry<String, List<String>> output : table.outputs().entrySet()) {
      output.getValue().stream()
          .map(first::get)
          .filter(Objects::nonNull)
          .map(found -> found.outputs().get(output.getKey()))
          .filter(Objects::nonNull)
          .findFirst()
          .ifPresent(value -> told.put(output.getKey(), value));
    }
    results(table.about(), first, found -> found.status().name(), told);
    results(table.amounts(), first, Assessment::amount, told);
    return told;
  }

  private static void results(
      Map<String, String> decisions,
      Map<String, Assessment> first,
      Function<Assessment, @Nullable Object> result,
      Map<String, Object> told) {
    decisions.forEach(
        (fact, decision) -> {
          Assessment found = first.get(decision);
          Object value = found == null ? null : result.apply(found);
          if (value != null) {
            told.put(fact, value);
          }
        });
  }
}
