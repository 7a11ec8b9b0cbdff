package org.lienthong.catalogue;

/** The checks on any words of content that people will read. */
final class PlainText {

  private PlainText() {}

  static void check(LintReport report, String element, String text) {
    if (PlainWords.hasMarkup(text)) {
      report.error(
          "markup",
          element,
          "Texts are plain words; this one holds mark-up or a link that runs: "
              + LintReport.quote(text));
    }
    if (PlainWords.hasOddLink(text)) {
      report.error(
          "link",
          element,
          "Links lead to https:// or to a page of ours (/…): " + LintReport.quote(text));
    }
    boolean control =
        text.codePoints()
            .anyMatch(
                c ->
                    Character.getType(c) == Character.CONTROL
                        && c != '\n'
                        && c != '\t'
                        && c != '\r');
    if (control) {
      report.error("control-character", element, "The text holds a control character. Delete it.");
    }
  }
}
