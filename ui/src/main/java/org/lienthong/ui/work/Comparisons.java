package org.lienthong.ui.work;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lienthong.journey.Fact;
import org.lienthong.ui.form.Question;
import org.lienthong.ui.form.Questions;
import org.lienthong.ui.form.Sheet;
import org.lienthong.ui.page.AgencyNames;
import org.lienthong.ui.page.Words;
import org.springframework.stereotype.Component;

/**
 * Lays what people declared beside what registers say, as far as the form shows it: an official
 * sees what the task needs and no more. Thread-safe.
 */
@Component
class Comparisons {

  private final Questions questions;
  private final AgencyNames agencies;
  private final Words words;

  Comparisons(Questions questions, AgencyNames agencies, Words words) {
    this.questions = questions;
    this.agencies = agencies;
    this.words = words;
  }

  /** What the sources of one fact have to do with each other. */
  enum Match {
    DIFFERS,
    SAME,
    ONE
  }

  /**
   * What one source says.
   *
   * @param by which register, or what else it was; nothing for what a person declared
   * @param inForce whether the case goes by it
   */
  record Said(String text, String by, boolean inForce) {}

  /**
   * One thing that is known.
   *
   * @param of which of several it belongs to: a child, a member of the household
   */
  record Line(
      String label, @Nullable String of, List<Said> declared, List<Said> recorded, Match match) {

    /** Differences first, then what nobody but a person says, then what needs no second look. */
    int place() {
      return switch (match) {
        case DIFFERS -> 0;
        case ONE -> declared.isEmpty() ? 3 : 1;
        case SAME -> 2;
      };
    }

    public boolean differs() {
      return match == Match.DIFFERS;
    }
  }

  /**
   * The lines of a form, what differs first.
   *
   * @param sheet the form with what is in force
   * @param evidence what every source said, by fact, what is in force first
   */
  List<Line> of(Sheet sheet, Map<String, List<Fact>> evidence) {
    Sheet known = sheet.with(Map.of(), List.of());
    Map<String, Leaf> inForce = leaves(known);
    List<Line> lines = new ArrayList<>();
    for (String name : inForce.keySet().stream().map(Comparisons::factOf).distinct().toList()) {
      Map<String, Voices> byPath = new LinkedHashMap<>();
      for (Fact fact : evidence.getOrDefault(name, List.of())) {
        boolean first = fact.equals(sheet.dossier().get(name));
        (first ? inForce : leaves(known.knowing(fact)))
            .forEach(
                (path, leaf) -> {
                  if (factOf(path).equals(name) && !leaf.question().values().isEmpty()) {
                    byPath
                        .computeIfAbsent(path, each -> new Voices(leaf, new LinkedHashMap<>()))
                        .said()
                        .put(fact, leaf.question().text());
                  }
                });
      }
      byPath.values().forEach(voices -> lines.add(line(voices)));
    }
    lines.sort(Comparator.comparingInt(Line::place));
    return lines;
  }

  /** A value on the form, and whose it is where there are several. */
  private record Leaf(Question question, @Nullable String of) {}

  /** What each source says of one value, what is in force first. */
  private record Voices(Leaf leaf, Map<Fact, String> said) {}

  private Map<String, Leaf> leaves(Sheet sheet) {
    Map<String, Leaf> leaves = new LinkedHashMap<>();
    questions.pages(sheet).forEach(page -> collect(page, leaves));
    return leaves;
  }

  private static void collect(List<Question> page, Map<String, Leaf> leaves) {
    for (Question question : page) {
      for (Question.Row row : question.rows()) {
        String of = row.legend() == null ? null : question.label() + ": " + row.legend();
        row.fields().forEach(inner -> leaves.put(inner.path(), new Leaf(inner, of)));
      }
      boolean single = question.fields().isEmpty() && question.rows().isEmpty();
      if (question.corrects() || question.shown() && single) {
        leaves.put(question.path(), new Leaf(question, null));
      } else {
        collect(question.fields(), leaves);
      }
    }
  }

  /** {@code children[0].name} belongs to the fact {@code children}. */
  private static String factOf(String path) {
    return path.split("[.\\[]", 2)[0];
  }

  private Line line(Voices voices) {
    String inForce = voices.said().values().iterator().next();
    Set<Said> declared = new LinkedHashSet<>();
    Set<Said> recorded = new LinkedHashSet<>();
    voices
        .said()
        .forEach(
            (fact, text) ->
                (declares(fact) ? declared : recorded)
                    .add(new Said(text, by(fact), text.equals(inForce))));
    List<String> registers = recorded.stream().map(Said::text).toList();
    if (voices.leaf().question().path().contains("[")) {
      // what a form took over into the list from a register, nobody declared
      declared.removeIf(said -> registers.contains(said.text()));
    }
    return new Line(
        voices.leaf().question().label(),
        voices.leaf().of(),
        List.copyOf(declared),
        List.copyOf(recorded),
        match(declared, recorded));
  }

  private static Match match(Set<Said> declared, Set<Said> recorded) {
    List<String> texts =
        Stream.concat(declared.stream(), recorded.stream()).map(Said::text).toList();
    if (texts.stream().distinct().count() > 1) {
      return Match.DIFFERS;
    }
    return texts.size() > 1 ? Match.SAME : Match.ONE;
  }

  private static boolean declares(Fact fact) {
    return fact.source() == Fact.Source.DECLARED || fact.source() == Fact.Source.IDENTITY;
  }

  private String by(Fact fact) {
    return switch (fact.source()) {
      case DECLARED -> "";
      case REGISTER -> agencies.of(fact.origin());
      default -> words.say("source." + fact.source(), fact.origin(), words.day(fact.readAt()));
    };
  }
}
