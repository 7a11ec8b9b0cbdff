package org.lienthong.catalogue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lienthong.catalogue.Element.Kind;
import org.lienthong.catalogue.FactSources.Declared;

/**
 * Looks at what a model has found out by its end: what it promised to give, and what for nothing.
 */
final class FactLeftovers {

  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z0-9]*)[}.\\[]");
  private static final Pattern TOLD = Pattern.compile(".*\\.([^.]+)\\.options\\.[^.]+\\.citizen");

  private final Content content;
  private final ProcessFile process;
  private final FactSources sources;
  private final FactReading reading;
  private final Findings findings;
  private final String file;

  FactLeftovers(
      Content content,
      ProcessFile process,
      FactSources sources,
      FactReading reading,
      Findings findings) {
    this.content = content;
    this.process = process;
    this.sources = sources;
    this.reading = reading;
    this.findings = findings;
    this.file = content.key() + ".bpmn";
  }

  void check() {
    gives();
    unread();
  }

  private void gives() {
    List<Element> ends =
        process.model().elements().stream().filter(e -> e.kind() == Kind.END).toList();
    for (Declared gift : Declared.of(process.model().properties().get("gives"))) {
      reading.read(gift.fact());
      boolean ever = ends.stream().anyMatch(e -> sources.before(e).has(gift.fact()));
      boolean always = ends.stream().allMatch(e -> sources.before(e).sureOf(gift.fact()));
      if (!ever) {
        findings.error(
            "gives-nothing",
            file,
            process.model().key(),
            "The process says that it gives "
                + gift.fact()
                + ", but no way to an end finds it out. Take it off the property gives, or find it"
                + " out.");
      } else if (!always && !gift.optional()) {
        findings.warn(
            "gives-perhaps",
            file,
            process.model().key(),
            "The process may end without "
                + gift.fact()
                + ". Write "
                + gift.fact()
                + "? in the property gives, so that callers know.");
      }
    }
  }

  private void unread() {
    Set<String> read = new HashSet<>(reading.names());
    content
        .texts()
        .byLanguage()
        .values()
        .forEach(
            texts -> {
              texts.values().forEach(text -> places(text, read));
              texts.keySet().forEach(key -> told(key, read));
            });
    for (Element element : process.model().elements()) {
      if (element.kind() == Kind.CALL) {
        continue;
      }
      for (String fact : sources.given(element).facts().keySet()) {
        if (!read.contains(fact) && !fact.equals(element.resultVariable())) {
          findings.warn(
              "fact-unread",
              file,
              element.id(),
              element.id()
                  + " finds out "
                  + fact
                  + ", and nobody reads it. Do not ask for it, or name it in the property gives.");
        }
      }
    }
  }

  /** The citizen reads what an officer chose: {@code form.field.options.CODE.citizen}. */
  private static void told(String key, Set<String> read) {
    Matcher option = TOLD.matcher(key);
    if (option.matches()) {
      read.add(option.group(1));
    }
  }

  private static void places(String text, Set<String> read) {
    Matcher place = PLACEHOLDER.matcher(text);
    while (place.find()) {
      read.add(place.group(1));
    }
  }
}
