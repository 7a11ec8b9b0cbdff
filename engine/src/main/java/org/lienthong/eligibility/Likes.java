package org.lienthong.eligibility;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.lienthong.columns.Batch;

/**
 * What all answers by the same rows at the same place have in common; asked of the rules once.
 * Thread-safe.
 */
public final class Likes {

  private final Rules rules;
  private final LocalDate day;
  private final Map<Answered, Assessment> likes = new ConcurrentHashMap<>();

  /** Of answers by some rules about a day. */
  public Likes(Rules rules, LocalDate day) {
    this.rules = rules;
    this.day = day;
  }

  /** What answered: the same for all whose answers differ by the amount only. */
  private record Answered(String decision, List<String> rows, List<String> places) {}

  /** An answer by the same rows; its facts and its amount are those of another person. */
  public Assessment of(String decision, Batch batch, int person, BatchAnswers answers) {
    Answered answered = new Answered(decision, answers.matchedRows(person), places(batch, person));
    Assessment like = likes.get(answered);
    if (like == null) {
      like = one(decision, batch, person);
      likes.put(answered, like);
    }
    return like;
  }

  /** An output beside status and amount; null where no row answers. */
  @Nullable Object output(
      String decision, String output, Batch batch, int person, BatchAnswers answers) {
    if (answers.matchedRows(person).isEmpty()) {
      return null;
    }
    Assessment found =
        rules.writes(decision, output)
            ? of(decision, batch, person, answers)
            : one(decision, batch, person);
    return found.outputs().get(output);
  }

  private Assessment one(String decision, Batch batch, int person) {
    return rules.evaluateOn(decision, told(decision, batch, person), day);
  }

  /** Where a person lives, as far as law is made there. */
  private List<String> places(Batch batch, int person) {
    List<String> places = new ArrayList<>();
    for (String fact : rules.jurisdictions().facts().values()) {
      if (batch.fact(fact, person) instanceof String code
          && rules.jurisdictions().find(code).isPresent()) {
        places.add(code);
      }
    }
    return places;
  }

  private Map<String, Object> told(String decision, Batch batch, int person) {
    Map<String, Object> told = new HashMap<>();
    Set<String> names = new LinkedHashSet<>(rules.inputs(decision));
    names.addAll(rules.jurisdictions().facts().values());
    for (String name : names) {
      Object value = batch.fact(name, person);
      if (value != null) {
        told.put(name, value);
      }
    }
    return told;
  }
}
