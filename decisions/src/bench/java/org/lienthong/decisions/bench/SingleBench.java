package org.lienthong.decisions.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lienthong.Engine;
import org.lienthong.eligibility.Eligibility;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** How long one person waits for one decision: every example of every table, again and again. */
@SpringBootTest(
    classes = Engine.class,
    webEnvironment = SpringBootTest.WebEnvironment.NONE,
    properties = {
      "spring.datasource.url=jdbc:h2:mem:single-bench;DB_CLOSE_DELAY=-1",
      "spring.main.banner-mode=off",
      "lienthong.jobs=false",
      "lienthong.content-approved=true"
    })
class SingleBench {

  private static final int WARMING = 10;
  private static final int ROUNDS = 10;
  private static final double GOAL_MILLIS = 2;

  @Autowired Eligibility eligibility;

  /** A question. */
  private record Asked(String decision, Map<String, Object> facts, @Nullable LocalDate keyDate) {}

  @Test
  void tellsHowLongOneEvaluationTakes() throws java.io.IOException {
    List<Asked> all = examples();
    long[] nanos = new long[all.size() * ROUNDS];
    for (int round = -WARMING; round < ROUNDS; round++) {
      for (int i = 0; i < all.size(); i++) {
        long start = System.nanoTime();
        eligibility.evaluate(all.get(i).decision(), all.get(i).facts(), all.get(i).keyDate());
        if (round >= 0) {
          nanos[round * all.size() + i] = System.nanoTime() - start;
        }
      }
    }
    Arrays.sort(nanos);
    Lines lines = new Lines();
    String name = "single-evaluation-%s-vs-goal";
    lines.less(name.formatted("p50"), nanos[nanos.length / 2] / 1e6, GOAL_MILLIS, "ms");
    lines.less(name.formatted("p95"), nanos[nanos.length * 95 / 100] / 1e6, GOAL_MILLIS, "ms", 1);
    lines.less(name.formatted("p99"), nanos[nanos.length * 99 / 100] / 1e6, GOAL_MILLIS, "ms");
    lines.tell();
  }

  private static List<Asked> examples() throws java.io.IOException {
    List<Asked> all = new ArrayList<>();
    Path home = Path.of(System.getProperty("lienthong.content"), "decisions");
    try (Stream<Path> folders = Files.list(home)) {
      for (Path folder : folders.filter(f -> Files.exists(f.resolve("examples.yaml"))).toList()) {
        YAMLMapper yaml = YAMLMapper.builder().build();
        JsonNode tables = yaml.readTree(folder.resolve("examples.yaml").toFile());
        tables
            .properties()
            .forEach(
                table ->
                    table
                        .getValue()
                        .path("examples")
                        .forEach(e -> all.add(asked(yaml, table.getKey(), e))));
      }
    }
    return all;
  }

  private static Asked asked(YAMLMapper yaml, String table, JsonNode example) {
    Map<String, Object> facts = new TreeMap<>();
    example
        .path("facts")
        .properties()
        .forEach(
            fact -> facts.put(fact.getKey(), yaml.convertValue(fact.getValue(), Object.class)));
    String keyDate = example.path("keyDate").asString("");
    return new Asked(
        table.replaceFirst("-in-(\\d{2}|\\d{5})$", ""),
        facts,
        keyDate.isEmpty() ? null : LocalDate.parse(keyDate));
  }
}
