package org.lienthong.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeelTest {

  private final Feel feel = new Feel();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a + b | a,b",
        "if a.b > 1 then c else d | a,c,d",
        "for x in list return x.name + y | list,y",
        "some x in list satisfies x = y | list,y",
        "{a: b, c: a + d} | b,d",
        "children[item.order = n] | children,n",
        "date(birthDate) | birthDate",
        "baseSalary * 2 * childrenBorn | baseSalary,childrenBorn",
        "'[a..b]' | a,b",
      })
  void namesWhatAnExpressionReads(String text, String names) {
    assertThat(String.join(",", feel.parse(text.trim()).freeNames())).isEqualTo(names.trim());
  }

  @Test
  void namesWhatACellReads() {
    assertThat(feel.parseUnaryTests("< limit, [1..2]").freeNames()).containsExactly("limit");
    assertThat(feel.parseUnaryTests("-").freeNames()).isEmpty();
  }

  @Test
  void evaluatesOverPlainJavaValues() {
    assertThat(
            feel.evaluate(
                "date(2026,1,1) + duration(\"P1D\") = d", Map.of("d", LocalDate.of(2026, 1, 2))))
        .isEqualTo(true);
    assertThat(feel.evaluate("for x in l return x * 2", Map.of("l", List.of(1, 2))))
        .isEqualTo(List.of(2L, 4L));
    assertThat(feel.evaluate("{a: 1, b: [\"x\"]}", Map.of()))
        .isEqualTo(Map.of("a", 1L, "b", List.of("x")));
    assertThat(feel.evaluate("missing", Map.of())).isNull();
  }

  @Test
  void testsACellAgainstItsColumnsValue() {
    assertThat(feel.test(">= limit", 6L, Map.of("limit", 6))).isTrue();
    assertThat(feel.test(">= limit", 5L, Map.of("limit", 6))).isFalse();
    assertThat(feel.test(">= 6", null, Map.of())).isFalse();
    assertThat(feel.test("true", null, Map.of())).isFalse();
    assertThat(feel.test("not(\"MOTHER\")", "FATHER", Map.of())).isTrue();
    assertThat(feel.test("< date(\"2025-07-01\")", LocalDate.of(2025, 6, 30), Map.of())).isTrue();
    assertThatThrownBy(() -> feel.test(">=", 1L, Map.of())).isInstanceOf(FeelSyntaxException.class);
  }

  @Test
  void refusesWhatIsNotFeel() {
    assertThatThrownBy(() -> feel.parse("a +"))
        .isInstanceOf(FeelSyntaxException.class)
        .hasMessageContaining("a +");
  }
}
