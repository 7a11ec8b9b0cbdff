package org.lienthong.catalogue;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * An agency's folder, read.
 *
 * @param path where it answers, below the base address
 * @param timeout how long it may take
 * @param operations from its OpenAPI file
 * @param events from the same file
 * @param settings {@code agency.yaml} as written
 */
record AgencyFile(
    String path,
    Duration timeout,
    Map<String, Operation> operations,
    Map<String, Event> events,
    JsonNode settings) {

  private static final String DEFAULT_TIMEOUT = "PT10S";

  static AgencyFile read(String key, byte[] settings, byte[] contract) {
    JsonNode yaml = Documents.yaml(settings);
    return new AgencyFile(
        yaml.path("path").asString("/" + key),
        timeout(yaml.path("timeout").asString(DEFAULT_TIMEOUT)),
        Contract.read(key, contract),
        Contract.events(key, contract),
        yaml);
  }

  private static Duration timeout(String text) {
    try {
      Duration timeout = Duration.parse(text);
      if (timeout.isNegative() || timeout.isZero()) {
        throw new ContentException("The timeout " + text + " must be longer than nothing.");
      }
      return timeout;
    } catch (DateTimeException e) {
      throw new ContentException(
          "The timeout " + text + " is not a duration. Write for example PT10S.", e);
    }
  }
}
