package org.lienthong.design;

import java.io.ByteArrayInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the elements of a BPMN or DMN file that a stranger may have written; fetches nothing. */
final class ModelXml {

  private static final int MAX_DEPTH = 100;

  /** Namespaces of shapes and lines: where a thing is drawn says nothing of what it does. */
  private static final Set<String> DRAWING =
      Set.of(
          "http://www.omg.org/spec/BPMN/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DI",
          "http://www.omg.org/spec/DD/20100524/DC",
          "https://www.omg.org/spec/DMN/20191111/DMNDI/",
          "http://www.omg.org/spec/DMN/20180521/DI/",
          "http://www.omg.org/spec/DMN/20180521/DC/");

  /** Parts that have an id but that a person sees as part of what holds them. */
  private static final Set<String> PARTS =
      Set.of(
          "inputEntry",
          "outputEntry",
          "inputExpression",
          "variable",
          "conditionExpression",
          "informationRequirement",
          "errorEventDefinition",
          "timerEventDefinition",
          "messageEventDefinition");

  private final XMLStreamReader xml;
  private final List<ModelElement> elements = new ArrayList<>();
  private final Deque<Part> stack = new ArrayDeque<>();

  private ModelXml(XMLStreamReader xml) {
    this.xml = xml;
  }

  static boolean isModel(String file) {
    return file.endsWith(".bpmn") || file.endsWith(".dmn");
  }

  /** The elements in the order of the file, holders before what they hold. */
  static List<ModelElement> read(byte[] content) throws UnreadableModelException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    try {
      return new ModelXml(factory.createXMLStreamReader(new ByteArrayInputStream(content))).all();
    } catch (XMLStreamException e) {
      throw new UnreadableModelException(
          "The file is not well-formed XML (line %d): mend it there, or undo the last change."
              .formatted(e.getLocation() == null ? 0 : e.getLocation().getLineNumber()));
    }
  }

  private List<ModelElement> all() throws XMLStreamException, UnreadableModelException {
    int drawing = 0;
    while (xml.hasNext()) {
      int event = xml.next();
      if (event == XMLStreamConstants.DTD) {
        throw new UnreadableModelException("The file has a DOCTYPE; models need none. Delete it.");
      } else if (event == XMLStreamConstants.START_ELEMENT) {
        drawing += DRAWING.contains(String.valueOf(xml.getNamespaceURI())) || drawing > 0 ? 1 : 0;
        if (stack.size() + drawing > MAX_DEPTH) {
          throw new UnreadableModelException(
              "Elements are nested deeper than " + MAX_DEPTH + "; no model needs that.");
        }
        if (drawing == 0) {
          begin();
        }
      } else if (event == XMLStreamConstants.END_ELEMENT) {
        if (drawing > 0) {
          drawing--;
        } else {
          end();
        }
      } else if (event == XMLStreamConstants.CHARACTERS && drawing == 0 && !stack.isEmpty()) {
        stack.element().text.append(xml.getText());
      }
    }
    return List.copyOf(elements);
  }

  private void begin() {
    String type = xml.getLocalName();
    Part holder = stack.peek();
    String id = xml.getAttributeValue(null, "id");
    if (id == null || (holder != null && PARTS.contains(type))) {
      stack.push(new Part(type, holder == null ? null : holder.owner, pathOf(type, holder)));
      attributes(stack.element(), false);
      return;
    }
    int depth = holder == null || holder.owner == null ? 0 : holder.owner.depth + 1;
    Owner owner = new Owner(id, type, name(), depth, elements.size());
    elements.add(new ModelElement("", type, "", depth, Map.of()));
    stack.push(new Part(type, owner, ""));
    attributes(stack.element(), true);
  }

  private void end() {
    Part part = stack.pop();
    String text = part.text.toString().strip();
    if (part.owner == null) {
      return;
    }
    // flows say themselves what they join
    boolean flowEnd = part.type.equals("incoming") || part.type.equals("outgoing");
    if (!text.isEmpty() && !flowEnd) {
      part.owner.say(part.path, text);
    }
    if (part.path.isEmpty()) {
      Owner owner = part.owner;
      elements.set(
          owner.place,
          new ModelElement(owner.id, owner.type, owner.name, owner.depth, owner.details));
    }
  }

  /** Where a part lies within its owner; a camunda property is found by its own name. */
  private String pathOf(String type, @Nullable Part holder) {
    String name = xml.getAttributeValue(null, "name");
    String own =
        type.equals("extensionElements") ? "" : name == null ? type : type + " " + name.strip();
    String before = holder == null ? "" : holder.path;
    return before.isEmpty() ? own : own.isEmpty() ? before : before + "/" + own;
  }

  private void attributes(Part part, boolean own) {
    if (part.owner == null) {
      return;
    }
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      String name = xml.getAttributeLocalName(i);
      // the modeler leaves out a binding to the latest, which is what none means
      boolean latest = name.endsWith("Binding") && xml.getAttributeValue(i).equals("latest");
      if (name.equals("id") || (!own && name.equals("name")) || latest) {
        continue;
      }
      // the value of a property is the property; everything else keeps its attribute's name
      String path = part.path.isEmpty() ? name : part.path + "/" + name;
      boolean plain = !own && name.equals("value");
      part.owner.say(plain ? part.path : path, xml.getAttributeValue(i));
    }
  }

  /** Columns of tables have a label, everything else a name. */
  private String name() {
    String name = xml.getAttributeValue(null, "name");
    String label = xml.getAttributeValue(null, "label");
    return name != null ? name : label != null ? label : "";
  }

  private static final class Part {
    private final String type;
    private final @Nullable Owner owner;
    private final String path;
    private final StringBuilder text = new StringBuilder();

    Part(String type, @Nullable Owner owner, String path) {
      this.type = type;
      this.owner = owner;
      this.path = path;
    }
  }

  private static final class Owner {
    private final String id;
    private final String type;
    private final String name;
    private final int depth;
    private final int place;
    private final Map<String, String> details = new LinkedHashMap<>();

    Owner(String id, String type, String name, int depth, int place) {
      this.id = id;
      this.type = type;
      this.name = name;
      this.depth = depth;
      this.place = place;
    }

    void say(String path, String value) {
      String free = path.isEmpty() ? "text" : path;
      for (int n = 2; details.containsKey(free); n++) {
        free = path + " " + n;
      }
      details.put(free, value);
    }
  }
}
