package org.lienthong.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Telling a fact of many people at once is the same as telling it of one after the other. */
class FactColumnTest {

  private static final int PEOPLE = 200;

  @ParameterizedTest
  @CsvSource({"NUMBER,0", "NUMBER,1", "NUMBER,4", "DATE,0", "BOOLEAN,0"})
  void takesManyAsItTakesOne(Kind kind, int decimals) {
    for (int seed = 0; seed < 50; seed++) {
      Random random = new Random(seed);
      long[] codes = new long[PEOPLE];
      for (int i = 0; i < PEOPLE; i++) {
        codes[i] = code(kind, random, seed % 5 == 0);
      }
      FactColumn many = new FactColumn(kind, PEOPLE, new Words());
      many.setAll(0, codes, PEOPLE, decimals);
      FactColumn each = new FactColumn(kind, PEOPLE, new Words());
      for (int i = 0; i < PEOPLE; i++) {
        each.set(i, told(kind, codes[i], decimals));
      }

      assertThat(facts(many)).isEqualTo(facts(each));
      assertThat(many.reach()).isGreaterThanOrEqualTo(largest(many));
    }
  }

  private static long code(Kind kind, Random random, boolean wild) {
    if (random.nextInt(4) == 0) {
      return FactColumn.NULL;
    }
    return switch (kind) {
      case BOOLEAN -> random.nextInt(2);
      case DATE -> random.nextInt(wild ? 6_000_000 : 40_000) - (wild ? 1_500_000 : 0);
      default ->
          wild && random.nextInt(10) == 0
              ? random.nextLong() / (1 + random.nextInt(5_000))
              : random.nextInt(2_000_000) - 1_000_000;
    };
  }

  private static @Nullable Object told(Kind kind, long code, int decimals) {
    if (code == FactColumn.NULL) {
      return null;
    }
    return switch (kind) {
      case BOOLEAN -> code == 1;
      case DATE -> LocalDate.ofEpochDay(code);
      default -> BigDecimal.valueOf(code, decimals);
    };
  }

  private static List<String> facts(FactColumn column) {
    List<String> facts = new ArrayList<>();
    for (int i = 0; i < PEOPLE; i++) {
      Object value = column.get(i);
      facts.add(
          value instanceof Number
              ? new BigDecimal(value.toString()).stripTrailingZeros().toPlainString()
              : String.valueOf(value));
    }
    return facts;
  }

  private static double largest(FactColumn column) {
    double largest = 0;
    for (long value : column.values) {
      largest = Math.max(largest, Node.plain(value) ? Math.abs((double) value) : 0);
    }
    return largest;
  }
}
