package org.lienthong.feel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FeelDangerTest {

  private final Feel feel = new Feel();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "birthDate + duration(\"P6M\")",
        "for i in 1..12 return i * salary",
        "for c in children return {name: c.name, order: c.order}",
        "for c in children return people[item.number = c.number][1].name",
        "some m in months satisfies m.insured and m.month > from",
        "sum(for c in children return baseSalary * 2)",
        "if a > 1 then \"YES\" else \"NO\"",
        "matches(number, \"[0-9]{12}\")",
        "2 ** 3",
        "for i in 1..1000 return i * 2",
        "{a: 1, b: a + 1}.b",
      })
  void letsRunWhatContentNeeds(String text) {
    assertThat(feel.dangers(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '´',
      value = {
        "for i in 1..10**9 return i | feel-range",
        "for i in 1..1000000000 return i | feel-range",
        "for i in 1..n return i | feel-range",
        "some i in 1..99999999999999999999 satisfies i < 0 | feel-range",
        "for i in 1..1000 return for j in 1..1000 return i | feel-too-much-work",
        "for i in 1..1000, j in 1..1000, k in 1..1000 return i | feel-too-much-work",
        "for a in l, b in l, c in l, d in l return 1 | feel-too-much-work",
        "{a: for i in 1..1000 return i, b: for x in a, y in a return 1}.b | feel-too-much-work",
        "count(l[count(l[count(l[count(l[item = 1]) = 1]) = 1]) = 1]) | feel-too-much-work",
        "{a: \"xx\", b: a+a+a+a+a+a+a+a+a+a, c: b+b+b+b+b+b+b+b+b+b, d: c+c+c+c+c+c+c+c+c+c, e:"
            + " d+d+d+d+d+d+d+d+d+d, f: e+e+e+e+e+e+e+e+e+e} | feel-too-much-work",
        "for i in 1..1000 return concatenate(partial, partial) | feel-partial",
        "{f: function(n) f(n + 1), r: f(1)}.r | feel-function",
        "function(x) external {java: {class: \"java.lang.System\", method signature:"
            + " \"exit(int)\"}} | feel-syntax",
        "execution.getProcessEngineServices() | feel-method",
        "matches(name, \"(a+)+b\") | feel-pattern",
        "matches(name, pattern) | feel-pattern",
        "split(name, \"(x?)*\") | feel-pattern",
        "a + | feel-syntax",
        "${x.run()} | feel-syntax",
      })
  void refusesWhatRunsTooLongOrIsNoData(String text, String rule) {
    assertThat(feel.dangers(text)).extracting(FeelDanger::rule).containsExactly(rule);
  }

  @Test
  void refusesWhatIsTooLongOrTooDeepBeforeItIsParsed() {
    assertThat(feel.dangers("1" + "+1".repeat(1_000)))
        .extracting(FeelDanger::rule)
        .containsExactly("feel-too-long");
    assertThat(feel.dangers("(".repeat(900) + "1" + ")".repeat(900)))
        .extracting(FeelDanger::rule)
        .containsExactly("feel-too-deep");
    assertThat(feel.dangersOfUnaryTests("[1..for i in 1..n return i]")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[0-9]{12}",
        "^[0-9]{12}$",
        "[A-Z]{2}-[0-9]{1,6}",
        "(VN|EE)-\\d+",
        "\\p{L}[\\p{L} .'-]*",
        "([0-9]{2}-){3}x",
        "[a-z0-9.]+@[a-z0-9.]+"
      })
  void letsPatternsRunThatMatchInFewWays(String pattern) {
    assertThat(Patterns.danger(pattern)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+",
        "(a*)*b",
        "(a|a)*b",
        "(a|aa)+$",
        "([a-z]+)*x",
        "(.*)*",
        "(a?){30}a{30}",
        "a?a?a?a?a?a?a?a?aaaa",
        ".*.*.*x",
        ".{0,99}.{0,99}.{0,99}x",
        "(a)\\1",
        "(?=a)a",
        "(?<n>a)\\k<n>",
        "(?:x+x+)+y",
        "([",
        "(a{1,9}){1,9}"
      })
  void refusesPatternsThatCanTakeForEver(String pattern) {
    assertThat(Patterns.danger(pattern)).isPresent();
  }

  /** FEEL reads and calls Java objects by reflection, external functions switched off or not. */
  @Test
  void isNeverGivenAJavaObject() {
    assertThatThrownBy(() -> feel.evaluate("b.run()", Map.of("b", new Bomb())))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> feel.evaluate("b[1].run()", Map.of("b", List.of(Map.of("c", new Bomb())))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Bomb.exploded).isFalse();
  }

  public static final class Bomb {
    static boolean exploded;

    public String run() {
      exploded = true;
      return "ran";
    }
  }
}
