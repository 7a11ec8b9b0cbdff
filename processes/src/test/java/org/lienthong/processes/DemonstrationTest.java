package org.lienthong.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The people of the demonstration are the same in the population and in the sandbox's register. */
class DemonstrationTest {

  @Test
  void everybodyIsInTheRegisterWithTheSameBirthDateSexAndCommune() throws IOException {
    Map<String, Map<String, String>> register =
        rows("processes/agencies/population/registers/people.csv");
    Map<String, Map<String, String>> known = rows("decisions/demonstration.csv");

    assertThat(known).isNotEmpty();
    known.forEach(
        (number, facts) ->
            assertThat(register)
                .as(number)
                .hasEntrySatisfying(
                    number,
                    person ->
                        assertThat(
                                List.of(
                                    person.getOrDefault("birthDate:date", ""),
                                    person.getOrDefault("sex", ""),
                                    person.getOrDefault("communeCode", "")))
                            .containsExactly(
                                facts.get("birthDate"),
                                facts.get("sex"),
                                facts.get("communeCode"))));
  }

  /** By the first column; good for files without quotes. */
  private static Map<String, Map<String, String>> rows(String file) throws IOException {
    List<String> lines = new ArrayList<>(Files.readAllLines(Home.PATH.resolve(file)));
    String[] header = lines.remove(0).split(",", -1);
    Map<String, Map<String, String>> rows = new LinkedHashMap<>();
    for (String line : lines) {
      String[] cells = line.split(",", -1);
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < Math.min(header.length, cells.length); i++) {
        row.put(header[i], cells[i]);
      }
      rows.put(cells[0], row);
    }
    return rows;
  }
}
