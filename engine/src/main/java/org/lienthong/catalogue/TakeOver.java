package org.lienthong.catalogue;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.lienthong.catalogue.Element.Kind;

/**
 * No folder deploys what is another's, and no processes call each other round and round: the engine
 * would let the last one win, and run the other for ever.
 */
final class TakeOver implements Check {

  @Override
  public void check(Content content, Contents all, Findings findings) {
    switch (content.kind()) {
      case LIFE_EVENT -> process(content, FolderKind.SERVICE, all, findings);
      case SERVICE -> process(content, FolderKind.LIFE_EVENT, all, findings);
      case DECISION -> decisions(content, all, findings);
      default -> {
        // deploys nothing that has a key of its own
      }
    }
  }

  private static void process(Content content, FolderKind other, Contents all, Findings findings) {
    String file = content.key() + ".bpmn";
    if (all.find(other, content.key()).isPresent()) {
      findings.error(
          "process-taken",
          file,
          content.key(),
          "There is already a folder "
              + other.path()
              + "/"
              + content.key()
              + ", and both would deploy a process of that name. Rename this one.");
    }
    List<String> calls = calls(content.key(), all);
    if (calls.contains(content.key())) {
      findings.error(
          "call-loop",
          file,
          content.key(),
          "The process is called again by what it calls ("
              + String.join(", ", calls)
              + "): the calls would never end. Take one of them out.");
    }
  }

  /** Every process that a process calls, and those that they call, itself if they do. */
  private static List<String> calls(String key, Contents all) {
    List<String> called = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(List.of(key));
    while (!next.isEmpty()) {
      all.process(next.pop()).stream()
          .flatMap(process -> process.model().elements().stream())
          .filter(element -> element.kind() == Kind.CALL)
          .map(element -> String.valueOf(element.calledProcess()))
          .filter(seen::add)
          .forEach(
              callee -> {
                called.add(callee);
                next.add(callee);
              });
    }
    return called;
  }

  private static void decisions(Content content, Contents all, Findings findings) {
    for (String decision : content.decisions().keySet()) {
      for (Content other : all.of(FolderKind.DECISION)) {
        boolean same = other.key().equals(content.key());
        // of two folders whose names a decision begins with, the longer name is its owner
        boolean closer =
            other.key().length() > content.key().length() && decision.startsWith(other.key() + "-");
        if (!same && (closer || other.decisions().containsKey(decision))) {
          findings.error(
              "decision-taken",
              decision + ".dmn",
              decision,
              "The decision belongs to the folder decisions/"
                  + other.key()
                  + ", and both would deploy it. Rename this one, beginning with "
                  + content.key()
                  + "-.");
        }
      }
    }
  }
}
