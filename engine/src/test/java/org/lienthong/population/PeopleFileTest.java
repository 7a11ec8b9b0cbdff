package org.lienthong.population;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** People in a CSV file. */
class PeopleFileTest {

  private static final Population POPULATION = Population.read(SynthesisTest.FILE);
  private static final String HEADER = "personRef,bornOn,poor,income,distance,area,groups\r\n";

  private final List<PeopleBatch> batches = new ArrayList<>();
  private final List<BadCell> bad = new ArrayList<>();
  private ListCheck lists = ListCheck.NONE;

  @Test
  void comesBackAsItWasWritten() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    POPULATION.synthesis(4, 3_000).writeCsv(out);

    PeopleFile.Count count = read(out.toString(StandardCharsets.UTF_8), 700);

    assertThat(bad).isEmpty();
    assertThat(count).isEqualTo(new PeopleFile.Count(3_000, 0));
    assertThat(batches).hasSize(5);
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    CsvText.header(batches.get(0).columns()).to(again);
    for (PeopleBatch batch : batches) {
      CsvText.rows(batch).to(again);
    }
    assertThat(again.toByteArray()).isEqualTo(out.toByteArray());
  }

  @Test
  void tellsEveryBadCellByItsLineAndGoesOn() {
    PeopleFile.Count count =
        read(
            HEADER
                + "a-1,1990-02-28,true,100,2.5,01,\"[\"\"X\"\"]\"\r\n" // 2: good
                + "a-2,1990-02-29,true,100,2.5,01,[]\r\n" // 3: no such day
                + "a-3,1990-2-2,yes,-5,2.55,01,{}\r\n" // 4: five cells
                + "\r\n" // 5: empty
                + "a-4,,,,,,\r\n" // 6: good, nothing known
                + "a-1,,,,,,\r\n" // 7: seen before
                + ",,,,,,\r\n" // 8: nobody
                + "a-5,1990-01-01\r\n" // 9: too short
                + "a-6,,,,,,,x\r\n" // 10: too long
                + "a 7,,,,,,\r\n" // 11: a blank
                + "a-8,,,12x,.5,01,[1\r\n" // 12
                + "a-9,,true,9999999999999999,1.,\"b\"c,[]\r\n" // 13: too large, no decimals
                + "\"a-10\",\"1990-12-31\",\"false\",\"7\",\"0.1\",\"x, \"\"y\"\"\n"
                + "z\",\"[1]\"\n" // 14
                + "a-11,0000-01-01,truE,,,,\n", // 16
            100);

    assertThat(bad)
        .containsExactly(
            new BadCell(3, "bornOn", "not-a-date"),
            new BadCell(4, "bornOn", "not-a-date"),
            new BadCell(4, "poor", "not-a-boolean"),
            new BadCell(4, "income", "negative"),
            new BadCell(4, "distance", "too-many-decimals"),
            new BadCell(4, "groups", "not-a-json-list"),
            new BadCell(7, "personRef", "seen-before"),
            new BadCell(8, "personRef", "missing"),
            new BadCell(9, "", "too-few-cells"),
            new BadCell(10, "", "too-many-cells"),
            new BadCell(11, "personRef", "not-a-reference"),
            new BadCell(12, "income", "not-a-whole-number"),
            new BadCell(12, "distance", "not-a-number"),
            new BadCell(12, "groups", "not-a-json-list"),
            new BadCell(13, "income", "too-large"),
            new BadCell(13, "distance", "not-a-number"),
            new BadCell(16, "bornOn", "not-a-date"),
            new BadCell(16, "poor", "not-a-boolean"));
    assertThat(count).isEqualTo(new PeopleFile.Count(3, 10));
    assertThat(batches).hasSize(1);
    assertThat(batches.get(0).refs()).containsExactly("a-1", "a-4", "a-10");
    assertThat(facts(0)).containsEntry("distance", "2.5").containsEntry("groups", "[\"X\"]");
    assertThat(facts(1)).isEmpty();
    assertThat(facts(2)).containsEntry("area", "x, \"y\"\nz").containsEntry("income", "7");
  }

  @Test
  void tellsWhatAListHoldsThatItMayNot() {
    lists =
        (fact, list) ->
            list.contains("X") ? Map.of() : Map.of(fact + "[0]", "not-allowed", fact, "too-short");

    PeopleFile.Count count =
        read(HEADER + "a-1,,,,,,\"[\"\"X\"\"]\"\n" + "a-2,,,,,,\"[\"\"Y\"\"]\"\n", 9);

    assertThat(bad)
        .containsExactly(
            new BadCell(3, "groups", "too-short"), new BadCell(3, "groups[0]", "not-allowed"));
    assertThat(count).isEqualTo(new PeopleFile.Count(1, 1));
  }

  @Test
  void endsWhereAQuoteIsNeverClosed() {
    PeopleFile.Count count = read(HEADER + "a-1,,,,,,\n" + "a-2,\"1990,,,,,\n" + "a-3,,,,,,\n", 9);

    assertThat(count.read()).isEqualTo(1);
    assertThat(bad).isNotEmpty().allMatch(cell -> cell.line() == 3);
  }

  @Test
  void refusesColumnsThatNoFactHas() {
    assertThatThrownBy(() -> read("personRef,income,income,shoeSize,0912 345 678\n", 9))
        .isInstanceOfSatisfying(
            PeopleFileProblems.class,
            problems ->
                assertThat(problems.columns())
                    .isEqualTo(
                        Map.of(
                            "income", "named-twice",
                            "shoeSize", "unknown-column",
                            "column 5", "unknown-column")));
    assertThatThrownBy(() -> read("income\n1\n", 9))
        .isInstanceOfSatisfying(
            PeopleFileProblems.class,
            problems -> assertThat(problems.columns()).isEqualTo(Map.of("personRef", "missing")));
    assertThatThrownBy(() -> read("", 9)).isInstanceOf(PeopleFileProblems.class);
  }

  private PeopleFile.Count read(String text, int size) {
    return PeopleFile.read(
        new StringReader(text), POPULATION.columns(), lists, size, batches::add, bad::add);
  }

  private Map<String, String> facts(int row) {
    PeopleBatch batch = batches.get(0);
    Map<String, String> facts = new LinkedHashMap<>();
    List<String> names = batch.columns().names();
    for (int c = 0; c < names.size(); c++) {
      String name = names.get(c);
      batch.text(c, row).ifPresent(value -> facts.put(name, value));
    }
    return facts;
  }
}
