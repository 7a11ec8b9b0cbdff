package org.lienthong.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which cells of a table tell what is known about people. */
class SecretsTest {

  private final Secrets secrets = new Secrets();

  SecretsTest() {
    secrets.add("Đinh Thử Nghiệm");
    secrets.add("001195000017");
    secrets.add(List.of(Map.of("name", "An", "sex", "M")));
    secrets.add("2026-02-30");
    secrets.add(LocalDate.of(2026, 10, 3));
    secrets.add("1995-03-08");
    secrets.add(12_000_000L);
    secrets.add(15_500_000.0);
    secrets.add("ELIGIBLE");
    secrets.add("mother-unknown");
    secrets.add(7L);
    secrets.add(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x Đinh Thử Nghiệm x",
        "9001195000017",
        "An",
        "{\"n\":\"An\"}",
        "2026-10-03",
        "{\"born\":\"1995-03-08\"}",
        "from 1995-03-08T00:00:00",
        "12000000",
        "{\"wage\":15500000}",
        "2026-02-30"
      })
  void aTextTellsThem(String cell) {
    assertThat(secrets.toldBy(cell)).isTrue();
  }

  @Test
  void aNumberTellsThem() {
    assertThat(secrets.toldBy(12_000_000L)).isTrue();
    assertThat(secrets.toldBy(15_500_000.0)).isTrue();
    assertThat(secrets.toldBy(1_790_960_400_000L)).as("the date as the engine keeps it").isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Anna",
        "{\"n\":\"Anh\"}",
        "ELIGIBLE",
        "mother-unknown",
        "M",
        "2026-10-04",
        "12026-10-03",
        "112000000",
        "c1f0a2b4-12000000-11f0-8c4e-0242ac120002",
        "7",
        ""
      })
  void whatOnlyLooksLikeThemRaisesNoAlarm(String cell) {
    assertThat(secrets.toldBy(cell)).isFalse();
  }

  @Test
  void countsTimesAndNothingTellNoneOfThem() {
    assertThat(secrets.toldBy(7L)).isFalse();
    assertThat(secrets.toldBy(java.sql.Timestamp.valueOf("2026-10-03 00:00:00"))).isFalse();
    assertThat(secrets.toldBy(null)).isFalse();
  }
}
