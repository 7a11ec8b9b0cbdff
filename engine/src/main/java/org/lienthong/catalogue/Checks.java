package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.List;
import org.lienthong.analysis.TableFinding;
import org.lienthong.feel.Feel;
import org.springframework.stereotype.Component;

/** Everything that can be wrong with a folder, seen beside the others. Thread-safe. */
@Component
class Checks {

  private final ModelLint lint;
  private final ContentReader reader;
  private final List<Check> checks;
  private final WholeTables tables;
  private final Callers callers;

  Checks(ModelLint lint, ContentReader reader, Feel feel) {
    this.lint = lint;
    this.reader = reader;
    this.tables = new WholeTables(feel);
    List<Check> leaning =
        List.of(
            new References(),
            new DecisionStyle(feel),
            new LocalTables(),
            new Contracts(feel),
            new FactFlow(feel),
            new Burden());
    this.callers = new Callers(leaning);
    this.checks = new ArrayList<>(leaning);
    checks.addAll(
        List.of(
            new TakeOver(),
            new Names(),
            new ProcessStyle(),
            new Consequences(feel),
            new FormStyle(),
            new TextsInStep(),
            new ParameterLabels(),
            new JurisdictionStyle(),
            tables));
  }

  /**
   * Reads a folder that may hold anything.
   *
   * @throws Unpublishable if it is not harmless
   */
  Content read(Folder folder) {
    Unpublishable.refuse(lint.check(folder));
    return reader.read(folder);
  }

  /**
   * Checks a folder. What is not harmless, or cannot be read, is said alone: whatever else one
   * would say of it is noise.
   *
   * @param beside the other folders; one of the same place is replaced
   */
  List<Finding> check(Folder folder, Contents beside) {
    Findings findings = new Findings(folder.key());
    findings.addAll(lint.check(folder));
    if (findings.hasErrors()) {
      return findings.list();
    }
    Content content = reader.read(folder);
    findings.addAll(content.problems());
    if (Bundle.pack(folder.files()).length() > Bundle.MAX_LENGTH) {
      findings.error(
          "folder-too-large", "", null, "The folder is too large to be published. Split it.");
    }
    if (findings.hasErrors()) {
      return findings.list();
    }
    Contents all = beside.with(content);
    checks.forEach(check -> check.check(content, all, findings));
    return findings.list();
  }

  /** Checks a folder, and whether what is live would still be right with it. */
  List<Finding> checkWithCallers(Folder folder, Contents live) {
    Findings findings = new Findings(folder.key());
    findings.addAll(check(folder, live));
    if (!findings.hasErrors()) {
      callers.check(reader.read(folder), live, findings);
    }
    return findings.list();
  }

  /** What a table does as a whole, under the law of all times and places. */
  List<TableFinding> analyse(LawTable table, Law law) {
    byte[] bytes = table.folder().files().get(table.key() + ".dmn");
    return bytes == null
        ? List.of()
        : tables.analyse(table.key(), bytes, law.parameters(), law.jurisdictions());
  }
}
