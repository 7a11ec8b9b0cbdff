package org.lienthong.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lienthong.columns.Batch;

/** Households drawn from a data file and a seed. */
class SynthesisTest {

  static final Path FILE = Path.of("src/test/resources/population/demo-population.yaml");
  private static final Population POPULATION = Population.read(FILE);

  @Test
  void givesTheSameBytesForTheSameSeed() {
    byte[] once = csv(7, 5_000);

    assertThat(csv(7, 5_000)).isEqualTo(once);
    assertThat(csv(8, 5_000)).isNotEqualTo(once);
  }

  @Test
  void drawsTheSameFirstPeopleInALargerPopulation() {
    String small = new String(csv(7, 500), StandardCharsets.UTF_8);

    assertThat(new String(csv(7, 5_000), StandardCharsets.UTF_8)).startsWith(small);
  }

  @Test
  void makesAsManyPeopleAsAskedEachWithAReferenceOfTheirOwn() {
    List<String> refs = new ArrayList<>();
    POPULATION.synthesis(3, 20_001).forEach(batch -> refs.addAll(batch.refs()));

    assertThat(refs).hasSize(20_001).isSorted();
    assertThat(new HashSet<>(refs)).hasSize(20_001);
    assertThat(csv(3, 0)).asString(StandardCharsets.UTF_8).startsWith("personRef,").hasLineCount(1);
  }

  @Test
  void keepsParentsFifteenYearsAboveTheirChildren() {
    int[] children = {0};
    POPULATION
        .synthesis(5, 20_000)
        .forEach(
            batch -> {
              for (int row = 0; row < batch.size(); row++) {
                LocalDate born = date(batch, "bornOn", row);
                for (String parent : List.of("mothersBirth", "fathersBirth")) {
                  if (text(batch, parent, row) != null) {
                    children[0]++;
                    assertThat(date(batch, parent, row).plusYears(15)).isBeforeOrEqualTo(born);
                  }
                }
                assertThat(born).isBeforeOrEqualTo(POPULATION.asOf());
              }
            });
    assertThat(children[0]).isGreaterThan(5_000);
  }

  @Test
  void drawsByTheWeightsOfTheFile() {
    Map<String, Integer> areas = new TreeMap<>();
    int[] poor = {0, 0};
    POPULATION
        .synthesis(11, 40_000)
        .forEach(
            batch -> {
              for (int row = 0; row < batch.size(); row++) {
                String area = text(batch, "area", row);
                areas.merge(area, 1, Integer::sum);
                boolean isPoor = "true".equals(text(batch, "poor", row));
                poor["02".equals(area) ? 1 : 0] += isPoor ? 1 : 0;
              }
            });
    assertThat(areas.getOrDefault("01", 0) / 40_000.0).isBetween(0.73, 0.77);
    assertThat(poor[0]).isZero();
    assertThat(poor[1] / (double) areas.getOrDefault("02", 0)).isBetween(0.45, 0.55);
  }

  @Test
  void looksAtTheOtherMembersOfTheHousehold() {
    int[] listed = {0, 0, 0};
    POPULATION
        .synthesis(2, 20_000)
        .forEach(
            batch -> {
              for (int row = 0; row < batch.size(); row++) {
                boolean mother =
                    "F".equals(text(batch, "sex", row))
                        && !"0".equals(text(batch, "children", row));
                String kin = text(batch, "kin", row);
                listed[0] += mother ? Integer.parseInt(text(batch, "children", row)) : 0;
                listed[1] += kin == null ? 0 : kin.split("CHILD", -1).length - 1;
                listed[2] += text(batch, "mothersBirth", row) == null ? 0 : 1;
              }
            });
    // the last household may be cut
    assertThat(listed[0]).isBetween(listed[2], listed[2] + 3);
    assertThat(listed[1]).isEqualTo(listed[0]);
  }

  @Test
  void fillsABatchForCompiledTables() {
    POPULATION
        .synthesis(6, 300)
        .forEach(
            people -> {
              Batch batch = new Batch(people.size());
              Set<String> wanted = Set.of("bornOn", "sex", "poor", "income", "distance", "groups");
              people.copyTo(batch, wanted);
              for (int row = 0; row < people.size(); row++) {
                Map<String, Object> known = people.facts(row);
                known.keySet().retainAll(wanted);
                Map<String, Object> copied = new TreeMap<>(batch.facts(row));
                assertThat(copied.keySet()).isEqualTo(known.keySet());
                assertThat(copied.get("sex")).isEqualTo(known.get("sex"));
                assertThat(copied.get("poor")).isEqualTo(known.get("poor"));
                assertThat(copied.get("groups")).isEqualTo(known.get("groups"));
                assertThat(String.valueOf(copied.get("bornOn")))
                    .isEqualTo(String.valueOf(known.get("bornOn")));
                for (String number : List.of("income", "distance")) {
                  assertThat(decimal(copied.get(number)))
                      .isEqualByComparingTo(decimal(known.get(number)));
                }
              }
            });
  }

  private static BigDecimal decimal(@Nullable Object value) {
    return value == null ? BigDecimal.ONE.negate() : new BigDecimal(value.toString());
  }

  @Test
  void saysWhereTheFileIsWrong(@TempDir Path folder) throws IOException {
    String good = Files.readString(FILE);

    assertThatThrownBy(() -> read(good.replace("{copy: poor}", "{cpoy: poor}")))
        .hasMessageContaining("person[2].groups")
        .hasMessageContaining("cpoy");
    assertThatThrownBy(() -> read(good.replace("count: children", "count: nobody")))
        .hasMessageContaining("person[0].children")
        .hasMessageContaining("nobody");
    assertThatThrownBy(() -> read(good.replace("\"01\": 3", "\"01\": -3")))
        .hasMessageContaining("household[0].area");
    assertThatThrownBy(() -> read(good.replace("partner: MOTHER", "partner: AUNT")))
        .hasMessageContaining("compositions[1].FATHER")
        .hasMessageContaining("AUNT");
    assertThatThrownBy(() -> read(good.replace("age: \">= 18\"", "years: \">= 18\"")))
        .hasMessageContaining("person[1].when")
        .hasMessageContaining("years");
  }

  private static Model read(String yaml) {
    return ModelReader.read(new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)));
  }

  private static byte[] csv(long seed, int people) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    POPULATION.synthesis(seed, people).writeCsv(out);
    return out.toByteArray();
  }

  private static @Nullable String text(PeopleBatch batch, String fact, int row) {
    return batch.text(column(batch, fact), row).orElse(null);
  }

  private static int column(PeopleBatch batch, String fact) {
    return batch.columns().names().indexOf(fact);
  }

  private static LocalDate date(PeopleBatch batch, String fact, int row) {
    return Objects.requireNonNull(batch.date(column(batch, fact), row));
  }
}
