package org.lienthong.decisions;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks the live rules what an example asks. */
final class Examples {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private Examples() {}

  /**
   * The answer.
   *
   * @param table the table under which the example stands; a local one answers for its country's
   */
  static Assessment evaluate(Eligibility eligibility, String table, JsonNode example) {
    Map<?, ?> facts = JSON.convertValue(example.path("facts"), Map.class);
    Map<String, Object> byName = new HashMap<>();
    facts.forEach((fact, value) -> byName.put(fact.toString(), value));
    String keyDate = example.path("keyDate").asString("");
    return eligibility.evaluate(
        DecisionFolders.asked(table), byName, keyDate.isEmpty() ? null : LocalDate.parse(keyDate));
  }
}
