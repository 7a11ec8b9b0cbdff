package org.lienthong.analysis;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Facts as people read them. */
final class Said {

  private Said() {}

  static Map<String, @Nullable Object> facts(Map<String, @Nullable Object> all, Set<String> told) {
    Map<String, @Nullable Object> facts = new LinkedHashMap<>(all);
    facts.keySet().retainAll(told);
    return facts;
  }

  /** Each fact and its value, such as {@code ageYears = 69}. */
  static List<String> equalities(Map<String, @Nullable Object> facts) {
    return equalities(facts, false);
  }

  static List<String> equalities(Map<String, @Nullable Object> facts, boolean vietnamese) {
    List<String> said = new ArrayList<>();
    facts.forEach((fact, value) -> said.add(fact + " = " + value(value, vietnamese)));
    return said;
  }

  static String value(@Nullable Object value, boolean vietnamese) {
    if (value == null) {
      return vietnamese ? "(chưa biết)" : "(unknown)";
    }
    if (value.equals(Samples.OTHER_TEXT)) {
      return vietnamese ? "(giá trị khác)" : "(any other)";
    }
    if (value instanceof BigDecimal number) {
      return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
    return value.toString();
  }
}
