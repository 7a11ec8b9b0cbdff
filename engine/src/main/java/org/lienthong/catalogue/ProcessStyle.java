package org.lienthong.catalogue;

import java.util.List;
import java.util.Set;
import org.lienthong.catalogue.Element.Kind;

/** How a life event or service is drawn, so that anybody can read it and nobody gets stuck. */
final class ProcessStyle implements Check {

  private static final Set<Kind> TASKS = Set.of(Kind.USER_TASK, Kind.ASK, Kind.DECIDE);
  private static final Set<Kind> ENTRIES =
      Set.of(Kind.START, Kind.MESSAGE_START, Kind.BOUNDARY, Kind.TIMER);
  private static final Set<Kind> ENDS = Set.of(Kind.END, Kind.ERROR_END);

  @Override
  public void check(Content content, Contents all, Findings findings) {
    if (content.process() == null) {
      return;
    }
    String file = content.key() + ".bpmn";
    ProcessFile process = content.process();
    process(file, process, findings);
    for (Element element : process.model().elements()) {
      label(file, element, process.flows(), findings);
      looseEnds(file, element, process.flows(), findings);
      responsibility(file, element, findings);
      if (element.kind() == Kind.USER_TASK) {
        humanTask(file, element, findings);
      } else if (element.kind() == Kind.GATEWAY) {
        choices(file, element, process.flows(), findings);
      }
    }
  }

  private static void process(String file, ProcessFile process, Findings findings) {
    ProcessModel model = process.model();
    for (String property : List.of("competentAuthority", "legalBasis", "legalBasisChecked")) {
      if (model.properties().getOrDefault(property, "").isBlank()) {
        findings.error(
            "public-service",
            file,
            model.key(),
            "The process does not say its "
                + property
                + ". Apply the template \"Public service\" to it and fill it in.");
      }
    }
    if (model.elements().stream().noneMatch(e -> ENTRIES.contains(e.kind()))) {
      findings.error("start", file, model.key(), "The process has no start event. Draw one.");
    }
  }

  private static void label(String file, Element element, List<Flow> flows, Findings findings) {
    String label = element.label().strip();
    int words = label.isEmpty() ? 0 : label.split("\\s+", -1).length;
    boolean event = !TASKS.contains(element.kind()) && element.kind() != Kind.GATEWAY;
    if (TASKS.contains(element.kind()) && words < 2) {
      findings.error(
          "label",
          file,
          element.id(),
          "A task is called verb object, such as «Review application».");
    } else if (event && element.kind() != Kind.CALL && words < (isTimer(element) ? 1 : 2)) {
      findings.error(
          "label", file, element.id(), "An event is called object state, such as «Card issued».");
    } else if (element.kind() == Kind.CALL && words == 0) {
      findings.error("label", file, element.id(), "A call is called by the name of its service.");
    } else if (element.kind() == Kind.GATEWAY && chooses(element, flows) && !label.endsWith("?")) {
      findings.error(
          "label", file, element.id(), "A gateway asks a question, such as «Income known?».");
    }
  }

  private static boolean isTimer(Element element) {
    return element.properties().containsKey("timer") || element.kind() == Kind.SUB_PROCESS;
  }

  private static boolean chooses(Element gateway, List<Flow> flows) {
    return "exclusive".equals(gateway.properties().get("gateway"))
        && outgoing(gateway, flows).size() > 1;
  }

  private static List<Flow> outgoing(Element element, List<Flow> flows) {
    return flows.stream()
        .filter(f -> f.kind() == Flow.Kind.SEQUENCE && f.from().equals(element.id()))
        .toList();
  }

  private static void choices(String file, Element gateway, List<Flow> flows, Findings findings) {
    if (!chooses(gateway, flows)) {
      return;
    }
    List<String> open =
        outgoing(gateway, flows).stream().filter(f -> f.condition() == null).map(Flow::id).toList();
    if (open.size() > 1) {
      findings.error(
          "gateway-conditions",
          file,
          gateway.id(),
          "Several ways out have no condition: "
              + String.join(", ", open)
              + ". Give each a FEEL condition and make one of them the default.");
    } else if (open.isEmpty()) {
      findings.warn(
          "gateway-conditions",
          file,
          gateway.id(),
          "If no condition is true the journey is stuck here. Make one way out the default.");
    }
  }

  private static void looseEnds(String file, Element element, List<Flow> flows, Findings findings) {
    boolean reached = flows.stream().anyMatch(f -> f.to().equals(element.id()));
    boolean left =
        flows.stream()
            .anyMatch(f -> f.from().equals(element.id()) && f.kind() != Flow.Kind.BOUNDARY);
    if (!reached && !ENTRIES.contains(element.kind()) && element.kind() != Kind.SUB_PROCESS) {
      findings.error(
          "loose-end", file, element.id(), "No arrow leads here. Draw one, or delete the element.");
    }
    if (!left && !ENDS.contains(element.kind()) && element.kind() != Kind.SUB_PROCESS) {
      findings.error(
          "loose-end",
          file,
          element.id(),
          "No arrow leads on from here, so the journey would end without a word. Draw one to an"
              + " end event.");
    }
  }

  private static void humanTask(String file, Element task, Findings findings) {
    if (task.form() == null) {
      findings.error(
          "task-form", file, task.id(), "A person needs a form here. Choose one of the folder.");
    }
    boolean citizen = task.assignee() != null;
    boolean unit = task.candidateGroup() != null && !task.candidateGroup().isBlank();
    if (citizen == unit) {
      findings.error(
          "task-actor",
          file,
          task.id(),
          "Say who acts, and only one: the citizen (assignee ${applicant}) or a unit (candidate"
              + " group, an agency's key).");
    }
  }

  /** Exactly one office answers for a task that law gives a time for. */
  private static void responsibility(String file, Element element, Findings findings) {
    List<String> accountable = ElementReader.listed(element.properties().get("accountable"));
    boolean asked =
        element.properties().containsKey("statutoryLimitDays")
            || element.properties().containsKey("consulted")
            || element.properties().containsKey("informed");
    if (accountable.size() > 1 || asked && accountable.isEmpty()) {
      findings.error(
          "accountable",
          file,
          element.id(),
          "Exactly one office is accountable for this; "
              + (accountable.isEmpty() ? "none is named" : "named are " + accountable)
              + ". Set the property accountable to one agency's key.");
    }
    String limit = element.properties().get("statutoryLimitDays");
    if (limit != null && !limit.matches("[1-9][0-9]{0,3}")) {
      findings.error(
          "statutory-limit",
          file,
          element.id(),
          "The statutory limit «" + limit + "» must be a whole number of days, such as 3.");
    }
    String unit = element.properties().getOrDefault("statutoryLimitUnit", "working");
    if (!Set.of("working", "calendar").contains(unit)) {
      findings.error(
          "statutory-limit",
          file,
          element.id(),
          "The statutory limit counts working or calendar days, not «" + unit + "».");
    }
  }
}
