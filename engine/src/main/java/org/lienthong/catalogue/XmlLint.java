package org.lienthong.catalogue;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;

/** The checks that hold for every XML model: a list of what may stand in it, and nothing runs. */
final class XmlLint {

  /** Where an expression may stand, what it says, and whether that is agreed. */
  interface Expressions {
    /**
     * Whether an expression may stand where it stands.
     *
     * @param place the element, or {@code element@attribute}
     */
    boolean allow(String place, EngineExpression.Path path);
  }

  private static final String XMLNS = "http://www.w3.org/2000/xmlns/";
  private static final Pattern ID = Pattern.compile("[A-Za-z_][A-Za-z0-9_.-]{0,254}");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{3,8}|[a-z]{3,20}");
  private static final int MAX_ATTRIBUTE = 2_000;
  private static final int MAX_TEXT = 10_000;

  private final LintReport report;
  private final AllowList allowed;
  private final Map<String, String> prefixes;
  private final Expressions expressions;
  private final Predicate<String> feel;

  /**
   * @param prefixes per namespace the prefix by which the list knows it
   * @param feel elements whose text is FEEL, where {@code <} is no mark-up
   */
  XmlLint(
      LintReport report,
      AllowList allowed,
      Map<String, String> prefixes,
      Expressions expressions,
      Predicate<String> feel) {
    this.report = report;
    this.allowed = allowed;
    this.prefixes = prefixes;
    this.expressions = expressions;
    this.feel = feel;
  }

  /** Reads and checks the file; null if it cannot be read. */
  @Nullable Document check(byte[] bytes) {
    Document document = read(bytes);
    if (document != null) {
      walk(document);
    }
    return document;
  }

  private @Nullable Document read(byte[] bytes) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
      Document document = SafeXml.parse(bytes);
      String encoding = document.getXmlEncoding();
      if (encoding != null && !encoding.equalsIgnoreCase("UTF-8")) {
        report.error("xml-encoding", null, "The file says that it is not UTF-8. Save it as UTF-8.");
        return null;
      }
      return document;
    } catch (CharacterCodingException notUtf8) {
      report.error("xml-encoding", null, "The file is not UTF-8. Save it as UTF-8.");
    } catch (ContentException notReadable) {
      report.error("xml-unreadable", null, String.valueOf(notReadable.getMessage()));
    }
    return null;
  }

  private void walk(Node node) {
    if (node.getNodeType() == Node.PROCESSING_INSTRUCTION_NODE) {
      report.error(
          "xml-instruction",
          null,
          "The file has an instruction <?" + node.getNodeName() + " …?>. Delete it.");
    }
    if (node instanceof Element element) {
      checkElement(element);
    }
    for (Node c = node.getFirstChild(); c != null; c = c.getNextSibling()) {
      walk(c);
    }
  }

  String name(Node node) {
    String uri = node.getNamespaceURI();
    if (uri == null) {
      return node.getLocalName();
    }
    String prefix = prefixes.get(uri);
    return (prefix == null ? "{" + uri + "}" : prefix + ":") + node.getLocalName();
  }

  private void checkElement(Element element) {
    String name = name(element);
    if (!allowed.hasElement(name)) {
      refuse(element, name, "element", "An element " + name);
      return;
    }
    NamedNodeMap attributes = element.getAttributes();
    for (int i = 0; i < attributes.getLength(); i++) {
      Attr attribute = (Attr) attributes.item(i);
      if (!XMLNS.equals(attribute.getNamespaceURI())) {
        checkAttribute(element, name, attribute);
      }
    }
    String text = text(element);
    if (!text.isBlank()) {
      checkText(element, name, text);
    }
  }

  private void refuse(Element element, String name, String kind, String what) {
    AllowList.Refusal refusal = allowed.refusal(kind.equals("attribute") ? "@" + name : name);
    String where = " (at " + place(element) + ")";
    if (refusal != null) {
      report.error(
          refusal.rule(), nearestId(element), what + " is refused" + where + ": " + refusal.mend());
    } else {
      report.error(
          "unknown-" + kind,
          nearestId(element),
          what + " is not on the list of what a model may hold" + where + ". Delete it.");
    }
  }

  private void checkAttribute(Element element, String name, Attr attribute) {
    String key = name(attribute);
    if (!allowed.hasAttribute(name, key)) {
      refuse(element, key, "attribute", "An attribute " + key + " on " + name);
      return;
    }
    String value = attribute.getValue();
    if (value.length() > MAX_ATTRIBUTE) {
      report.error("too-long", nearestId(element), key + " has too many characters. Shorten it.");
    }
    if (key.equals("id") && !ID.matcher(value).matches()) {
      report.error(
          "id-form",
          nearestId(element),
          "An id is letters, digits, _ . and -, and does not begin with a digit: "
              + LintReport.quote(value));
    }
    boolean colour = key.startsWith("bioc:") || key.startsWith("color:");
    if (colour && !COLOUR.matcher(value).matches()) {
      report.error("unknown-attribute", nearestId(element), key + " is no colour.");
    }
    checkRuns(element, name + "@" + key, value);
    checkMarkup(element, key, value);
  }

  private void checkText(Element element, String name, String text) {
    checkRuns(element, name, text.strip());
    if (!allowed.mayHoldText(name)) {
      report.error(
          "unknown-text", nearestId(element), "Text in " + name + ": " + LintReport.quote(text));
      return;
    }
    if (text.length() > MAX_TEXT) {
      report.error("too-long", nearestId(element), name + " has too many characters. Shorten it.");
    }
    if (!feel.test(name)) {
      checkMarkup(element, name, text);
    }
  }

  private void checkRuns(Element element, String place, String value) {
    EngineExpression expression = EngineExpression.read(value);
    boolean harmless =
        expression instanceof EngineExpression.Literal
            || (expression instanceof EngineExpression.Path path && expressions.allow(place, path));
    if (!harmless) {
      report.error(
          "expression",
          nearestId(element),
          "An expression stands where none may, or does more than name a variable: "
              + LintReport.quote(value)
              + " in "
              + place
              + ". Delete it; conditions and mappings are written in FEEL.");
    }
  }

  private void checkMarkup(Element element, String what, String value) {
    if (PlainWords.hasMarkup(value)) {
      report.error(
          "markup",
          nearestId(element),
          what + " holds mark-up or a link that runs: " + LintReport.quote(value));
    }
  }

  /** The element's own text, that of its children left out. */
  static String text(Element element) {
    StringBuilder text = new StringBuilder();
    for (Node c = element.getFirstChild(); c != null; c = c.getNextSibling()) {
      if (c.getNodeType() == Node.TEXT_NODE || c.getNodeType() == Node.CDATA_SECTION_NODE) {
        text.append(c.getNodeValue());
      }
    }
    return text.toString();
  }

  private String place(Element element) {
    String id = nearestId(element);
    return id == null ? "the file's root" : id;
  }

  static @Nullable String nearestId(Element element) {
    for (Node node = element; node instanceof Element e; node = node.getParentNode()) {
      if (e.hasAttribute("id")) {
        return e.getAttribute("id");
      }
    }
    return null;
  }
}
