package org.lienthong.eligibility;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.InputData;
import org.camunda.bpm.model.dmn.instance.InputValues;
import org.camunda.bpm.model.dmn.instance.ItemComponent;
import org.camunda.bpm.model.dmn.instance.ItemDefinition;
import org.camunda.bpm.model.dmn.instance.Variable;
import org.jspecify.annotations.Nullable;
import org.lienthong.catalogue.FactType;

/** Reads the facts of a table: input data, what its column allows, and what lists are made of. */
final class InputReader {

  private static final String OPTIONAL = "optional";
  private static final String CHANGEABLE = "may change";
  private static final String NEGATIVE = "may be negative";
  private static final Pattern REQUEST = Pattern.compile("\\brequest\\b");

  private final Collection<InputData> data;
  private final Collection<ItemDefinition> items;
  private final DecisionTable table;

  InputReader(DmnModelInstance model, DecisionTable table) {
    this.data = model.getModelElementsByType(InputData.class);
    this.items = model.getModelElementsByType(ItemDefinition.class);
    this.table = table;
  }

  /** The facts in the order of the file. */
  List<Table.Input> inputs() {
    return data.stream().map(this::input).toList();
  }

  private Table.Input input(InputData data) {
    String name = factName(data);
    String typeRef = typeRef(data);
    String description = description(data);
    ItemDefinition list = list(typeRef);
    FactType type = list == null ? type(typeRef) : FactType.LIST;
    Input column =
        table.getInputs().stream()
            .filter(c -> TableReader.expression(c).equals(name))
            .findFirst()
            .orElse(null);
    return new Table.Input(
        name,
        type,
        description.startsWith(OPTIONAL),
        description.contains(CHANGEABLE),
        type == FactType.BOOLEAN && REQUEST.matcher(description).find(),
        description.contains(NEGATIVE),
        largest(column),
        allowed(column),
        list == null ? List.of() : items(list));
  }

  static String factName(InputData data) {
    Variable variable = variable(data);
    return variable == null || variable.getName() == null ? data.getName() : variable.getName();
  }

  private static @Nullable Variable variable(InputData data) {
    return (Variable) data.getUniqueChildElementByType(Variable.class);
  }

  private static String typeRef(InputData data) {
    Variable variable = variable(data);
    String typeRef = variable == null ? null : variable.getTypeRef();
    return typeRef == null ? "" : typeRef;
  }

  private static String description(InputData data) {
    return data.getDescription() == null ? "" : data.getDescription().getTextContent().strip();
  }

  private static @Nullable FactType type(String typeRef) {
    return switch (typeRef) {
      case "string" -> FactType.TEXT;
      case "number", "integer", "long", "double" -> FactType.NUMBER;
      case "boolean" -> FactType.BOOLEAN;
      case "date" -> FactType.DATE;
      case "list" -> FactType.LIST;
      default -> null;
    };
  }

  private @Nullable ItemDefinition list(String typeRef) {
    return items.stream()
        .filter(i -> i.isCollection() && typeRef.equals(i.getName()))
        .findFirst()
        .orElse(null);
  }

  private static List<Table.Input> items(ItemDefinition list) {
    Collection<ItemComponent> properties = list.getItemComponents();
    return properties.isEmpty()
        ? List.of(item("", list))
        : properties.stream().map(p -> item(p.getName(), p)).toList();
  }

  private static Table.Input item(String name, ItemDefinition item) {
    String typeRef = item.getTypeRef() == null ? "" : item.getTypeRef().getTextContent().strip();
    return new Table.Input(
        name, type(typeRef), true, false, false, false, null, allowed(item), List.of());
  }

  /** By its name: the model's own accessor looks for another. */
  private static @Nullable String allowed(ItemDefinition item) {
    return item.getDomElement().getChildElements().stream()
        .filter(child -> child.getLocalName().equals("allowedValues"))
        .flatMap(values -> values.getChildElements().stream())
        .map(text -> text.getTextContent().strip())
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** DMN's whole numbers are counts: of children, of months, of đồng. */
  private static @Nullable Long largest(@Nullable Input column) {
    if (column == null || column.getInputExpression().getTypeRef() == null) {
      return null;
    }
    return switch (column.getInputExpression().getTypeRef()) {
      case "integer" -> (long) Integer.MAX_VALUE;
      case "long" -> TableReader.LARGEST;
      default -> null;
    };
  }

  private static @Nullable String allowed(@Nullable Input column) {
    InputValues values =
        column == null ? null : (InputValues) column.getUniqueChildElementByType(InputValues.class);
    String text = values == null ? "" : TableReader.textOf(values);
    return text.isEmpty() ? null : text;
  }
}
