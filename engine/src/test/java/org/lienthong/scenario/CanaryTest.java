package org.lienthong.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

class CanaryTest {

  @TempDir Path home;

  @Test
  void singsWhenTheEngineKnowsWhatARegisterOrADossierKnows() throws IOException {
    Path registers = home.resolve("processes/agencies/demo-office/registers");
    Files.createDirectories(registers);
    Files.createDirectories(home.resolve("decisions"));
    Files.writeString(
        registers.resolve("demo-people.csv"),
        "number,name,born:date\n900000000001,\"Đinh Thử Nghiệm, con\",1997-04-06\n");
    try (Stage stage = new Stage(home, Instant.parse("2026-11-18T02:00:00Z"))) {
      JdbcTemplate jdbc = stage.bean(JdbcTemplate.class);
      // a dossier of its own, without the journey around it
      jdbc.execute("set referential_integrity false");
      jdbc.update(
          "insert into fact (journey_id, name, value_json, source, origin, read_at, turn)"
              + " values ('j', 'wage', '12345678', 'DECLARED', 'x', current_timestamp, 1)");
      Canary canary = new Canary(stage);
      assertThat(canary.listen(List.of("j"))).isEmpty();

      jdbc.update("insert into ACT_GE_PROPERTY values ('leak', 'x900000000001x', 1)");
      jdbc.update("insert into ACT_GE_PROPERTY values ('born', 'on 1997-04-06', 1)");
      jdbc.update(
          "insert into ACT_RU_VARIABLE (ID_, TYPE_, NAME_, VAR_SCOPE_, LONG_)"
              + " values ('1', 'long', 'wage', '1', 12345678)");
      jdbc.update(
          "insert into ACT_GE_BYTEARRAY (ID_, BYTES_) values ('1', ?)",
          (Object)
              "{\"n\":\"Đinh Thử Nghiệm, con\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));

      assertThat(canary.listen(List.of("j")))
          .hasSize(4)
          .anyMatch(leak -> leak.contains("ACT_GE_PROPERTY, column VALUE_"))
          .anyMatch(leak -> leak.contains("ACT_GE_BYTEARRAY, column BYTES_"))
          .anyMatch(leak -> leak.contains("ACT_RU_VARIABLE, column LONG_"))
          .noneMatch(leak -> leak.contains("900000000001"));
    }
  }
}
