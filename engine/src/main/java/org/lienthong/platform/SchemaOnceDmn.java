package org.lienthong.platform;

import java.io.InputStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.impl.DmnParser;
import org.xml.sax.SAXException;

/**
 * Reads decision models.
 *
 * <p>It does so as the engine's own reader does, but against schemas that are compiled once in a
 * JVM: reading all versions of DMN's schema anew for each file takes 30 times as long as reading
 * the file.
 *
 * <p>Where a model says that its schema lies elsewhere, nobody looks there.
 */
final class SchemaOnceDmn extends Dmn {

  private static final String FOLDER = "org/camunda/bpm/model/dmn/schema/";
  private static final Schema SCHEMA = schema();

  private final DmnParser parser = new Parser();

  /** Has everybody in this JVM read so, the engine included. Again is without effect. */
  static synchronized void install() {
    if (!(INSTANCE instanceof SchemaOnceDmn)) {
      INSTANCE = new SchemaOnceDmn();
    }
  }

  @Override
  protected DmnModelInstance doReadModelFromInputStream(InputStream model) {
    return parser.parseModelFromStream(model);
  }

  private static Schema schema() {
    Source[] versions =
        Stream.of("DMN15", "DMN14", "DMN13", "DMN12", "DMN11", "DMN11_Alternative")
            .map(version -> Dmn.class.getClassLoader().getResource(FOLDER + version + ".xsd"))
            .map(file -> new StreamSource(file.toString()))
            .toArray(Source[]::new);
    try {
      return SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(versions);
    } catch (SAXException e) {
      throw new IllegalStateException("the engine's own schemas of DMN cannot be read", e);
    }
  }

  private static final class Parser extends DmnParser {

    private static final String JAXP = "http://java.sun.com/xml/jaxp/properties/";

    @Override
    protected void configureFactory(DocumentBuilderFactory factory) {
      super.configureFactory(factory);
      factory.setAttribute(JAXP + "schemaSource", null);
      factory.setAttribute(JAXP + "schemaLanguage", null);
      factory.setValidating(false);
      factory.setSchema(SCHEMA);
    }
  }
}
