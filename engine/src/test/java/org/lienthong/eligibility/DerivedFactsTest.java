package org.lienthong.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What nobody declares because it follows from something else. */
class DerivedFactsTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 1);

  private final Asker asker = new Asker();

  private Answer decide(DrawnTable drawn, Map<String, ?> facts) {
    return asker.answer(asker.compiled(drawn), facts);
  }

  @Test
  void countsWorkingDaysByTheOfficesCalendar() {
    DrawnTable table =
        new DrawnTable("UNIQUE")
            .optional("workingDay11AfterFullDossier", "date")
            .fact("months", "number")
            .column("months", "integer", "")
            .output("status")
            .output("firstDay")
            .row("any", ">= 0", "\"ELIGIBLE\"", "workingDay11AfterFullDossier");

    assertThat(decide(table, Map.of("months", 1, "fullDossierDate", "2026-03-02")).outputs())
        .containsEntry("firstDay", LocalDate.of(2026, 3, 13));
    assertThat(decide(table, Map.of("months", 1)).outputs()).doesNotContainKey("firstDay");
    assertThatThrownBy(() -> decide(table, Map.of("months", 1, "fullDossierDate", "soon")))
        .isInstanceOfSatisfying(
            FactProblems.class,
            p -> assertThat(p.byFact()).containsEntry("fullDossierDate", "not-a-date"));
  }

  @Test
  void derivesAgesOnTheKeyDate() {
    DrawnTable table =
        new DrawnTable("UNIQUE")
            .keyDate("claimDate")
            .fact("ageYears", "number")
            .fact("childAgeMonths", "number")
            .column("ageYears", "integer", "")
            .column("childAgeMonths", "integer", "")
            .output("status")
            .row("old-with-small-child", ">= 75", "< 36", "\"ELIGIBLE\"")
            .row("others", "< 75", "", "\"NOT_ELIGIBLE\"");
    Map<String, Object> facts =
        Map.of("claimDate", TODAY, "birthDate", "1951-03-01", "childBirthDate", "2023-03-02");

    assertThat(decide(table, facts).matchedRows()).containsExactly("old-with-small-child");
    assertThat(decide(table, Map.of("claimDate", TODAY, "birthDate", "1951-03-02")).status())
        .isEqualTo(Status.NOT_ELIGIBLE);
    assertThat(decide(table, Map.of("claimDate", TODAY)).missing())
        .containsExactly("birthDate", "childBirthDate");
    assertThat(decide(table, Map.of("birthDate", "1951-03-01", "childBirthDate", TODAY)).missing())
        .containsExactly("claimDate");
    assertThatThrownBy(() -> decide(table, Map.of("claimDate", TODAY, "birthDate", "2026-03-02")))
        .isInstanceOfSatisfying(
            FactProblems.class,
            p -> assertThat(p.byFact()).containsEntry("birthDate", "after-the-key-date"));
  }
}
