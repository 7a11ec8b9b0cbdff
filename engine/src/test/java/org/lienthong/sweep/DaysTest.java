package org.lienthong.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which birthdays and ends of months a day brings. */
class DaysTest {

  private static final Days DAYS = new Days("birthDate", List.of(6, 14), true);

  @ParameterizedTest
  @CsvSource({
    "2026-11-24, 2020-11-24 2012-11-24",
    "2026-02-28, 2020-02-28 2012-02-28",
    "2026-03-01, 2020-02-29 2020-03-01 2012-02-29 2012-03-01",
    "2028-02-29, 2022-02-29x",
    "2028-03-01, 2022-03-01 2014-03-01",
  })
  void whoReachesAnAgeOnADay(LocalDate day, String born) {
    Set<LocalDate> expected =
        born.endsWith("x")
            ? Set.of()
            : Set.copyOf(List.of(born.split(" ")).stream().map(LocalDate::parse).toList());

    assertThat(DAYS.births(day)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({"2026-11-29, false", "2026-11-30, true", "2028-02-28, false", "2028-02-29, true"})
  void theLastDayOfAMonth(LocalDate day, boolean last) {
    assertThat(DAYS.endsMonth(day)).isEqualTo(last);
  }

  @Test
  void aFileThatSaysSomethingElseIsRefused(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("sweeps.yaml"), "birthdays: {ages: [six]}");

    assertThatThrownBy(() -> Days.read(file)).isInstanceOf(IllegalArgumentException.class);
    assertThat(Days.read(folder.resolve("none.yaml")).ages()).isEmpty();
  }
}
