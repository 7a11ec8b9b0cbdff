package org.lienthong.catalogue;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FactSources.Declared;
import org.lienthong.catalogue.Known.Source;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/** Says what is wrong where a fact is read, and remembers that it was. */
final class FactReading {

  private final String file;
  private final Feel feel;
  private final Findings findings;
  private final Set<String> names = new HashSet<>();

  FactReading(String file, Feel feel, Findings findings) {
    this.file = file;
    this.feel = feel;
    this.findings = findings;
  }

  Set<String> names() {
    return names;
  }

  void read(String name) {
    names.add(name);
  }

  /** A property of a request that comes from the fact of its name. */
  void needed(
      Element element, String operation, String name, Shape shape, boolean required, Known known) {
    names.add(name);
    Source source = known.find(name).orElse(null);
    if (source == null) {
      if (required) {
        findings.error(
            "fact-unknown",
            file,
            element.id(),
            operation
                + " needs "
                + name
                + ", and nothing before "
                + element.id()
                + " finds it out. Ask for it in a form, read it from an agency before, or map it:"
                + " an input parameter "
                + name
                + " with a FEEL expression.");
      }
      return;
    }
    if (required && !source.sure()) {
      perhaps(element, operation + " needs " + name);
    }
    fits(element, name, source.shape(), shape);
  }

  private void perhaps(Element element, String what) {
    findings.warn(
        "fact-may-be-missing",
        file,
        element.id(),
        what
            + ", which is not there on every way that leads here. Make it required where it is"
            + " asked, or draw a gateway before.");
  }

  private void fits(Element element, String name, @Nullable Shape given, Shape asked) {
    String misfit = given == null ? null : misfit(name, given, asked);
    if (misfit != null) {
      findings.error(
          "fact-type",
          file,
          element.id(),
          misfit + ". Mend one of the two, or map it with a FEEL expression.");
    }
  }

  private static @Nullable String misfit(String path, Shape given, Shape asked) {
    if (given.type() != asked.type()) {
      return path + " is " + given.type() + " where " + asked.type() + " is asked";
    }
    for (String field : asked.fields().keySet()) {
      Shape inner = given.fields().get(field);
      String place = path + (asked.type() == FactType.LIST ? "[]." : ".") + field;
      if (inner == null) {
        if (asked.required().contains(field)) {
          return place + " is asked, and nothing finds it out";
        }
        continue;
      }
      String misfit = misfit(place, inner, asked.fields().getOrDefault(field, inner));
      if (misfit != null) {
        return misfit;
      }
    }
    return null;
  }

  /** An input of a decision: what lacks is answered NEEDS_DATA, so it is no error. */
  void decided(Element element, String decision, String name, @Nullable Shape shape, Known known) {
    names.add(name);
    Source source = known.find(name).orElse(null);
    if (source == null) {
      findings.warn(
          "fact-unknown",
          file,
          element.id(),
          decision
              + " reads "
              + name
              + ", and nothing before "
              + element.id()
              + " finds it out, so it will answer NEEDS_DATA. Read it from an agency or ask for it"
              + " before.");
    } else if (shape != null) {
      fits(element, name, source.shape(), shape);
    }
  }

  /** An expression that gives a property or fact where names differ. */
  void mapping(Element element, String name, String text, @Nullable Shape shape, Known known) {
    Set<String> read = parse(element.id(), "the mapping of " + name, text);
    for (String each : read) {
      if (!known.has(each)) {
        unknown(file, element.id(), "The mapping of " + name, each, known);
      }
    }
    Source bare = known.find(text.strip()).orElse(null);
    if (bare != null && shape != null) {
      fits(element, name, bare.shape(), shape);
    }
  }

  void stray(Element element, String operation, String name, Set<String> properties) {
    findings.error(
        "mapping-unknown",
        file,
        element.id(),
        operation
            + " takes no "
            + name
            + ". Delete the input parameter, or give it one of the names "
            + properties.stream().sorted().toList()
            + ".");
  }

  /** A field that shows what is known already. */
  void shown(String formFile, Field field, Known known, String element) {
    names.add(field.key());
    if (!known.has(field.key())) {
      findings.error(
          "fact-unknown",
          formFile,
          field.key(),
          "The form of "
              + element
              + " shows "
              + field.key()
              + ", and nothing finds it out before. Read it from an agency before, or let it be"
              + " asked.");
    } else if (!known.sureOf(field.key()) && field.condition() == null && field.readonly()) {
      findings.warn(
          "fact-may-be-missing",
          formFile,
          field.key(),
          "The form of "
              + element
              + " shows "
              + field.key()
              + ", which may be missing. Hide the field then: ="
              + field.key()
              + " = null");
    }
  }

  /** A choice whose options are a fact. */
  void options(String formFile, Field field, Known known, String element) {
    String fact = String.valueOf(field.optionsFrom());
    names.add(fact);
    Source source = known.find(fact).orElse(null);
    boolean list =
        source != null && (source.shape() == null || source.shape().type() == FactType.LIST);
    if (!list) {
      findings.error(
          "fact-unknown",
          formFile,
          field.key(),
          "The choices of "
              + field.key()
              + " come from the list "
              + fact
              + ", and nothing before "
              + element
              + " finds such a list out. Read it from an agency before.");
    }
  }

  /** When a field is hidden. */
  void condition(String formFile, Field field, Known answered) {
    try {
      for (String name : feel.parse(String.valueOf(field.condition())).freeNames()) {
        names.add(name);
        if (!answered.has(name)) {
          unknown(formFile, field.key(), "The condition of " + field.key(), name, answered);
        }
      }
    } catch (FeelSyntaxException e) {
      // the form's own check says so
      return;
    }
  }

  /**
   * The condition of an arrow.
   *
   * @return what it reads and is known
   */
  Set<String> steering(Element gateway, Flow flow, Known known) {
    Set<String> read = new LinkedHashSet<>();
    for (String name : parse(flow.id(), "the condition", String.valueOf(flow.condition()))) {
      if (known.has(name)) {
        read.add(name);
      } else {
        unknown(file, flow.id(), "The condition after " + gateway.id(), name, known);
      }
    }
    return read;
  }

  void subject(String process, String text, Known anywhere) {
    for (String name : parse(process, "the subject", text)) {
      if (!anywhere.has(name)) {
        unknown(file, process, "The subject", name, anywhere);
      }
    }
  }

  /** A fact that a service wants of its caller. */
  void handed(Element call, String service, Declared need, Known known) {
    names.add(need.fact());
    Source source = known.find(need.fact()).orElse(null);
    if (source == null && !need.optional()) {
      findings.error(
          "fact-unknown",
          file,
          call.id(),
          service
              + " needs "
              + need.fact()
              + ", and nothing before "
              + call.id()
              + " finds it out. Ask for it or read it before, or write "
              + need.fact()
              + "? in the service's property needs if it can do without.");
    } else if (source != null && !source.sure() && !need.optional()) {
      perhaps(call, service + " needs " + need.fact());
    }
  }

  private Set<String> parse(String element, String what, String text) {
    try {
      Set<String> read = feel.parse(text).freeNames();
      names.addAll(read);
      return read;
    } catch (FeelSyntaxException e) {
      findings.error("feel", file, element, "In " + what + ": " + e.getMessage());
      return Set.of();
    }
  }

  private void unknown(String where, String element, String what, String name, Known known) {
    findings.error(
        "fact-unknown",
        where,
        element,
        what
            + " reads "
            + name
            + ", which nothing finds out before. Known here are "
            + known.facts().keySet().stream().sorted().toList()
            + ".");
  }
}
