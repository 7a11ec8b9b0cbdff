package org.lienthong.catalogue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Node;

/** An element of a BPMN or DMN file, with the few questions that readers ask of it. */
record Xml(org.w3c.dom.Element dom) {

  static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
  static final String DMN = "https://www.omg.org/spec/DMN/20191111/MODEL/";
  static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";

  /** The root of a document, read safely. */
  static Xml root(byte[] bytes) {
    return new Xml(SafeXml.parse(bytes).getDocumentElement());
  }

  String tag() {
    return dom.getLocalName();
  }

  boolean is(String namespace, String tag) {
    return namespace.equals(dom.getNamespaceURI()) && tag.equals(dom.getLocalName());
  }

  /** An attribute without a namespace; empty where it is not there. */
  String get(String name) {
    return dom.getAttribute(name);
  }

  String id() {
    return get("id");
  }

  @Nullable String orNull(String name) {
    return dom.hasAttribute(name) ? dom.getAttribute(name) : null;
  }

  @Nullable String camunda(String name) {
    return dom.hasAttributeNS(CAMUNDA, name) ? dom.getAttributeNS(CAMUNDA, name) : null;
  }

  String text() {
    return dom.getTextContent().strip();
  }

  List<Xml> children() {
    List<Xml> children = new ArrayList<>();
    for (Node node = dom.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof org.w3c.dom.Element child) {
        children.add(new Xml(child));
      }
    }
    return children;
  }

  Stream<Xml> all(String namespace, String tag) {
    return children().stream().filter(c -> c.is(namespace, tag));
  }

  Optional<Xml> first(String namespace, String tag) {
    return all(namespace, tag).findFirst();
  }

  /** A Camunda extension of the element. */
  Optional<Xml> extension(String tag) {
    return first(BPMN, "extensionElements").flatMap(e -> e.first(CAMUNDA, tag));
  }
}
