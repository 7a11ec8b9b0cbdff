package org.lienthong.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.lienthong.analysis.TableFinding;
import org.lienthong.analysis.TableFinding.Kind;
import org.lienthong.catalogue.Catalogue;
import org.lienthong.eligibility.Assessment;
import org.lienthong.eligibility.Eligibility;
import org.springframework.beans.factory.annotation.Autowired;

/** No table contradicts itself or holds a row that never answers; what it leaves out is true. */
@DecisionsTest
class TableAnalysisTest {

  @Autowired Catalogue catalogue;
  @Autowired Eligibility eligibility;

  @TestFactory
  Stream<DynamicTest> everyTableIsSoundAsAWhole() {
    return eligibility.decisions().stream()
        .flatMap(decision -> catalogue.analysis(decision).entrySet().stream())
        .map(
            table ->
                DynamicTest.dynamicTest(
                    table.getKey(), () -> isSound(table.getKey(), table.getValue())));
  }

  private void isSound(String table, List<TableFinding> findings) {
    assertThat(findings)
        .filteredOn(f -> f.kind() == Kind.DEAD_ROW || f.kind() == Kind.OVERLAP)
        .extracting(TableFinding::en)
        .as("What is wrong with %s as a whole", table)
        .isEmpty();
    assertThat(findings)
        .filteredOn(f -> f.kind() == Kind.NOT_ANALYSED)
        .as("What is not analysed of %s says why", table)
        .allSatisfy(f -> assertThat(f.en()).contains("because"));
    findings.stream().filter(f -> f.kind() == Kind.GAP).forEach(f -> isAGap(table, f));
  }

  /** With the facts that matter as told; those that do not may be anything. */
  private void isAGap(String table, TableFinding gap) {
    Map<String, @Nullable Object> facts = new HashMap<>(gap.facts());
    facts.replaceAll((name, value) -> asTold(value));
    Assessment answer = eligibility.evaluate(DecisionFolders.asked(table), facts, null);
    assertThat(answer.status().name()).as(gap.en()).isIn("NEEDS_HUMAN", "NEEDS_DATA");
    assertThat(answer.matchedRows()).as(gap.en()).isEmpty();
  }

  private static @Nullable Object asTold(@Nullable Object value) {
    if (value instanceof BigDecimal number) {
      boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
      return whole ? (Object) number.longValueExact() : (Object) number.doubleValue();
    }
    return value instanceof LocalDate day ? day.toString() : value;
  }
}
