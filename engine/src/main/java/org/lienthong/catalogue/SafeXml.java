package org.lienthong.catalogue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/**
 * Reads XML that a stranger may have written.
 *
 * <p>Refuses DOCTYPE, more than 1 MB and elements nested deeper than 100; fetches nothing. Aware of
 * namespaces. Thread-safe.
 */
final class SafeXml {

  static final int MAX_BYTES = 1024 * 1024;
  static final int MAX_DEPTH = 100;

  private static final String DISALLOW_DOCTYPE =
      "http://apache.org/xml/features/disallow-doctype-decl";
  private static final String DEPTH_LIMIT = "jdk.xml.maxElementDepth";
  private static final String DEPTH_EXCEEDED = "JAXP00010006";

  private SafeXml() {}

  /**
   * Reads a document.
   *
   * @throws ContentException if it is not XML or not harmless; the message says where and why
   */
  static Document parse(byte[] bytes) {
    if (bytes.length > MAX_BYTES) {
      throw new ContentException(
          "The file has " + bytes.length + " bytes; at most " + MAX_BYTES + " are read. Split it.");
    }
    try {
      return builder().parse(new ByteArrayInputStream(bytes));
    } catch (SAXParseException e) {
      throw new ContentException(explain(e), e);
    } catch (SAXException | IOException e) {
      throw new ContentException("The file cannot be read as XML: " + e.getMessage(), e);
    }
  }

  private static String explain(SAXParseException e) {
    String message = String.valueOf(e.getMessage());
    if (message.contains("DOCTYPE")) {
      return "The file has a DOCTYPE; models need none and it is refused. Delete it.";
    }
    if (message.contains(DEPTH_EXCEEDED)) {
      return "Elements are nested deeper than " + MAX_DEPTH + "; no model needs that.";
    }
    return "The file is not well-formed XML (line " + e.getLineNumber() + "): " + message;
  }

  private static DocumentBuilder builder() {
    try {
      // the JDK's own parser, whatever else is on the class path: the limits are its
      DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature(DISALLOW_DOCTYPE, true);
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_DTD, "");
      factory.setAttribute(XMLConstants.ACCESS_EXTERNAL_SCHEMA, "");
      factory.setAttribute(DEPTH_LIMIT, String.valueOf(MAX_DEPTH));
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      DocumentBuilder builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new Strict());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("this JDK cannot read XML safely", e);
    }
  }

  /** Throws instead of printing to standard error, which is what the JDK does by default. */
  private static final class Strict implements ErrorHandler {
    @Override
    public void warning(SAXParseException e) {
      // a warning about a document without a DTD says nothing
    }

    @Override
    public void error(SAXParseException e) throws SAXException {
      throw e;
    }

    @Override
    public void fatalError(SAXParseException e) throws SAXException {
      throw e;
    }
  }
}
