package org.lienthong.catalogue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.lienthong.catalogue.Element.Kind;
import org.lienthong.feel.Feel;
import org.lienthong.feel.FeelSyntaxException;

/** Something follows from every decision, and nothing that went before falls with a service. */
final class Consequences implements Check {

  private final Feel feel;

  Consequences(Feel feel) {
    this.feel = feel;
  }

  @Override
  public void check(Content content, Contents all, Findings findings) {
    if (content.process() == null) {
      return;
    }
    String file = content.key() + ".bpmn";
    ProcessFile process = content.process();
    for (Element element : process.model().elements()) {
      if (element.kind() == Kind.DECIDE && element.resultVariable() != null) {
        decision(file, element, element.resultVariable(), process, findings);
      } else if (element.kind() == Kind.CALL && content.kind() == FolderKind.LIFE_EVENT) {
        call(file, element, findings);
      }
    }
  }

  private void decision(
      String file, Element task, String status, ProcessFile process, Findings findings) {
    if (!isRead(status, task, process)) {
      findings.error(
          "decision-unread",
          file,
          task.id(),
          "Whatever is decided here, the journey goes on the same way: no condition after it reads"
              + " "
              + status
              + ". Draw a gateway that says what follows ELIGIBLE and NOT_ELIGIBLE, and who looks"
              + " at NEEDS_HUMAN and NEEDS_DATA.");
    }
  }

  /** Whether a condition reads the status before it is decided anew. */
  private boolean isRead(String status, Element task, ProcessFile process) {
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(Set.of(task.id()));
    while (!next.isEmpty()) {
      String from = next.pop();
      for (Flow flow : process.flows()) {
        if (flow.from().equals(from)) {
          if (reads(flow, status)) {
            return true;
          }
          if (!decides(flow.to(), status, process) && seen.add(flow.to())) {
            next.add(flow.to());
          }
        }
      }
    }
    return false;
  }

  private boolean reads(Flow flow, String status) {
    try {
      return flow.condition() != null && feel.parse(flow.condition()).freeNames().contains(status);
    } catch (FeelSyntaxException e) {
      // another check says so, with the flow
      return true;
    }
  }

  private static boolean decides(String id, String status, ProcessFile process) {
    return process.model().element(id).filter(e -> status.equals(e.resultVariable())).isPresent();
  }

  private static void call(String file, Element call, Findings findings) {
    if (!"true".equals(call.properties().get("asyncBefore"))) {
      findings.error(
          "call-rolls-back",
          file,
          call.id(),
          "If this service fails as it begins, whatever the journey did just before is undone with"
              + " it, a registration too. Set «Asynchronous before» (camunda:asyncBefore=\"true\"),"
              + " as the template \"Call a service\" does.");
    }
  }
}
