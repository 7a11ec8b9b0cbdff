package org.lienthong.catalogue;

import java.util.Map;

/**
 * Something that an agency tells unasked, as the {@code webhooks} of its OpenAPI file say.
 *
 * @param agency the agency's key
 * @param type the CloudEvent's type, such as {@code household.poverty.changed}
 * @param about the property that lists whom it concerns, by their references ({@code x-about})
 * @param properties per property its type; names are facts
 * @param schema JSON Schema 2020-12 of the event's data, as text
 */
public record Event(
    String agency, String type, String about, Map<String, FactType> properties, String schema) {

  public Event {
    properties = Map.copyOf(properties);
  }
}
