package org.lienthong.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Puts flow nodes into the order in which a person reads them, and tells which may be left out.
 *
 * <p>A token that enters weighs one. A choice divides the weight, a merge adds it up again, a fork
 * hands it on whole, a boundary event gets nothing: what weighs less than one may never be reached.
 */
final class ReadingOrder {

  private static final double NEARLY_ONE = 1 - 1e-9;

  private final Map<String, String> gateways;
  private final Map<String, List<Flow>> outgoing = new HashMap<>();
  private final Set<Flow> back = new HashSet<>();
  private final List<String> order = new ArrayList<>();
  private final Map<String, Double> weights = new HashMap<>();

  /**
   * Orders nodes.
   *
   * @param nodes ids as they stand in the file
   * @param gateways per gateway its kind
   * @param entries the starts of the process, which share the token's weight
   */
  ReadingOrder(
      List<String> nodes, Map<String, String> gateways, List<String> entries, List<Flow> flows) {
    this.gateways = gateways;
    // arrows first, so that what follows a boundary event is read after the main way
    for (Flow.Kind kind : Flow.Kind.values()) {
      for (Flow flow : flows) {
        if (flow.kind() == kind) {
          outgoing.computeIfAbsent(flow.from(), id -> new ArrayList<>()).add(flow);
        }
      }
    }
    walk(nodes, entries, flows);
    weigh(entries);
  }

  /** The ids in reading order. */
  List<String> ids() {
    return order;
  }

  /** Whether a journey may end without having been there. */
  boolean optional(String id) {
    return weights.getOrDefault(id, 0.0) < NEARLY_ONE;
  }

  /** Whether only a boundary event leads there. */
  boolean exceptional(String id) {
    return weights.getOrDefault(id, 0.0) == 0;
  }

  private void walk(List<String> nodes, List<String> entries, List<Flow> flows) {
    Set<String> targets = new HashSet<>();
    flows.forEach(flow -> targets.add(flow.to()));
    List<String> roots = new ArrayList<>(entries);
    nodes.stream().filter(id -> !targets.contains(id)).forEach(roots::add);
    roots.addAll(nodes);
    Collections.reverse(roots);
    Set<String> seen = new HashSet<>();
    for (String root : roots) {
      if (seen.add(root)) {
        depthFirst(root, seen);
      }
    }
    Collections.reverse(order);
  }

  /** Without recursion: a file may chain more nodes than the stack has frames. */
  private void depthFirst(String root, Set<String> seen) {
    Map<String, Iterator<Flow>> path = new LinkedHashMap<>();
    Deque<String> stack = new ArrayDeque<>();
    stack.push(root);
    path.put(root, lastFirst(root));
    while (!stack.isEmpty()) {
      String node = stack.peek();
      Iterator<Flow> flows = path.getOrDefault(node, Collections.emptyIterator());
      if (!flows.hasNext()) {
        stack.pop();
        path.remove(node);
        order.add(node);
        continue;
      }
      Flow flow = flows.next();
      if (path.containsKey(flow.to())) {
        back.add(flow);
      } else if (seen.add(flow.to())) {
        stack.push(flow.to());
        path.put(flow.to(), lastFirst(flow.to()));
      }
    }
  }

  private Iterator<Flow> lastFirst(String node) {
    List<Flow> flows = new ArrayList<>(outgoing.getOrDefault(node, List.of()));
    Collections.reverse(flows);
    return flows.iterator();
  }

  private void weigh(List<String> entries) {
    entries.forEach(entry -> weights.put(entry, 1.0 / entries.size()));
    for (String node : order) {
      List<Flow> onward =
          outgoing.getOrDefault(node, List.of()).stream()
              .filter(f -> f.kind() != Flow.Kind.BOUNDARY && !back.contains(f))
              .toList();
      double weight = weights.getOrDefault(node, 0.0);
      double share = chooses(node, onward) ? weight / onward.size() : weight;
      for (Flow flow : onward) {
        boolean joins = "parallel".equals(gateways.get(flow.to()));
        weights.merge(flow.to(), share, (a, b) -> joins ? Math.max(a, b) : Math.min(1, a + b));
      }
    }
  }

  private boolean chooses(String node, List<Flow> onward) {
    String gateway = gateways.get(node);
    return gateway != null
        ? !"parallel".equals(gateway)
        : onward.stream().anyMatch(f -> f.condition() != null);
  }
}
