package org.lienthong.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.lienthong.catalogue.Element.Kind;

/** Whatever a model names must be there: forms, agencies, operations, decisions, services. */
final class References implements Check {

  @Override
  public void check(Content content, Contents all, Findings findings) {
    if (content.process() == null) {
      return;
    }
    String file = content.key() + ".bpmn";
    ProcessModel model = content.process().model();
    agency(file, model.key(), model.properties().get("competentAuthority"), all, findings);
    checked(file, model, all, findings);
    for (Element element : model.elements()) {
      form(content, file, element, findings);
      agency(file, element.id(), element.candidateGroup(), all, findings);
      agency(file, element.id(), element.properties().get("accountable"), all, findings);
      switch (element.kind()) {
        case ASK -> operation(file, element, model, all, findings);
        case DECIDE -> decision(file, element, all, findings);
        case CALL -> service(file, element, all, findings);
        case BOUNDARY -> caught(file, element, model, all, findings);
        default -> {
          // names nothing more
        }
      }
    }
  }

  private static void checked(String file, ProcessModel model, Contents all, Findings findings) {
    for (String name : model.listed("checks")) {
      if (all.decision(name).isEmpty() && all.find(FolderKind.DECISION, name).isEmpty()) {
        findings.error(
            "decision-missing",
            file,
            model.key(),
            "The property checks names «"
                + name
                + "», which is neither a decision nor a folder of decisions. Take it off, or write"
                + " its table.");
      }
    }
  }

  private static void form(Content content, String file, Element element, Findings findings) {
    if (element.form() != null && !content.forms().containsKey(element.form())) {
      findings.error(
          "form-missing",
          file,
          element.id(),
          "There is no form "
              + element.form()
              + " in this folder. Add the file "
              + element.form()
              + ".form, or choose one of "
              + content.forms().keySet()
              + ".");
    }
  }

  private static void agency(
      String file,
      String element,
      @org.jspecify.annotations.Nullable String key,
      Contents all,
      Findings findings) {
    if (key != null && !key.isBlank() && !key.contains(",") && all.agency(key).isEmpty()) {
      findings.error(
          "agency-missing",
          file,
          element,
          "There is no agency " + key + ". Known are " + keys(all, FolderKind.AGENCY) + ".");
    }
  }

  private static void operation(
      String file, Element task, ProcessModel model, Contents all, Findings findings) {
    String agency = task.agency() == null ? "" : task.agency();
    String id = task.operation() == null ? "" : task.operation();
    Optional<AgencyFile> asked = all.agency(agency);
    if (asked.isEmpty()) {
      agency(file, task.id(), agency.isEmpty() ? "«none»" : agency, all, findings);
      return;
    }
    Operation operation = asked.get().operations().get(id);
    if (operation == null) {
      findings.error(
          "operation-missing",
          file,
          task.id(),
          "The agency "
              + agency
              + " cannot be asked for «"
              + id
              + "». Its openapi.yaml offers "
              + asked.get().operations().keySet()
              + ".");
      return;
    }
    Set<String> handled =
        boundaries(model, task.id()).stream().map(References::code).collect(Collectors.toSet());
    for (String problem : operation.problems()) {
      if (!handled.contains(problem) && !handled.contains("")) {
        findings.warn(
            "refusal-unhandled",
            file,
            task.id(),
            agency
                + " may refuse with "
                + problem
                + ", and nothing here says what follows. Draw a boundary error event with that"
                + " code, unless every caller does.");
      }
    }
  }

  private static List<Element> boundaries(ProcessModel model, String host) {
    return model.elements().stream()
        .filter(e -> e.kind() == Kind.BOUNDARY && host.equals(e.attachedTo()))
        .filter(e -> e.properties().containsKey("errorCode"))
        .toList();
  }

  private static String code(Element boundary) {
    return boundary.properties().getOrDefault("errorCode", "");
  }

  private static void decision(String file, Element task, Contents all, Findings findings) {
    String key = task.decision() == null ? "" : task.decision();
    if (task.decisionFact().isEmpty() && all.decision(key).isEmpty()) {
      findings.error(
          "decision-missing",
          file,
          task.id(),
          "There is no decision «"
              + key
              + "». Write its table in decisions/<service>/"
              + key
              + ".dmn, or choose another.");
    }
  }

  private static void service(String file, Element call, Contents all, Findings findings) {
    String key = call.calledProcess() == null ? "" : call.calledProcess();
    if (all.find(FolderKind.SERVICE, key).isEmpty()) {
      findings.error(
          "service-missing",
          file,
          call.id(),
          "There is no service «"
              + key
              + "» to call. Known are "
              + keys(all, FolderKind.SERVICE)
              + ".");
    }
  }

  /** A boundary event that waits for an error nobody raises is never taken. */
  private static void caught(
      String file, Element boundary, ProcessModel model, Contents all, Findings findings) {
    String code = code(boundary);
    Optional<Element> host = model.element(String.valueOf(boundary.attachedTo()));
    if (code.isEmpty() || host.isEmpty()) {
      return;
    }
    Optional<Set<String>> raised = raised(host.get(), all);
    if (raised.isPresent() && !raised.get().contains(code)) {
      findings.error(
          "error-never-raised",
          file,
          boundary.id(),
          host.get().id()
              + " never refuses with "
              + code
              + ", so this way is never taken. It may refuse with "
              + raised.get()
              + ".");
    }
  }

  private static Optional<Set<String>> raised(Element host, Contents all) {
    return switch (host.kind()) {
      case ASK ->
          all.operation(String.valueOf(host.agency()), String.valueOf(host.operation()))
              .map(Operation::problems);
      case CALL ->
          all.process(String.valueOf(host.calledProcess())).map(p -> raisedBy(p.model(), all));
      default -> Optional.empty();
    };
  }

  /** The codes of its error ends, and what its own tasks let through. */
  private static Set<String> raisedBy(ProcessModel service, Contents all) {
    Set<String> codes =
        service.elements().stream()
            .filter(e -> e.kind() == Kind.ERROR_END)
            .map(References::code)
            .collect(Collectors.toCollection(java.util.TreeSet::new));
    for (Element task : service.elements()) {
      if (task.kind() == Kind.ASK) {
        Set<String> handled =
            boundaries(service, task.id()).stream()
                .map(References::code)
                .collect(Collectors.toSet());
        raised(task, all).orElse(Set.of()).stream()
            .filter(c -> !handled.contains(c) && !handled.contains(""))
            .forEach(codes::add);
      }
    }
    return codes;
  }

  private static List<String> keys(Contents all, FolderKind kind) {
    return all.of(kind).stream().map(Content::key).sorted().toList();
  }
}
