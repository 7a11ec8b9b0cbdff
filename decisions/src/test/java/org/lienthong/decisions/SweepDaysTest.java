package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** On which days people are asked about anew. */
class SweepDaysTest {

  @Test
  void areTheBirthdaysOnWhichRulesBeginOrEndAndTheEndsOfMonths() throws IOException {
    Path file = Path.of(System.getProperty("lienthong.content")).resolve("decisions/sweeps.yaml");
    JsonNode days = YAMLMapper.builder().build().readTree(Files.readAllBytes(file));

    assertThat(days.path("birthdays").path("fact").asString()).isEqualTo("birthDate");
    assertThat(days.path("birthdays").path("ages").values().stream().map(JsonNode::asInt))
        .contains(6, 14, 16, 18, 60, 70, 75);
    assertThat(days.path("endOfMonth").asBoolean()).isTrue();
  }
}
