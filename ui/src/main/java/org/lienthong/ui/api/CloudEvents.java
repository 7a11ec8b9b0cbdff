package org.lienthong.ui.api;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lienthong.ui.page.Invalid;
import org.lienthong.ui.page.Problem.Place;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriUtils;
import tools.jackson.databind.JsonNode;

/** Reads CloudEvents 1.0 in each of the three ways in which HTTP carries them. Thread-safe. */
@Component
class CloudEvents {

  static final String STRUCTURED = "application/cloudevents+json";
  static final String BATCH = "application/cloudevents-batch+json";

  /** A later reply may be as large as one that is given at once. */
  private static final int LARGEST = 1_000_000;

  private static final int MOST = 100;
  private static final int LONGEST = 255;
  private static final Duration SKEW = Duration.ofMinutes(5);
  private static final String HEADER = "ce-";
  private static final List<String> REQUIRED =
      List.of("specversion", "id", "source", "type", "subject");
  private static final Pattern NAME = Pattern.compile("[a-z0-9]{1,20}");

  private final Bodies bodies;
  private final Clock clock;

  CloudEvents(Bodies bodies, Clock clock) {
    this.bodies = bodies;
    this.clock = clock;
  }

  /**
   * The events of a request.
   *
   * @throws Invalid naming what is missing or wrong
   * @throws ResponseStatusException if it cannot be read, or holds too much
   */
  List<CloudEvent> read(HttpServletRequest request) throws HttpRequestMethodNotSupportedException {
    MediaType type = MediaType.parseMediaType(String.valueOf(request.getContentType()));
    boolean binary = type.equalsTypeAndSubtype(MediaType.APPLICATION_JSON);
    Map<String, Object> headers = headers(request);
    if (!binary && !headers.isEmpty()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST); // which of both would count?
    }
    JsonNode tree = bodies.read(request, LARGEST);
    Values.check(tree, "");
    if (binary) {
      return List.of(event(new Parts(HEADER, headers, tree, "/")));
    }
    return type.getSubtype().startsWith("cloudevents-batch") ? batch(tree) : List.of(one(tree, ""));
  }

  /**
   * An event as it came.
   *
   * @param prefix what stands before an attribute's name where it was sent
   * @param attributes by name
   * @param data null where there are none
   * @param place where the data stand
   */
  private record Parts(
      String prefix, Map<String, Object> attributes, @Nullable JsonNode data, String place) {}

  private List<CloudEvent> batch(JsonNode tree) {
    if (!tree.isArray()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    if (tree.size() > MOST) {
      throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
    }
    List<CloudEvent> events = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      events.add(one(tree.get(i), "/" + i));
    }
    return events;
  }

  private CloudEvent one(JsonNode tree, String pointer) {
    if (!tree.isObject()) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
    }
    Map<String, Object> attributes = Values.context(tree);
    attributes.remove("data");
    return event(new Parts(pointer + "/", attributes, tree.get("data"), pointer + "/data"));
  }

  private CloudEvent event(Parts parts) {
    List<Place> places = new ArrayList<>();
    for (String name : REQUIRED) {
      if (!parts.attributes().containsKey(name)) {
        places.add(new Place(parts.prefix() + name, Body.REQUIRED));
      }
    }
    parts
        .attributes()
        .forEach(
            (name, value) -> {
              String wrong = wrong(name, value);
              if (wrong != null) {
                String said = NAME.matcher(name).matches() ? name : "?";
                places.add(new Place(parts.prefix() + said, wrong));
              }
            });
    JsonNode data = parts.data();
    if (data == null || !data.isObject()) {
      places.add(new Place(parts.place(), data == null ? Body.REQUIRED : Body.WRONG_TYPE));
    }
    if (data == null || !places.isEmpty()) {
      throw new Invalid(places);
    }
    return new CloudEvent(
        text(parts, "source"),
        text(parts, "id"),
        text(parts, "type"),
        text(parts, "subject"),
        Values.context(data));
  }

  private static String text(Parts parts, String name) {
    return String.valueOf(parts.attributes().get(name));
  }

  private @Nullable String wrong(String name, @Nullable Object value) {
    if (!NAME.matcher(name).matches()) {
      return Body.UNKNOWN;
    }
    if (value == null || value instanceof Map || value instanceof List) {
      return Body.WRONG_TYPE;
    }
    return switch (name) {
      case "specversion" -> value.equals("1.0") ? null : "not-supported";
      case "time" -> time(value);
      case "datacontenttype" -> isJson(value) ? null : "not-supported";
      case "id", "source", "type", "subject" -> name(value);
      default -> String.valueOf(value).length() > LONGEST ? "too-long" : null;
    };
  }

  private static @Nullable String name(Object value) {
    if (!(value instanceof String text)) {
      return Body.WRONG_TYPE;
    }
    if (text.isBlank()) {
      return Body.REQUIRED;
    }
    return text.length() > LONGEST ? "too-long" : null;
  }

  private @Nullable String time(Object value) {
    try {
      Instant time = OffsetDateTime.parse(String.valueOf(value)).toInstant();
      return time.isAfter(clock.instant().plus(SKEW)) ? "in-the-future" : null;
    } catch (DateTimeException e) {
      return "not-a-time";
    }
  }

  private static boolean isJson(Object value) {
    String type = String.valueOf(value).toLowerCase(Locale.ROOT);
    return type.matches("application/([a-z0-9.-]+\\+)?json(;.{0,100})?");
  }

  private static Map<String, Object> headers(HttpServletRequest request) {
    Map<String, Object> attributes = new LinkedHashMap<>();
    for (String header : Collections.list(request.getHeaderNames())) {
      String name = header.toLowerCase(Locale.ROOT);
      if (name.startsWith(HEADER)) {
        List<String> values = Collections.list(request.getHeaders(header));
        attributes.put(name.substring(HEADER.length()), decoded(name, values));
      }
    }
    return attributes;
  }

  private static String decoded(String header, List<String> values) {
    String said = header.matches("[a-z0-9-]{1,50}") ? header : HEADER + "?";
    if (values.size() != 1) {
      throw new Invalid(said, Body.WRONG_TYPE);
    }
    try {
      String text = UriUtils.decode(values.get(0), StandardCharsets.UTF_8);
      if (text.chars().anyMatch(c -> c < ' ' || c == 0x7F || c == 0xFFFD)) {
        throw new Invalid(said, "bad-character");
      }
      return text;
    } catch (IllegalArgumentException e) {
      throw new Invalid(said, "bad-character");
    }
  }
}
