package org.lienthong.columns;

import static org.lienthong.columns.FactColumn.NULL;
import static org.lienthong.columns.FactColumn.ODD;

import java.math.BigDecimal;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The nodes that read no other: values, facts, and the day whose law applies. */
final class Leaves {

  private Leaves() {}

  /** A value that stands in the table. */
  static final class Constant extends Node {

    final @Nullable Object value;

    Constant(@Nullable Object value) throws NotKnown {
      super(Literals.kind(value));
      this.value = value;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      long code = NULL;
      int scale = 0;
      if (value instanceof BigDecimal number) {
        scale = Math.max(0, number.signum() == 0 ? 0 : number.stripTrailingZeros().scale());
        code = scale > 12 ? ODD : Numbers.code(number, scale);
      } else if (value instanceof String text) {
        code = frame.batch.words().texts.code(text);
      } else if (value != null) {
        code = Literals.code(value);
      }
      Arrays.fill(out.values, code);
      out.promise(code == ODD ? 0 : scale, code == NULL ? 0 : Math.abs((double) code), code != ODD);
    }

    @Override
    void fill(Frame frame, Vector out) {
      // the same for every block
    }
  }

  /** What is known of a fact. */
  static final class Fact extends Node {

    final String name;

    Fact(String name, Kind kind) {
      super(kind);
      this.name = name;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      FactColumn column = frame.batch.find(name);
      frame.prepared[slot] = column;
      if (column == null || column.kind != kind) {
        out.promise(0, 0, true);
      } else {
        out.promise(column.scale(), column.reach(), true);
      }
    }

    @Override
    void fill(Frame frame, Vector out) {
      FactColumn column = (FactColumn) frame.prepared[slot];
      if (column == null) {
        Arrays.fill(out.values, 0, frame.n, NULL);
        return;
      }
      frame.take(column.values, out.values);
      if (column.kind != kind) {
        for (int i = 0; i < frame.n; i++) {
          out.values[i] = out.values[i] == NULL ? NULL : ODD;
        }
      }
    }
  }

  /** The day whose law applies: as asked, or as the fact says. */
  static final class KeyDay extends Node {

    private final @Nullable Node fact;
    private final boolean optional;

    KeyDay(@Nullable Node fact, boolean optional) {
      super(Kind.DATE);
      this.fact = fact;
      this.optional = optional;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      out.promise(0, 4e6, true);
    }

    @Override
    void fill(Frame frame, Vector out) {
      Asked asked = frame.asked;
      boolean given = asked.keyDate() != null;
      long day = (asked.keyDate() == null ? asked.today() : asked.keyDate()).toEpochDay();
      if (fact == null) {
        Arrays.fill(out.values, 0, frame.n, day);
        return;
      }
      long[] told = frame.values(fact).values;
      for (int i = 0; i < frame.n; i++) {
        long own = told[i];
        if (given) {
          out.values[i] = own == NULL || own == day ? day : ODD;
        } else {
          out.values[i] = own == NULL && optional ? day : own;
        }
      }
    }
  }

  /** Full months or years since a birth date, where nobody says them. */
  static final class Age extends Node {

    private final Node told;
    private final Node birth;
    private final Node day;
    private final int months;

    Age(Node told, Node birth, Node day, int months) {
      super(Kind.NUMBER);
      this.told = told;
      this.birth = birth;
      this.day = day;
      this.months = months;
    }

    @Override
    void prepare(Frame frame, Vector out) {
      Vector own = frame.vector(told);
      out.promise(own.scale, Math.max(own.reach, 2e5 * Numbers.ten(own.scale)), true);
    }

    @Override
    void fill(Frame frame, Vector out) {
      long[] own = frame.values(told).values;
      long[] births = frame.values(birth).values;
      long[] days = frame.values(day).values;
      long unit = Numbers.ten(out.scale);
      long last = NULL;
      long lastPacked = 0;
      for (int i = 0; i < frame.n; i++) {
        long born = births[i];
        long on = days[i];
        if (born == ODD || on == ODD) {
          out.values[i] = ODD;
        } else if (own[i] != NULL || born == NULL || on == NULL) {
          out.values[i] = own[i];
        } else if (born > on) {
          out.values[i] = ODD;
        } else {
          if (on != last) {
            last = on;
            lastPacked = Days.packed(on);
          }
          long full = Days.months(Days.packed(born), lastPacked);
          out.values[i] = (months == 1 ? full : full / months) * unit;
        }
      }
    }
  }
}
