package org.lienthong.ui.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form as a page shows it, in one language.
 *
 * @param type form-js's name of the component; its fragment has the same name
 * @param path where its answer is posted, such as {@code children[0].name}
 * @param label what is asked
 * @param shown whether it is only shown, because a register knows it or it may not be changed
 * @param values what was answered or is known, as it is posted
 * @param text the same as people read it
 * @param source where the value comes from, in words
 * @param rows of a list
 * @param fields of a group; or the one that takes a correction of what is shown
 * @param attributes further attributes of the input: {@code autocomplete}, {@code inputmode}, …
 * @param error what must be mended
 * @param onlyIf the answer on the same page that makes this question count
 */
public record Question(
    String type,
    String path,
    String label,
    @Nullable String hint,
    @Nullable String why,
    @Nullable String legalBasis,
    boolean required,
    boolean shown,
    List<String> values,
    String text,
    @Nullable String source,
    List<Choice> choices,
    List<Row> rows,
    List<Question> fields,
    Map<String, String> attributes,
    @Nullable String error,
    @Nullable OnlyIf onlyIf) {

  /** A code that may be chosen, with what a citizen reads when an official chooses it. */
  public record Choice(String code, String label, boolean chosen, List<Consequence> consequences) {}

  /** What a citizen reads when an official chooses a code, in one language. */
  public record Consequence(String language, String text, @Nullable String legalBasis) {}

  /** One item of a list. */
  public record Row(@Nullable String legend, List<Question> fields) {}

  /**
   * A condition that the browser can see too.
   *
   * @param path the question that it depends on
   * @param code the answer with which this question counts
   * @param words the same for people
   */
  public record OnlyIf(String path, String code, String words) {}

  /** The element's id in the page. */
  public String id() {
    return path.replaceAll("[^A-Za-z0-9]+", "-").replaceAll("-$", "");
  }

  /** The single value, or nothing. */
  public String value() {
    return values.isEmpty() ? "" : values.get(0);
  }

  /** One part of a date that was typed in three boxes: {@code day}, {@code month}, {@code year}. */
  public String part(String name) {
    return attributes.getOrDefault(name, "");
  }

  /** The ids that describe the input, for {@code aria-describedby}; null where there are none. */
  public @Nullable String describedBy() {
    StringBuilder ids = new StringBuilder();
    if (hint != null) {
      ids.append(id()).append("-hint ");
    }
    if (source != null) {
      ids.append(id()).append("-source ");
    }
    if (error != null) {
      ids.append(id()).append("-error");
    }
    return ids.isEmpty() ? null : ids.toString().strip();
  }

  /** Whether there are words to a citizen to be seen beforehand. */
  public boolean previews() {
    return choices.stream().anyMatch(choice -> !choice.consequences().isEmpty());
  }

  /** Whether it shows what is known and takes, as its one field, what a person says instead. */
  public boolean corrects() {
    return shown && !fields.isEmpty() && !type.equals("group");
  }

  /** Whether something was said instead, in order or not. */
  public boolean corrected() {
    return corrects()
        && (fields.get(0).error() != null
            || fields.get(0).values().stream().anyMatch(value -> !value.isBlank())
            || Stream.of("day", "month", "year").anyMatch(p -> !fields.get(0).part(p).isBlank()));
  }

  /** Whether a list or group asks anything, or only shows. */
  public boolean asks() {
    return !shown
        && !type.equals("text")
        && (fields.isEmpty() && rows.isEmpty()
            || fields.stream().anyMatch(Question::asks)
            || rows.stream().flatMap(row -> row.fields().stream()).anyMatch(Question::asks));
  }
}
