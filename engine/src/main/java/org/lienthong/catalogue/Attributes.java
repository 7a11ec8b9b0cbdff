package org.lienthong.catalogue;

import java.util.regex.Pattern;
import org.w3c.dom.Element;

/** The form of attributes that name something: a key, a variable, a message. */
final class Attributes {

  private static final int MAX_NAME = 255;

  private Attributes() {}

  static void must(
      LintReport report, Element element, String attribute, Pattern form, String rule) {
    must(report, element, attribute, element.getAttribute(attribute), form, rule);
  }

  static void mustCamunda(
      LintReport report, Element element, String attribute, Pattern form, String rule) {
    must(
        report,
        element,
        "camunda:" + attribute,
        element.getAttributeNS(BpmnLint.CAMUNDA, attribute),
        form,
        rule);
  }

  private static void must(
      LintReport report, Element element, String what, String value, Pattern form, String rule) {
    if (value.length() > MAX_NAME || !form.matcher(value).matches()) {
      report.error(
          rule,
          XmlLint.nearestId(element),
          what
              + " of "
              + element.getLocalName()
              + " is "
              + LintReport.quote(value)
              + "; it must read like "
              + form.pattern()
              + ".");
    }
  }
}
