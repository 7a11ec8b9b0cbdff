package org.lienthong.catalogue;

import java.util.List;
import java.util.stream.Collectors;

/** Content with errors, which nobody can publish. */
public class Unpublishable extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final transient List<Finding> findings;

  private Unpublishable(List<Finding> errors) {
    super(
        errors.stream()
            .map(f -> f.file() + " " + f.rule() + ": " + f.message())
            .collect(Collectors.joining("\n")));
    this.findings = List.copyOf(errors);
  }

  /** Throws if an error is among the findings. */
  static void refuse(List<Finding> findings) {
    List<Finding> errors =
        findings.stream().filter(f -> f.severity() == Finding.Severity.ERROR).toList();
    if (!errors.isEmpty()) {
      throw new Unpublishable(errors);
    }
  }

  /** The errors. */
  public List<Finding> findings() {
    return findings;
  }
}
