package org.lienthong.whatif;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Facts of a real case told so that nobody recognises whose they are: a day by its year, a number
 * by its two first digits, codes and what is true or not; of places and everything else nothing.
 */
final class Veil {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9_]{0,59}");
  private static final MathContext COARSE = new MathContext(2);

  private Veil() {}

  static Map<String, Object> over(Map<String, Object> facts, Collection<String> places) {
    Map<String, Object> told = new TreeMap<>();
    facts.forEach(
        (fact, value) -> {
          if (places.contains(fact)) {
            return;
          }
          if (value instanceof LocalDate day) {
            told.put(fact, String.valueOf(day.getYear()));
          } else if (value instanceof Number number) {
            told.put(fact, coarse(number));
          } else if (value instanceof Boolean
              || (value instanceof String text && CODE.matcher(text).matches())) {
            told.put(fact, value);
          }
        });
    return told;
  }

  private static BigDecimal coarse(Number number) {
    BigDecimal rounded = new BigDecimal(number.toString()).round(COARSE);
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }
}
