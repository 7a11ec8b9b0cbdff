package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.lienthong.catalogue.Finding.Severity;

/**
 * Live folders that a change of another would break: whoever asks, calls or decides by it takes its
 * newest version.
 */
final class Callers {

  private final List<Check> checks;

  Callers(List<Check> checks) {
    this.checks = checks;
  }

  /** Says to the author of a change which live folders it would break, and by what. */
  void check(Content changed, Contents live, Findings findings) {
    Contents after = live.with(changed);
    for (Content caller : live.all()) {
      boolean itself =
          Contents.Place.of(caller.folder()).equals(Contents.Place.of(changed.folder()));
      if (!itself && mayLean(caller, changed)) {
        broken(caller, live, after).forEach(error -> say(caller, error, findings));
      }
    }
  }

  private static boolean mayLean(Content caller, Content changed) {
    return caller.process() != null
        || caller.kind() == FolderKind.DECISION && changed.kind() == FolderKind.PARAMETERS;
  }

  /** What was wrong before the change is not the change's fault. */
  private List<Finding> broken(Content caller, Contents live, Contents after) {
    List<Finding> errors = new ArrayList<>(errors(caller, after));
    if (!errors.isEmpty()) {
      errors.removeAll(errors(caller, live));
    }
    return errors;
  }

  private List<Finding> errors(Content caller, Contents all) {
    Findings findings = new Findings(caller.key());
    checks.forEach(check -> check.check(caller, all, findings));
    return findings.list().stream().filter(f -> f.severity() == Severity.ERROR).toList();
  }

  private static void say(Content caller, Finding error, Findings findings) {
    String place = caller.kind().path() + "/" + caller.key();
    findings.error(
        "breaks-caller",
        "",
        null,
        place
            + " is live and leans on this folder; with the change it would no longer be right: "
            + error.message()
            + " ("
            + error.file()
            + (error.element() == null ? "" : ", " + error.element())
            + ") Publish a change of "
            + caller.key()
            + " first that works with both, or keep here what it needs.");
  }
}
