package org.lienthong.catalogue;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.lienthong.catalogue.Element.Kind;
import org.lienthong.catalogue.FactSources.Declared;
import org.lienthong.feel.Feel;

/** Looks at each place of one model that reads facts. */
final class FactUse {

  private static final Pattern AGE = Pattern.compile("(.*?)[aA]ge(Years|Months)");

  private final Content content;
  private final ProcessFile process;
  private final Contents all;
  private final FactSources sources;
  private final FactReading reading;
  private final Findings findings;
  private final String file;

  FactUse(
      Content content,
      ProcessFile process,
      Contents all,
      FactSources sources,
      Feel feel,
      Findings findings) {
    this.content = content;
    this.process = process;
    this.all = all;
    this.sources = sources;
    this.findings = findings;
    this.file = content.key() + ".bpmn";
    this.reading = new FactReading(file, feel, findings);
  }

  void check() {
    for (Element element : process.model().elements()) {
      switch (element.kind()) {
        case START, USER_TASK -> form(element);
        case ASK -> request(element);
        case DECIDE -> decision(element);
        case CALL -> call(element);
        default -> {
          // reads nothing by itself
        }
      }
    }
    conditions();
    subject();
    new FactLeftovers(content, process, sources, reading, findings).check();
  }

  private void form(Element element) {
    Form form = element.form() == null ? null : content.forms().get(element.form());
    if (form != null) {
      Known known = sources.before(element);
      fields(element, form, form.fields(), known, sources.after(element));
    }
  }

  private void fields(Element element, Form form, List<Field> fields, Known known, Known answered) {
    String formFile = form.key() + ".form";
    for (Field field : fields) {
      boolean list = field.type().equals("dynamiclist");
      if (field.readonly() || field.confirms()) {
        reading.shown(formFile, field, known, element.id());
      }
      if (field.optionsFrom() != null) {
        reading.options(formFile, field, known, element.id());
      }
      if (field.condition() != null) {
        reading.condition(formFile, field, answered);
      }
      if (list) {
        known.find(field.key()).ifPresent(s -> reading.read(field.key()));
      } else {
        fields(element, form, field.fields(), known, answered);
      }
    }
  }

  private void request(Element element) {
    Operation operation =
        all.operation(String.valueOf(element.agency()), String.valueOf(element.operation()))
            .orElse(null);
    if (operation == null) {
      return;
    }
    Known known = sources.before(element);
    Shape request = Facts.request(operation);
    for (Map.Entry<String, Shape> property : request.fields().entrySet()) {
      String mapping = element.inputs().get(property.getKey());
      boolean required = request.required().contains(property.getKey());
      if (mapping == null) {
        reading.needed(
            element, operation.id(), property.getKey(), property.getValue(), required, known);
      } else {
        reading.mapping(element, property.getKey(), mapping, property.getValue(), known);
      }
    }
    Set<String> stray = new LinkedHashSet<>(element.inputs().keySet());
    stray.removeAll(request.fields().keySet());
    stray.forEach(name -> reading.stray(element, operation.id(), name, request.fields().keySet()));
    Known reply = known.together(replied(Facts.reply(operation).fields()));
    element.outputs().forEach((name, text) -> reading.mapping(element, name, text, null, reply));
  }

  private static Known replied(Map<String, Shape> fields) {
    Known known = Known.NOTHING;
    for (Map.Entry<String, Shape> field : fields.entrySet()) {
      known = known.and(field.getKey(), field.getValue(), true);
    }
    return known;
  }

  private void decision(Element element) {
    DecisionTable table = all.decision(String.valueOf(element.decision())).orElse(null);
    if (table == null) {
      anyDecision(element);
      return;
    }
    Known known = sources.before(element);
    for (Map.Entry<String, FactType> input : table.inputs().entrySet()) {
      String mapping = element.inputs().get(input.getKey());
      Shape shape = Shape.of(input.getValue());
      if (mapping != null) {
        reading.mapping(element, input.getKey(), mapping, shape, known);
      } else if (!all.parameters().keys().contains(input.getKey())) {
        String fact = underived(input.getKey(), known);
        if (known.has(fact) || !table.optional().contains(input.getKey())) {
          reading.decided(
              element, table.key(), fact, fact.equals(input.getKey()) ? shape : null, known);
        }
      }
    }
    Known outputs = known;
    for (Map.Entry<String, FactType> output : table.outputs().entrySet()) {
      outputs = outputs.and(output.getKey(), Shape.of(output.getValue()), true);
    }
    for (Map.Entry<String, String> output : element.outputs().entrySet()) {
      reading.mapping(element, output.getKey(), output.getValue(), null, outputs);
    }
  }

  /** Which decision is asked, a fact says: of its outputs those are known that every table has. */
  private void anyDecision(Element element) {
    Known known = sources.before(element).together(replied(FactSources.EVERY_TABLE));
    element.outputs().forEach((name, text) -> reading.mapping(element, name, text, null, known));
  }

  /** Ages are computed from the birth date where the dossier has none. */
  private static String underived(String fact, Known known) {
    Matcher age = AGE.matcher(fact);
    if (known.has(fact) || !age.matches()) {
      return fact;
    }
    return age.group(1).isEmpty() ? "birthDate" : age.group(1) + "BirthDate";
  }

  private void call(Element element) {
    ProcessFile service = all.process(String.valueOf(element.calledProcess())).orElse(null);
    if (service == null) {
      return;
    }
    Known known = sources.before(element);
    for (Declared need : Declared.of(service.model().properties().get("needs"))) {
      reading.handed(element, service.model().key(), need, known);
    }
    process
        .handedBack()
        .getOrDefault(element.id(), Map.of())
        .keySet()
        .forEach(name -> handedBack(element, service.model(), name));
  }

  /**
   * Only what a condition or a result names is a variable of the service, so only that comes back.
   */
  private void handedBack(Element call, ProcessModel service, String name) {
    boolean variable =
        service.steeringFacts().contains(name)
            || service.elements().stream().anyMatch(e -> name.equals(e.resultVariable()));
    if (!variable) {
      findings.error(
          "steering-fact-lost",
          file,
          call.id(),
          "The call takes back "
              + name
              + ", but in "
              + service.key()
              + " it is no variable: only names that a condition reads, and results of decisions,"
              + " are. Take back one of "
              + service.steeringFacts()
              + ".");
    }
  }

  private void conditions() {
    for (Flow flow : process.flows()) {
      Optional<Element> from = process.model().element(flow.from());
      if (flow.condition() != null && from.isPresent()) {
        Set<String> names = reading.steering(from.get(), flow, sources.after(from.get()));
        names.forEach(name -> comesBack(from.get(), name));
      }
    }
  }

  /** A fact that only a service gives steers nothing here unless the call takes it back. */
  private void comesBack(Element gateway, String name) {
    List<Element> givers =
        process.model().elements().stream().filter(e -> sources.given(e).has(name)).toList();
    boolean onlyCalls = givers.stream().allMatch(e -> e.kind() == Kind.CALL);
    boolean back =
        givers.stream()
            .anyMatch(e -> process.handedBack().getOrDefault(e.id(), Map.of()).containsValue(name));
    if (!givers.isEmpty() && onlyCalls && !back) {
      findings.error(
          "steering-fact-lost",
          file,
          gateway.id(),
          "The condition reads "
              + name
              + ", which "
              + givers.get(0).id()
              + " gives to the dossier only. Let the call take it back: an out mapping from "
              + name
              + " to "
              + name
              + ".");
    }
  }

  private void subject() {
    String subject = process.model().properties().get("subject");
    if (subject != null) {
      reading.subject(process.model().key(), subject, sources.anywhere());
    }
  }
}
