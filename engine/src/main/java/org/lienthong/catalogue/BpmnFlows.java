package org.lienthong.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Follows the sequence flows for loops that would not end: those in which nothing waits, and those
 * that make more tokens at every turn.
 */
final class BpmnFlows {

  private static final Set<String> WAITS =
      Set.of("userTask", "serviceTask", "intermediateCatchEvent", "eventBasedGateway");
  private static final String LEFT = "#left";

  private final LintReport report;
  private final Map<String, Element> nodes = new TreeMap<>();
  private final Map<String, Set<String>> edges = new TreeMap<>();

  BpmnFlows(LintReport report) {
    this.report = report;
  }

  void check(Document document) {
    NodeList all = document.getElementsByTagNameNS(BpmnLint.BPMN, "*");
    for (int i = 0; i < all.getLength(); i++) {
      Element element = (Element) all.item(i);
      if (element.hasAttribute("id")
          && nodes.putIfAbsent(element.getAttribute("id"), element) != null) {
        report.error(
            "duplicate-id", element.getAttribute("id"), "Two elements have this id. Rename one.");
      }
    }
    nodes.values().forEach(this::connect);
    for (Set<String> loop : loops(edges)) {
      checkGrowth(loop);
    }
    for (Set<String> loop : loops(withoutWaits())) {
      report.error(
          "bpmn-endless-loop",
          anyNode(loop),
          "The loop through "
              + loop.stream().filter(n -> !n.endsWith(LEFT)).toList()
              + " waits for nothing and would run for ever. Put a task, a question to an agency, a"
              + " timer or a message into it.");
    }
  }

  private void connect(Element element) {
    String id = element.getAttribute("id");
    switch (element.getLocalName()) {
      case "sequenceFlow" -> connectFlow(element);
      case "boundaryEvent" -> edge(element.getAttribute("attachedToRef"), id);
      case "startEvent" -> container(element).ifPresent(sub -> edge(sub, id));
      case "endEvent" -> container(element).ifPresent(sub -> edge(id, sub + LEFT));
      default -> {
        // reached by flows only
      }
    }
  }

  private void connectFlow(Element flow) {
    Element source = nodes.get(flow.getAttribute("sourceRef"));
    Element target = nodes.get(flow.getAttribute("targetRef"));
    if (source == null || target == null) {
      report.error(
          "bpmn-dangling-flow", flow.getAttribute("id"), "The flow begins or ends nowhere.");
      return;
    }
    String from = source.getAttribute("id");
    edge(
        source.getLocalName().equals("subProcess") ? from + LEFT : from, target.getAttribute("id"));
  }

  /** The sub-process that an event belongs to, if it belongs to one. */
  private static Optional<String> container(Element event) {
    return event.getParentNode() instanceof Element parent
            && parent.getLocalName().equals("subProcess")
        ? Optional.of(parent.getAttribute("id"))
        : Optional.empty();
  }

  private void edge(String from, String to) {
    edges.computeIfAbsent(from, f -> new HashSet<>()).add(to);
  }

  private Map<String, Set<String>> withoutWaits() {
    Map<String, Set<String>> rest = new TreeMap<>();
    edges.forEach(
        (from, targets) -> {
          if (!waits(from)) {
            Set<String> kept = new HashSet<>(targets);
            kept.removeIf(this::waits);
            rest.put(from, kept);
          }
        });
    return rest;
  }

  private boolean waits(String id) {
    Element node = nodes.get(id);
    return node != null && WAITS.contains(node.getLocalName());
  }

  private void checkGrowth(Set<String> loop) {
    boolean joins = loop.stream().anyMatch(id -> isJoin(id, loop));
    for (String id : loop) {
      long within = edges.getOrDefault(id, Set.of()).stream().filter(loop::contains).count();
      if (within > 1 && splits(id) && !joins) {
        report.error(
            "bpmn-token-growth",
            id,
            "The loop comes back on more ways than it began with, so that the work doubles at every"
                + " turn. Join the ways before the loop returns.");
      }
    }
  }

  private boolean splits(String id) {
    Element node = nodes.get(id);
    return node != null
        && !Set.of("exclusiveGateway", "eventBasedGateway", "subProcess")
            .contains(node.getLocalName())
        && edges.getOrDefault(id, Set.of()).stream().filter(t -> !isBoundary(t)).count() > 1;
  }

  private boolean isBoundary(String id) {
    Element node = nodes.get(id);
    return node != null && node.getLocalName().equals("boundaryEvent");
  }

  private boolean isJoin(String id, Set<String> loop) {
    Element node = nodes.get(id);
    return node != null
        && Set.of("parallelGateway", "inclusiveGateway").contains(node.getLocalName())
        && loop.stream().filter(n -> edges.getOrDefault(n, Set.of()).contains(id)).count() > 1;
  }

  private static String anyNode(Set<String> loop) {
    return loop.stream().filter(n -> !n.endsWith(LEFT)).findFirst().orElse("");
  }

  /** The loops of a graph: nodes that can each come back to themselves through one another. */
  private static List<Set<String>> loops(Map<String, Set<String>> graph) {
    Map<String, Set<String>> reached = new TreeMap<>();
    graph.keySet().forEach(node -> reached.put(node, reachedFrom(node, graph)));
    List<Set<String>> loops = new ArrayList<>();
    Set<String> done = new HashSet<>();
    reached.forEach(
        (node, reach) -> {
          if (reach.contains(node) && !done.contains(node)) {
            Set<String> loop = new TreeSet<>(reach);
            loop.removeIf(other -> !reached.getOrDefault(other, Set.of()).contains(node));
            done.addAll(loop);
            loops.add(loop);
          }
        });
    return loops;
  }

  private static Set<String> reachedFrom(String start, Map<String, Set<String>> graph) {
    Set<String> reached = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(graph.getOrDefault(start, Set.of()));
    while (!next.isEmpty()) {
      String node = next.pop();
      if (reached.add(node)) {
        next.addAll(graph.getOrDefault(node, Set.of()));
      }
    }
    return reached;
  }
}
