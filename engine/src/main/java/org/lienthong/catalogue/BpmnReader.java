package org.lienthong.catalogue;

import static org.lienthong.catalogue.Xml.BPMN;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/** Reads one BPMN file. Expects what the linter has let through, and says what it cannot read. */
final class BpmnReader {

  private final FolderKind kind;
  private final Xml definitions;
  private final ElementReader elementReader;
  private final List<Element> elements = new ArrayList<>();
  private final Map<String, String> gateways = new HashMap<>();
  private final List<String> entries = new ArrayList<>();
  private final List<Flow> flows = new ArrayList<>();
  private final Map<String, Map<String, String>> handedBack = new HashMap<>();

  private BpmnReader(FolderKind kind, Xml definitions) {
    this.kind = kind;
    this.definitions = definitions;
    this.elementReader = new ElementReader(definitions);
  }

  /**
   * Reads a file.
   *
   * @throws ContentException if it cannot be read
   */
  static ProcessFile read(byte[] bytes, FolderKind kind, Feel feel) {
    Xml root = Xml.root(bytes);
    if (!root.is(BPMN, "definitions")) {
      throw new ContentException("The file is not BPMN: its root must be bpmn:definitions.");
    }
    return new BpmnReader(kind, root).read(feel);
  }

  private ProcessFile read(Feel feel) {
    List<Xml> processes = definitions.all(BPMN, "process").toList();
    if (processes.size() != 1) {
      throw new ContentException(
          "The file holds "
              + processes.size()
              + " processes; one folder is one process. Move the others to folders of their own.");
    }
    Xml process = processes.get(0);
    scope(process, null);
    ProcessModel model =
        new ProcessModel(
            process.id(),
            kind,
            process.get("name"),
            null,
            inReadingOrder(),
            ElementReader.properties(process),
            steeringFacts(feel));
    return new ProcessFile(model, flows, handedBack);
  }

  /** Reads the flow elements of a process or sub-process. */
  private void scope(Xml scope, @org.jspecify.annotations.Nullable Xml parent) {
    List<Xml> children =
        scope.children().stream().filter(c -> BPMN.equals(c.dom().getNamespaceURI())).toList();
    for (Xml child : children) {
      if (child.is(BPMN, "sequenceFlow")) {
        String condition = child.first(BPMN, "conditionExpression").map(Xml::text).orElse(null);
        flows.add(
            new Flow(
                child.id(),
                Flow.Kind.SEQUENCE,
                child.get("sourceRef"),
                child.get("targetRef"),
                condition));
      } else if (ElementReader.isFlowNode(child)) {
        flowNode(child, parent);
      }
    }
  }

  private void flowNode(Xml node, @org.jspecify.annotations.Nullable Xml parent) {
    Element element = elementReader.read(node);
    elements.add(element);
    switch (element.kind()) {
      case GATEWAY -> gateways.put(element.id(), element.properties().get("gateway"));
      case START, MESSAGE_START, TIMER -> start(node, parent);
      case BOUNDARY -> flows.add(way(Flow.Kind.BOUNDARY, node.get("attachedToRef"), node.id()));
      case CALL -> handedBack.put(element.id(), ElementReader.handedBack(node));
      case SUB_PROCESS -> subProcess(node);
      default -> {
        // nothing beside the element itself
      }
    }
  }

  private void start(Xml node, @org.jspecify.annotations.Nullable Xml parent) {
    if (!node.is(BPMN, "startEvent")) {
      return;
    }
    if (parent == null) {
      entries.add(node.id());
    } else if (!"true".equals(parent.get("triggeredByEvent"))) {
      flows.add(way(Flow.Kind.NESTING, parent.id(), node.id()));
    }
  }

  private void subProcess(Xml node) {
    scope(node, node);
    List<String> onward =
        flows.stream()
            .filter(f -> f.kind() == Flow.Kind.SEQUENCE && f.from().equals(node.id()))
            .map(Flow::to)
            .toList();
    node.all(BPMN, "endEvent")
        .filter(end -> end.first(BPMN, "errorEventDefinition").isEmpty())
        .forEach(end -> onward.forEach(to -> flows.add(way(Flow.Kind.NESTING, end.id(), to))));
  }

  private static Flow way(Flow.Kind kind, String from, String to) {
    return new Flow(to, kind, from, to, null);
  }

  private List<Element> inReadingOrder() {
    Map<String, Element> byId = new HashMap<>();
    elements.forEach(e -> byId.put(e.id(), e));
    List<String> ids = elements.stream().map(Element::id).toList();
    List<Flow> known =
        flows.stream().filter(f -> byId.containsKey(f.from()) && byId.containsKey(f.to())).toList();
    ReadingOrder order = new ReadingOrder(ids, gateways, entries, known);
    List<Element> ordered = new ArrayList<>();
    for (String id : order.ids()) {
      Element element = byId.get(id);
      if (element != null) {
        ordered.add(element.at(ordered.size(), order.optional(id), order.exceptional(id)));
      }
    }
    return ordered;
  }

  private Set<String> steeringFacts(Feel feel) {
    Set<String> names = new TreeSet<>();
    for (Flow flow : flows) {
      if (flow.condition() != null) {
        try {
          names.addAll(feel.parse(flow.condition()).freeNames());
        } catch (FeelSyntaxException e) {
          // the checks say so, with the element; here nothing is known to be read
        }
      }
    }
    return names;
  }
}
