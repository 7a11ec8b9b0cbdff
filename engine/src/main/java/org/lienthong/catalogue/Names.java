package org.lienthong.catalogue;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.lienthong.catalogue.Element.Kind;

/** One key everywhere, and names that say what they are. */
final class Names implements Check {

  private static final Pattern KEBAB = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  private static final Pattern CAMEL = Pattern.compile("[a-z][a-zA-Z0-9]*");
  private static final Map<Kind, String> PREFIXES = new EnumMap<>(Kind.class);

  static {
    PREFIXES.put(Kind.START, "Start");
    PREFIXES.put(Kind.MESSAGE_START, "Start");
    PREFIXES.put(Kind.USER_TASK, "Task");
    PREFIXES.put(Kind.ASK, "Service");
    PREFIXES.put(Kind.DECIDE, "Decide");
    PREFIXES.put(Kind.CALL, "Call");
    PREFIXES.put(Kind.GATEWAY, "Gateway");
    PREFIXES.put(Kind.MILESTONE, "Event");
    PREFIXES.put(Kind.TIMER, "Timer|Start");
    PREFIXES.put(Kind.BOUNDARY, "Boundary|Timer");
    PREFIXES.put(Kind.END, "End");
    PREFIXES.put(Kind.ERROR_END, "End");
    PREFIXES.put(Kind.SUB_PROCESS, "Scope");
  }

  @Override
  public void check(Content content, Contents all, Findings findings) {
    if (content.process() != null) {
      process(content, content.process(), findings);
      messages(content, content.process(), all, findings);
    }
    content.forms().values().forEach(form -> form(form, findings));
    content.decisions().forEach((file, table) -> decision(file, table, findings));
    if (content.agency() != null) {
      content.agency().operations().values().forEach(o -> operation(o, findings));
    }
    content.parameters().keys().forEach(key -> camel(Parameters.FILE, key, key, findings));
    types(content, all, findings);
  }

  private static void process(Content content, ProcessFile process, Findings findings) {
    String file = content.key() + ".bpmn";
    for (Element element : process.model().elements()) {
      elementId(file, element, findings);
      element.outputs().keySet().forEach(name -> camel(file, element.id(), name, findings));
      if (element.resultVariable() != null) {
        camel(file, element.id(), element.resultVariable(), findings);
      }
    }
    for (Flow flow : process.flows()) {
      if (flow.kind() == Flow.Kind.SEQUENCE && !flow.id().matches("Flow_[A-Z][A-Za-z0-9]*")) {
        findings.warn(
            "flow-id",
            file,
            flow.id(),
            "The id of this arrow says nothing. Call it Flow_ and where it leads, such as"
                + " Flow_Granted.");
      }
    }
  }

  private static void elementId(String file, Element element, Findings findings) {
    String prefix = PREFIXES.getOrDefault(element.kind(), "");
    if (!element.id().matches("(" + prefix + ")_[A-Z][A-Za-z0-9]*")) {
      findings.error(
          "element-id",
          file,
          element.id(),
          "The id "
              + element.id()
              + " must say what the element is: "
              + prefix.replace("|", "_ or ")
              + "_ and its label in PascalCase"
              + suggestion(prefix, element.label())
              + ".");
    } else if (!element.label().isBlank() && !says(element)) {
      findings.warn(
          "element-id-label",
          file,
          element.id(),
          "The id and the label «"
              + element.label()
              + "» say different things. Rename one"
              + suggestion(prefix, element.label())
              + ".");
    }
  }

  /** The verb that the kind says already need not be said again: Decide_CardValidity. */
  private static boolean says(Element element) {
    String label = pascal(element.label());
    return label.equals(stem(element.id())) || label.equals(element.id().replace("_", ""));
  }

  private static String suggestion(String prefix, String label) {
    String pascal = pascal(label);
    return pascal.isEmpty() ? "" : ", such as " + prefix.split("\\|", -1)[0] + "_" + pascal;
  }

  private static String stem(String id) {
    return id.substring(id.indexOf('_') + 1);
  }

  static String pascal(String label) {
    StringBuilder pascal = new StringBuilder();
    for (String word : label.split("[^A-Za-z0-9]+", -1)) {
      if (!word.isEmpty()) {
        pascal.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
      }
    }
    return pascal.toString();
  }

  /** Two folders on one message would both be started by one event. */
  private static void messages(
      Content content, ProcessFile process, Contents all, Findings findings) {
    for (String message : messages(process)) {
      for (Content other : all.all()) {
        boolean same = other.kind() == content.kind() && other.key().equals(content.key());
        if (!same && other.process() != null && messages(other.process()).contains(message)) {
          findings.error(
              "message-twice",
              content.key() + ".bpmn",
              null,
              "The message "
                  + message
                  + " already starts "
                  + other.key()
                  + "; one event starts one life event. Use a message of its own.");
        }
      }
    }
  }

  private static List<String> messages(ProcessFile process) {
    return process.model().elements().stream()
        .filter(e -> e.kind() == Kind.MESSAGE_START)
        .map(e -> e.properties().getOrDefault("message", ""))
        .toList();
  }

  private static void form(Form form, Findings findings) {
    String file = form.key() + ".form";
    fields(file, form.fields(), findings);
  }

  private static void fields(String file, List<Field> fields, Findings findings) {
    for (Field field : fields) {
      if (!field.type().equals("text") && !field.type().equals("group")) {
        camel(file, field.key(), field.key(), findings);
      }
      fields(file, field.fields(), findings);
    }
  }

  private static void decision(String file, DecisionTable table, Findings findings) {
    table.inputs().keySet().forEach(name -> camel(file + ".dmn", name, name, findings));
    table.outputs().keySet().forEach(name -> camel(file + ".dmn", name, name, findings));
  }

  private static void operation(Operation operation, Findings findings) {
    if (!KEBAB.matcher(operation.id()).matches()) {
      findings.error(
          "operation-id",
          "openapi.yaml",
          operation.id(),
          "The operationId " + operation.id() + " must be kebab-case, such as find-birth-notice.");
    }
    operation
        .requestProperties()
        .keySet()
        .forEach(name -> camel("openapi.yaml", operation.id(), name, findings));
    operation
        .replyProperties()
        .keySet()
        .forEach(name -> camel("openapi.yaml", operation.id(), name, findings));
  }

  private static void camel(String file, String element, String name, Findings findings) {
    if (!CAMEL.matcher(name).matches()) {
      findings.error(
          "fact-name",
          file,
          element,
          "The fact «"
              + name
              + "» must be a noun in camelCase, such as motherPersonalNumber: forms, tables and"
              + " agencies find each other by this name.");
    }
  }

  /** Mapping is by name, so a name may have but one meaning. */
  private static void types(Content content, Contents all, Findings findings) {
    Contents others = all.without(Contents.Place.of(content.folder()));
    Facts.named(content)
        .forEach(
            (file, shapes) ->
                shapes.forEach(
                    (name, shape) ->
                        others
                            .fact(name)
                            .filter(other -> other.type() != shape.type())
                            .ifPresent(
                                other ->
                                    findings.error(
                                        "one-fact-one-type",
                                        file,
                                        name,
                                        name
                                            + " is "
                                            + shape.type()
                                            + " here and "
                                            + other.type()
                                            + " elsewhere; a fact has one type. Give one of them"
                                            + " another name."))));
  }
}
