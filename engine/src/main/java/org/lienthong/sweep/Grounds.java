package org.lienthong.sweep;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.catalogue.FactType;
import org.lienthong.catalogue.Jurisdiction;
import org.lienthong.eligibility.Eligibility;
import org.lienthong.eligibility.Rules;
import org.lienthong.eligibility.SecondLayer;
import org.lienthong.population.FactColumns;
import org.lienthong.population.FactKind;
import org.lienthong.population.ListCheck;
import org.lienthong.population.PeopleFile;
import org.lienthong.population.PeopleFileProblems;
import org.lienthong.population.PeopleTable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What a sweep rests on: whose people, which rules, how far services go by themselves. */
@Component
class Grounds {

  private static final int HEADER = 1 << 16;

  private final Catalogue catalogue;
  private final Eligibility eligibility;
  private final PeopleTable table;
  private final Demonstration demonstration;
  private final SweepFiles files;
  private final ChosenRows chosen;
  private final OfferAnswers answers;
  private final int size;

  Grounds(
      Catalogue catalogue,
      Eligibility eligibility,
      PeopleTable table,
      Demonstration demonstration,
      SweepFiles files,
      ChosenRows chosen,
      OfferAnswers answers,
      @Value("${lienthong.sweep.batch:4000}") int size) {
    this.catalogue = catalogue;
    this.eligibility = eligibility;
    this.table = table;
    this.demonstration = demonstration;
    this.files = files;
    this.chosen = chosen;
    this.answers = answers;
    this.size = size;
  }

  Judge judge(Sweep sweep) {
    return judge(asked(sweep), sweep.day(), answers.refused(sweep));
  }

  /** Of published law only what its folder decides, or weighs; of amounts everything. */
  private List<String> asked(Sweep sweep) {
    String folder = sweep.causeDetail();
    if (sweep.cause() != Sweep.Cause.RULE_CHANGED || folder == null) {
      return sweep.decisions();
    }
    Rules rules = eligibility.rules();
    Set<String> touched = rules.touchedBy(Set.of(folder), Set.of());
    Set<String> asked = new TreeSet<>(rules.secondLayer().weighedBy(touched));
    asked.addAll(touched);
    asked.retainAll(decisions(rules));
    return List.copyOf(asked);
  }

  Judge judge(List<String> decisions, LocalDate day) {
    return judge(decisions, day, Map.of());
  }

  private Judge judge(List<String> decisions, LocalDate day, Map<String, Set<String>> refusals) {
    Rules rules = eligibility.rules();
    return new ColumnsJudge(rules, decisions.isEmpty() ? ours(rules) : decisions, day, refusals);
  }

  /** The decisions that can be asked: those that entitle, and none that weighs them. */
  Set<String> decisions() {
    return decisions(eligibility.rules());
  }

  private static Set<String> decisions(Rules rules) {
    SecondLayer second = rules.secondLayer();
    return rules.decisions().stream()
        .filter(decision -> !second.has(decision))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The people whom we sweep live here, so other countries' law is not asked unless named. */
  private List<String> ours(Rules rules) {
    String home = catalogue.jurisdictions().country("").map(Jurisdiction::code).orElse("");
    return decisions(rules).stream()
        .filter(decision -> home.isEmpty() || home.equals(rules.country(decision)))
        .toList();
  }

  /**
   * The people who are left.
   *
   * @param facts what is asked of them
   */
  People people(Sweep sweep, SweepRows.Checkpoint at, Set<String> facts) {
    return switch (sweep.source()) {
      case POPULATION -> new TablePeople(table, facts, size, at.lastRef());
      case CHOSEN -> new ChosenPeople(table, chosen, sweep.id(), size, at.lastRef());
      case FILE ->
          new FilePeople(
              () -> files.open(sweep.id()), known(), lists(), size, at.people(), at.problems());
    };
  }

  /** The people of a file, from the first. */
  People people(Supplier<BufferedReader> file) {
    return new FilePeople(file, known(), lists(), size, 0, 0);
  }

  /** How many people the database holds. */
  long population() {
    demonstration.load(table);
    return table.size();
  }

  /**
   * Keeps a file until its sweep ends.
   *
   * @return its lines without the header
   * @throws BadFile if it is no text or its header cannot be read
   * @throws FileTooLarge if it is larger than is taken
   */
  long keep(String id, InputStream content) {
    try {
      byte[] head = content.readNBytes(HEADER);
      checkHeader(head);
      InputStream whole = new SequenceInputStream(new ByteArrayInputStream(head), content);
      return Math.max(0, files.keep(id, whole) - 1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void checkHeader(byte[] head) {
    int end = 0;
    while (end < head.length && head[end] != '\n') {
      end++;
    }
    byte[] line = Arrays.copyOf(head, end);
    new TextCheck().take(line);
    try {
      String header = new String(line, StandardCharsets.UTF_8);
      PeopleFile.read(
          new StringReader(header), known(), ListCheck.NONE, 1, people -> {}, bad -> {});
    } catch (PeopleFileProblems e) {
      throw BadFile.header(e.columns());
    }
  }

  /**
   * About whom something newer is known than what a sweep over everybody has read of them.
   *
   * @param people some of those whom it is about, in the order of their references
   */
  Set<String> overtaken(Sweep sweep, List<String> people) {
    return sweep.source() == Sweep.Source.POPULATION && !people.isEmpty()
        ? chosen.since(sweep.startedAt(), people.get(0), people.get(people.size() - 1))
        : Set.of();
  }

  /** Nothing of a file stays when its sweep is over. */
  void forget(Sweep sweep) {
    files.forget(sweep.id());
    chosen.forget();
  }

  /** The facts that a file may name: what rules read, what says where one lives, and the demo's. */
  FactColumns known() {
    Map<String, FactKind> kinds = new LinkedHashMap<>(demonstration.columns());
    Rules rules = eligibility.rules();
    for (String decision : rules.decisions()) {
      for (String fact : rules.inputs(decision)) {
        catalogue.factType(fact).ifPresent(type -> kinds.putIfAbsent(fact, kind(type)));
      }
    }
    kinds.keySet().removeAll(rules.secondLayer().results());
    catalogue.jurisdictions().facts().values().forEach(f -> kinds.putIfAbsent(f, FactKind.TEXT));
    return new FactColumns(kinds);
  }

  private ListCheck lists() {
    Rules rules = eligibility.rules();
    return rules::problems;
  }

  private static FactKind kind(FactType type) {
    return switch (type) {
      case TEXT -> FactKind.TEXT;
      case NUMBER -> FactKind.NUMBER;
      case BOOLEAN -> FactKind.BOOLEAN;
      case DATE -> FactKind.DATE;
      case LIST, CONTEXT -> FactKind.LIST;
    };
  }

  /** How far a service goes by itself with what a decision finds; the catalogue knows. */
  int grade(String decision) {
    return catalogue.proactivity(decision);
  }
}
